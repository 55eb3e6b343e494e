"""OpenDocument texts (.odt): their paragraphs with their printed marks, tables, boxes, notes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gainboard.intake.readers import refusals
from gainboard.intake.readers.open_text_lists import OUTLINE, Counts, ListStyles
from gainboard.intake.readers.open_text_tables import grid
from gainboard.intake.readers.open_text_words import Words
from gainboard.intake.readers.open_text_xml import OFFICE, STYLE, TABLE, TEXT, XML_ID, whole
from gainboard.intake.readers.paragraphs import told_apart, with_leader
from gainboard.intake.readers.parts import Parts
from gainboard.intake.source import Cell, Piece, Source, compose

_SECRET = "encryption-data"
_SILENT = frozenset(f"{TEXT}{name}" for name in ("tracked-changes", "sequence-decls"))


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order, its notes last.

    Raises GainboardError with E-DAMAGED-DOCUMENT, E-PASSWORD, E-MACROS or E-EMPTY.
    """
    parts = Parts(content, name)
    manifest = parts.root("META-INF/manifest.xml")
    if manifest is not None and any(entry.tag.endswith(_SECRET) for entry in manifest.iter()):
        raise refusals.locked(name)
    if any(_is_macro(path) for path in parts.names):
        raise refusals.macros(name)
    document, styles = parts.root("content.xml"), parts.root("styles.xml")
    body = None if document is None else document.find(f"{OFFICE}body/{OFFICE}text")
    if document is None or body is None:
        raise refusals.damaged(name)
    story = _Story([root for root in (styles, document) if root is not None])
    source = compose([*story.pieces(body), *story.note_pieces()])
    if not source.text:
        raise refusals.wordless(name)
    return source


def _is_macro(path: str) -> bool:
    inside = path.startswith(("Basic/", "Scripts/"))
    return inside and not path.endswith(("/", "script-lb.xml", "script-lc.xml"))


class _Story:
    """Walk a document once, in its order, as numbers go on from list to list."""

    def __init__(self, roots: list[Element]) -> None:
        self._lists = ListStyles(roots)
        self._words = Words(roots)
        self._counts_by_id: dict[str, Counts] = {}
        self._counts_by_style: dict[str, Counts] = {}
        self._outline: Counts = {}
        self._based_on = {
            style.get(f"{STYLE}name", ""): style.get(f"{STYLE}parent-style-name", "")
            for root in roots
            for style in root.iter(f"{STYLE}style")
            if style.get(f"{STYLE}family") == "paragraph"
        }
        self._tables = 0

    def pieces(self, container: Element, cell: Cell | None = None) -> Iterator[Piece]:
        """Yield what is in the body, a section, a cell or a box."""
        for child in container:
            if child.tag == f"{TEXT}p":
                yield from self._paragraph(child, cell)
            elif child.tag == f"{TEXT}h":
                depth = whole(child, f"{TEXT}outline-level", 1, 10)
                mark = self._lists.mark(OUTLINE, depth, self._outline)
                yield from self._paragraph(child, cell, mark)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, cell)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child, cell)
            elif child.tag not in _SILENT:
                yield from self.pieces(child, cell)

    def note_pieces(self) -> Iterator[Piece]:
        """Yield the notes, under a heading that parts them from the text."""
        pieces = [piece for note in list(self._words.notes) for piece in self.pieces(note)]
        if any(piece.words.strip() for piece in pieces):
            yield Piece(words="Notes", heading=1)
            yield from pieces

    def _paragraph(
        self, paragraph: Element, cell: Cell | None, mark: str = "", indent: int = 0
    ) -> Iterator[Piece]:
        words, boxes = self._words.read(paragraph)
        heading, style = 0, paragraph.get(f"{TEXT}style-name", "")
        named = (style, self._based_on.get(style, ""))
        if paragraph.tag == f"{TEXT}h":
            heading = whole(paragraph, f"{TEXT}outline-level", 1, 10)
        elif "Title" in named:
            heading = 1
        elif any(name.startswith("Contents_20_") for name in named):
            words = with_leader(words)
        first, *rest = list(told_apart(words)) or [""]
        if mark and (first or len(mark) > len("(xviii)")):
            first = f"{mark} {first}"
        for text in (first, *rest):
            yield Piece(words=text, heading=heading, indent=indent, cell=cell)
        for box in boxes:
            yield from self.pieces(box, cell)

    def _list(self, listed: Element, cell: Cell | None) -> Iterator[Piece]:
        style = listed.get(f"{TEXT}style-name", "")
        counts = self._counts(listed, style)
        self._counts_by_style[style] = counts
        self._counts_by_id[listed.get(XML_ID, "")] = counts
        yield from self._items(listed, cell, style, 1, counts)

    def _counts(self, listed: Element, style: str) -> Counts:
        continued = listed.get(f"{TEXT}continue-list")
        if continued is not None and continued in self._counts_by_id:
            return self._counts_by_id[continued]
        if listed.get(f"{TEXT}continue-numbering") == "true":
            return self._counts_by_style.get(style, {})
        return {}

    def _items(
        self, listed: Element, cell: Cell | None, style: str, depth: int, counts: Counts
    ) -> Iterator[Piece]:
        for item in listed:
            starts = item.get(f"{TEXT}start-value")
            start = None if starts is None else whole(item, f"{TEXT}start-value", 1, 10**6)
            waits = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    own = child.get(f"{TEXT}style-name", style)
                    yield from self._items(child, cell, own, depth + 1, counts)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    mark = self._lists.mark(style, depth, counts, start) if waits else ""
                    waits = False
                    yield from self._paragraph(child, cell, mark, depth - 1)
                elif child.tag == f"{TABLE}table":
                    yield from self._table(child, cell)

    def _table(self, table: Element, outer: Cell | None) -> Iterator[Piece]:
        rows = grid(table)
        is_box = all(len(row) <= 1 for row in rows)
        index = self._tables
        self._tables += not is_box
        for place, row in enumerate(rows):
            for column, element in row:
                own = None if is_box else Cell(table=index, row=place, column=column)
                yield from self.pieces(element, own or outer)
