"""A table whose cells were written one below the other: its headers first, then row after row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.lines.lines import Line, ends_sentence
from gainboard.intake.lines.marks import read_mark
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.signs.fields import Role, columns_of, read_column
from gainboard.intake.source import Cell
from gainboard.intake.tables.filled import Filled, Grid

_NUMBER = re.compile(r"[A-Z]{0,4}[-. ]?\d{1,3}(?:[./-]\d{1,4}){0,2}[a-z]?[.)]?")
_RATING = re.compile(
    r"(?:priority\s+)?(?:high|medium|moderate|low|critical|significant|essential|important|advisory"
    r"|fundamental|minor|major|urgent|housekeeping|desirable|red|amber|green|p?[1-5])"
    r"(?:\s+(?:priority|risk))?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:ongoing|immediate(?:ly)?|completed?|tbc|n/?a|closed|implemented|asap|q[1-4]\b.{0,12}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[a-z]{3,9}[\s-]\d{2,4}"
    r"|(?:by\s+)?(?:end\s+(?:of\s+)?)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{2,4})",
    re.IGNORECASE,
)
_ANCHORS = (Role.NUMBER, Role.RATING, Role.DUE)
_FEWEST_COLUMNS = 4
_MOST_COLUMNS = 12
_LONGEST_CELL = 60  # lines
_LONGEST_NAME = 60
_MOST_NAME_LINES = 4
_SHORT_LINE = 34
_Pieces = list[Sequence[Line]]


def read_flattened(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line where its first header may stand; None if it is none."""
    if not lines[place].after_blank and place and read_column(lines[place - 1].text):
        return None
    names, after = headers(lines, place)
    if len(names) < _FEWEST_COLUMNS:
        return None
    roles = columns_of([line.text for line in names])
    if roles is None or not {Role.RATING, Role.DUE} & set(roles.values()):
        return None
    ordered = [roles[at] for at in range(len(names))]
    if Role.NUMBER in ordered[1:]:
        return None
    spread = all(line.after_blank for line in names[1:])
    cells = [
        filled_of([line], Cell(table=table, row=0, column=at)) for at, line in enumerate(names)
    ]
    row, end = 1, after
    while True:
        found, following = _row(lines, end, ordered, spread=spread)
        if found is None:
            break
        cells += (
            filled_of(part, Cell(table=table, row=row, column=at))
            for at, piece in enumerate(found)
            for part in parts_of(piece)
        )
        row, end = row + 1, following
    return Grid(first=place, after=end, cells=tuple(cells)) if row > 1 else None


def headers(lines: Sequence[Line], place: int) -> tuple[list[Line], int]:
    """Read the names of columns that stand one below the other, each on a line or wrapped."""
    names: list[Line] = []
    while place < len(lines) and len(names) < _MOST_COLUMNS:
        name, after = _name(lines, place)
        if name is None:
            break
        names.append(name)
        place = after
    return names, place


def _name(lines: Sequence[Line], place: int) -> tuple[Line | None, int]:
    """Read one column's name; one that has empty lines round it may take several lines."""
    first, after = lines[place], place + 1
    if len(first.text) > _LONGEST_NAME:
        return None, place
    if first.after_blank:
        while after < min(place + _MOST_NAME_LINES, len(lines)) and not lines[after].after_blank:
            after += 1
        whole = " ".join(line.text for line in lines[place:after])
        apart = after < len(lines) and lines[after].after_blank
        wrapped = apart and any(read_column(line.text) is None for line in lines[place:after])
        if after > place + 1 and wrapped and read_column(whole) is not None:
            return replace(first, text=whole, end=lines[after - 1].end), after
    return (first, place + 1) if read_column(first.text) is not None else (None, place)


def _row(
    lines: Sequence[Line], place: int, roles: Sequence[Role], *, spread: bool
) -> tuple[list[Sequence[Line]] | None, int]:
    """Read one row's cells: those between two cells that can be told share what stands there."""
    found: list[Sequence[Line]] = []
    at = 0
    while at < len(roles):
        role = roles[at]
        if role in _ANCHORS:
            if place >= len(lines) or not is_of(role, lines[place]):
                return None, place
            found.append([lines[place]])
            place, at = place + 1, at + 1
            continue
        following = next((n for n in range(at, len(roles)) if roles[n] in _ANCHORS), len(roles))
        if following == len(roles) and not spread:
            return None, place
        stop = roles[following] if following < len(roles) else None
        pieces, place = _until(lines, place, stop, following - at, spread=spread)
        if len(pieces) < following - at:
            return None, place
        found += _shared_out(pieces, roles[at:following])
        at = following
    return found, place


def _until(
    lines: Sequence[Line], place: int, stop: Role | None, count: int, *, spread: bool
) -> tuple[_Pieces, int]:
    pieces: _Pieces = []
    taken = 0
    while place < len(lines) and taken < _LONGEST_CELL:
        line = lines[place]
        if stop is not None and len(pieces) >= count and is_of(stop, line):
            break
        if stop is None and len(pieces) == count and line.after_blank:
            break
        if pieces and is_within(pieces[-1][-1], line, spread=spread):
            pieces[-1] = [*pieces[-1], line]
        else:
            pieces.append([line])
        place, taken = place + 1, taken + 1
    return pieces, place


def is_within(last: Line, line: Line, *, spread: bool) -> bool:
    """Say whether a line goes on with the cell of the line before it."""
    if spread:
        return not line.after_blank
    if read_mark(line.text) is not None or line.text[:1].islower():
        return True
    return not ends_sentence(last.text) and len(last.text) > _SHORT_LINE


def _shared_out(pieces: _Pieces, roles: Sequence[Role]) -> _Pieces:
    """Give each column a piece; what is asked begins with a duty, the first takes all else."""
    if len(roles) == len(pieces):
        return pieces
    if Role.ASKED in roles:
        before = roles.index(Role.ASKED)
        after = len(roles) - before - 1
        last = len(pieces) - after
        starts = (n for n in range(before, last) if _asks(pieces[n]))
        start = next(starts, last - 1)
        head = _shared_out(pieces[:start], roles[:before]) if before else []
        return [*head, _joined(pieces[start if before else 0 : last]), *pieces[last:]]
    left = len(pieces) - len(roles) + 1
    return [_joined(pieces[:left]), *pieces[left:]]


def _joined(pieces: _Pieces) -> Sequence[Line]:
    return [line for piece in pieces for line in piece]


def _asks(piece: Sequence[Line]) -> bool:
    return holds_duty(" ".join(line.text for line in piece))


def is_of(role: Role, line: Line) -> bool:
    if role is Role.NUMBER:
        return _NUMBER.fullmatch(line.text) is not None
    if role is Role.RATING:
        return _RATING.fullmatch(line.text) is not None
    return is_date(line.text)


def is_date(words: str) -> bool:
    """Say whether a cell holds nothing but a date or a time allowed."""
    if len(words) > 60 or words.endswith("."):
        return False
    return _DUE.fullmatch(words) is not None or any(
        one.start < 6 for one in locate_deadlines(words, None)
    )


def parts_of(piece: Sequence[Line]) -> list[Sequence[Line]]:
    """Part a cell's lines where the marks of a list begin them."""
    parts: list[list[Line]] = []
    for line in piece:
        if not parts or (read_mark(line.text) is not None and len(piece) > 1):
            parts.append([])
        parts[-1].append(line)
    return list(parts)


def filled_of(lines: Sequence[Line], cell: Cell) -> Filled:
    return Filled(
        start=lines[0].start,
        end=lines[-1].end,
        text=" ".join(" ".join(line.text for line in lines).split()),
        cell=cell,
    )
