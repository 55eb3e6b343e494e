"""Columns of running text, also where a file draws them line by line across the page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gainboard.intake.pdf.lines import Column, Line, beside

_FEWEST = 3  # lines that a column has at least
_SAME = 3.0  # points within which lines begin at one edge
_DEEPEST = 4  # columns that are looked for beside one another


def columns_of(lines: Sequence[Line]) -> list[Column]:
    """Give lines as columns in the order of reading; that in which they are drawn, if it is one."""
    if _across(lines) >= _FEWEST:
        return [Column(part) for part in _sorted(list(lines), _DEEPEST)]
    return [Column(part) for part in parted_at_climbs(lines)]


def parted_at_climbs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where the next stands higher than the one before."""
    column: list[Line] = []
    for line in lines:
        if column and line.bottom > column[-1].bottom + 0.5 * line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _across(lines: Sequence[Line]) -> int:
    """Count how often a line is drawn beside the one before it."""
    return sum(other.left > one.right and beside(one, other) for one, other in pairwise(lines))


def _sorted(lines: list[Line], deepest: int) -> Iterator[list[Line]]:
    gutter = _gutter(lines) if deepest else None
    if gutter is None:
        yield from parted_at_climbs(lines)
        return
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.left >= gutter - _SAME:
            right.append(line)
        elif line.right <= gutter:
            left.append(line)
        else:
            yield from _both(left, right, deepest)
            yield [line]
            left, right = [], []
    yield from _both(left, right, deepest)


def _both(left: list[Line], right: list[Line], deepest: int) -> Iterator[list[Line]]:
    if left:
        yield left
    if right:
        yield from _sorted(right, deepest - 1)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Find where a second column begins: an edge that few lines cross."""
    edges = Counter(round(line.left / _SAME) for line in lines)
    first = min((edge for edge, count in edges.items() if count >= _FEWEST), default=None)
    for edge in sorted(edge for edge, count in edges.items() if count >= _FEWEST):
        left = edge * _SAME
        before = sum(line.right <= left for line in lines)
        after = sum(line.left >= left - _SAME for line in lines)
        crossing = len(lines) - before - after
        if edge != first and before >= _FEWEST and crossing * 4 <= len(lines):
            return left
    return None
