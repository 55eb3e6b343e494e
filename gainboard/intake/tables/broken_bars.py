"""A table between bars whose rows were broken over lines: each cell, or half of one, on its own."""

import re
from collections.abc import Iterator, Sequence

from gainboard.intake.lines.lines import Line
from gainboard.intake.signs.fields import Role, columns_of, read_column
from gainboard.intake.source import Cell
from gainboard.intake.tables.filled import Filled, Grid
from gainboard.intake.tables.flattened import filled_of, parts_of

_RULE = re.compile(r"\|?(?:\s?:?-{2,}:?\s?\|){2,60}(?:\s?:?-{2,}:?\s?)?")
_FARTHEST_RULE = 20  # lines
_MOST_BARS = 60
_MOST_LINES = 60  # in one row
_MOST_PLAIN = 12  # lines of a row that hold no bar
_LONGEST_NAME = 60
_LONGEST_HEADER = 2_000  # letters

_Cells = dict[int, list[Line]]


def read_broken_bars(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line where its header begins; None if none begins there."""
    if "|" not in lines[place].text or len(lines[place].text) > _LONGEST_HEADER:
        return None
    rule = _rule_below(lines, place)
    if rule is None:
        return None
    width = len([part for part in lines[rule].text.strip("|").split("|") if part.strip()])
    header = _cells(lines[place:rule])
    if columns_of(_names(header, width)) is None:
        return None
    rows, after = _rows(lines, rule + 1, width)
    if not rows:
        return None
    at = _spanned(header, rows, width)
    every = [_shifted(row, at) if width - 1 not in row else row for row in [header, *rows]]
    filled = [one for row, cells in enumerate(every) for one in _filled(cells, table, row)]
    return Grid(first=place, after=after, cells=tuple(filled))


def read_open_bars(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read a table whose bars only part its cells, and whose rows may be broken over lines."""
    head = lines[place].text
    bars = head.count("|")
    if head.startswith("|") or not 2 <= bars <= _MOST_BARS or len(head) > _LONGEST_HEADER:
        return None
    header = _cells(lines[place : place + 1])
    if columns_of(_names(header, bars + 1)) is None:
        return None
    rows, after = [header], place + 1
    while after < len(lines):
        if _RULE.fullmatch(lines[after].text):
            after += 1
            continue
        end = _open_row_end(lines, after, bars)
        if end == after:
            break
        rows.append(_cells(lines[after:end]))
        after = end
    filled = [one for row, cells in enumerate(rows) for one in _filled(cells, table, row)]
    return Grid(first=place, after=after, cells=tuple(filled)) if len(rows) > 1 else None


def _open_row_end(lines: Sequence[Line], place: int, bars: int) -> int:
    """Count a row's bars to its last; words that go on below its last cell are of it."""
    end, count = place, 0
    while end < len(lines) and end - place < _MOST_LINES:
        line = lines[end]
        if end > place and line.after_blank:
            break
        more = line.text.count("|")
        goes_on = line.text[:1].islower() or lines[end - 1].text.endswith("|")
        if count + more > bars or (count == bars and not goes_on):
            break
        count, end = count + more, end + 1
    return end if count else place


def _rule_below(lines: Sequence[Line], place: int) -> int | None:
    """Find the line of dashes below a header that was broken, where nothing else lies between."""
    bars = 0
    for at in range(place, min(place + _FARTHEST_RULE, len(lines))):
        text = lines[at].text
        if at > place and _RULE.fullmatch(text):
            return at if text.count("|") <= bars + 2 and bars <= text.count("|") else None
        if "|" not in text:
            return None
        bars += text.count("|")
    return None


def _rows(lines: Sequence[Line], place: int, width: int) -> tuple[list[_Cells], int]:
    rows: list[_Cells] = []
    while place < len(lines) and lines[place].text.startswith("|"):
        after = _row_end(lines, place, width)
        rows.append(_cells(lines[place:after]))
        place = after
    return rows, place


def _row_end(lines: Sequence[Line], place: int, width: int) -> int:
    """Count a row's bars to its last; one that lost a cell ends where the next begins."""
    bars, plain = 0, 0
    for at in range(place, min(place + _MOST_LINES, len(lines))):
        text = lines[at].text
        if at > place and bars >= width and text.startswith("|") and text.count("|") > 1:
            return at
        if at > place and bars >= width and "|" not in text:
            return at
        bars += text.count("|")
        plain += "|" not in text
        if bars > width or plain > _MOST_PLAIN:
            return at + 1
    return min(place + _MOST_LINES, len(lines))


def _cells(lines: Sequence[Line]) -> _Cells:
    cells: _Cells = {}
    column = -1 if lines and lines[0].text.startswith("|") else 0
    for line in lines:
        offset = line.start
        for number, part in enumerate(line.text.split("|")):
            column += number > 0
            words = part.strip()
            if words and column >= 0:
                start = offset + len(part) - len(part.lstrip())
                piece = Line(start=start, end=start + len(words), text=words, indent=0)
                cells.setdefault(column, []).append(piece)
            offset += len(part) + 1
    return cells


def _names(cells: _Cells, width: int) -> list[str]:
    return [" ".join(line.text for line in cells.get(at, ())) for at in range(width)]


def _spanned(header: _Cells, rows: Sequence[_Cells], width: int) -> int:
    """Find the column whose name has slipped to the left, since one before it spans two."""
    full = [row for row in rows if width - 1 in row]
    if width - 1 in header or len(full) * 2 < len(rows):
        return width
    roles = [read_column(name) for name in _names(header, width)]
    at = roles.index(Role.OWNER) if Role.OWNER in roles else width
    long = sum(_is_long(row.get(at, ())) for row in full)
    return at if long * 2 > len(full) else width


def _shifted(cells: _Cells, at: int) -> _Cells:
    return {column + (column >= at): lines for column, lines in cells.items()}


def _is_long(lines: Sequence[Line]) -> bool:
    words = " ".join(line.text for line in lines)
    return len(words) > _LONGEST_NAME or words.endswith(".")


def _filled(cells: _Cells, table: int, row: int) -> Iterator[Filled]:
    for column, lines in sorted(cells.items()):
        cell = Cell(table=table, row=row, column=column)
        yield from (filled_of(part, cell) for part in parts_of(lines))
