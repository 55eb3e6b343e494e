"""List marks and numbers that a page sets apart from their words, put before them again."""

import re
from collections.abc import Sequence

from gainboard.intake.lines.marks import read_mark
from gainboard.intake.pdf.lines import Line, beside

_NUMBER = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[./-]\d{1,3}){0,4}[a-z]?[.:)]?")
_BARE_LABEL = re.compile(
    r"(?:Recommendations?|Rec\.?|R|AFI|Areas? for improvement|Causes? of concern|Finding)"
    r"(?: (?:no\.? ?)?[A-Z]{0,3}\d[\d./-]*[a-z]?)?[:.]?",
    re.IGNORECASE,
)
_LONGEST = 9
_ROW = 8  # points: lines are looked up in rows of a page
_MOST = 50  # lines looked at in a row
_FAR = 7.0  # letters' sizes between a mark and its words


def with_their_words(lines: Sequence[Line]) -> list[Line]:
    """Join each line that is only a mark with the one that stands to the right of it."""
    lone = [line for line in lines if is_lone_mark(line)]
    if not lone:
        return list(lines)
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(round(line.bottom / _ROW), []).append(line)
    owners: dict[int, Line] = {}
    used: set[int] = set()
    for mark in lone:
        row = round(mark.bottom / _ROW)
        beside_it = [line for at in (row - 1, row, row + 1) for line in rows.get(at, [])[:_MOST]]
        words = min(
            (line for line in beside_it if _belongs(mark, line) and id(line) not in owners),
            key=lambda line: line.left,
            default=None,
        )
        if words is not None:
            owners[id(words)] = mark
            used.add(id(mark))
    return [_joined(owners.get(id(line)), line) for line in lines if id(line) not in used]


def is_lone_mark(line: Line) -> bool:
    """Say whether a line is a list mark or a number and nothing else."""
    if len(line.text) > _LONGEST:
        return False
    mark = read_mark(line.text)
    if mark is not None:
        return mark.length >= len(line.text)
    return _NUMBER.fullmatch(line.text) is not None


def is_bare_label(words: str) -> bool:
    """Say whether words are an item's label and nothing else: "Recommendation 4"."""
    return _BARE_LABEL.fullmatch(words) is not None


def _belongs(mark: Line, line: Line) -> bool:
    far = line.left - mark.right
    return 0 <= far < _FAR * line.size and beside(mark, line) and not is_lone_mark(line)


def _joined(mark: Line | None, line: Line) -> Line:
    if mark is None:
        return line
    return line._replace(text=f"{mark.text} {line.text}", left=mark.left, hang=line.left)
