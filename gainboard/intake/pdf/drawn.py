"""The tables of a page that no upright rules part: lines beside one another, row after row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gainboard.intake.pdf.lines import Column, Grid, Line, beside
from gainboard.intake.pdf.marks import is_lone_mark
from gainboard.intake.pdf.rows import rows_of

_MOST_COLUMNS = 15
_FEWEST_CONTENTS = 3
_MOST_IN_CONTENTS = 3  # number, title, page
_MOST_LINES = 400
_NARROWEST = 2.5  # points that stay free between two columns
_FAR = 9.0  # letters' sizes from one row to the next at most


def drawn_grids(lines: Sequence[Line]) -> Iterator[tuple[list[Column | Grid], set[int]]]:
    """Give each table that begins with a row of lines beside one another, and its lines' ids.

    A table of contents comes as a column of lines with dots before the pages' numbers.
    """
    place = 0
    while place < len(lines) - 1:
        row = _row_at(lines, place)
        if len(row) < 2:
            place += 1
            continue
        placed = _reach(lines[place : place + _MOST_LINES], row)
        rows = rows_of(placed, len(row))
        if _is_table(rows):
            lefts = [min(line.left for at, line in placed if at == n) for n in range(len(row))]
            found = _contents(rows) or Grid(rows, lefts)
            yield [found], {id(line) for _, line in placed}
            place += len(placed)
        else:
            place += len(row)


def _row_at(lines: Sequence[Line], place: int) -> list[Line]:
    row = [lines[place]]
    for line in lines[place + 1 : place + _MOST_COLUMNS]:
        if not beside(row[-1], line) or line.left < row[-1].right:
            break
        row.append(line)
    return row


def _reach(lines: Sequence[Line], row: Sequence[Line]) -> list[tuple[int, Line]]:
    """Give the lines that leave the gutters between a row's lines free, each with its column."""
    gutters = [(one.right, other.left) for one, other in pairwise(row)]
    placed: list[tuple[int, Line]] = []
    lowest = lines[0].bottom
    for line in lines:
        narrowed = [_narrowed(gutter, line) for gutter in gutters]
        crosses = any(end - begin < _NARROWEST for begin, end in narrowed)
        if crosses or line.bottom < lowest - _FAR * line.size:
            break
        gutters = narrowed
        placed.append((sum(end < line.left + 1 for _, end in gutters), line))
        lowest = min(lowest, line.bottom)
    return _trimmed([(sum(end < line.left + 1 for _, end in gutters), line) for _, line in placed])


def _narrowed(gutter: tuple[float, float], line: Line) -> tuple[float, float]:
    begin, end = gutter
    if line.right <= begin or line.left >= end:
        return gutter
    if line.left > begin and line.right >= end:
        return begin, line.left
    if line.left <= begin and line.right < end:
        return line.right, end
    return begin, begin  # crossed, or a line that stands in the gutter


def _trimmed(placed: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Leave off what stands in the first column alone after the last full row."""
    last = max((place for place, (column, _) in enumerate(placed) if column), default=-1)
    kept = placed[: last + 1]
    for column, line in placed[last + 1 :]:
        below = next((one for at, one in reversed(kept) if at == column), None)
        if below is None or below.bottom - line.bottom > 1.45 * line.size:
            break
        kept.append((column, line))
    return kept


def _is_table(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    full = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if len(full) < 2:
        return False
    if len(rows[0]) > 2:
        return True
    if all(len(row[0]) == 1 and is_lone_mark(row[0][0]) for row in full if row[0]):
        return False
    return not _is_prose(rows)


def _contents(rows: Sequence[Sequence[Sequence[Line]]]) -> Column | None:
    pages = [cell[0].text for row in rows for cell in row[-1:] if cell]
    if len(rows) < _FEWEST_CONTENTS or not all(page.isdecimal() for page in pages):
        return None
    numbers = [int(page) for page in pages]
    if numbers != sorted(numbers) or len(rows[0]) > _MOST_IN_CONTENTS:
        return None
    return Column([_with_page(row) for row in rows])


def _with_page(row: Sequence[Sequence[Line]]) -> Line:
    *titles, page = [line for cell in row for line in cell]
    if not titles:
        return page
    words = " ".join(line.text for line in titles)
    return titles[-1]._replace(text=f"{words} ........ {page.text}", left=titles[0].left)


def _is_prose(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Say whether two columns are running text, drawn line by line."""
    both = [row for row in rows if row[0] and row[1]]
    if any(len(cell) > 1 for row in rows for cell in row):
        return False
    runs_on = sum(
        not row[0][0].text.endswith((".", ":", ";")) and following[0][0].text[:1].islower()
        for row, following in pairwise(both)
    )
    return runs_on * 3 > len(both)
