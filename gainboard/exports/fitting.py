"""How text falls into lines, so that rows are tall enough: Excel does it only when a person asks.

Widths are Excel's: one is the width of a digit in the workbook's own font (Arial 10).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

ROW_LIMIT = 409
"""The tallest row Excel can have, in points."""

_PADDING = 4
_CELL_MARGIN = 1.2
_WORD = re.compile(r"\n|[^\S\n]+|\S+")


def lines(text: str, width: float, points: float) -> list[str]:
    """Cut text into the lines it will have at a font size; joined they are the text again."""
    room = (width - _CELL_MARGIN) * 10 / points
    if "\n" not in text and len(text) * 2 <= room:
        return [text]
    found, line, used = [], "", 0.0
    for word in _short_words(text, room):
        size = measure(word)
        if line and (line.endswith("\n") or (used + size > room and not word.isspace())):
            found.append(line)
            line, used = "", 0.0
        line, used = line + word, used + size
    return [*found, line]


def parts(text: str, width: float, points: float) -> list[str]:
    """Cut text into pieces that each fit the tallest row; joined they are the text again."""
    if _surely_fits(text, width):
        return [text]
    cut, most = lines(text, width, points), most_lines(points)
    return ["".join(cut[start : start + most]) for start in range(0, len(cut), most)]


def height(texts: Iterable[tuple[str, float]], points: float) -> float:
    """Give the height in points of a row that holds these texts in these widths."""
    tallest = max((len(lines(text.rstrip(), width, points)) for text, width in texts), default=1)
    return min(ROW_LIMIT, tallest * line_height(points) + _PADDING)


def wide_enough(texts: Sequence[str], width: float, widest: float, points: float) -> float:
    """Widen a column in steps until its longest text fits the tallest row, or it is widest."""
    long = [text for text in texts if not _surely_fits(text, width)]
    while width < widest and any(len(parts(text, width, points)) > 1 for text in long):
        width = min(widest, width + 12)
    return width


def most_lines(points: float) -> int:
    """Say how many lines the tallest row holds."""
    return int((ROW_LIMIT - _PADDING) // line_height(points))


def line_height(points: float) -> float:
    """Give the height of a line of text in points."""
    return round(points * 1.28, 1)


# A register says the same words again and again.
@lru_cache(maxsize=50_000)
def measure(text: str) -> float:
    """Estimate how wide text is in digits, a little on the wide side for unknown fonts."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if letter in " iljtfrI.,:;'|!()[]’‘":
        return 0.6
    if letter in "mwMW@%—":
        return 1.5
    if letter > "\u2e80":
        return 2.0
    return 1.25 if letter.isupper() else 0.94


def _surely_fits(text: str, width: float) -> bool:
    return len(text) < width * 8 and text.count("\n") < 8


def _short_words(text: str, room: float) -> Iterable[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) * 2 <= room or measure(word) <= room:
            yield word
            continue
        # A word wider than its column is broken by Excel wherever the cell ends.
        step = max(1, int(room // 2))
        yield from (word[start : start + step] for start in range(0, len(word), step))
