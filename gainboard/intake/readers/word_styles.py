"""What the styles of a .docx say of its paragraphs: headings, numbers, hidden words."""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from gainboard.intake.readers.word_xml import W, at, children, is_on, number, value

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_MOST_ANCESTORS = 20
_BODY = 9  # the outline level that means "no heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Hold which list a paragraph is in and how deep; `style` is the one that said so."""

    list_id: str
    level: int | None
    style: str | None = None


class Styles:
    """Hold a document's styles, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {style.get(f"{W}styleId", ""): style for style in children(root, "style")}
        self._usual = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        self.heading = cache(self._heading)
        self.numbered = cache(self._numbered)
        self.lists_contents = cache(self._lists_contents)
        self.hides = cache(self._hides)
        self.font = cache(self._font)

    def _heading(self, style_id: str | None) -> int:
        """Give a paragraph style's level as a heading, 0 for none."""
        for _, style in self._with_ancestors(style_id):
            outline = value(style, "pPr/outlineLvl")
            if outline is not None:
                level = number(outline, _BODY) + 1
                return level if level <= _BODY else 0
            name = value(style, "name") or ""
            found = _HEADING.fullmatch(name)
            if found or name.lower() == "title":
                return int(found[1]) if found else 1
        return 0

    def _lists_contents(self, style_id: str | None) -> bool:
        """Say whether a style is for the lines of a table of contents."""
        names = [value(style, "name") or "" for _, style in self._with_ancestors(style_id)]
        return any(name.lower().startswith(("toc ", "table of ")) for name in names)

    def _numbered(self, style_id: str | None) -> Numbered | None:
        """Give the list that a paragraph style puts its paragraphs in."""
        for name, style in self._with_ancestors(style_id):
            list_id = value(style, "pPr/numPr/numId")
            if list_id is not None:
                level = value(style, "pPr/numPr/ilvl")
                own = None if level is None else number(level)
                return Numbered(list_id=list_id, level=own, style=name)
        return None

    def _hides(self, style_id: str | None) -> bool:
        """Say whether a style hides its words."""
        for _, style in self._with_ancestors(style_id):
            if at(style, "rPr/vanish") is not None:
                return is_on(style, "rPr/vanish")
        return False

    def _font(self, style_id: str | None) -> str:
        """Give the font a style sets, "" where it sets none."""
        for _, style in self._with_ancestors(style_id):
            fonts = at(style, "rPr/rFonts")
            if fonts is not None:
                return fonts.get(f"{W}ascii", "")
        return ""

    def _with_ancestors(self, style_id: str | None) -> list[tuple[str, Element]]:
        found: list[tuple[str, Element]] = []
        name: str | None = self._usual if style_id is None else style_id
        while name in self._styles and len(found) < _MOST_ANCESTORS:
            found.append((name, self._styles[name]))
            name = value(self._styles[name], "basedOn")
        return found
