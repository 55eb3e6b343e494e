"""The numbers and bullets that Word prints before paragraphs and does not store in their text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from gainboard.intake.readers.numerals import numeral
from gainboard.intake.readers.symbols import bullet
from gainboard.intake.readers.word_xml import W, at, children, is_on, number, value

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8
LONGEST_MARK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Hold how one level of a list prints its marks, and after which level it begins anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    font: str = ""
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """Hold a list; those of one definition count on together but where one starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Count through a document's lists; ask for each paragraph's mark once, in their order."""

    def __init__(self, lists: Mapping[str, NumberedList]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level_of(self, list_id: str, style: str | None) -> int:
        """Give the level that a list keeps for a paragraph style, 0 where it keeps none."""
        levels = self._lists[list_id].levels if list_id in self._lists else {}
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def mark(self, list_id: str, depth: int) -> str:
        """Count one paragraph on and give the mark that is printed before it."""
        found = self._lists.get(list_id)
        depth = max(0, min(depth, _DEEPEST))
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            counts.update({own: start - 1 for own, start in found.starts.items()})
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            if _begins_anew(found.levels.get(deeper), depth):
                del counts[deeper]
        return _printed(found.levels, counts, depth)


def read_numbering(root: Element | None) -> Numbering:
    """Read the lists of a .docx from its numbering part."""
    abstracts = {
        abstract.get(f"{W}abstractNumId", ""): abstract
        for abstract in children(root, "abstractNum")
    }
    linked = {value(a, "styleLink"): name for name, a in abstracts.items()}
    lists: dict[str, NumberedList] = {}
    for num in children(root, "num"):
        name = value(num, "abstractNumId") or ""
        name = linked.get(value(abstracts.get(name), "numStyleLink") or name, name)
        levels = _levels(abstracts.get(name))
        lists[num.get(f"{W}numId", "")] = _overridden(num, name, levels)
    return Numbering(lists)


def _levels(abstract: Element | None) -> dict[int, Level]:
    return {number(lvl.get(f"{W}ilvl")): _level(lvl) for lvl in children(abstract, "lvl")}


def _level(lvl: Element) -> Level:
    fonts = at(lvl, "rPr/rFonts")
    restart = value(lvl, "lvlRestart")
    text = (value(lvl, "lvlText") or "")[:LONGEST_MARK]
    return Level(
        start=number(value(lvl, "start"), 1),
        form=value(lvl, "numFmt") or "decimal",
        text=" " if at(lvl, "lvlPicBulletId") is not None else text,
        restart=None if restart is None else number(restart),
        legal=is_on(lvl, "isLgl"),
        font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        style=value(lvl, "pStyle"),
    )


def _overridden(num: Element, abstract: str, levels: dict[int, Level]) -> NumberedList:
    starts: dict[int, int] = {}
    for override in children(num, "lvlOverride"):
        depth = number(override.get(f"{W}ilvl"))
        own = at(override, "lvl")
        if own is not None:
            levels = {**levels, depth: _level(own)}
        start = value(override, "startOverride")
        if start is not None and depth in levels:
            starts[depth] = number(start, 1)
            levels = {**levels, depth: replace(levels[depth], start=starts[depth])}
    return NumberedList(abstract=abstract, levels=levels, starts=starts)


def _begins_anew(level: Level | None, after: int) -> bool:
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and after < level.restart


def _printed(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return bullet(level.text, level.font)

    def place(found: re.Match[str]) -> str:
        above = int(found[1]) - 1
        other = levels.get(above, level)
        form = "decimal" if level.legal else other.form
        return numeral(counts.get(above, other.start), form)

    return " ".join(_PLACE.sub(place, level.text).split())
