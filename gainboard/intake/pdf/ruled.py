"""The tables of a page whose columns are parted by upright rules."""

from collections.abc import Iterator, Sequence

from gainboard.intake.pdf.lines import Column, Grid, Line, Page, Rule, is_level, is_upright
from gainboard.intake.pdf.rows import rows_of

_SAME = 3.0  # points within which two rules are one
_MOST_COLUMNS = 15
_MOST_PLACES = 60
_LONG_CELL = 15  # lines: what holds more is a column of the page
_LEAST = 24.0  # points that upright rules must cover to part columns


def ruled_grids(page: Page) -> Iterator[tuple[list[Column | Grid], set[int]]]:
    """Give each table that has upright rules inside, and the ids of the lines in its cells.

    Rows that hold running text across the columns come as columns between its parts.
    """
    uprights = [rule for rule in page.rules if is_upright(rule)]
    levels = [rule for rule in page.rules if is_level(rule)]
    for low, high in _extents(uprights):
        inside = [rule for rule in uprights if rule.top > low and rule.bottom < high]
        across = [rule for rule in levels if low - _SAME < rule.bottom < high + _SAME]
        xs = _columns(inside, high - low)
        if across:
            xs = _places([*xs, min(r.left for r in across), max(r.right for r in across)])
        if not 2 < len(xs) <= _MOST_COLUMNS:
            continue
        lines = [line for line in page.lines if _inside(line, xs, low, high)]
        grid = _filled(lines, xs, _places([rule.bottom for rule in across]))
        if any(sum(bool(cell) for cell in row) > 1 for row in grid.rows):
            yield _parts(grid, xs), {id(line) for line in lines}


def _extents(uprights: Sequence[Rule]) -> list[tuple[float, float]]:
    """Give the stretches of a page's height that upright rules cover."""
    extents: list[tuple[float, float]] = []
    for rule in sorted(uprights, key=lambda rule: rule.bottom):
        if extents and rule.bottom <= extents[-1][1] + _SAME:
            low, high = extents[-1]
            extents[-1] = low, max(high, rule.top)
        else:
            extents.append((rule.bottom, rule.top))
    return extents


def _columns(uprights: Sequence[Rule], height: float) -> list[float]:
    """Give where upright rules stand; the sides of a lone highlighted line are none."""
    places = _places([rule.left for rule in uprights])
    if len(places) > _MOST_PLACES:
        return []  # a drawing
    needed = min(_LEAST, 0.8 * height)
    return [
        place
        for place in places
        if sum(r.top - r.bottom for r in uprights if place <= r.left <= place + _SAME) >= needed
    ]


def _places(values: Sequence[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value > places[-1] + _SAME:
            places.append(value)
    return places


def _inside(line: Line, xs: Sequence[float], low: float, high: float) -> bool:
    return low < _middle(line) < high and xs[0] - _SAME < line.left < xs[-1]


def _middle(line: Line) -> float:
    return line.bottom + line.size / 3


def _filled(lines: Sequence[Line], xs: Sequence[float], ys: Sequence[float]) -> Grid:
    width = len(xs) - 1
    placed = [(min(max(sum(x < line.left + 1 for x in xs), 1), width) - 1, line) for line in lines]
    if len(ys) < 3:
        return Grid(rows_of(placed, width), list(xs[:-1]))
    rows: dict[int, list[list[Line]]] = {}
    for column, line in placed:
        row = sum(y > _middle(line) for y in ys)
        rows.setdefault(row, [[] for _ in range(width)])[column].append(line)
    return Grid([rows[row] for row in sorted(rows)], list(xs[:-1]))


def _parts(grid: Grid, xs: Sequence[float]) -> list[Column | Grid]:
    if len(grid.rows) < 3 and max(len(cell) for row in grid.rows for cell in row) > _LONG_CELL:
        return [Column(cell) for row in grid.rows for cell in row if cell]
    parts: list[Column | Grid] = []
    rows: list[list[list[Line]]] = []
    for row in grid.rows:
        if not _is_running(row, xs):
            rows.append(row)
            continue
        parts += [*_as_table(rows, grid.lefts), Column([line for cell in row for line in cell])]
        rows = []
    return [*parts, *_as_table(rows, grid.lefts)]


def _as_table(rows: list[list[list[Line]]], lefts: list[float]) -> list[Column | Grid]:
    """Give rows as a table; one row alone is a heading or a form's line."""
    if len(rows) == 1:
        return [Column(cell) for cell in rows[0] if cell]
    return [Grid(rows, lefts)] if rows else []


def _is_running(row: Sequence[Sequence[Line]], xs: Sequence[float]) -> bool:
    filled = [(column, cell) for column, cell in enumerate(row) if cell]
    if len(filled) != 1 or len(filled[0][1]) < 4:
        return False
    column, cell = filled[0]
    return any(line.right > xs[column + 1] + 5 for line in cell)
