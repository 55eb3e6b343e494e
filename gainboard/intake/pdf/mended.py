"""Lines as they were meant: parts drawn apart joined, and pictograms made letters."""

from collections.abc import Sequence

from gainboard.intake.pdf.lines import Line
from gainboard.intake.pdf.marks import is_lone_mark

_TICKS = {"ü": "✓", "¨": "☐", "þ": "☒", "ý": "☒", "x": "☒"}
_CLOSE = 0.35  # of a letter's size between two parts of one line
_LARGE = 1.7  # times the letters beside it
_SPACE = 0.6


def goes_on_beside(before: Line, line: Line, spaced: bool) -> bool:
    """Say whether a line is the rest of the one before, drawn after a small raised number."""
    if abs(line.bottom - before.bottom) > _CLOSE * before.size:
        return False
    far = _CLOSE + (_SPACE if spaced else 0)
    return -1 < line.left - before.right < far * before.size


def merged(before: Line, rest: Line, spaced: bool) -> Line:
    """Join a line with the rest of it; a raised number between two parts is left out."""
    marks = is_lone_mark(before)
    small = rest.size < 0.8 * before.size and rest.text.isdigit()
    apart = spaced or marks or rest.left - before.right > 0.15 * before.size
    words = before.text if small else f"{before.text}{' ' if apart else ''}{rest.text}"
    line = before._replace(
        text=words, right=rest.right, bold=before.bold and rest.bold, broken=rest.broken, cuts=()
    )
    if marks:
        line = line._replace(hang=rest.left, bold=rest.bold, size=rest.size)
    return line


def readable_mark(words: str) -> str:
    """Put a bullet for the pictogram that a list line begins with, a box for that of a box."""
    mark, rest = words[0], words[1:].lstrip()
    if mark >= "\ue000":
        mark = chr(ord(mark) & 0xFF)
    elif mark.isalpha() and not words[1:2].isspace() and len(words) > 1:
        return words
    return f"{_TICKS.get(mark, '•')} {rest}".rstrip()


def with_large_initials(lines: Sequence[Line]) -> list[Line]:
    """Put the large letter that opens a chapter back before its word."""
    mended: list[Line] = []
    initial: Line | None = None
    for line in lines:
        if initial is not None and line.size * _LARGE < initial.size:
            if mended[-1] is initial and line.text[0].isalpha():
                mended[-1] = line._replace(text=initial.text + line.text, left=initial.left)
                continue
            if line.bottom > initial.bottom - line.size / 2:
                line = line._replace(left=initial.left, hang=initial.left)
            else:
                initial = None
        elif len(line.text) == 1 and line.text.isupper():
            initial = line
        else:
            initial = None
        mended.append(line)
    return mended
