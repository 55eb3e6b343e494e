"""Which rows of a tracker are recommendations, and which are headings, totals and notes."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from gainboard.domain.incoming.cells import Meanings, RowCells
from gainboard.domain.incoming.entry import Entry, Outcome, Remark, RowRead, TrackerRead
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.headers import Header, repeats
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.meanings import plain_value, proposed_meaning
from gainboard.domain.incoming.places import Places, places_by_sheet
from gainboard.domain.incoming.workbook import Cell, Sheet, Workbook, cell_name, words_of
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError

_TOTAL = re.compile(
    r"(?:grand |sub ?)?totals?\b|sum\b|count\b|number of |average\b|percentage\b", re.IGNORECASE
)
_NOTE = re.compile(
    r"(?:notes?|nb|n\.b\.|key|guidance|source|last updated|prepared by|legend|end of|\*)\b",
    re.IGNORECASE,
)
_WIDEST_FILL = 5_000
_LONGEST_WORDS = 30_000


def read_rows(book: Workbook, mapping: Mapping, *, first_day: bool = False) -> TrackerRead:
    """Read every filled row of the sheets that are read.

    Raises GainboardError E-NO-TEXT-COLUMN where no column is said to hold the recommendations.
    """
    if mapping.column_of(Field.TEXT) is None:
        raise GainboardError(
            "E-NO-TEXT-COLUMN",
            f"No column of “{book.name}” is said to hold the recommendations; nothing was taken "
            "in. Choose the one that does.",
        )
    meanings = {(one.field, plain_value(one.words)): one.means for one in mapping.values}
    rows: list[RowRead] = []
    remarks: list[Remark] = []
    for sheet, header, places in places_by_sheet(book, mapping):
        if not places.get(Field.TEXT):
            rows += _rows_unread(sheet, header)
            continue
        reader = _SheetReader(sheet, header, places, meanings, first_day=first_day)
        rows += reader.read()
        remarks += reader.remarks
    return TrackerRead(rows=tuple(rows), remarks=tuple(remarks))


def _rows_unread(sheet: Sheet, header: Header) -> Iterator[RowRead]:
    """Yield the rows of a sheet in which nothing says where the recommendations stand."""
    says = "no column of this sheet is said to hold the recommendations"
    for row in range(header.bottom + 1, len(sheet.rows)):
        if any(map(words_of, sheet.rows[row])):
            yield RowRead(
                sheet=sheet.name,
                row=row,
                outcome=Outcome.NOT_MADE,
                says=says,
                words=_row_words(sheet, row),
            )


def _row_words(sheet: Sheet, row: int) -> str:
    filled = (words_of(cell) for cell in sheet.rows[row])
    return shorten(" | ".join(filter(None, filled)), _LONGEST_WORDS)


class _SheetReader:
    """Walks down one sheet; a heading names the report of the rows below where no column does."""

    def __init__(
        self, sheet: Sheet, header: Header, places: Places, meanings: Meanings, *, first_day: bool
    ) -> None:
        self.remarks: list[Remark] = []
        self._sheet = sheet
        self._header = header
        self._places = places
        self._meanings = meanings
        self._first_day = first_day
        self._merged = _merged_into(sheet, header.bottom + 1)
        self._text = places[Field.TEXT][0]
        self._report = ""
        self._has_entry = False
        self._sheet_status = self._status_of_sheet()
        self._last = self._last_regular()

    def read(self) -> Iterator[RowRead]:
        """Yield what each filled row is."""
        for row in range(self._header.bottom + 1, len(self._sheet.rows)):
            filled = self._filled(row)
            if filled:
                yield self._row(row, filled)
        self._remark_faults()

    def _row(self, row: int, filled: list[int]) -> RowRead:
        if repeats(self._sheet.rows[row], self._header):
            return self._other(row, Outcome.HEADING, "the names of the columns again")
        if len(filled) == 1 and self._stands_across(row, filled[0]) and row < self._last:
            self._has_entry = False
            return self._heading(row, filled[0])
        if not self._words(row, self._text):
            return self._without_text(row, filled)
        if self._is_total(row, filled):
            return self._other(row, Outcome.NOT_MADE, "it is a total")
        if filled == [self._text] and self._is_note(row):
            return self._other(row, Outcome.NOT_MADE, "it is a note, not a recommendation")
        self._has_entry = True
        return RowRead(
            sheet=self._sheet.name, row=row, outcome=Outcome.MADE, entry=self._entry(row)
        )

    def _without_text(self, row: int, filled: list[int]) -> RowRead:
        if self._is_covered_from_above(row, self._text) or self._only_updates(filled):
            says = "more of the row above"
            entry = self._entry(row, self._sheet.rows[row].__getitem__)
            return RowRead(
                sheet=self._sheet.name, row=row, outcome=Outcome.JOINED, says=says, entry=entry
            )
        if self._is_total(row, filled):
            return self._other(row, Outcome.NOT_MADE, "it is a total")
        if len(filled) == 1 and row < self._last:
            return self._heading(row, filled[0])
        if len(filled) == 1:
            return self._other(row, Outcome.NOT_MADE, "it is a note, not a recommendation")
        says = f"{cell_name(row, self._text)} is empty: there is no recommendation in this row"
        return self._other(row, Outcome.NOT_MADE, says)

    def _heading(self, row: int, column: int) -> RowRead:
        words = " ".join(self._words(row, column).split())
        if self._places.get(Field.REPORT):
            return self._other(row, Outcome.HEADING, "it is a heading")
        self._report = words
        return self._other(row, Outcome.HEADING, "it names the report of the rows below")

    def _entry(self, row: int, cell_at: Callable[[int], Cell] | None = None) -> Entry:
        cells = RowCells(
            sheet=self._sheet.name,
            row=row,
            names=self._header.names,
            places=self._places,
            cell_at=cell_at or partial(self._cell, row),
            meanings=self._meanings,
            first_day=self._first_day,
        )
        entry = cells.entry(self._report, self._sheet_status)
        self.remarks += cells.remarks
        return entry

    def _other(self, row: int, outcome: Outcome, says: str) -> RowRead:
        words = _row_words(self._sheet, row)
        return RowRead(sheet=self._sheet.name, row=row, outcome=outcome, says=says, words=words)

    def _cell(self, row: int, column: int) -> Cell:
        """Return a cell, the first of its merged range where it is one of the others."""
        cell = self._sheet.rows[row][column]
        if words_of(cell):
            return cell
        top, left = self._merged.get((row, column), (row, column))
        return self._sheet.rows[top][left] if left == column else cell

    def _words(self, row: int, column: int) -> str:
        return words_of(self._sheet.rows[row][column])

    def _filled(self, row: int) -> list[int]:
        cells = self._sheet.rows[row]
        return [column for column, cell in enumerate(cells) if words_of(cell)]

    def _stands_across(self, row: int, column: int) -> bool:
        """Tell whether a cell is merged over most of its row, as headings are."""
        widths = (
            span.right - span.left + 1
            for span in self._sheet.merged
            if span.top == row == span.bottom and span.left == column
        )
        return max(widths, default=0) >= max(3, len(self._header.names) // 2)

    def _is_covered_from_above(self, row: int, column: int) -> bool:
        top, _ = self._merged.get((row, column), (row, column))
        return top < row

    def _only_updates(self, filled: list[int]) -> bool:
        """Tell whether nothing but updates stands in a row: they go on with the row above."""
        told = (*self._places.get(Field.UPDATE, ()), *self._places.get(Field.UPDATED_ON, ()))
        return self._has_entry and all(column in told for column in filled)

    def _is_total(self, row: int, filled: list[int]) -> bool:
        first = self._words(row, filled[0])
        others = [self._words(row, column) for column in filled[1:]]
        counts = all(words.replace(".", "").replace("%", "").isdecimal() for words in others)
        return len(first) <= 60 and counts and _TOTAL.match(first) is not None

    def _is_note(self, row: int) -> bool:
        """Tell whether a text alone in its row is a note: by its words, or below the table."""
        usual = any(self._places.get(field) for field in (Field.NUMBER, Field.REF, Field.STATUS))
        return usual and (row > self._last or _NOTE.match(self._words(row, self._text)) is not None)

    def _last_regular(self) -> int:
        """Return the last row that has a text and something beside it."""
        for row in range(len(self._sheet.rows) - 1, self._header.bottom, -1):
            filled = self._filled(row)
            if self._text in filled and (len(filled) > 1 or len(self._header.names) == 1):
                return row
        return len(self._sheet.rows)

    def _status_of_sheet(self) -> str:
        """Return what the sheet's own name says of its rows: "Closed", "Live"."""
        if self._places.get(Field.STATUS):
            return ""
        return proposed_meaning(Field.STATUS, self._sheet.name)

    def _remark_faults(self) -> None:
        left = set(self._places.get(Field.LEAVE, ()))
        for row, column, words in self._sheet.faults:
            if row > self._header.bottom and column not in left:
                says = f"“{words}” is an error of the workbook; the cell was read as empty"
                cell = cell_name(row, column)
                self.remarks.append(
                    Remark(sheet=self._sheet.name, cell=cell, words=words, says=says)
                )


def _merged_into(sheet: Sheet, first: int) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell of a merged range, but its first, where the first is."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    height = len(sheet.rows)
    for span in sheet.merged:
        bottom, right = min(span.bottom, height - 1), min(span.right, sheet.width - 1)
        size = (bottom - span.top + 1) * (right - span.left + 1)
        if span.top < first or size > _WIDEST_FILL:
            continue
        for row in range(span.top, bottom + 1):
            for column in range(span.left, right + 1):
                if (row, column) != (span.top, span.left):
                    found[row, column] = (span.top, span.left)
    return found
