"""What the sheets, the columns and the words of a tracker mean: one value, to be changed and kept.

A change gives a new mapping. Columns are known by their names, so that a mapping fits the next
file whose columns stand in another order.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.meanings import plain_value


class Sureness(StrEnum):
    """Say how sure a proposal is; what a person has chosen is certain."""

    CHOSEN = "chosen"
    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoice:
    """Say whether a sheet is read, and why or why not; header rows are counted from 0."""

    name: str
    read: bool
    why: str
    header_top: int | None = None
    header_bottom: int | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """Say what a column holds; `place` is where it stands in the tracker's main sheet.

    `sheet` names another sheet where only that has such a column.
    """

    name: str
    field: Field
    place: int = 0
    sureness: Sureness = Sureness.CHOSEN
    why: str = ""
    samples: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChoice:
    """Say what words of a field become; `means` is empty where that is still to be chosen."""

    field: Field
    words: str
    means: str
    count: int = 0
    sureness: Sureness = Sureness.CHOSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Hold every choice about one tracker.

    `report_title` and `source_kind` stand for what a row does not say itself.
    """

    name: str
    sheets: tuple[SheetChoice, ...] = ()
    columns: tuple[ColumnChoice, ...] = ()
    values: tuple[ValueChoice, ...] = ()
    report_title: str = ""
    source_kind: str = "other"

    def column_of(self, field: Field) -> ColumnChoice | None:
        """Return the first column that holds a field."""
        return next((one for one in self.columns if one.field is field), None)

    def columns_of(self, field: Field) -> tuple[ColumnChoice, ...]:
        """Return the columns that hold a field."""
        return tuple(one for one in self.columns if one.field is field)

    def means(self, field: Field, words: str) -> str:
        """Return what words of a field become; empty where nobody has said."""
        plain = plain_value(words)
        found = (
            one.means
            for one in self.values
            if one.field is field and plain_value(one.words) == plain
        )
        return next(found, "")

    def unchosen(self) -> tuple[ValueChoice, ...]:
        """Return the words whose meaning is still to be chosen."""
        return tuple(one for one in self.values if not one.means)

    def with_column(self, name: str, field: Field) -> "Mapping":
        """Let a column hold a field; one that held it before is kept as a note instead."""
        sheet = next((one.sheet for one in self.columns if one.name == name), "")
        columns = tuple(_with_field(one, name, sheet, field) for one in self.columns)
        return replace(self, columns=columns)

    def with_value(self, field: Field, words: str, means: str) -> "Mapping":
        """Let words of a field become something."""
        return replace(
            self,
            values=tuple(
                replace(one, means=means, sureness=Sureness.CHOSEN)
                if one.field is field and one.words == words
                else one
                for one in self.values
            ),
        )

    def with_sheet(self, name: str, *, read: bool) -> "Mapping":
        """Read a sheet, or do not; columns that only a sheet left out has go with it."""
        why = "chosen" if read else "left out"
        return replace(
            self,
            columns=tuple(one for one in self.columns if read or one.sheet != name),
            sheets=tuple(
                replace(one, read=read, why=why) if one.name == name else one for one in self.sheets
            ),
        )


def _with_field(one: ColumnChoice, name: str, sheet: str, field: Field) -> ColumnChoice:
    if one.name == name:
        return replace(one, field=field, sureness=Sureness.CHOSEN, why="chosen")
    if one.field is field and not field.may_repeat and one.sheet == sheet:
        why = f"{field.words} is read from “{name}” now"
        return replace(one, field=Field.NOTE, sureness=Sureness.CHOSEN, why=why)
    return one
