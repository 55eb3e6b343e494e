"""Marks that a page's text prints in a column of their own, above the lines they belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.intake.lines.lines import Line
from gainboard.intake.lines.marks import Mark, read_bare_mark, read_mark
from gainboard.intake.lines.notes import is_note
from gainboard.intake.signs import headings

_ENDS_LIMB = re.compile(r"(?:;|[;,]\s(?:and|or))$")
_ENDS_SENTENCE = re.compile(r"[.?!)]$")
_FEWEST = 2


def with_bullets(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give each mark of such a column to its line, where there are as many limbs as marks."""
    return tuple(_given_back(lines))


def _given_back(lines: Sequence[Line]) -> Iterator[Line]:
    place = 0
    while place < len(lines):
        marks = _column(lines, place)
        below = place + len(marks)
        starts = _limbs(lines, below, len(marks)) if len(marks) >= _FEWEST else []
        if not starts:
            yield from lines[place : max(below, place + 1)]
            place = max(below, place + 1)
            continue
        printed = dict(zip(starts, marks, strict=True))
        for at in range(starts[0], starts[-1] + 1):
            yield _marked(lines[at], printed[at]) if at in printed else lines[at]
        place = starts[-1] + 1


def _column(lines: Sequence[Line], place: int) -> list[str]:
    """List the bullets from a place on, and the letters that stand alone below them."""
    marks: list[str] = []
    last: Mark | None = None
    for at in range(place, len(lines)):
        line = lines[at]
        letter = _letter(line) if marks else None
        if letter is not None and (last is None or letter.continues(last)):
            marks.append(f"{line.text} ")
            last = letter
        elif last is None and _is_bullet(line):
            marks.append(line.text)
        else:
            break
    return marks


def _letter(line: Line) -> Mark | None:
    """Read a letter that stands alone, with or without brackets."""
    mark = read_mark(f"{line.text} ") or read_bare_mark(line.text)
    alone = mark is not None and mark.length >= len(line.text)
    return mark if alone and mark is not None and mark.counts and mark.value is None else None


def _is_bullet(line: Line) -> bool:
    mark = read_mark(line.text)
    return mark is not None and mark.sure and mark.length == len(line.text)


def _marked(line: Line, printed: str) -> Line:
    return replace(line, text=f"{printed}{line.text}", start=line.start - len(printed))


def _limbs(lines: Sequence[Line], place: int, count: int) -> list[int]:
    """Find where each of so many limbs begins; none where there are more of them or fewer."""
    starts: list[int] = []
    for at in range(place, len(lines)):
        line = lines[at]
        over = len(starts) == count
        if _is_bullet(line) or (over and line.after_blank) or headings.stands_apart(line.text):
            break
        if is_note(line.text) or (not starts and line.text.isdecimal()):
            continue
        if at > place and not (line.after_blank or _ends(lines[at - 1], line)):
            continue
        if over or read_mark(line.text) is not None:
            return []
        starts.append(at)
    return starts if len(starts) == count else []


def _ends(last: Line, line: Line) -> bool:
    """Say whether a limb is over where its line ends: after a semicolon, or a sentence."""
    if _ENDS_LIMB.search(last.text) is not None:
        return True
    return line.text[:1].isupper() and _ENDS_SENTENCE.search(last.text) is not None
