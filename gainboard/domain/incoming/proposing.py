"""A mapping proposed for a workbook: which sheets are the tracker, what columns and words mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from gainboard.domain.incoming.columns import propose_columns, same_columns
from gainboard.domain.incoming.fields import CHOSEN, Field
from gainboard.domain.incoming.headers import Header, find_header, titles_above
from gainboard.domain.incoming.mapping import (
    ColumnChoice,
    Mapping,
    SheetChoice,
    Sureness,
    ValueChoice,
)
from gainboard.domain.incoming.meanings import plain_value, proposed_meaning
from gainboard.domain.incoming.places import places_by_sheet
from gainboard.domain.incoming.workbook import Sheet, Workbook, words_of
from gainboard.errors import GainboardError

_MOST_WORDS = 500
_WEIGHT = {Sureness.SURE: 1.0, Sureness.LIKELY: 0.6, Sureness.UNSURE: 0.3, Sureness.CHOSEN: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    sheet: Sheet
    header: Header | None
    columns: tuple[ColumnChoice, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.sheet.rows) - self.header.bottom - 1 if self.header else 0

    @property
    def worth(self) -> float:
        """Weigh how much a sheet looks like the tracker: its columns, then its rows."""
        if not self.rows or not any(one.field is Field.TEXT for one in self.columns):
            return 0.0
        told = sum(
            _WEIGHT[one.sureness]
            for one in self.columns
            if one.field not in (Field.NOTE, Field.LEAVE)
        )
        return told * log2(2 + self.rows) * (0.5 if self.sheet.hidden else 1)


def propose_mapping(book: Workbook, sheet: str = "") -> Mapping:
    """Propose what a workbook means; `sheet` is the one to read, where it is known.

    Raises GainboardError E-NO-SHEET for a sheet that is not there, E-NO-HEADER where no sheet has
    a row that names columns.
    """
    candidates = [_candidate(one) for one in book.sheets if sheet in ("", one.name)]
    if not candidates:
        names = ", ".join(f"“{one.name}”" for one in book.sheets)
        raise GainboardError(
            "E-NO-SHEET",
            f"“{book.name}” has no sheet “{sheet}”; nothing was taken in. It has {names}.",
        )
    main = max(candidates, key=lambda one: (one.worth, one.rows))
    if main.header is None:
        raise GainboardError(
            "E-NO-HEADER",
            f"No row of “{book.name}” names its columns, so that nobody can say what they hold; "
            "nothing was taken in. Put a row of names above the table, and take it in again.",
        )
    sheets = tuple(_sheets(candidates, main))
    unread = [_unread(one) for one in book.sheets if sheet not in ("", one.name)]
    found = Mapping(
        name=book.name,
        sheets=(*sheets, *unread),
        columns=tuple(_columns(candidates, sheets, main)),
        report_title=_title(book, main),
    )
    return with_values_of(book, found)


def with_values_of(book: Workbook, mapping: Mapping) -> Mapping:
    """Return the mapping with the words that stand in its columns now; choices made are kept."""
    return replace(mapping, values=tuple(_values(book, mapping)))


def with_choices_of(book: Workbook, mapping: Mapping, former: Mapping) -> Mapping:
    """Return a mapping with the choices of a former one for all that both have."""
    fields = {plain_value(one.name): one.field for one in former.columns}
    columns = tuple(
        replace(one, field=fields[plain_value(one.name)], sureness=Sureness.CHOSEN, why="as before")
        if plain_value(one.name) in fields
        else one
        for one in mapping.columns
    )
    reads = {one.name: one.read for one in former.sheets}
    sheets = tuple(
        replace(one, read=reads[one.name], why="as before")
        if one.name in reads and one.header_bottom is not None and one.read != reads[one.name]
        else one
        for one in mapping.sheets
    )
    chosen = replace(
        mapping,
        sheets=sheets if any(one.read for one in sheets) else mapping.sheets,
        columns=_once_each(columns),
        values=tuple(one for one in former.values if one.means),
        report_title=former.report_title or mapping.report_title,
        source_kind=former.source_kind or mapping.source_kind,
    )
    return with_values_of(book, chosen)


def fits(mapping: Mapping, former: Mapping) -> float:
    """Return how well a former mapping fits the columns of a new one, from 0 to 1."""
    return same_columns([one.name for one in former.columns], [one.name for one in mapping.columns])


def _candidate(sheet: Sheet) -> _Candidate:
    header = find_header(sheet)
    columns = propose_columns(sheet, header) if header else ()
    return _Candidate(sheet=sheet, header=header, columns=columns)


def _sheets(candidates: Sequence[_Candidate], main: _Candidate) -> Iterator[SheetChoice]:
    """Yield every sheet: the tracker, those that go on with it, and why the others are not read."""
    for one in candidates:
        read, why = _read(one, main)
        yield SheetChoice(
            name=one.sheet.name,
            read=read,
            why=why,
            header_top=one.header.top if one.header else None,
            header_bottom=one.header.bottom if one.header else None,
            rows=one.rows,
        )


def _unread(sheet: Sheet) -> SheetChoice:
    return SheetChoice(name=sheet.name, read=False, why="another sheet was chosen")


def _read(one: _Candidate, main: _Candidate) -> tuple[bool, str]:
    if one is main:
        return True, "its columns are those of a tracker"
    if not one.sheet.rows:
        return False, "it is empty"
    if one.header is None:
        return False, "no row names its columns"
    if not one.rows or not one.worth or not _shares_text(one, main):
        return False, "its columns are others"
    if one.sheet.hidden:
        return False, "it is hidden, though its columns are those of a tracker"
    return True, f"it goes on with “{main.sheet.name}”"


def _shares_text(one: _Candidate, main: _Candidate) -> bool:
    """Tell whether the recommendations stand in a column of the same name in both."""
    assert one.header is not None
    names = [column.name for column in main.columns if column.field is Field.TEXT]
    return same_columns(names, one.header.names) == 1


def _columns(
    candidates: Sequence[_Candidate], sheets: Sequence[SheetChoice], main: _Candidate
) -> Iterator[ColumnChoice]:
    """Yield the tracker's columns, then those that only other sheets have."""
    yield from main.columns
    known = {plain_value(one.name) for one in main.columns}
    for one, choice in zip(candidates, sheets, strict=True):
        for column in one.columns if choice.read else ():
            if plain_value(column.name) not in known:
                known.add(plain_value(column.name))
                yield replace(column, sheet=one.sheet.name)


def _title(book: Workbook, main: _Candidate) -> str:
    assert main.header is not None
    above = [title for title in titles_above(main.sheet, main.header) if len(title) <= 120]
    return above[0] if above else book.name.rpartition(".")[0] or book.name


def _values(book: Workbook, mapping: Mapping) -> Iterator[ValueChoice]:
    """Yield each different word of the fields that have to be chosen, most often first."""
    chosen = {
        (one.field, plain_value(one.words)): one
        for one in mapping.values
        if one.sureness is Sureness.CHOSEN
    }
    for field in CHOSEN:
        for words, count in _words(book, mapping, field):
            former = chosen.get((field, plain_value(words)))
            means = former.means if former else proposed_meaning(field, words)
            sureness = former.sureness if former else Sureness.LIKELY if means else Sureness.UNSURE
            yield ValueChoice(field=field, words=words, means=means, count=count, sureness=sureness)


def _words(book: Workbook, mapping: Mapping, field: Field) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    said: dict[str, str] = {}
    for sheet, header, places in places_by_sheet(book, mapping):
        for place in places.get(field, ()):
            for row in sheet.rows[header.bottom + 1 :]:
                words = " ".join(words_of(row[place]).split())
                if plain := plain_value(words):
                    counts[plain] += 1
                    said.setdefault(plain, words)
    return [(said[plain], count) for plain, count in counts.most_common(_MOST_WORDS)]


def _once_each(columns: tuple[ColumnChoice, ...]) -> tuple[ColumnChoice, ...]:
    """Let a field that may stand once be read from the column that was chosen for it."""
    holders = {
        (one.field, one.sheet): one.name for one in columns if one.sureness is Sureness.CHOSEN
    }
    return tuple(
        replace(one, field=Field.NOTE)
        if not one.field.may_repeat and holders.get((one.field, one.sheet), one.name) != one.name
        else one
        for one in columns
    )
