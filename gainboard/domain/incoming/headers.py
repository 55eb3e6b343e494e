"""Which row of a sheet names its columns: below titles, in one row or in two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gainboard.domain.incoming.days import read_day
from gainboard.domain.incoming.names import is_known, plain_header
from gainboard.domain.incoming.workbook import Cell, Row, Sheet, column_letters, words_of

_LOOKED_AT = 60
_YEAR = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")
_SHORT = 60
_LONGEST = 300
_ENOUGH_KNOWN = 2
_MANY_TIMES = 3
# What stands in the lower row of two, under "Dates" or "Lead".
_PARTS = frozenset(
    "original revised initial current actual target new first second latest previous forecast exec "
    "executive strategic tactical delivery operational name rank post group force text words no "
    "title date source by when yes number short long".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Hold the first and last row of a header, and the name of each column; empty where none.

    `said` are the words of its cells, column by column, as a page's head would say them again.
    """

    top: int
    bottom: int
    names: tuple[str, ...]
    said: tuple[frozenset[str], ...] = ()


def find_header(sheet: Sheet) -> Header | None:
    """Return the row or the two rows that name the columns; None where no row does."""
    best, score = None, 0.0
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        worth = _worth(row)
        if worth > score:
            best, score = place, worth
    if best is None or score < 2:
        return None
    return header_at(sheet, best)


def header_at(sheet: Sheet, place: int) -> Header:
    """Return the header that a row belongs to, with the row above or below that goes with it."""
    above = place > 0 and _groups(sheet, place - 1, place)
    below = not above and place + 1 < len(sheet.rows) and _groups(sheet, place, place + 1)
    top = place - 1 if above else place
    bottom = place + 1 if below else place
    names = tuple(_names(sheet, top, bottom))
    said = tuple(
        frozenset({plain_header(words_of(row[column])) for row in sheet.rows[top : bottom + 1]})
        | {plain_header(name)}
        for column, name in enumerate(names)
    )
    return Header(top=top, bottom=bottom, names=names, said=said)


def filled_rows(sheet: Sheet, header: Header) -> int:
    """Count the rows below a header that have words."""
    return sum(1 for row in sheet.rows[header.bottom + 1 :] if any(map(words_of, row)))


def titles_above(sheet: Sheet, header: Header) -> list[str]:
    """Return the words that stand alone above a header: what the sheet is called."""
    rows = [[words_of(cell) for cell in row if words_of(cell)] for row in sheet.rows[: header.top]]
    return [" ".join(dict.fromkeys(row)) for row in rows if len(set(row)) == 1]


def repeats(row: Row, header: Header) -> bool:
    """Tell whether a row says the names of the columns again, as at the head of each page."""
    words = [words_of(cell) for cell in row]
    told = [(one, names) for one, names in zip(words, header.said, strict=True) if one]
    same = [one for one, names in told if len(one) <= _LONGEST and plain_header(one) in names]
    return len(told) > 1 and len(set(same)) > 1 and len(same) >= 0.8 * len(told)


def _worth(row: Row) -> float:
    """Weigh how much a row looks like names of columns; names we know speak loudest."""
    cells = [cell for cell in row if words_of(cell)]
    names = {words_of(cell).casefold() for cell in cells if _is_name(cell)}
    known = sum(1 for name in names if is_known(name))
    if len(names) < 2 or not known:
        return 0.0
    # Months and quarters name columns of what was said in each; a row of a tracker has few.
    times = [cell for cell in cells if not _is_name(cell) and _is_time(cell)]
    others = [cell for cell in cells if not _is_name(cell)]
    if known >= _ENOUGH_KNOWN and len(times) >= _MANY_TIMES and _differ(times):
        others = [cell for cell in others if not _is_time(cell)]
    long = sum(1 for cell in others if len(words_of(cell)) > _SHORT)
    # One long text is a recommendation; beside names we know it may well be a wordy name.
    against = min(long, 1) * (3 if known < 3 else 1) + 1.4 * (len(others) - long)
    return 2 * known + 0.1 * min(len(names), 20) - against


def _is_name(cell: Cell) -> bool:
    words = words_of(cell)
    is_text = not isinstance(cell, date) and any(sign.isalpha() or sign == "#" for sign in words)
    return is_text and len(words) <= _SHORT and sum(sign.isdigit() for sign in words) <= 4


def _is_time(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    return len(cell) <= _SHORT and (_YEAR.search(cell) or read_day(cell).day) is not None


def _differ(cells: Sequence[Cell]) -> bool:
    """Tell whether every one says another time, as names do."""
    return len({words_of(cell) for cell in cells}) == len(cells)


def _groups(sheet: Sheet, upper: int, lower: int) -> bool:
    """Tell whether the names of the upper row stand over those of the lower one."""
    up, low = sheet.rows[upper], sheet.rows[lower]
    over = [column for column, cell in enumerate(up) if words_of(cell)]
    under = [column for column, cell in enumerate(low) if words_of(cell)]
    if not over or not under or not all(_is_name(low[column]) for column in under):
        return False
    if not all(_is_name(up[column]) for column in over):
        return False
    if any(_covers(sheet, upper, column, lower) for column in under):
        return False
    spread = _spread(sheet, upper, lower)
    if len(over) == 1 and len(under) > 1 and len(spread) >= len(under) - 1:
        return False  # a title stands over all of them
    apart = [column for column in over if not words_of(low[column])]
    told = sum(1 for column in under if _names_a_part(words_of(low[column])))
    return len(spread) > len(over) - len(apart) and 2 * told >= len(under)


def _names_a_part(words: str) -> bool:
    return plain_header(words) in _PARTS or is_known(words)


def _covers(sheet: Sheet, upper: int, column: int, lower: int) -> bool:
    return any(
        span.left <= column <= span.right and span.top <= upper and span.bottom >= lower
        for span in sheet.merged
    )


def _spread(sheet: Sheet, upper: int, lower: int) -> dict[int, int]:
    """Return under which column's name in the upper row each name of the lower row stands."""
    up, low = sheet.rows[upper], sheet.rows[lower]
    merged = {span.left: span.right for span in sheet.merged if span.top == upper == span.bottom}
    found: dict[int, int] = {}
    for column, cell in enumerate(up):
        if not words_of(cell) or not words_of(low[column]):
            continue
        found[column] = column
        last = min(merged.get(column, len(up)), len(up) - 1)
        for after in range(column + 1, last + 1):
            if words_of(up[after]) or not words_of(low[after]):
                break
            found[after] = column
    return found


def _names(sheet: Sheet, top: int, bottom: int) -> Iterator[str]:
    """Yield the name of each column once: "Date original", "Comments (2)", "Column F"."""
    upper, lower = sheet.rows[top], sheet.rows[bottom]
    spread = _spread(sheet, top, bottom) if top != bottom else {}
    seen: dict[str, int] = {}
    for column in range(sheet.width):
        parts = [words_of(upper[spread.get(column, column)]), words_of(lower[column])]
        name = _joined(parts) or _named_by_place(sheet, bottom, column)
        seen[name.casefold()] = nth = seen.get(name.casefold(), 0) + 1
        yield f"{name} ({nth})" if name and nth > 1 else name


def _joined(parts: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part))


def _named_by_place(sheet: Sheet, bottom: int, column: int) -> str:
    used = any(words_of(row[column]) for row in sheet.rows[bottom + 1 :])
    return f"Column {column_letters(column)}" if used else ""
