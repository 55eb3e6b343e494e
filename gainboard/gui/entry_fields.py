"""The fields of a journal entry in the board's words, before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gainboard.domain.changes import RowChange
from gainboard.domain.words import shorten
from gainboard.gui.wording import day

# Keys and places that mean something to the program alone.
_INSIDE = frozenset({"id", "position", "span_start", "span_end", "sha256", "size"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one record, the `number`th that changed; `before` is empty for a new one."""

    number: int
    record: str
    name: str
    before: str
    after: str

    @property
    def change(self) -> str:
        """Say the change on one line."""
        if not self.before:
            return self.after
        return f"{self.before} → {self.after or 'nothing'}"


def changed_fields(rows: Iterable[RowChange], length: int = 160) -> list[FieldChange]:
    """Return the fields that changed, each cut to a length; what people never see is left out."""
    return [field for n, row in enumerate(rows) for field in _fields(n, row, length)]


def _fields(number: int, row: RowChange, length: int) -> Iterator[FieldChange]:
    before, after = row.before or {}, row.after or {}
    for name in after or before:
        if name in _INSIDE or name.endswith("_id"):
            continue
        former, new = _words(before.get(name), length), _words(after.get(name), length)
        if former != new:
            yield FieldChange(
                number=number,
                record=_named(row.table),
                name=_named(name),
                before=former,
                after=new,
            )


def _words(value: Any, length: int) -> str:
    # A nought in these tables is a no, which is what everything new says of most things.
    if value is None or value in ("", 0):
        return ""
    text = str(value)
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return shorten(text, length)


def _named(column: str) -> str:
    words = column.replace("_", " ").removesuffix(" on")
    return words[:1].upper() + words[1:]
