"""The marks that an OpenDocument text prints before its lists' items and its headings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from gainboard.intake.readers.numerals import numeral
from gainboard.intake.readers.open_text_xml import STYLE, TEXT, whole
from gainboard.intake.readers.symbols import bullet

_FORMS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_PLACE = re.compile(r"%(\d{1,2})%")
_MOST = 10**6
_LONGEST = 200
OUTLINE = "outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Hold how one level of a list prints its marks."""

    bullet: str | None = None
    form: str = "decimal"
    before: str = ""
    after: str = ""
    shows: int = 1  # how many levels a number shows
    start: int = 1
    pattern: str | None = None  # "Recommendation %1%:", which goes before the rest


Counts = dict[int, int]


class ListStyles:
    """Hold the list styles of a document, and count through its lists."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._styles[OUTLINE] = _levels(style)

    def mark(self, style: str, depth: int, counts: Counts, start: int | None = None) -> str:
        """Count one item on at a depth from 1 and give the mark that is printed before it."""
        levels = self._styles.get(style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts[depth] = counts.get(depth, level.start - 1) + 1 if start is None else start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.bullet is not None:
            return bullet(level.bullet)
        return _printed(levels, depth, counts)


def _levels(style: Element) -> dict[int, Level]:
    return {whole(level, f"{TEXT}level", 1, 10): _level(level) for level in style}


def _level(level: Element) -> Level:
    is_bullet = level.tag == f"{TEXT}list-level-style-bullet"
    pattern = next((v for k, v in level.attrib.items() if k.endswith("}num-list-format")), None)
    if level.tag == f"{TEXT}list-level-style-image":
        return Level(bullet=" ")
    return Level(
        bullet=level.get(f"{TEXT}bullet-char", "•") if is_bullet else None,
        form=_FORMS.get(level.get(f"{STYLE}num-format", ""), "decimal"),
        before=level.get(f"{STYLE}num-prefix", "")[:_LONGEST],
        after=level.get(f"{STYLE}num-suffix", "")[:_LONGEST],
        shows=whole(level, f"{TEXT}display-levels", 1, 10),
        start=whole(level, f"{TEXT}start-value", 1, _MOST),
        pattern=None if pattern is None else pattern[:_LONGEST],
    )


def _printed(levels: dict[int, Level], depth: int, counts: Counts) -> str:
    def place(at: int) -> str:
        level = levels.get(at, Level())
        return numeral(counts.get(at, level.start), level.form)

    level = levels[depth]
    if level.pattern is not None:
        return " ".join(_PLACE.sub(lambda found: place(int(found[1])), level.pattern).split())
    shown = [place(at) for at in range(max(1, depth - level.shows + 1), depth + 1)]
    numbers = ".".join(filter(None, shown))
    return f"{level.before}{numbers}{level.after}".strip() if numbers else ""
