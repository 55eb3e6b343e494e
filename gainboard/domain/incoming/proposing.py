"""A mapping proposed for a workbook: which sheets are the tracker, what columns and words mean."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log2

from gainboard.domain.incoming.columns import propose_columns, same_columns
from gainboard.domain.incoming.fields import CHOSEN, Field
from gainboard.domain.incoming.headers import (
    Header,
    filled_rows,
    find_header,
    header_at,
    titles_above,
)
from gainboard.domain.incoming.mapping import (
    ColumnChoice,
    Mapping,
    SheetChoice,
    Sureness,
    ValueChoice,
)
from gainboard.domain.incoming.meanings import plain_value, proposed_meaning
from gainboard.domain.incoming.places import known_as, places_by_sheet
from gainboard.domain.incoming.workbook import Sheet, Workbook, words_of
from gainboard.errors import GainboardError

_MOST_WORDS = 500
_LONGEST_TITLE = 120
_NO_TITLE = re.compile(
    r"\bOFFICIAL\b|\bRESTRICTED\b|\bCONFIDENTIAL\b|\bSENSITIVE\b|\bNOT PROTECTIVELY MARKED\b"
    r"|(?i:^(?:last )?(?:updated|reviewed|saved|printed|as (?:at|of)|version|page|date|prepared by"
    r"|owner|author|key|notes?)\b)"
)
_TELLING = re.compile(
    r"\b(?:trackers?|recommendations?|reports?|reviews?|inspections?|audits?|inquir(?:y|ies)|plan"
    r"|log|register|schedule)\b",
    re.IGNORECASE,
)
_WEIGHT = {Sureness.SURE: 1.0, Sureness.LIKELY: 0.6, Sureness.UNSURE: 0.3, Sureness.CHOSEN: 1.0}


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    sheet: Sheet
    header: Header | None
    columns: tuple[ColumnChoice, ...] = ()

    @cached_property
    def rows(self) -> int:
        return filled_rows(self.sheet, self.header) if self.header else 0

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


def with_sheet_read(book: Workbook, mapping: Mapping, name: str, *, read: bool = True) -> Mapping:
    """Return the mapping with a sheet read or left, and what the columns hold that come with it."""
    return _with_columns_of(book, mapping.with_sheet(name, read=read))


def with_choices_of(book: Workbook, mapping: Mapping, former: Mapping) -> Mapping:
    """Return a mapping with the choices of a former one for all that both have."""
    mapping = _with_columns_of(book, _with_sheets_of(mapping, former))
    fields = {plain_value(one.name): one.field for one in former.columns}
    columns = tuple(
        replace(one, field=fields[plain_value(one.name)], sureness=Sureness.CHOSEN, why="as before")
        if plain_value(one.name) in fields
        else one
        for one in mapping.columns
    )
    chosen = replace(
        mapping,
        columns=_once_each(columns),
        values=tuple(one for one in former.values if one.means),
        report_title=former.report_title or mapping.report_title,
        source_kind=former.source_kind or mapping.source_kind,
    )
    return with_values_of(book, chosen)


def _with_sheets_of(mapping: Mapping, former: Mapping) -> Mapping:
    reads = {one.name: one.read for one in former.sheets}
    sheets = tuple(
        replace(one, read=reads[one.name], why="as before")
        if one.name in reads and one.header_bottom is not None and one.read != reads[one.name]
        else one
        for one in mapping.sheets
    )
    return replace(mapping, sheets=sheets) if any(one.read for one in sheets) else mapping


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
    if not one.worth:
        return False, "no column of it seems to hold recommendations"
    if not _shares_text(one, main):
        return (
            False,
            f"its columns are not those of “{main.sheet.name}”; tick it if it is to be read",
        )
    if one.sheet.hidden:
        return False, "it is hidden, though its columns are those of a tracker"
    return True, f"it goes on with “{main.sheet.name}”"


def _shares_text(one: _Candidate, main: _Candidate) -> bool:
    """Tell whether the recommendations stand in a column of the same name in both."""
    assert one.header is not None
    texts = {column.name for column in main.columns if column.field is Field.TEXT}
    known = known_as(one.header, [column.name for column in main.columns])
    return not texts.isdisjoint(known.values())


def _columns(
    candidates: Sequence[_Candidate], sheets: Sequence[SheetChoice], main: _Candidate
) -> Iterator[ColumnChoice]:
    """Yield the tracker's columns, then those that only other sheets have."""
    found = list(main.columns)
    for one, choice in zip(candidates, sheets, strict=True):
        if choice.read and one.header is not None:
            found += _own_columns(one.sheet, one.header, one.columns, found)
    yield from found


def _own_columns(
    sheet: Sheet, header: Header, columns: Sequence[ColumnChoice], known: Sequence[ColumnChoice]
) -> list[ColumnChoice]:
    """Return the columns of a sheet that are not known by the names of others."""
    there = known_as(header, [one.name for one in known])
    return [replace(one, sheet=sheet.name) for one in columns if one.place not in there]


def _with_columns_of(book: Workbook, mapping: Mapping) -> Mapping:
    """Propose the columns that only a sheet has which is read now."""
    columns = list(mapping.columns)
    for choice in mapping.sheets:
        sheet = book.sheet(choice.name) if choice.read else None
        if sheet is not None and choice.header_bottom is not None:
            header = header_at(sheet, choice.header_bottom)
            columns += _own_columns(sheet, header, propose_columns(sheet, header), columns)
    return replace(mapping, columns=tuple(columns))


def _title(book: Workbook, main: _Candidate) -> str:
    assert main.header is not None
    above = [title for title in titles_above(main.sheet, main.header) if _is_title(title)]
    telling = [title for title in above if _TELLING.search(title)]
    return next(iter(telling or above), book.name.rpartition(".")[0] or book.name)


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and _NO_TITLE.search(words) is None


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
