"""Word documents (.docx): their paragraphs with the marks that Word prints, tables and boxes.

The XML is read here and not by a library, as those at hand leave out the automatic numbers,
which a board cites ("Recommendation 4", "(b)").
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gainboard.intake.readers import refusals
from gainboard.intake.readers.paragraphs import told_apart, with_leader
from gainboard.intake.readers.parts import Parts
from gainboard.intake.readers.word_numbering import read_numbering
from gainboard.intake.readers.word_runs import Runs, chosen
from gainboard.intake.readers.word_styles import Numbered, Styles
from gainboard.intake.readers.word_tables import grid, is_layout
from gainboard.intake.readers.word_xml import W, at, children, is_on, local, number, value
from gainboard.intake.source import Cell, Piece, Source, compose

_MACROS = ("vbaProject.bin", "vbaData.xml")
_WRAPPERS = frozenset("sdt sdtContent customXml smartTag ins moveTo".split())
_READ = frozenset("styles numbering footnotes endnotes".split())
_NO_LEVEL = 9
_LONGEST_NUMBER = len("(xviii)")  # a longer mark has words in it: "Recommendation 1"
_TWIPS_A_LEVEL = 360


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order, its notes last.

    Raises GainboardError with E-DAMAGED-DOCUMENT, E-PASSWORD, E-MACROS or E-EMPTY.
    """
    parts = Parts(content, name)
    if name.lower().endswith((".docm", ".dotm")) or any(n.endswith(_MACROS) for n in parts.names):
        raise refusals.macros(name)
    main = parts.related("").get("officeDocument", "word/document.xml")
    document = parts.root(main)
    body = at(document, "body")
    if body is None:
        raise refusals.damaged(name)
    related = parts.related(main)
    story = _Story(
        body, {kind: parts.root(path) for kind, path in related.items() if kind in _READ}
    )
    pieces = [*story.pieces(body), *story.note_pieces()]
    source = compose(pieces, story.warnings)
    if not source.text:
        raise refusals.wordless(name)
    return source


class _Story:
    """Walk a document once, in its order, as numbers and fields go on from piece to piece."""

    def __init__(self, body: Element, others: dict[str, Element | None]) -> None:
        self.warnings: list[str] = []
        self._others = others
        self._styles = Styles(others.get("styles"))
        self._numbering = read_numbering(others.get("numbering"))
        self._runs = Runs(self._styles, fields_are_whole=_fields_are_whole(body))
        self._tables = 0
        self._held = ""

    def pieces(self, container: Element, cell: Cell | None = None) -> Iterator[Piece]:
        """Yield what is in the body, a cell or a box."""
        for child in container:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, cell)
            elif name == "tbl":
                yield from self._table(child, cell)
            elif name in _WRAPPERS:
                yield from self.pieces(child, cell)
            elif name == "AlternateContent":
                yield from self.pieces(chosen(child), cell)
            elif name == "altChunk":
                self.warnings.append("A part that is inserted from another file was not read.")

    def note_pieces(self) -> Iterator[Piece]:
        """Yield the notes that were referred to, under a heading that parts them from the text."""
        if self._runs.has_diagrams:
            self.warnings.append("Words in a diagram (SmartArt) were not read.")
        notes = {
            (part, note.get(f"{W}id")): note
            for part in ("footnotes", "endnotes")
            for note in children(self._others.get(part), part.removesuffix("s"))
        }
        met = [notes[named] for named in dict.fromkeys(self._runs.notes) if named in notes]
        pieces = [piece for note in met for piece in self.pieces(note)]
        if any(piece.words.strip() for piece in pieces):
            yield Piece(words="Notes", heading=1)
            yield from pieces

    def _paragraph(self, paragraph: Element, cell: Cell | None) -> Iterator[Piece]:
        words, boxes = self._runs.read(paragraph)
        words = self._held + words
        properties = at(paragraph, "pPr")
        if at(properties, "rPr/del") is not None or at(properties, "rPr/moveFrom") is not None:
            self._held = words
        elif words.strip() or not is_on(properties, "rPr/vanish"):
            self._held = ""
            yield from self._shown(words, properties, cell)
        for box in boxes:
            yield from self.pieces(box, cell)

    def _shown(self, words: str, properties: Element | None, cell: Cell | None) -> Iterator[Piece]:
        heading = self._heading(properties)
        if self._styles.lists_contents(value(properties, "pStyle")):
            words = with_leader(words)
        listed = self._listed(properties)
        mark = self._numbering.mark(listed.list_id, listed.level or 0) if listed else ""
        indent = (listed.level or 0) if listed and mark else _indent(properties)
        first, *rest = list(told_apart(words)) or [""]
        if mark and (first or len(mark) > _LONGEST_NUMBER):
            first = f"{mark} {first}"
        for text in (first, *rest):
            yield Piece(words=text, heading=heading, indent=indent, cell=cell)

    def _heading(self, properties: Element | None) -> int:
        own = value(properties, "outlineLvl")
        if own is not None:
            level = number(own, _NO_LEVEL)
            return level + 1 if level < _NO_LEVEL else 0
        return self._styles.heading(value(properties, "pStyle"))

    def _listed(self, properties: Element | None) -> Numbered | None:
        style = self._styles.numbered(value(properties, "pStyle"))
        list_id, level = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        own_level = None if level is None else number(level)
        if list_id is not None:
            return Numbered(list_id=list_id, level=own_level or 0)
        if style is None:
            return None
        if own_level is None:
            own_level = style.level
        if own_level is None:
            own_level = self._numbering.level_of(style.list_id, style.style)
        return Numbered(list_id=style.list_id, level=own_level)

    def _table(self, table: Element, outer: Cell | None) -> Iterator[Piece]:
        rows = grid(table)
        if is_layout(rows):
            for row in rows:
                for placed in row:
                    yield from self.pieces(placed.element, outer)
            return
        index = self._tables
        self._tables += 1
        for place, row in enumerate(rows):
            for placed in row:
                cell = Cell(table=index, row=place, column=placed.column)
                yield from self.pieces(placed.element, cell)


def _indent(properties: Element | None) -> int:
    indents = at(properties, "ind")
    if indents is None:
        return 0
    left = number(indents.get(f"{W}left", indents.get(f"{W}start")))
    return max(0, min(_NO_LEVEL, left // _TWIPS_A_LEVEL))


def _fields_are_whole(body: Element) -> bool:
    steps = [mark.get(f"{W}fldCharType") for mark in body.iter(f"{W}fldChar")]
    return steps.count("begin") == steps.count("end")
