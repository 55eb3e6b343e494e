"""A tracker under study: its workbook, what was proposed for it, what has been chosen so far."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from gainboard.domain.incoming.columns import same_columns
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import ColumnChoice, Mapping, Sureness, ValueChoice
from gainboard.domain.incoming.mapping_json import from_json, to_json
from gainboard.domain.incoming.meanings import meanings
from gainboard.domain.incoming.proposing import with_choices_of
from gainboard.domain.incoming.workbook import Workbook
from gainboard.errors import GainboardError

FORM = 1
_NEARLY = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Hold one tracker on its way in; `sheet` is the one its columns were proposed from."""

    path: Path
    name: str
    book: Workbook
    fresh: Mapping
    mapping: Mapping
    sheet: str

    @property
    def place(self) -> str:
        """Return the place its choices are kept at."""
        return f"tracker/{self.name}"

    @property
    def rows(self) -> int:
        """Return how many rows stand below the headers of the sheets that are read."""
        return sum(one.rows for one in self.mapping.sheets if one.read)

    @property
    def is_begun(self) -> bool:
        """Tell whether anything has been chosen that was not proposed."""
        return self.mapping != self.fresh


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Hold what was kept of a tracker: the choices made, and how it is known again."""

    path: Path
    sheet: str
    names: tuple[str, ...]
    choices: Mapping

    @property
    def told(self) -> str:
        """Say every choice, a line each."""
        columns = [f"{one.name}: {one.field.words}" for one in self.choices.columns]
        words = [
            f"{one.field.words} “{one.words}”: {meanings(one.field).get(one.means, one.means)}"
            for one in self.choices.values
        ]
        return "\n".join([*columns, *words])

    def is_of(self, book: Workbook, fresh: Mapping) -> bool:
        """Tell whether these are choices about a tracker of these columns."""
        if self.sheet:
            return book.sheet(self.sheet) is not None
        return same_columns(self.names, [one.name for one in fresh.columns]) >= _NEARLY


def main_sheet(mapping: Mapping) -> str:
    """Return the sheet a proposed mapping has its columns from: the one that best knows them."""
    read = [one for one in mapping.sheets if one.read]
    told = [one for one in read if not one.why.startswith("its columns are those of “")]
    return (told or read)[0].name if read else ""


def is_unclear(one: ColumnChoice) -> bool:
    """Tell whether what a column holds is still to be chosen, or the proposal to be checked."""
    return one.sureness is Sureness.UNSURE


def is_unknown(one: ColumnChoice) -> bool:
    """Tell whether nobody has understood what a column holds; it is kept as a note until then."""
    return is_unclear(one) and one.field is Field.NOTE


def write_study(study: Study) -> str:
    """Return the choices made so far as JSON; what was only proposed is proposed again."""
    mapping = study.mapping
    chosen = replace(
        mapping,
        columns=tuple(one for one in mapping.columns if _is_chosen(one)),
        values=tuple(one for one in mapping.values if one.means and _is_chosen(one)),
    )
    kept = {
        "form": FORM,
        "path": str(study.path),
        "sheet": study.sheet if study.sheet != main_sheet(study.fresh) else "",
        "names": [one.name for one in mapping.columns],
        "choices": to_json(chosen),
    }
    return json.dumps(kept, ensure_ascii=False)


def read_kept(words: str) -> Kept | None:
    """Return what was kept as JSON; None where it is of another form."""
    try:
        kept = json.loads(words)
        if kept["form"] != FORM:
            return None
        return Kept(
            path=Path(kept["path"]),
            sheet=str(kept["sheet"]),
            names=tuple(map(str, kept["names"])),
            choices=from_json(kept["choices"]),
        )
    except (ValueError, KeyError, TypeError, GainboardError):
        # A draft of an older or newer program: the workbook itself is still there to be read.
        return None


def resumed(study: Study, kept: Kept) -> Study:
    """Return a study with the choices that were kept of it."""
    mapping = with_choices_of(study.book, study.mapping, kept.choices)
    titled = replace(
        mapping,
        report_title=kept.choices.report_title,
        source_kind=kept.choices.source_kind,
    )
    return replace(study, mapping=titled)


def _is_chosen(one: ColumnChoice | ValueChoice) -> bool:
    return one.sureness is Sureness.CHOSEN
