"""The lines of a PDF's pages, asked of pdfium with a few calls a line and none a letter."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from gainboard.intake.pdf.gaps import Gaps, side_by_side, with_leaders
from gainboard.intake.pdf.letters import Letters
from gainboard.intake.pdf.lines import Cut, Line, Page, Rule
from gainboard.intake.pdf.marks import is_lone_mark

_HYPHEN = "\ufffe"  # what pdfium puts for a hyphen at the end of a line, and joins the next to it
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TICKS = {"ü": "✓", "¨": "☐", "þ": "☒", "ý": "☒", "x": "☒"}
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
_CLOSE = 0.35
_MOST_RULES = 4000


class _Drawn(NamedTuple):
    """Hold a line with the letters it was read from."""

    start: int
    words: str
    line: Line
    turn: int


class TextReader:
    """Read page after page through one set of buffers."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._letters = Letters()

    def read(self, index: int) -> Page:
        """Give a page's lines in the order in which the file draws them."""
        page = self._document[index]
        textpage = page.get_textpage()
        try:
            width, height = raw.FPDF_GetPageWidthF(page.raw), raw.FPDF_GetPageHeightF(page.raw)
            if page.get_rotation() in (90, 270):
                width, height = height, width
            text = self._letters.open(textpage.raw, width, height)
            drawn = list(self._drawn(text))
            turn = _turn_of(drawn)
            if turn:
                drawn = [one for one in drawn if one.turn == turn]
            if turn in (90, 270):
                width, height = height, width
            rules: list[Rule] = []
            lines = [one.line for one in drawn]
            if side_by_side(lines, height):
                rules = _rules(page.raw, turn, width, height)
                lines = self._apart(drawn, Gaps(lines, rules))
            pictures = not lines and raw.FPDFPage_CountObjects(page.raw) > 0
        finally:
            textpage.close()
            page.close()
        return Page(index + 1, width, height, lines, rules, pictures)

    def _drawn(self, text: str) -> Iterator[_Drawn]:
        place = 0
        before: _Drawn | None = None
        for printed in text.split("\r\n"):
            start = place
            place += len(printed) + 2
            parts = printed.split(_HYPHEN) if _HYPHEN in printed else [printed]
            for number, part in enumerate(parts, 1):
                words = part.strip()
                if words:
                    at = start + len(part) - len(part.lstrip())
                    one = self._line(words, at, number < len(parts))
                    if before is not None and _goes_on_beside(
                        before.line, one.line, part[0].isspace()
                    ):
                        before = _merged(before, one, part[0].isspace())
                    else:
                        if before is not None:
                            yield before
                        before = one
                start += len(part) + 1
        if before is not None:
            yield before

    def _apart(self, drawn: list[_Drawn], gaps: Gaps) -> list[Line]:
        """Part the lines that run over columns or the cells of a table."""
        lines: list[Line] = []
        for start, words, line, _ in drawn:
            if gaps.is_contents(line):
                lines.append(with_leaders(line))
                continue
            ends = [cut.at for cut in line.cuts if gaps.parts(cut, line)]
            if not ends:
                lines.append(line)
                continue
            bounds = [0, *ends, len(words)]
            for begin, end in pairwise(bounds):
                broken = line.broken and end == bounds[-1]
                lines.append(self._line(words[begin:end].rstrip(), start + begin, broken).line)
        return lines

    def _line(self, text: str, start: int, broken: bool) -> _Drawn:
        letters, words = self._letters, text
        first, end = letters.number(start), letters.number(start + len(words) - 1)
        parts = letters.parts(first, len(words))
        bold, drawn = letters.font(first)
        ends_bold = letters.font(end)[0] if parts > 1 else bold
        marked = _MARKED.match(words) or (_TIGHT.match(words) if parts > 1 else None)
        opening = marked or (_NUMBERED.match(words) if parts > 1 else None)
        body = first + opening.end() if opening else first
        size, bottom, turn = letters.set_in(body)
        left, right = letters.edges(first, turn)[0], letters.edges(end, turn)[1]
        hang = left
        if marked:
            hang = letters.edges(body, turn)[0]
            bold = ends_bold and (drawn or bold)
        cuts: tuple[Cut, ...] = ()
        note = False
        if parts > 1:
            cuts, raised = self._gaps(parts, bottom, size, turn)
            if cuts:
                cuts = self._placed(words, first, cuts, turn)
            if opening and _ATTACHED.match(words):
                words, note = _ATTACHED.sub(r"\1 ", words, count=1), True
            elif raised:
                words, note = self._without_notes(words, first, size, bottom)
        if marked and not words[marked.end() - 1].isspace():
            words = f"{marked[0]} {words[marked.end() :]}"
        if drawn or _PRIVATE.match(words):
            words = _readable_mark(words)
        line = Line(words, left, right, bottom, size, bold and ends_bold, hang, broken, cuts, note)
        return _Drawn(start, text, line, turn)

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


def _turn_of(drawn: list[_Drawn]) -> int:
    """Say how the page is to be turned for most of its words to be upright."""
    if not any(one.turn for one in drawn):
        return 0
    counted: Counter[int] = Counter()
    for one in drawn:
        counted[one.turn] += len(one.words)
    return counted.most_common(1)[0][0]


def _goes_on_beside(before: Line, line: Line, spaced: bool) -> bool:
    """Say whether a line is the rest of the one before, drawn after a small raised number."""
    if abs(line.bottom - before.bottom) > _CLOSE * before.size:
        return False
    far = _CLOSE + (_WIDE if spaced else 0)
    return -1 < line.left - before.right < far * before.size


def _merged(before: _Drawn, one: _Drawn, spaced: bool) -> _Drawn:
    first, rest = before.line, one.line
    small = rest.size < 0.8 * first.size and rest.text.isdigit()
    marks = is_lone_mark(first)
    apart = (
        spaced
        or marks
        or before.words[-1:].isspace()
        or rest.left - first.right > 0.15 * first.size
    )
    words = first.text if small else f"{first.text}{' ' if apart else ''}{rest.text}"
    line = first._replace(
        text=words, right=rest.right, bold=first.bold and rest.bold, broken=rest.broken, cuts=()
    )
    if marks:
        line = line._replace(hang=rest.left, bold=rest.bold, size=rest.size)
    return before._replace(line=line)


def _readable_mark(words: str) -> str:
    """Put a bullet for the pictogram that a list line begins with, a box for that of a box."""
    mark, rest = words[0], words[1:].lstrip()
    if mark >= "\ue000":
        mark = chr(ord(mark) & 0xFF)
    elif mark.isalpha() and not words[1:2].isspace() and len(words) > 1:
        return words
    return f"{_TICKS.get(mark, '•')} {rest}".rstrip()


def _rules(page: ctypes.c_void_p, turn: int, width: float, height: float) -> list[Rule]:
    """List the straight lines and the edges of the boxes that a page draws."""
    rules = []
    edges = tuple(ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_RULES)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if turn == 90:
                left, bottom, right, top = bottom, height - right, top, height - left
            elif turn == 270:
                left, bottom, right, top = width - top, left, width - bottom, right
            elif turn:
                left, bottom, right, top = (
                    width - right,
                    height - top,
                    width - left,
                    height - bottom,
                )
            rules += _edges(Rule(left, bottom, right, top))
    return rules


def _edges(rule: Rule) -> list[Rule]:
    """Give a thin rule as it is, and the four edges of a box."""
    left, bottom, right, top = rule
    if right - left < 3 or top - bottom < 3:
        return [rule]
    return [
        Rule(left, bottom, left, top),
        Rule(right, bottom, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, right, top),
    ]
