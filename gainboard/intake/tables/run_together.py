"""A table whose gaps were lost: "# Recommendation Addressed to", then a line for each row."""

import re
from collections.abc import Sequence

from gainboard.intake.lines.lines import Line
from gainboard.intake.signs.fields import Role, read_column
from gainboard.intake.source import Cell
from gainboard.intake.tables.filled import Filled, Grid
from gainboard.intake.tables.flattened import is_date

_CODE = re.compile(
    r"(?P<code>[A-Z]{0,3}[-.]?\d{1,4}(?:[./-]\d{1,4}){0,3}(?:\([a-z]{1,3}\)|[a-z])?)[.):]?\s+(?=\S)"
)
_NAME = r"(?:[A-Z][\w’'&/()-]*|of|and|for|the|to|all)"
_OWNER = re.compile(rf"(?<=[.;:])\s+(?P<owner>[A-Z][\w’'&/()-]*(?:[;,]?\s{_NAME}){{0,20}})\.?$")
_ABOUT = frozenset({Role.OWNER, Role.DUE, Role.STATUS, Role.RATING})
_LONGEST_HEADER = 90
_MOST_NAMES = 5
_MOST_WORDS = 12
_LONGEST_NAME = 4  # words
_FEWEST_ROWS = 2
_MOST_LINES = 30  # in one row
_LONGEST_OWNER = 160
_DATE_WORDS = 4

Parts = dict[Role, tuple[int, int]]


def read_run_together(lines: Sequence[Line], place: int, table: int) -> Grid | None:
    """Read such a table from the line of its names; None if none begins there."""
    names = _names(lines[place].text)
    if names is None:
        return None
    rows, after = _rows(lines, place + 1)
    if len(rows) < _FEWEST_ROWS:
        return None
    head, begin = lines[place], 0
    cells: list[Filled] = []
    for column, (_, name) in enumerate(names):
        at = head.text.index(name, begin)
        begin = at + len(name)
        cell = Cell(table=table, row=0, column=column)
        cells.append(Filled(start=head.start + at, end=head.start + begin, text=name, cell=cell))
    roles = [role for role, _ in names]
    for number, row in enumerate(rows, start=1):
        cells += _cells(row, roles, table, number)
    return Grid(first=place, after=after, cells=tuple(cells))


def _names(text: str) -> list[tuple[Role, str]] | None:
    """Part a line into names of columns: a number, what is asked, then what tells of it."""
    words = text.split()
    if len(text) > _LONGEST_HEADER or not 2 < len(words) <= _MOST_WORDS:
        return None
    names: list[tuple[Role, str]] = []
    at = 0
    while at < len(words):
        sizes = range(min(_LONGEST_NAME, len(words) - at), 0, -1)
        told = ((read_column(" ".join(words[at : at + size])), size) for size in sizes)
        wanted = ((role, size) for role, size in told if role and (at or role is Role.NUMBER))
        role, size = next(wanted, (None, 0))
        if role is None:
            return None
        names.append((role, " ".join(words[at : at + size])))
        at += size
    roles = [role for role, _ in names]
    fits = roles[:2] == [Role.NUMBER, Role.ASKED] and 2 < len(roles) <= _MOST_NAMES
    return names if fits and set(roles[2:]) <= _ABOUT else None


def _rows(lines: Sequence[Line], place: int) -> tuple[list[Sequence[Line]], int]:
    rows: list[list[Line]] = []
    while place < len(lines):
        line = lines[place]
        if _CODE.match(line.text):
            rows.append([line])
        elif not rows or line.after_blank or len(rows[-1]) >= _MOST_LINES:
            break
        else:
            rows[-1].append(line)
        place += 1
    return list(rows), place


def _cells(row: Sequence[Line], roles: Sequence[Role], table: int, number: int) -> list[Filled]:
    """Part a row: its code, the names or the date at its end, and between them what is asked."""
    text = " ".join(line.text for line in row)
    code = _CODE.match(text)
    first, last = code.end() if code else 0, len(text)
    told: Parts = {Role.NUMBER: code.span("code") if code else (0, 0)}
    for role in reversed(roles[2:]):
        width = len(_at_end(role, text[first:last]))
        told[role] = (last - width, last)
        last = first + len(text[first : last - width].rstrip())
    told[Role.ASKED] = (first, last)
    return [
        Filled(
            start=_in_source(row, told[role][0]),
            end=_in_source(row, told[role][1] - 1) + 1,
            text=text[slice(*told[role])],
            cell=Cell(table=table, row=number, column=column),
        )
        for column, role in enumerate(roles)
        if told[role][1] > told[role][0]
    ]


def _in_source(row: Sequence[Line], place: int) -> int:
    """Turn a place in a row's joined words into its place in the source."""
    for line in row:
        if place < len(line.text) or line is row[-1]:
            return line.start + place
        place -= len(line.text) + 1
    return place


def _at_end(role: Role, text: str) -> str:
    if role is Role.OWNER:
        found = _OWNER.search(text, max(0, len(text) - _LONGEST_OWNER))
        return text[found.start("owner") :] if found else ""
    words = text.split()
    for size in range(_DATE_WORDS, 0, -1):
        tail = " ".join(words[-size:])
        if role is Role.DUE and len(words) > size and is_date(tail):
            return tail
    return ""
