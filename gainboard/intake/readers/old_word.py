"""Word documents of 1997 to 2003 (.doc): their paragraphs with the marks that Word prints."""

import re
import struct

from gainboard.intake.readers import refusals
from gainboard.intake.readers.flow import Flow, Layout
from gainboard.intake.readers.form_fields import check_box
from gainboard.intake.readers.note_marks import is_note_mark
from gainboard.intake.readers.old_word_bytes import u16
from gainboard.intake.readers.old_word_file import OldWordFile, opened
from gainboard.intake.readers.old_word_formats import (
    CharacterFormat,
    Formats,
    ParagraphFormat,
)
from gainboard.intake.readers.old_word_lists import (
    Style,
    read_fonts,
    read_numbering,
    read_styles,
)
from gainboard.intake.readers.symbols import is_symbol_font, shown
from gainboard.intake.source import Piece, Source, compose

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SIGNS = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x09": "\t"}
_BEGINS, _SEPARATES, _ENDS, _PICTURE = "\x13", "\x14", "\x15", "\x01"
_NO_LIST = 0x7FF  # and above: lists of yet older forms
_BODY = 9
_LONGEST_FIELD = 4096
_MOST_CHARACTERS = 20_000_000


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order, notes and boxes last.

    Raises GainboardError with E-DAMAGED-DOCUMENT, E-PASSWORD, E-MACROS, E-OLD-WORD or E-EMPTY.
    """
    file = opened(content, name)
    try:
        source = compose(_pieces(file))
    except (struct.error, OverflowError):
        raise refusals.damaged(name) from None
    if not source.text:
        raise refusals.wordless(name)
    return source


def _pieces(file: OldWordFile) -> list[Piece]:
    story = _Story(file)
    pieces = story.read("text")
    for heading, parts in (("Text boxes", ("boxes",)), ("Notes", ("notes", "endnotes"))):
        more = [piece for part in parts for piece in story.read(part)]
        if any(piece.words.strip() for piece in more):
            pieces += [Piece(words=heading, heading=1), *more]
    return pieces


class _Story:
    """Read the parts of a document's text, as lists count on from one to the next."""

    def __init__(self, file: OldWordFile) -> None:
        self._file = file
        self._fonts = read_fonts(file)
        self._styles = read_styles(file)
        self._numbering = read_numbering(file, self._fonts)
        self._formats = Formats(file)
        self._tables = 0
        self._fields: list[bool] = []  # of each open one whether its instruction is still open
        self._instructions = 0
        self._flow = self._new_flow([])

    def read(self, part: str) -> list[Piece]:
        """Give the pieces of a part."""
        first, last = self._file.range_of(part)
        pieces: list[Piece] = []
        self._flow = self._new_flow(pieces)
        self._fields, self._instructions = [], 0
        total = 0
        for piece in self._file.pieces():
            start, end = max(first, piece.start), min(last, piece.end)
            total += max(0, end - start)
            if total > _MOST_CHARACTERS:
                raise OverflowError
            if start < end:
                offset = piece.offset + piece.width * (start - piece.start)
                self._take(offset, offset + piece.width * (end - start), piece.width)
        self._flow.end()
        return pieces

    def _new_flow(self, pieces: list[Piece]) -> Flow:
        return Flow(pieces=pieces, heading_of=self._heading, next_table=self._next_table)

    def _next_table(self) -> int:
        self._tables += 1
        return self._tables - 1

    def _take(self, start: int, end: int, width: int) -> None:
        codec = "cp1252" if width == 1 else "utf-16-le"
        for first, last, form in self._formats.cut(start, end):
            text = self._file.main[first:last].decode(codec, errors="replace")
            if form.symbol is not None:
                text = self._pictured(len(text), *form.symbol)
            at = 0
            for found in _CONTROL.finditer(text):
                self._say(text[at : found.start()], form)
                self._control(found[0], first + width * found.start(), form)
                at = found.end()
            self._say(text[at:], form)

    def _say(self, text: str, form: CharacterFormat) -> None:
        if not text or form.hidden or self._instructions:
            return
        if form.raised and is_note_mark(text, "".join(self._flow.words[-3:])):
            return
        font = self._fonts.get(form.font, "") if form.font is not None else ""
        self._flow.words.append(shown(text, font) if is_symbol_font(font) else text)

    def _pictured(self, count: int, font: int, picture: int) -> str:
        return shown(chr(picture), self._fonts.get(font, "")) * count

    def _control(self, sign: str, offset: int, form: CharacterFormat) -> None:
        if sign in "\r\x07\x0c":
            self._end(sign, self._formats.paragraph(offset))
        elif sign == _BEGINS:
            self._fields.append(True)
            self._instructions += 1
        elif sign == _SEPARATES and self._fields:
            self._instructions -= self._fields[-1]
            self._fields[-1] = False
        elif sign == _ENDS and self._fields:
            self._instructions -= self._fields.pop()
        elif sign == _PICTURE and form.picture is not None:
            self._flow.words.append(self._box(form.picture))
        elif sign in _SIGNS:
            self._say(_SIGNS[sign], form)

    def _end(self, sign: str, form: ParagraphFormat) -> None:
        depth = form.depth if form.depth or sign != "\x07" else 1
        self._flow.layout = Layout(
            style=form.style,
            outline=form.outline,
            depth=depth,
            left=form.left,
            contents=any(style.lists_contents for style in self._lineage(form.style)),
        )
        if form.ends_row and depth:
            self._flow.edges = list(form.edges[:-1])
            self._flow.words = []
            self._flow.end_row()
            return
        self._number(form)
        if sign == "\x07" or form.ends_inner_cell:
            self._flow.end_cell()
        else:
            self._flow.end_paragraph()

    def _number(self, form: ParagraphFormat) -> None:
        """Put the mark of the list before the words, if there are any or the mark has some."""
        styled = next((s.format for s in self._lineage(form.style) if s.format.list_use), form)
        use = styled.list_use if form.list_use is None else form.list_use
        level = styled.level if form.level is None else form.level
        if use and use < _NO_LIST:
            self._flow.layout.level = level or 0
            self._flow.mark = [self._numbering.mark(str(use), level or 0)]

    def _heading(self, layout: Layout) -> int:
        if layout.outline is not None:
            return layout.outline + 1 if layout.outline < _BODY else 0
        levels = (
            s.heading if s.format.outline is None else s.format.outline + 1
            for s in self._lineage(layout.style)
        )
        found = next((level for level in levels if level is not None), 0)
        return found if found <= _BODY else 0

    def _lineage(self, style: int) -> list[Style]:
        found: list[Style] = []
        while style in self._styles and len(found) < 20:
            found.append(self._styles[style])
            style = found[-1].base
        return found

    def _box(self, picture: int) -> str:
        """Give the state of a form's check box, which is stored where a picture would be."""
        at = picture + u16(self._file.other, picture + 4)
        return check_box(self._file.other[at : at + _LONGEST_FIELD])
