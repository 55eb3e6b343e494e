"""The lines of a PDF's pages, asked of pdfium with a few calls a line and none a letter."""

import ctypes
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from gainboard.intake.pdf.gaps import Gaps, side_by_side, with_leaders
from gainboard.intake.pdf.lines import Cut, Line, Page, Rule

_HYPHEN = "\ufffe"  # what pdfium puts for a hyphen at the end of a line, and joins the next to it
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|[-,]bd", re.IGNORECASE)
_PICTOGRAMS = re.compile(rb"wingding|webding|symbol|dingbat|zapf", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_GLYPHS = {"o": "o", "§": "▪", "Ø": "➢", "ü": "✓", "q": "☐", "¨": "☐", "þ": "☒", "ý": "☒", "x": "☒"}
_MARKED = re.compile(
    r"(?:[^\w\s(“‘\"'£$€[]|[o§Øüqvnl]|\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,4})[.)]?)\s+"
    r"(?=\S)"
)
_NOTE = re.compile(r"^\d{1,3}(?=\D)|(?<=[^\s\d])\s?\d{1,3}(?=[\s.,;:)]|$)")
_WIDE = 0.6  # of a letter's size: spaces between words are seldom wider
_MOST_RULES = 4000


class TextReader:
    """Read page after page through one set of buffers."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._units = 0
        self._buffer = (ctypes.c_ushort * 1)()

    def read(self, index: int) -> Page:
        """Give a page's lines in the order in which the file draws them."""
        page = self._document[index]
        textpage = page.get_textpage()
        try:
            width, height = page.get_size()
            found = list(self._lines(textpage.raw))
            rules: list[Rule] = []
            if side_by_side([line for _, line in found], height):
                rules = _rules(page.raw)
                lines = self._apart(textpage.raw, found, rules)
            else:
                lines = [line for _, line in found]
            pictures = not lines and raw.FPDFPage_CountObjects(page.raw) > 0
        finally:
            textpage.close()
            page.close()
        return Page(index + 1, width, height, lines, rules, pictures)

    def _text(self, page: ctypes.c_void_p) -> tuple[str, bool]:
        count = raw.FPDFText_CountChars(page)
        if count <= 0:
            return "", True
        if count * 2 + 2 > self._units:
            self._units = count * 4 + 2
            self._buffer = (ctypes.c_ushort * self._units)()
        written = raw.FPDFText_GetText(page, 0, count, self._buffer) - 1
        content = ctypes.string_at(self._buffer, max(written, 0) * 2)
        text = content.decode("utf-16-le", errors="replace")
        return text, len(text) == count

    def _lines(self, page: ctypes.c_void_p) -> Iterator[tuple[int, Line]]:
        text, plain = self._text(page)
        place = 0
        for printed in text.split("\r\n"):
            start = place
            place += len(printed) + 2
            *broken, last = printed.split(_HYPHEN)
            for part in broken:
                if part and not part.isspace():
                    yield start, self._line(page, part, start, plain, broken=True)
                start += len(part) + 1
            if last and not last.isspace():
                yield start, self._line(page, last, start, plain)

    def _apart(
        self, page: ctypes.c_void_p, found: list[tuple[int, Line]], rules: list[Rule]
    ) -> list[Line]:
        """Part the lines that run over columns or the cells of a table."""
        lines: list[Line] = []
        gaps = Gaps([line for _, line in found], rules)
        for start, line in found:
            ends = [cut.at for cut in line.cuts if gaps.parts(cut, line)]
            if not ends or gaps.is_contents(line):
                lines.append(with_leaders(line) if gaps.is_contents(line) else line)
                continue
            bounds = [0, *ends, len(line.text)]
            for begin, end in pairwise(bounds):
                words = line.text[begin:end]
                part = self._line(
                    page, words, start + begin, True, line.broken and end == bounds[-1]
                )
                lines.append(part)
        return lines

    def _line(
        self, page: ctypes.c_void_p, text: str, start: int, plain: bool, broken: bool = False
    ) -> Line:
        words = text.strip()
        start += len(text) - len(text.lstrip())
        end = start + len(words) - 1
        if not plain:
            start = max(raw.FPDFText_GetCharIndexFromTextIndex(page, start), 0)
            end = max(raw.FPDFText_GetCharIndexFromTextIndex(page, end), start)
        parts = raw.FPDFText_CountRects(page, start, len(words))
        bold, drawn = self._font(page, start)
        ends_bold = self._font(page, end)[0] if parts > 1 else bold
        box, body = self._box, start
        raw.FPDFText_GetLooseCharBox(page, end, box)
        right = box.right
        raw.FPDFText_GetLooseCharBox(page, start, box)
        left = hang = box.left
        marked = _MARKED.match(words)
        if marked:
            body = start + marked.end()
            raw.FPDFText_GetLooseCharBox(page, body, box)
            hang = box.left
            bold = ends_bold and (drawn or bold)
        size, bottom = self._size(page, body)
        cuts: tuple[Cut, ...] = ()
        note = False
        if parts > 1:
            cuts, raised = self._gaps(page, parts, bottom, size)
            if raised:
                words, note = self._without_notes(page, words, start, size, bottom)
            if cuts:
                cuts = self._placed(page, words, start, cuts)
        if drawn or _PRIVATE.match(words):
            words = _readable_mark(words)
        return Line(words, left, right, bottom, size, bold and ends_bold, hang, broken, cuts, note)

    def _size(self, page: ctypes.c_void_p, index: int) -> tuple[float, float]:
        """Give the size in which a letter is set, and the height of its base line."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(page, index, matrix)
        scale = abs(matrix.d) or abs(matrix.b)
        return raw.FPDFText_GetFontSize(page, index) * scale, matrix.f

    def _font(self, page: ctypes.c_void_p, index: int) -> tuple[bool, bool]:
        raw.FPDFText_GetFontInfo(page, index, self._name, 128, self._flags)
        return _weight(self._name.value)

    def _gaps(
        self, page: ctypes.c_void_p, parts: int, bottom: float, size: float
    ) -> tuple[tuple[Cut, ...], bool]:
        left, top, right, foot = self._edges
        gaps, raised, reached = [], False, 0.0
        wide, high = _WIDE * size, bottom + 0.2 * size
        for index in range(parts):
            raw.FPDFText_GetRect(page, index, left, top, right, foot)
            begins = left.value
            if index and begins - reached > wide:
                gaps.append(Cut(0, reached, begins))
            raised = raised or foot.value > high
            reached = right.value
        return tuple(gaps), raised

    def _placed(
        self, page: ctypes.c_void_p, words: str, start: int, cuts: tuple[Cut, ...]
    ) -> tuple[Cut, ...]:
        """Find with which word each gap ends."""
        left, top, right, foot = self._edges
        placed: list[Cut] = []
        for found in re.finditer(r"(?<=\s)\S", words):
            raw.FPDFText_GetCharBox(page, start + found.start(), left, right, foot, top)
            cut = next((cut for cut in cuts if abs(cut.left - left.value) < 0.7), None)
            if cut and (not placed or placed[-1].left < cut.left):
                placed.append(cut._replace(at=found.start()))
        return tuple(placed)

    def _without_notes(
        self, page: ctypes.c_void_p, words: str, start: int, size: float, bottom: float
    ) -> tuple[str, bool]:
        """Take the raised numbers of footnotes out of a line's words; says if one begins it."""
        kept: list[str] = []
        reached, note = 0, False
        for found in _NOTE.finditer(words):
            height, raised = self._size(page, start + found.end() - 1)
            if height >= 0.8 * size or raised <= bottom + 0.1 * size:
                continue
            if found.start():
                kept.append(words[reached : found.start()])
            else:
                note = True
                kept.append(f"{found[0]} ")
            reached = found.end()
        return "".join((*kept, words[reached:])), note


@lru_cache(maxsize=1024)
def _weight(name: bytes) -> tuple[bool, bool]:
    """Say of a font's name whether it is bold, and whether its letters are pictograms."""
    return _BOLD.search(name) is not None, _PICTOGRAMS.search(name) is not None


def _readable_mark(words: str) -> str:
    """Put a bullet for the pictogram that a list line begins with."""
    mark, rest = words[0], words[1:].lstrip()
    glyph = _GLYPHS.get(mark if mark < "\ue000" else chr(ord(mark) & 0xFF), "•")
    return f"{glyph if glyph in '☐☒✓' else '•'} {rest}".rstrip()


def _rules(page: ctypes.c_void_p) -> list[Rule]:
    """List the straight lines and the edges of the boxes that a page draws."""
    rules = []
    edges = tuple(ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_RULES)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, *edges):
            rules.append(Rule(*(edge.value for edge in edges)))
    return rules
