"""Tables in plain text: rows of cells between bars, or columns set apart by gaps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gainboard.intake.lines.lines import Line, ends_sentence
from gainboard.intake.lines.marks import read_mark
from gainboard.intake.signs.fields import Role, columns_of
from gainboard.intake.source import Cell
from gainboard.intake.tables.broken_bars import read_broken_bars, read_open_bars
from gainboard.intake.tables.filled import Filled, Grid
from gainboard.intake.tables.flattened import is_date, read_flattened
from gainboard.intake.tables.rhythm import read_rhythm
from gainboard.intake.tables.run_together import read_run_together
from gainboard.intake.tables.stacked import read_stacked

_BAR_CELL = re.compile(r"(?:\\.|[^|\\])*")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=-]+")
_GAP = re.compile(r"\s{2,}|\t")
_MOST_CELLS = 60
_LONGEST_ROW = 20_000
_WIDEST = 400
_SLACK = 2  # columns by which a cell's lines may stand to the left of its head
_NUMBER = re.compile(r"[A-Z]{0,4}[-. ]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.)]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Hold a run of words in a line with the column where it stands."""

    column: int
    start: int
    text: str


def find_grids(lines: Sequence[Line]) -> Iterator[Grid]:
    """Yield the tables among a text's lines, in order."""
    place = table = 0
    while place < len(lines):
        grid = (
            _barred(lines, place, table)
            or read_broken_bars(lines, place, table)
            or _parted(lines, place, table, "\t")
            or read_open_bars(lines, place, table)
            or _parted(lines, place, table, " | ")
            or _spaced(lines, place, table)
            or _headless(lines, place, table)
            or _fuller(read_flattened(lines, place, table), read_stacked(lines, place, table))
            or read_rhythm(lines, place, table)
            or read_run_together(lines, place, table)
        )
        if grid is None:
            place += 1
            continue
        yield grid
        place, table = grid.after, table + 1


def _fuller(first: Grid | None, second: Grid | None) -> Grid | None:
    """Choose the table that has more rows."""
    if first is None or second is None:
        return first or second
    return second if second.cells[-1].cell.row > first.cells[-1].cell.row else first


# --- cells between bars


def _barred(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    if all(_RULE.fullmatch(line.text) for line in lines[place : place + 2]):
        return None
    after = place
    bars = lines[place].text.count("|")
    while after < len(lines) and _is_barred(lines[after], after == place, bars):
        after += 1
    if after - place < 2:
        return None
    cells: list[Filled] = []
    row = 0
    for line in lines[place:after]:
        if not _RULE.fullmatch(line.text):
            cells += _cells(line, table, row)
            row += 1
    return Grid(first=place, after=after, cells=tuple(cells)) if row > 1 else None


def _is_barred(line: Line, first: bool, bars: int) -> bool:
    if line.after_blank and not first and line.text.count("|") != bars:
        return False
    return line.text.startswith("|") and 2 < line.text.count("|") <= _MOST_CELLS


def _cells(line: Line, table: int, row: int) -> Iterator[Filled]:
    text = line.text.strip("|")
    offset = line.start + len(line.text) - len(line.text.lstrip("|"))
    place = 0
    for column, words in enumerate(_split_at_bars(text)):
        cell = Cell(table=table, row=row, column=column)
        begin = 0
        for stop in (*_BREAK.finditer(words), None):
            end = stop.start() if stop else len(words)
            yield from _filled(words[begin:end], offset + place + begin, cell)
            begin = stop.end() if stop else end
        place += len(words) + 1


def _filled(words: str, offset: int, cell: Cell) -> Iterator[Filled]:
    text = words.strip()
    if text:
        start = offset + len(words) - len(words.lstrip())
        shown = " ".join(text.replace("\\|", "|").split())
        yield Filled(start=start, end=start + len(text), text=shown, cell=cell)


def _split_at_bars(text: str) -> Iterator[str]:
    place = 0
    while place <= len(text):
        found = _BAR_CELL.match(text, place)
        end = found.end() if found else len(text)
        yield text[place:end]
        place = end + 1


# --- cells between tabs, or between bars that only part them


def _parted(lines: Sequence[Line], place: int, table: int, between: str) -> Grid | None:
    width = lines[place].text.count(between)
    if not 2 <= width <= _MOST_CELLS or len(lines[place].text) > _LONGEST_ROW:
        return None
    if columns_of(lines[place].text.split(between)) is None:
        return None
    cells: list[Filled] = []
    after = place
    while after < len(lines) and 0 < lines[after].text.count(between.strip(" ")) <= width:
        if _RULE.fullmatch(lines[after].text):
            after += 1
            continue
        offset = lines[after].start
        for column, words in enumerate(lines[after].text.split(between)):
            cell = Cell(table=table, row=after - place, column=column)
            cells += _filled(words, offset, cell)
            offset += len(words) + len(between)
        after += 1
    return Grid(first=place, after=after, cells=tuple(cells)) if after - place > 1 else None


# --- columns set apart by gaps


def _spaced(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    if len(lines[place].text) > _WIDEST or not _GAP.search(lines[place].text):
        return None
    head = _pieces(lines[place])
    if len(head) < 3:
        return None
    for height in (1, 2, 3):
        names = _heads(lines[place : place + height])
        roles = columns_of([piece.text for piece in names]) if names else None
        if roles is not None and len(set(roles.values())) > 2:
            return _columns(lines, place, place + height, names, roles, table)
    return None


def _headless(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read rows of a number, a text and a date whose columns nothing names."""
    if len(lines[place].text) > _WIDEST:
        return None
    names = _pieces(lines[place])
    if len(names) < 3 or not _is_numbered_row(names):
        return None
    rows = 1
    for line in lines[place + 1 : place + 8]:
        rows += _is_numbered_row(_pieces(line))
    if rows < 2:
        return None
    roles = {0: Role.NUMBER, len(names) - 1: Role.DUE}
    return _columns(lines, place, place, names, roles, table)


def _is_numbered_row(pieces: Sequence[_Piece]) -> bool:
    if len(pieces) < 3 or _NUMBER.fullmatch(pieces[0].text) is None:
        return False
    return is_date(pieces[-1].text)


def _heads(lines: Sequence[Line]) -> list[_Piece]:
    """Join the lines of a header: each further piece belongs to the column above it."""
    names = list(_pieces(lines[0]))
    for line in lines[1:]:
        for piece in _pieces(line):
            at = _nearest(names, piece)
            above = names[at]
            names[at] = _Piece(
                column=min(above.column, piece.column),
                start=above.start,
                text=f"{above.text} {piece.text}",
            )
    return names


def _columns(
    lines: Sequence[Line],
    place: int,
    after: int,
    names: Sequence[_Piece],
    roles: dict[int, Role],
    table: int,
) -> Grid | None:
    cells: dict[tuple[int, int], list[_Piece]] = {}
    if after > place:
        cells = {(0, at): [piece] for at, piece in enumerate(names)}
    numbered, row, fresh = roles.get(0) is Role.NUMBER, 0, False
    while after < len(lines):
        pieces = _pieces(lines[after])
        if not _fits(pieces, names):
            break
        first = pieces[0].column <= names[0].column + _SLACK
        if numbered:
            number = first and _NUMBER.fullmatch(pieces[0].text) is not None
            above = not number and lines[after].after_blank and _number_below(lines, after, names)
            row += (number and not fresh) or above or row == 0
            fresh = above or (fresh and not number)
        else:
            row += (first and lines[after].after_blank) or row == 0
        for piece in pieces:
            cells.setdefault((row, _nearest(names, piece)), []).append(piece)
        after += 1
    if row == 0:
        return None
    blocks = (
        Filled(
            start=part[0].start,
            end=part[-1].start + len(part[-1].text),
            text=" ".join(piece.text for piece in part),
            cell=Cell(table=table, row=at[0], column=at[1]),
        )
        for at, held in sorted(cells.items())
        for part in _listed(held)
    )
    return Grid(first=place, after=after, cells=tuple(blocks))


def _listed(pieces: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Part a cell's pieces where the marks of a list begin its lines."""
    begin = 0
    for at, piece in enumerate(pieces):
        mark = read_mark(piece.text) if at else None
        if mark is not None and (
            mark.sure or ends_sentence(pieces[at - 1].text) or not mark.counts
        ):
            yield pieces[begin:at]
            begin = at
    yield pieces[begin:]


def _number_below(lines: Sequence[Line], place: int, names: Sequence[_Piece]) -> bool:
    """Say whether a row's number stands on one of its next lines: it was set in the middle."""
    for line in lines[place + 1 : place + 6]:
        if line.after_blank:
            return False
        piece = _pieces(line)[0]
        if piece.column <= names[0].column + _SLACK and _NUMBER.fullmatch(piece.text):
            return True
    return False


def _pieces(line: Line) -> list[_Piece]:
    pieces, place = [], 0
    for found in (*_GAP.finditer(line.text), None):
        end = found.start() if found else len(line.text)
        if end > place:
            pieces.append(
                _Piece(
                    column=line.indent + place,
                    start=line.start + place,
                    text=line.text[place:end],
                )
            )
        place = found.end() if found else end
    return pieces


def _nearest(names: Sequence[_Piece], piece: _Piece) -> int:
    at = 0
    for number, name in enumerate(names):
        if name.column <= piece.column + _SLACK:
            at = number
    return at


def _fits(pieces: Sequence[_Piece], names: Sequence[_Piece]) -> bool:
    """Say whether no piece of a line runs over the gap before the next column."""
    for piece in pieces:
        at = _nearest(names, piece)
        end = piece.column + len(piece.text)
        if at + 1 < len(names) and end > names[at + 1].column + _SLACK:
            return False
    return bool(pieces)
