"""A table whose cells were written one below the other: its headers first, then row after row."""

import re
from collections.abc import Sequence

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.fields import Role, columns_of, read_column
from gainboard.intake.filled import Filled, Grid
from gainboard.intake.lines import Line
from gainboard.intake.source import Cell

_NUMBER = re.compile(r"[A-Z]{0,4}[-. ]?\d{1,3}(?:[./-]\d{1,4}){0,2}[a-z]?[.)]?")
_RATING = re.compile(
    r"(?:priority\s+)?(?:high|medium|moderate|low|critical|significant|essential|important|advisory"
    r"|fundamental|minor|major|urgent|housekeeping|desirable|red|amber|green|p?[1-5])"
    r"(?:\s+(?:priority|risk))?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:ongoing|immediate(?:ly)?|completed?|tbc|n/?a|closed|implemented|asap|q[1-4]\b.{0,12}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[a-z]{3,9}[\s-]\d{2,4})",
    re.IGNORECASE,
)
_ANCHORS = (Role.NUMBER, Role.RATING, Role.DUE)
_FEWEST_COLUMNS = 4
_MOST_COLUMNS = 12
_LONGEST_CELL = 40  # pieces
_Pieces = list[Sequence[Line]]


def read_flattened(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line where its first header may stand; None if it is none."""
    if not lines[place].after_blank and place and read_column(lines[place - 1].text):
        return None
    names, after = _headers(lines, place)
    if len(names) < _FEWEST_COLUMNS:
        return None
    roles = columns_of([line.text for line in names])
    if roles is None or not {Role.RATING, Role.DUE} & set(roles.values()):
        return None
    ordered = [roles[at] for at in range(len(names))]
    spread = all(line.after_blank for line in names[1:])
    cells = [_filled([line], Cell(table=table, row=0, column=at)) for at, line in enumerate(names)]
    row, end = 1, after
    while True:
        found, following = _row(lines, end, ordered, spread=spread)
        if found is None:
            break
        cells += (
            _filled(piece, Cell(table=table, row=row, column=at))
            for at, piece in enumerate(found)
            if piece
        )
        row, end = row + 1, following
    return Grid(first=place, after=end, cells=tuple(cells)) if row > 1 else None


def _headers(lines: Sequence[Line], place: int) -> tuple[list[Line], int]:
    names: list[Line] = []
    while place < len(lines) and len(names) < _MOST_COLUMNS:
        if len(lines[place].text) > 60 or read_column(lines[place].text) is None:
            break
        names.append(lines[place])
        place += 1
    return names, place


def _row(
    lines: Sequence[Line], place: int, roles: Sequence[Role], *, spread: bool
) -> tuple[list[Sequence[Line]] | None, int]:
    """Read one row's cells: those between two cells that can be told share what stands there."""
    found: list[Sequence[Line]] = []
    at = 0
    while at < len(roles):
        role = roles[at]
        if role in _ANCHORS:
            if place >= len(lines) or not _is(role, lines[place]):
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
        found += _shared_out(pieces, following - at)
        at = following
    return found, place


def _until(
    lines: Sequence[Line], place: int, stop: Role | None, count: int, *, spread: bool
) -> tuple[_Pieces, int]:
    pieces: _Pieces = []
    while place < len(lines) and len(pieces) < _LONGEST_CELL:
        if pieces and stop is not None and len(pieces) >= count and _is(stop, lines[place]):
            break
        if stop is None and len(pieces) == count and lines[place].after_blank:
            break
        if spread and pieces and not lines[place].after_blank:
            pieces[-1] = [*pieces[-1], lines[place]]
        else:
            pieces.append([lines[place]])
        place += 1
    return pieces, place


def _shared_out(pieces: _Pieces, count: int) -> _Pieces:
    """Give each column one piece from the last, and the first all that is left."""
    if count == len(pieces):
        return pieces
    first = [line for piece in pieces[: len(pieces) - count + 1] for line in piece]
    return [first, *pieces[len(pieces) - count + 1 :]]


def _is(role: Role, line: Line) -> bool:
    if role is Role.NUMBER:
        return _NUMBER.fullmatch(line.text) is not None
    if role is Role.RATING:
        return _RATING.fullmatch(line.text) is not None
    if len(line.text) > 60:
        return False
    return _DUE.fullmatch(line.text) is not None or any(
        one.start < 6 for one in locate_deadlines(line.text, None)
    )


def _filled(lines: Sequence[Line], cell: Cell) -> Filled:
    return Filled(
        start=lines[0].start,
        end=lines[-1].end,
        text=" ".join(" ".join(line.text for line in lines).split()),
        cell=cell,
    )
