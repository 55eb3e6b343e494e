"""Rows of a table that no rules part, by the order in which its lines are drawn."""

from collections.abc import Sequence

from gainboard.intake.pdf.lines import Line

_GOES_ON = 1.45  # of a letter's size: the most from one line of a cell to its next
_APART = 1.9


def rows_of(placed: Sequence[tuple[int, Line]], width: int) -> list[list[list[Line]]]:
    """Part lines, each with its column: one in an earlier column than that before begins a row."""
    rows: list[list[list[Line]]] = []
    before = width
    for column, line in placed:
        if not rows or _begins(rows[-1], column, before, line):
            rows.append([[] for _ in range(width)])
        rows[-1][column].append(line)
        before = column
    return rows


def _begins(row: Sequence[Sequence[Line]], column: int, before: int, line: Line) -> bool:
    if column > before:
        return False
    if column < before:
        return not _goes_on(row, column, line)
    low = min(one.bottom for cell in row for one in cell)
    return line.bottom < low - _APART * line.size


def _goes_on(row: Sequence[Sequence[Line]], column: int, line: Line) -> bool:
    """Say whether a line goes on in its cell of the row before, in a table drawn line by line."""
    if not row[column] or (column == 0 and not line.text[:1].islower()):
        return False
    step = row[column][-1].bottom - line.bottom
    return 0 < step < _GOES_ON * line.size
