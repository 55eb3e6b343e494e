"""A table written one cell below the other without numbers: rows keep the order of its names."""

from collections.abc import Iterator, Sequence

from gainboard.intake.lines.lines import Line
from gainboard.intake.lines.marks import read_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.signs.fields import Role, columns_of, read_column
from gainboard.intake.signs.sections import read_section
from gainboard.intake.source import Cell
from gainboard.intake.tables.filled import Filled, Grid
from gainboard.intake.tables.flattened import filled_of, is_of, parts_of

_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 8
_FEWEST_ROWS = 2
_LONGEST_NAME = 60
_LONGEST_ABOUT = 90
_MOST_LINES = 40  # in one row

Piece = Sequence[Line]


def read_rhythm(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line where its first name may stand; None if it is none."""
    if len(lines[place].text) > _LONGEST_NAME or read_column(lines[place].text) is not Role.ASKED:
        return None
    names = _names(lines, place)
    roles = columns_of([line.text for line in names]) if len(names) >= _FEWEST_COLUMNS else None
    if roles is None or not {Role.DUE, Role.STATUS, Role.RATING, Role.OWNER} & set(roles.values()):
        return None
    ordered = [roles[at] for at in range(len(names))]
    rows, after = _rows(lines, place + len(names), ordered)
    if len(rows) < _FEWEST_ROWS:
        return None
    cells = [
        filled_of([line], Cell(table=table, row=0, column=at)) for at, line in enumerate(names)
    ]
    for number, row in enumerate(rows, start=1):
        cells += _cells(row, table, number)
    return Grid(first=place, after=after, cells=tuple(cells))


def _names(lines: Sequence[Line], place: int) -> list[Line]:
    names: list[Line] = []
    for line in lines[place : place + _MOST_COLUMNS]:
        if len(line.text) > _LONGEST_NAME or read_column(line.text) is None:
            break
        names.append(line)
    return names


def _rows(
    lines: Sequence[Line], place: int, roles: Sequence[Role]
) -> tuple[list[Sequence[Piece]], int]:
    """Read rows as long as each asks first and then says about it what the names say."""
    rows: list[Sequence[Piece]] = []
    while True:
        row, after = _row(lines, place, len(roles))
        if len(row) < len(roles) or not _is_row(row, roles):
            return rows, place
        rows.append(row)
        place = after


def _row(lines: Sequence[Line], place: int, width: int) -> tuple[Sequence[Piece], int]:
    pieces: list[list[Line]] = []
    start = place
    while place < len(lines) and place - start < _MOST_LINES:
        line = lines[place]
        if pieces and len(pieces) == 1 and (read_mark(line.text) or line.text[:1].islower()):
            pieces[-1].append(line)
        elif len(pieces) == width or _ends(line):
            break
        else:
            pieces.append([line])
        place += 1
    return pieces, place


def _ends(line: Line) -> bool:
    return headings.stands_apart(line.text) or read_section(line.text) is not None


def _is_row(row: Sequence[Piece], roles: Sequence[Role]) -> bool:
    if not holds_duty(" ".join(line.text for line in row[0])):
        return False
    for piece, role in zip(row[1:], roles[1:], strict=True):
        if (
            role is Role.DUE
            and not is_of(Role.DUE, piece[0])
            and len(piece[0].text) > _LONGEST_NAME
        ):
            return False
        if role in (Role.OWNER, Role.STATUS, Role.RATING) and len(piece[0].text) > _LONGEST_ABOUT:
            return False
    return True


def _cells(row: Sequence[Piece], table: int, number: int) -> Iterator[Filled]:
    for column, piece in enumerate(row):
        for part in parts_of(piece):
            yield filled_of(part, Cell(table=table, row=number, column=column))
