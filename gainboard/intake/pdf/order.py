"""The order in which a page is read: its columns one after another, its tables in their place."""

from collections.abc import Iterator, Sequence

from gainboard.intake.pdf.columns import columns_of
from gainboard.intake.pdf.drawn import drawn_grids
from gainboard.intake.pdf.lines import Column, Grid, Line, Page
from gainboard.intake.pdf.marks import with_their_words
from gainboard.intake.pdf.mended import with_large_initials
from gainboard.intake.pdf.ruled import ruled_grids

_SHORTEST = 10  # letters: what is shorter may be a mark apart from its words


def stretches_of(page: Page) -> list[Column | Grid]:
    """Give a page's columns and tables in the order of reading."""
    if not page.rules and _falls(page.lines):
        return [Column(page.lines)] if page.lines else []
    lines = with_large_initials(_once(page.lines))
    grids: list[tuple[list[Column | Grid], set[int]]] = []
    taken: set[int] = set()
    if page.rules or any(True for _ in _climbs(lines)):
        grids = list(ruled_grids(page._replace(lines=lines)))
        taken = set().union(*(ids for _, ids in grids))
        free = [line for line in lines if id(line) not in taken]
        for grid, ids in drawn_grids(free):
            grids.append((grid, ids))
            taken |= ids
    if taken:
        apart = with_their_words([line for line in lines if id(line) not in taken])
        lines = _merged(lines, apart, taken)
    else:
        lines = with_their_words(lines)
    return list(_in_order(lines, grids, taken))


def _merged(lines: Sequence[Line], apart: Sequence[Line], taken: set[int]) -> list[Line]:
    """Put the lines outside tables back among those inside, each in its place."""
    rest = iter(apart)
    kept = {(line.right, line.bottom) for line in apart}
    return [
        line if id(line) in taken else next(rest)
        for line in lines
        if id(line) in taken or (line.right, line.bottom) in kept
    ]


def _falls(lines: Sequence[Line]) -> bool:
    """Say whether each line stands below the one before, as on most pages."""
    reached = float("inf")
    for line in lines:
        if line.bottom > reached - 0.5 * line.size or len(line.text) < _SHORTEST:
            return False
        reached = line.bottom
    return True


def _once(lines: Sequence[Line]) -> list[Line]:
    """Drop what is drawn twice at one place, as for a shadow."""
    if len({line.text for line in lines}) == len(lines):
        return list(lines)
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for line in lines:
        key = line.text, round(line.left / 3), round(line.bottom / 3)
        if key not in seen:
            kept.append(line)
            seen.add(key)
    return kept


def _climbs(lines: Sequence[Line]) -> Iterator[int]:
    for place in range(1, len(lines)):
        if lines[place].bottom > lines[place - 1].bottom - 0.5 * lines[place].size:
            yield place


def _in_order(
    lines: Sequence[Line], grids: Sequence[tuple[list[Column | Grid], set[int]]], taken: set[int]
) -> Iterator[Column | Grid]:
    waiting = list(grids)
    free: list[Line] = []
    for line in lines:
        if id(line) not in taken:
            free.append(line)
            continue
        first = next((one for one in waiting if id(line) in one[1]), None)
        if first is not None:
            yield from columns_of(free)
            free = []
            for part in first[0]:
                yield from _as_form(part)
            waiting.remove(first)
    yield from columns_of(free)


def _as_form(part: Column | Grid) -> Iterator[Column | Grid]:
    """Give a form, whose first column asks and whose second answers, as lines of its fields."""
    if isinstance(part, Column) or len(part.lefts) != 2:
        yield part
        return
    asked = [row[0][-1].text.endswith(":") for row in part.rows if row[0]]
    if sum(asked) * 4 < len(part.rows) * 3:
        yield part
        return
    for row in part.rows:
        words = " ".join(line.text for cell in row for line in cell)
        first = next(line for cell in row for line in cell)
        yield Column([first._replace(text=words)])
