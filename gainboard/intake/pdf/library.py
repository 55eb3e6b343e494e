"""The lines of a PDF's pages, asked of pdfium with a few calls a line and none a letter."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from gainboard.intake.pdf.gaps import Gaps, side_by_side, with_leaders
from gainboard.intake.pdf.letters import Letters
from gainboard.intake.pdf.lines import Cut, Line, Page, Rule
from gainboard.intake.pdf.mended import goes_on_beside, merged, readable_mark
from gainboard.intake.pdf.rules import drawn_rules

_HYPHEN = "\ufffe"  # what pdfium puts for a hyphen at the end of a line, and joins the next to it
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MARKED = re.compile(
    r"(?:[^\w\s(“‘\"'£$€[]|[o§Øüqvnl]|\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,4})[.)]?)"
    r"\s+(?=\S)"
)
_TIGHT = re.compile(  # a mark whose tab stop was too near for a space to be seen
    r"(?:\d{1,3}\.|\d{1,3}(?:\.\d{1,3}){1,3})(?=[A-Z][a-z])|\([a-z]{1,4}\)(?=[A-Za-z]{2})"
)
_NUMBERED = re.compile(r"\d{1,3}\s?(?=[^\s\d.,)/:%–-])")
_ATTACHED = re.compile(r"(\d{1,3})(?=[A-Z][a-z])")
_NOTE = re.compile(r"^\d{1,3}(?=\D)|(?<=[^\s\d])\s?\d{1,3}(?=[\s.,;:)]|$)")
_RAISED = 0.2  # of a letter's size above the base line, as a footnote's number is
_WIDE = 0.6  # of a letter's size: spaces between words are seldom wider


class _Origin(NamedTuple):
    """Hold from which letters a line was read."""

    start: int
    words: str


class TextReader:
    """Read page after page through one set of buffers."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._letters = Letters()
        self._turns: Counter[int] = Counter()
        self._turned: list[int] = []

    def read(self, index: int) -> Page:
        """Give a page's lines in the order in which the file draws them."""
        page = self._document[index]
        textpage = page.get_textpage()
        try:
            width, height = raw.FPDF_GetPageWidthF(page.raw), raw.FPDF_GetPageHeightF(page.raw)
            if page.get_rotation() in (90, 270):
                width, height = height, width
            lines, origins = self._drawn(self._letters.open(textpage.raw, width, height))
            turn = self._turns.most_common(1)[0][0] if self._turns else 0
            if turn or len(self._turns) > 1:
                upright = [at for at, one in enumerate(self._turned) if one == turn]
                lines, origins = [lines[at] for at in upright], [origins[at] for at in upright]
            if turn in (90, 270):
                width, height = height, width
            rules: list[Rule] = []
            if side_by_side(lines, height):
                rules = drawn_rules(page.raw, turn, width, height)
                lines = self._apart(lines, origins, Gaps(lines, rules))
            pictures = not lines and raw.FPDFPage_CountObjects(page.raw) > 0
        finally:
            textpage.close()
            page.close()
        return Page(index + 1, width, height, lines, rules, pictures)

    def _drawn(self, text: str) -> tuple[list[Line], list[_Origin]]:
        self._turns.clear()
        self._turned.clear()
        lines: list[Line] = []
        origins: list[_Origin] = []
        place = 0
        for printed in text.split("\r\n"):
            start = place
            place += len(printed) + 2
            if _HYPHEN not in printed:
                self._take(printed, start, False, lines, origins)
                continue
            *broken, last = printed.split(_HYPHEN)
            for part in broken:
                self._take(part, start, True, lines, origins)
                start += len(part) + 1
            self._take(last, start, False, lines, origins)
        return lines, origins

    def _take(
        self, part: str, start: int, broken: bool, lines: list[Line], origins: list[_Origin]
    ) -> None:
        """Read one line, and join it to the last where it only goes on beside it."""
        words = part.strip()
        if not words:
            return
        at = start + len(part) - len(part.lstrip())
        line = self._line(words, at, broken)
        if lines and goes_on_beside(lines[-1], line, part[0].isspace()):
            lines[-1] = merged(lines[-1], line, part[0].isspace())
            self._turned.pop()
            return
        lines.append(line)
        origins.append(_Origin(at, words))

    def _apart(self, lines: list[Line], origins: list[_Origin], gaps: Gaps) -> list[Line]:
        """Part the lines that run over columns or the cells of a table."""
        parted: list[Line] = []
        for line, (start, words) in zip(lines, origins, strict=True):
            if not line.cuts:
                parted.append(line)
                continue
            if gaps.is_contents(line):
                parted.append(with_leaders(line))
                continue
            bounds = [0, *(cut.at for cut in line.cuts if gaps.parts(cut, line)), len(words)]
            if len(bounds) == 2:
                parted.append(line)
                continue
            for begin, end in pairwise(bounds):
                broken = line.broken and end == bounds[-1]
                parted.append(self._line(words[begin:end].rstrip(), start + begin, broken))
        return parted

    def _line(self, text: str, start: int, broken: bool) -> Line:
        letters, words, end = self._letters, text, start + len(text) - 1
        if not letters.plain:
            start, end = letters.number(start), letters.number(end)
        parts = letters.parts(start, len(words))
        bold, drawn = letters.font(start)
        ends_bold = letters.font(end)[0] if parts > 1 else bold
        marked = _MARKED.match(words) or (_TIGHT.match(words) if parts > 1 else None)
        opening = marked or (_NUMBERED.match(words) if parts > 1 else None)
        body = start + opening.end() if opening else start
        size, bottom, turn = letters.set_in(body)
        self._turns[turn] += len(words)
        self._turned.append(turn)
        left, right = letters.begins(start, turn), letters.ends(end, turn)
        hang = left
        if marked:
            hang = letters.begins(body, turn)
            bold = ends_bold and (drawn or bold)
        cuts: tuple[Cut, ...] = ()
        note = False
        if parts > 1:
            cuts, raised = self._gaps(parts, bottom, size, turn)
            if cuts:
                cuts = self._placed(words, start, cuts, turn)
            if opening and _ATTACHED.match(words):
                words, note = _ATTACHED.sub(r"\1 ", words, count=1), True
            elif raised:
                words, note = self._without_notes(words, start, size, bottom)
        if marked and not words[marked.end() - 1].isspace():
            words = f"{marked[0]} {words[marked.end() :]}"
        if drawn or (words[0] > "\udfff" and _PRIVATE.match(words)):
            words = readable_mark(words)
        return Line(words, left, right, bottom, size, bold and ends_bold, hang, broken, cuts, note)

    def _gaps(
        self, parts: int, bottom: float, size: float, turn: int
    ) -> tuple[tuple[Cut, ...], bool]:
        gaps, raised, reached = [], False, 0.0
        wide, high = _WIDE * size, bottom + _RAISED * size
        for index in range(parts):
            begins, ends, foot = self._letters.part(index, turn)
            if index and begins - reached > wide:
                gaps.append(Cut(0, reached, begins))
            raised = raised or foot > high
            reached = ends
        return tuple(gaps), raised

    def _placed(self, words: str, first: int, cuts: tuple[Cut, ...], turn: int) -> tuple[Cut, ...]:
        """Find with which word each gap ends."""
        placed: list[Cut] = []
        for found in re.finditer(r"(?<=\s)\S", words):
            begins = self._letters.ink(first + found.start(), turn)
            cut = next((cut for cut in cuts if abs(cut.left - begins) < 0.7), None)
            if cut and (not placed or placed[-1].left < cut.left):
                placed.append(cut._replace(at=found.start()))
        return tuple(placed)

    def _without_notes(
        self, words: str, first: int, size: float, bottom: float
    ) -> tuple[str, bool]:
        """Take the raised numbers of footnotes out of a line's words; says if one begins it."""
        kept: list[str] = []
        reached, note = 0, False
        for found in _NOTE.finditer(words):
            height, raised, _ = self._letters.set_in(first + found.end() - 1)
            if height >= 0.8 * size or raised <= bottom + 0.1 * size:
                continue
            if found.start():
                kept.append(words[reached : found.start()])
            else:
                note = True
                kept.append(f"{found[0]} ")
            reached = found.end()
        return "".join((*kept, words[reached:])), note
