"""A page's tags to pieces: what a browser would show, in its order."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from gainboard.intake.readers import refusals
from gainboard.intake.readers.note_marks import is_note_mark
from gainboard.intake.readers.paragraphs import told_apart
from gainboard.intake.readers.symbols import TICKED, UNTICKED, bullet, is_symbol_font, shown
from gainboard.intake.readers.web_lists import WebList, list_of
from gainboard.intake.readers.web_styles import (
    Attributes,
    declared,
    font_of,
    heading_of,
    hides,
    holds_notes,
    leads_to_note,
    list_level,
)
from gainboard.intake.readers.web_tables import WebTable
from gainboard.intake.source import Piece

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset(
    "head script style template nav svg math iframe object select textarea noscript xml"
    " audio video canvas datalist dialog del".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary"
    " table tbody td tfoot th thead tr ul menu".split()
)
_PARAGRAPH = frozenset(("p",))
_LISTS = frozenset(("ol", "ul", "menu"))
_CLOSED_BY = {  # an open tag that the start of others ends, and the tags that shield it
    "li": (frozenset(("li",)), frozenset(("ol", "ul", "menu", "table"))),
    "td": (frozenset(("td", "th")), frozenset(("table",))),
    "th": (frozenset(("td", "th")), frozenset(("table",))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
}
_SITE_EDGES = frozenset(("header", "footer"))
_DEEPEST = 1000
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """Hold an open element's tag and what holds for the words in it."""

    tag: str
    silent: bool = False
    font: str = ""
    preformatted: bool = False
    heading: int = 0
    raised_from: int | None = None  # where in the paragraph raised words begin
    mark_from: int | None = None  # where in the paragraph Word's list mark begins


class WebPage(HTMLParser):
    """Feed it a page, close it, and take its pieces."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._name = name
        self._open: list[_Open] = [_Open(tag="")]
        self._words: list[str] = []
        self._lists: list[WebList] = []
        self._tables: list[WebTable] = []
        self._tables_so_far = 0
        self._mark = ""  # waits for the first words of its list item
        self._level: int | None = None  # what Word says of the paragraph

    def close(self) -> None:
        """End what is still open."""
        super().close()
        self._flush()
        while self._tables:
            self._end_table()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag, attributes)
            return
        self._end_what_it_ends(tag)
        style = declared(attributes)
        if tag in _BLOCKS:
            self._flush()
        above = self._open[-1]
        silent = above.silent or tag in _SILENT or hides(attributes, style)
        silent = silent or (tag == "button" and not above.heading)  # some headings fold their text
        silent = silent or (tag in _SITE_EDGES and not self._is_in_article())
        silent = silent or (tag == "a" and leads_to_note(attributes))
        if "dotted" in style.get("mso-tab-count", "") and not silent:
            self._words.append(" ..... ")  # before the page number of a line of contents
            silent = True
        opened = _Open(
            tag=tag,
            silent=silent,
            font=font_of(tag, attributes, style) or above.font,
            preformatted=above.preformatted
            or tag == "pre"
            or "pre" in style.get("white-space", ""),
            heading=heading_of(tag, attributes, style) or above.heading,
            raised_from=len(self._words) if tag == "sup" else None,
            mark_from=len(self._words) if style.get("mso-list") == "ignore" else None,
        )
        if len(self._open) > _DEEPEST:
            raise refusals.too_deep(self._name)
        self._open.append(opened)
        if not silent:
            self._begin(tag, attributes, style)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; only what is always void ends at once, as browsers have it."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and ":" in tag:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element and all that was left open in it."""
        shield = "table" if tag not in ("table", "body", "html") else ""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                self._close_down_to(place)
                return
            if self._open[place].tag == shield:
                return

    def handle_data(self, data: str) -> None:
        """Take words, with white space as it shows."""
        now = self._open[-1]
        if now.silent:
            return
        text = shown(data, now.font) if is_symbol_font(now.font) and not self._in_mark() else data
        text = text.replace("\u00a0", " ")
        self._words.append(text if now.preformatted else _SPACE.sub(" ", text))

    def _begin(self, tag: str, attributes: Attributes, style: dict[str, str]) -> None:
        if holds_notes(attributes, style):
            self._put(Piece(words="Notes", heading=1))
        level = list_level(style)
        if level is not None:
            self._level = level
        if tag in _LISTS:
            self._lists.append(list_of(tag, attributes))
        elif tag == "li":
            self._mark = self._lists[-1].mark(attributes) if self._lists else "•"
        elif tag == "table":
            outer = self._tables[-1].cell if self._tables else None
            self._tables.append(
                WebTable(index=self._tables_so_far, outer=outer, depth=len(self._lists))
            )
            self._tables_so_far += 1
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].begin_cell(attributes)

    def _void(self, tag: str, attributes: Attributes) -> None:
        if self._open[-1].silent:
            return
        if tag == "br":
            breaks = "page-break-before" in declared(attributes)
            self._words.append("\f" if breaks else "\n")
        elif tag == "hr":
            self._flush()
        elif tag == "input" and attributes.get("type", "").lower() in ("checkbox", "radio"):
            self._words.append(TICKED if "checked" in attributes else UNTICKED)
            self._words.append(" ")

    def _end_what_it_ends(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._ends(_PARAGRAPH, _BLOCKS)
        closed, shields = _CLOSED_BY.get(tag, (frozenset[str](), frozenset[str]()))
        if closed:
            self._ends(closed, shields)

    def _ends(self, closed: frozenset[str], shields: frozenset[str]) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in closed:
                self._close_down_to(place)
                return
            if self._open[place].tag in shields:
                return

    def _close_down_to(self, place: int) -> None:
        while len(self._open) > place:
            self._close_one(self._open[-1])
            self._open.pop()

    def _close_one(self, ended: _Open) -> None:
        if ended.tag in _BLOCKS:
            self._flush()
        if ended.silent:
            return
        if ended.mark_from is not None:
            mark = " ".join("".join(self._words[ended.mark_from :]).split())
            pictured = is_symbol_font(ended.font) or (len(mark) == 1 and not mark.isdigit())
            del self._words[ended.mark_from :]
            self._mark = ""  # some programs make a list item of it and leave Word's mark in
            self._words.append(f"{bullet(mark, ended.font) if pictured else mark} ")
        elif ended.raised_from is not None:
            self._drop_note_mark(ended.raised_from)
        if ended.tag in _LISTS and self._lists:
            self._lists.pop()
        elif ended.tag == "li":
            self._mark = ""
        elif ended.tag == "table" and self._tables:
            self._end_table()

    def _drop_note_mark(self, start: int) -> None:
        before = "".join(self._words[max(0, start - 3) : start])
        if is_note_mark("".join(self._words[start:]), before):
            del self._words[start:]

    def _end_table(self) -> None:
        table = self._tables.pop()
        del self._lists[table.depth :]
        for piece in table.shown():
            self._put(piece)

    def _flush(self) -> None:
        words = "".join(self._words)
        self._words = []
        level, self._level = self._level, None
        now = self._open[-1]
        if not words.strip():
            return
        mark, self._mark = self._mark, ""
        for text in words.split("\n") if now.preformatted else told_apart(words):
            self._put(
                Piece(
                    words=f"{mark} {text}" if mark else text,
                    heading=now.heading,
                    indent=level if level is not None else max(0, len(self._lists) - 1),
                    cell=self._tables[-1].cell if self._tables else None,
                )
            )
            mark = ""

    def _put(self, piece: Piece) -> None:
        (self._tables[-1].pieces if self._tables else self.pieces).append(piece)

    def _in_mark(self) -> bool:
        return any(element.mark_from is not None for element in self._open[-4:])

    def _is_in_article(self) -> bool:
        return any(element.tag in ("article", "main", "section", "td") for element in self._open)
