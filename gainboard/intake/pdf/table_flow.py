"""Tables over the pages they run: one number, one header, and rows that a page's end had parted."""

from collections.abc import Iterator, Sequence

from gainboard.intake.pdf.lines import Grid, Line
from gainboard.intake.source import Cell

_FEW = 30  # rows looked back at
Row = list[list[Line]]


class TableFlow:
    """Number the tables of a document and their rows."""

    def __init__(self) -> None:
        self._number = -1
        self._rows: list[Row] = []
        self._lefts: list[float] = []

    def add(self, grid: Grid) -> Iterator[tuple[Cell, list[Line]]]:
        """Take a page's grid; gives the cells of the table before, if this one begins another."""
        if not self._rows or not _alike(self._lefts, grid.lefts):
            yield from self.end()
            self._rows, self._lefts = list(grid.rows), grid.lefts
            return
        rows = grid.rows
        if _words(rows[0]) == _words(self._rows[0]):
            rows = rows[1:]
        if rows and _is_rest(rows[0], self._rows):
            last = self._rows[-1]
            self._rows[-1] = [one + other for one, other in zip(last, rows[0], strict=True)]
            rows = rows[1:]
        self._rows += rows

    def end(self) -> Iterator[tuple[Cell, list[Line]]]:
        """End the table that was being taken, and give its filled cells."""
        if self._rows:
            self._number += 1
        for place, row in enumerate(self._rows):
            for column, lines in enumerate(row):
                if lines:
                    yield Cell(table=self._number, row=place, column=column), lines
        self._rows = []


def _is_rest(row: Row, before: Sequence[Row]) -> bool:
    """Say whether a page's first row is the rest of the last row of the page before."""
    last = before[-1]
    if not row[0] and last[0] and all(other[0] for other in before[1:][-_FEW:]):
        return True
    return any(
        one and other and one[-1].text[-1:] not in ".;:!?" and other[0].text[:1].islower()
        for one, other in zip(last, row, strict=True)
    )


def _alike(lefts: Sequence[float], others: Sequence[float]) -> bool:
    return len(lefts) == len(others) and all(
        abs(one - other) < 15 for one, other in zip(lefts, others, strict=True)
    )


def _words(row: Row) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row]
