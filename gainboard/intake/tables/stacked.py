"""A table written one cell below the other whose rows are told by their numbers alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gainboard.intake.lines.lines import Line, ends_sentence
from gainboard.intake.lines.marks import read_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty, is_answer
from gainboard.intake.signs.fields import Role, columns_of, read_column
from gainboard.intake.signs.sections import read_section
from gainboard.intake.source import Cell
from gainboard.intake.tables.filled import Filled, Grid
from gainboard.intake.tables.flattened import filled_of, headers, is_of, is_within, parts_of

_NUMBER = re.compile(
    r"(?P<stem>[A-Z]{0,5}[-. ]?(?:\d{1,3}[./-])?)(?P<value>\d{1,3})(?P<part>[a-z]?)[.):]?"
)
_CODE = re.compile(r"[A-Z]{2,5}")
_FEWEST_COLUMNS = 2
_MOST_LINES = 80  # in one row
_FARTHEST_HEADER = 12  # lines
_FARTHEST_NUMBER = 30
_FARTHEST_ROW = 6  # lines
_LONGEST_NAME = 60
_FEWEST_ROWS = 2
_TELLING_COLUMNS = 4  # so many names tell of a table with a single row

Piece = Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Hold a row's number with the pieces below it."""

    number: Line
    pieces: tuple[Piece, ...]
    after: int


def read_stacked(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line that heads its column of numbers; None if it is none."""
    if len(lines[place].text) > _LONGEST_NAME or read_column(lines[place].text) is not Role.NUMBER:
        return None
    names, after = headers(lines, place)
    roles = columns_of([line.text for line in names]) if len(names) >= _FEWEST_COLUMNS else None
    if roles is None or Role.ASKED not in roles.values():
        return None
    spread = all(line.after_blank or name.text.endswith("/") for name, line in pairwise(names))
    rows = list(_rows(lines, after, spread=spread))
    told = spread and len(names) >= _TELLING_COLUMNS
    if len(rows) < (1 if told else _FEWEST_ROWS):
        return None
    names += _strayed(lines, rows[-1].after, set(roles.values()))
    columns = [read_column(line.text) or Role.OTHER for line in names]
    cells = [
        filled_of([line], Cell(table=table, row=0, column=at)) for at, line in enumerate(names)
    ]
    for number, row in enumerate(rows, start=1):
        cells += _cells(row, columns, table, number)
    return Grid(first=place, after=rows[-1].after, cells=tuple(cells))


def _strayed(lines: Sequence[Line], place: int, known: set[Role]) -> list[Line]:
    """Find the names of columns that were written below their table."""
    strayed: list[Line] = []
    for line in lines[place : place + _FARTHEST_HEADER]:
        role = read_column(line.text)
        if role in (Role.OWNER, Role.DUE) and role not in known:
            strayed.append(line)
            known.add(role)
    return strayed


def _rows(lines: Sequence[Line], place: int, *, spread: bool) -> Iterator[_Row]:
    """Read row after row: each begins with its number, and holds something that is asked."""
    last: re.Match[str] | None = None
    while place < len(lines):
        found = _number(lines[place], last)
        if found is None and not (last and _is_code(lines, place)):
            return
        pieces, after = _pieces(lines, place + 1, found or last, spread=spread)
        if not any(_asks(piece) for piece in pieces):
            return
        yield _Row(number=lines[place], pieces=tuple(pieces), after=after)
        last, place = found or last, after


def _number(line: Line, last: re.Match[str] | None) -> re.Match[str] | None:
    """Read a row's number where it may follow on the one before."""
    found = _NUMBER.fullmatch(line.text) if len(line.text) < 16 else None
    if found is None or last is None:
        return found
    if found["stem"] != last["stem"]:
        return None
    step = int(found["value"]) - int(last["value"])
    return (
        found
        if 0 < step <= _FARTHEST_NUMBER or (step == 0 and found["part"] > last["part"])
        else None
    )


def _is_code(lines: Sequence[Line], place: int) -> bool:
    label = headings.read_label(lines[place].text)
    return label is not None and not label.rest and _CODE.fullmatch(lines[place].text) is not None


def _pieces(
    lines: Sequence[Line], place: int, number: re.Match[str] | None, *, spread: bool
) -> tuple[list[Piece], int]:
    """Gather a row's cells down to the next row's number, or to what ends the table."""
    pieces: list[list[Line]] = []
    start, following = place, None
    while place < len(lines) and place - start < _MOST_LINES:
        line = lines[place]
        apart = line.after_blank or not spread  # else it stands within a cell
        if (apart and _ends(line)) or _is_code(lines, place) or _heads_again(lines, place):
            break
        if not spread and _leaves(line) and pieces:
            place = _next_row(lines, place, number)
            break
        strange = _leaves(line) and not _wraps(lines, place)
        if not pieces and (strange or _NUMBER.fullmatch(line.text)):
            place += 1
            continue
        if pieces and number is not None and _number(line, number):
            following = following or place
            if _opens_row(lines, place + 1) and any(_asks(piece) for piece in pieces):
                break
        elif pieces and _goes_on(pieces[-1][-1], line, spread=spread):
            pieces[-1].append(line)
        else:
            pieces.append([line])
        place += 1
    return list(pieces), place


def _heads_again(lines: Sequence[Line], place: int) -> bool:
    """Say whether the names of the columns are printed again, as on each page of a table."""
    below = [read_column(line.text) for line in lines[place : place + _TELLING_COLUMNS]]
    return len(below) == _TELLING_COLUMNS and below[0] is Role.NUMBER and None not in below[1:]


def _goes_on(last: Line, line: Line, *, spread: bool) -> bool:
    if line.text[:1].islower() or read_mark(line.text) is not None:
        return True
    return is_within(last, line, spread=spread)


def _opens_row(lines: Sequence[Line], place: int) -> bool:
    """Say whether words follow a number, and no foot of a page does."""
    while place < len(lines) and _NUMBER.fullmatch(lines[place].text):
        place += 1
    if place >= len(lines) or _ends(lines[place]):
        return False
    return len(lines[place].text.split()) > 2 or not lines[place].after_page


def _ends(line: Line) -> bool:
    if read_column(line.text) in (Role.OWNER, Role.DUE) and not line.text.endswith("."):
        return True
    if _CODE.fullmatch(line.text):
        return False
    return headings.stands_apart(line.text) or read_section(line.text) is not None


def _next_row(lines: Sequence[Line], place: int, number: re.Match[str] | None) -> int:
    """Find the next row's number beyond a page's foot; else stay."""
    if number is not None:
        for after in range(place + 1, min(place + _FARTHEST_ROW, len(lines))):
            if _number(lines[after], number) and _opens_row(lines, after + 1):
                return after
    return place


def _leaves(line: Line) -> bool:
    """Say whether a new part of the document begins below a table that has no empty lines."""
    if not line.after_blank or _NUMBER.fullmatch(line.text):
        return False
    mark = read_mark(line.text)
    return mark.value is not None if mark is not None else headings.is_heading(line.text)


def _wraps(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line goes on in the next, as no heading does."""
    following = lines[place + 1] if place + 1 < len(lines) else None
    return following is not None and not following.after_blank and following.text[:1].islower()


def _asks(piece: Piece) -> bool:
    return holds_duty(" ".join(line.text for line in piece))


def _cells(row: _Row, columns: Sequence[Role], table: int, number: int) -> Iterator[Filled]:
    """Give the cells that can be told: number, rating, what is asked, owner and date."""
    yield filled_of([row.number], Cell(table=table, row=number, column=0))
    for role, pieces in _told(row.pieces, columns).items():
        cell = Cell(table=table, row=number, column=columns.index(role))
        for piece in pieces:
            for part in parts_of(piece):
                yield filled_of(part, cell)


def _told(pieces: Sequence[Piece], columns: Sequence[Role]) -> dict[Role, list[Piece]]:
    told: dict[Role, list[Piece]] = {}
    at = _place_of_asked(pieces, columns)
    pieces, limbs = _without_limbs(pieces, at)
    rated = _rated(pieces, columns)
    if rated is not None:
        told[Role.RATING] = [pieces[rated]]
    told[Role.ASKED] = [pieces[at], *limbs]
    last = len(pieces) - 1
    if Role.DUE in columns:
        pieces = [part for piece in pieces for part in _with_owner_below(piece, columns)]
        last = len(pieces) - 1
        due = next((n for n in range(last, at, -1) if _is(Role.DUE, pieces[n])), None)
        if due is not None:
            told[Role.DUE], last = [pieces[due]], due - 1
            if Role.OWNER in columns and last > at and _names_owner(pieces[last]):
                told[Role.OWNER] = [pieces[last]]
    return told


def _with_owner_below(piece: Piece, columns: Sequence[Role]) -> Sequence[Piece]:
    """Part "31 October 2022 / Head of Stores", one cell, where its column is for both."""
    together = Role.OWNER in columns and columns.index(Role.OWNER) == columns.index(Role.DUE) + 1
    if together and len(piece) > 1 and is_of(Role.DUE, piece[0]):
        return [piece[1:], piece[:1]]
    return [piece]


def _without_limbs(pieces: Sequence[Piece], at: int) -> tuple[Sequence[Piece], list[Piece]]:
    """Part the limbs of what is asked from the cells between it and them, which ended first."""
    if not pieces[at][-1].text.endswith(":"):
        return pieces, []
    kept, limbs = list(pieces[: at + 1]), list[Piece]()
    for piece in pieces[at + 1 :]:
        marks = [read_mark(line.text) for line in piece]
        begin = next((n for n, mark in enumerate(marks) if mark and not mark.counts), len(piece))
        kept += [piece[:begin]] if begin else []
        limbs += [piece[begin:]] if begin < len(piece) else []
    return kept, limbs


def _rated(pieces: Sequence[Piece], columns: Sequence[Role]) -> int | None:
    if Role.RATING not in columns:
        return None
    return next((at for at, one in enumerate(pieces) if _is(Role.RATING, one)), None)


def _place_of_asked(pieces: Sequence[Piece], columns: Sequence[Role]) -> int:
    """Count from the number or the rating to what is asked; else take the first that asks."""
    asked, rated = columns.index(Role.ASKED), _rated(pieces, columns)
    last = len(pieces) - 1
    if asked == 1 and not is_answer(pieces[0][0].text):
        return 0
    if rated is not None and columns.index(Role.RATING) < asked:
        return min(last, rated + asked - columns.index(Role.RATING))
    first = min(asked - 1, last)
    nearest = (*range(first, len(pieces)), *reversed(range(first)))
    return next((at for at in nearest if _asks(pieces[at])), first)


def _is(role: Role, piece: Piece) -> bool:
    return len(piece) == 1 and is_of(role, piece[0])


def _names_owner(piece: Piece) -> bool:
    words = " ".join(line.text for line in piece)
    return len(words) < _LONGEST_NAME and words[:1].isupper() and not ends_sentence(words)
