"""The lines of a PDF's pages, asked of pdfium with a few calls a line and none a letter."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

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
_DIGIT = re.compile("[0-9]")  # far quicker to look for than the next
_RAISED_NUMBER = re.compile(r"[^\s\d]\d")
_SPACED = re.compile(r"[^\W_](?:\s[^\W_]){3,60}")  # R E P O R T
_BEGINS = re.compile(r"(?<=\s)\S")
_SMALLEST, _FARTHEST = 0.05, 30_000.0  # points; a broken file gives any number
_MANY = 1_000_000
_LONG = 60  # letters: a line in the midst of a paragraph is seldom shorter
_EVEN = 0.3  # points
_WORD_APART = 1.6  # of the usual step between letters that are set apart
_NEAR = 1.5  # points
_RAISED = 0.2  # of a letter's size above the base line, as a footnote's number is
_WIDE = 0.6  # of a letter's size: spaces between words are seldom wider
_CRAMPED = 0.8  # of the usual room of a letter
_BELOW = 0.6  # of a letter's size


Handle = Any  # what pdfium gives for a page or its text


Origin = tuple[int, str]  # from which letters a line was read


class TextReader:
    """Read page after page through one set of buffers."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._letters = Letters()
        self._step = 0.0  # from the line before the last to the last
        self._leading = 0.0  # the last step that came twice, as within a paragraph
        self._more = 0  # stretches drawn on the page beyond one for each of the lines to come
        self._narrow = 0.4  # the usual room of a letter, of its size
        self._turned: dict[int, int] = {}  # by the place of a line: how it is turned

    def read(self, index: int) -> Page:
        """Give a page's lines in the order in which the file draws them."""
        page = raw.FPDF_LoadPage(self._document.raw, index)
        if not page:
            raise pdfium.PdfiumError(f"page {index + 1} cannot be loaded")
        textpage = raw.FPDFText_LoadPage(page)
        try:
            return self._read(index, page, textpage)
        finally:
            if textpage:
                raw.FPDFText_ClosePage(textpage)
            raw.FPDF_ClosePage(page)

    def _read(self, index: int, page: Handle, textpage: Handle) -> Page:
        if not textpage:
            raise pdfium.PdfiumError(f"the text of page {index + 1} cannot be loaded")
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        if raw.FPDFPage_GetRotation(page) % 2:
            width, height = height, width
        lines, origins = self._drawn(self._letters.open(textpage, width, height))
        turn = 0
        if self._turned:
            turn, upright = _upright(lines, self._turned)
            lines, origins = [lines[at] for at in upright], [origins[at] for at in upright]
        if turn in (90, 270):
            width, height = height, width
        rules: list[Rule] = []
        if side_by_side(lines, height):
            rules = drawn_rules(page, turn, width, height)
            self._more = _MANY
            lines = self._apart(lines, origins, Gaps(lines, rules))
        pictures = not lines and raw.FPDFPage_CountObjects(page) > 0
        return Page(index + 1, width, height, lines, rules, pictures)

    def _drawn(self, text: str) -> tuple[list[Line], list[Origin]]:
        self._turned = {}
        lines: list[Line] = []
        origins: list[Origin] = []
        printed = text.split("\r\n")
        filled = sum(bool(one) and not one.isspace() for one in printed)
        self._more = self._letters.parts(0, len(text)) - filled
        if _HYPHEN in text:
            self._more = _MANY
        foot = self._letters.parts(len(text) - len(printed[-1]), len(printed[-1])) - 1
        self._more -= foot  # often the only line drawn in parts, and the last
        place = 0
        for one in printed:
            if one is printed[-1]:
                self._more += foot
            if _HYPHEN not in one:
                self._take(one, place, False, lines, origins)
            else:
                start = place
                *broken, last = one.split(_HYPHEN)
                for part in broken:
                    self._take(part, start, True, lines, origins)
                    start += len(part) + 1
                self._take(last, start, False, lines, origins)
            place += len(one) + 2
        return lines, origins

    def _take(
        self, part: str, start: int, broken: bool, lines: list[Line], origins: list[Origin]
    ) -> None:
        """Read one line, and join it to the last where it only goes on beside it."""
        words = part.strip()
        if not words:
            return
        at = start if words[0] == part[0] else start + len(part) - len(part.lstrip())
        before = lines[-1] if lines else None
        spaced = part[-1].isspace()
        line, turn = self._line(words, at, broken, before, at == start, spaced)
        if not turn and (end := self._end_of_line(line, words, at)):
            # pdfium puts a space alone where an empty line parts two paragraphs.
            self._take(words[:end], at, False, lines, origins)
            self._take(words[end:], at + end, broken, lines, origins)
            return
        if turn:
            self._turned[len(lines)] = turn
        if (
            before
            and abs(before.bottom - line.bottom) < before.size
            and goes_on_beside(before, line, part[0].isspace())
        ):
            lines[-1] = merged(before, line, part[0].isspace())
            return
        lines.append(line)
        origins.append((at, words))

    def _end_of_line(self, line: Line, words: str, at: int) -> int:
        """Give where words go on below, or 0: many letters in little room are two lines or more."""
        narrow = (line.right - line.left) / (len(words) * line.size)
        usual, self._narrow = self._narrow, self._narrow + (narrow - self._narrow) / 16
        if narrow > _CRAMPED * usual or not self._letters.plain:
            return 0
        self._narrow = usual
        far = line.size * _BELOW
        for found in _BEGINS.finditer(words):
            if line.bottom - self._letters.set_in(at + found.start())[2] > far:
                return found.start()
        return 0

    def _apart(self, lines: list[Line], origins: list[Origin], gaps: Gaps) -> list[Line]:
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
                parted.append(self._line(words[begin:end].rstrip(), start + begin, broken)[0])
        return parted

    def _line(
        self,
        words: str,
        start: int,
        broken: bool,
        before: Line | None = None,
        first: bool = False,
        spaced: bool = True,
    ) -> tuple[Line, int]:
        """Read a line and its turn; `first` where its first letter is the first one drawn."""
        letters, end = self._letters, start + len(words) - 1
        if not letters.plain:
            start, end = letters.number(start), letters.number(end)
        if first and before is not None and _surely_goes_on(before, words):
            line = self._next(before, words, start, end, broken, spaced)
            if line is not None:
                return line, 0
        parts = letters.parts(start, len(words)) if self._more > 0 else 1
        self._more -= parts - 1
        bold, drawn = letters.font(start)
        ends_bold = letters.font(end)[0] if parts > 1 else bold
        mark, body = _opening(words, parts)
        size, left, bottom, turn = letters.set_in(start + body)
        self._step = before.bottom - bottom if before is not None else 0.0
        if turn or not first or body:
            left = letters.begins(start, turn)
        right = letters.ends(end, turn)
        if not _are_sound(size, bottom, left, right):
            left, right, bottom, size = 0.0, 1.0, (before.bottom if before else 0.0) - 12, 10.0
        hang = left
        if mark:
            hang = max(left, min(letters.begins(start + body, turn), right))
            bold = ends_bold and (drawn or bold)
        cuts: tuple[Cut, ...] = ()
        text, note = words, False
        if parts > 1:
            cuts, raised = self._gaps(parts, bottom, size, turn)
            if mark and len(cuts) == 1 and abs(cuts[0].left - hang) < _NEAR:
                cuts = (cuts[0]._replace(at=mark),)
            elif cuts:
                cuts = self._placed(words, start, cuts, turn)
            if body and _ATTACHED.match(words):
                text, note = _ATTACHED.sub(r"\1 ", words, count=1), True
            elif raised:
                text, note = self._without_notes(words, start, size, bottom)
        text = self._legible(text, mark, start, turn, drawn)
        bold = bold and ends_bold
        return Line(text, left, right, bottom, size, bold, hang, broken, cuts, note, spaced), turn

    def _next(
        self, before: Line, words: str, start: int, end: int, broken: bool, spaced: bool
    ) -> Line | None:
        """Read a line in a paragraph's midst, if it stands as far below as others did."""
        left, upright = self._letters.placed(start)
        if upright is None:
            return None
        step = before.bottom - upright
        evenly = abs(step - self._step) < _EVEN or abs(step - self._leading) < _EVEN
        self._step = step
        if not evenly:
            return None
        self._leading = step
        right = self._letters.ends(end, 0)
        if not -_FARTHEST < left < right < _FARTHEST:
            return None
        size, bold = before.size, before.bold
        return Line(words, left, right, upright, size, bold, left, broken, (), False, spaced)

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
        wanted = {round(cut.left): cut for cut in cuts}
        placed: list[Cut] = []
        for found in _BEGINS.finditer(words):
            begins = round(self._letters.ink(first + found.start(), turn))
            cut = wanted.get(begins) or wanted.get(begins + 1) or wanted.get(begins - 1)
            if cut and (not placed or placed[-1].left < cut.left):
                placed.append(cut._replace(at=found.start()))
        return tuple(placed)

    def _legible(self, text: str, mark: int, start: int, turn: int, drawn: bool) -> str:
        if mark and not text[mark - 1].isspace():
            text = f"{text[:mark]} {text[mark:]}"
        if _SPACED.fullmatch(text):
            return self._closed_up(text, start, turn)
        if drawn or (text[0] > "\udfff" and _PRIVATE.match(text)):
            return readable_mark(text)
        return text

    def _closed_up(self, words: str, first: int, turn: int) -> str:
        """Close up letters that are set apart, and keep the wider gaps between words."""
        places = [found.start() for found in re.finditer(r"\S", words)]
        begins = [self._letters.ink(first + place, turn) for place in places]
        steps = [after - before for before, after in pairwise(begins)]
        usual = sorted(steps)[len(steps) // 2]
        parts = [words[0]]
        for place, step in zip(places[1:], steps, strict=True):
            parts.append(f" {words[place]}" if step > _WORD_APART * usual else words[place])
        return "".join(parts)

    def _without_notes(
        self, words: str, first: int, size: float, bottom: float
    ) -> tuple[str, bool]:
        """Take the raised numbers of footnotes out of a line's words; says if one begins it."""
        kept: list[str] = []
        reached, note = 0, False
        for found in _NOTE.finditer(words):
            height, _, raised, _ = self._letters.set_in(first + found.end() - 1)
            if height >= 0.8 * size or raised <= bottom + 0.1 * size:
                continue
            if found.start():
                kept.append(words[reached : found.start()])
            else:
                note = True
                kept.append(f"{found[0]} ")
            reached = found.end()
        return "".join((*kept, words[reached:])), note


def _opening(words: str, parts: int) -> tuple[int, int]:
    """Give where a line's words begin after its list mark, and after a footnote's number."""
    if words[:6].isalpha():
        return 0, 0
    marked = _MARKED.match(words) or (_TIGHT.match(words) if parts > 1 else None)
    if marked:
        return marked.end(), marked.end()
    numbered = _NUMBERED.match(words) if parts > 1 else None
    return 0, numbered.end() if numbered else 0


def _are_sound(size: float, bottom: float, left: float, right: float) -> bool:
    return (
        _SMALLEST < size < _FARTHEST
        and -_FARTHEST < bottom < _FARTHEST
        and -_FARTHEST < left < _FARTHEST
        and -_FARTHEST < right < _FARTHEST
    )


def _surely_goes_on(before: Line, words: str) -> bool:
    """Say whether a line stands in a paragraph's midst, so that little is to be asked of it."""
    return (
        len(words) > _LONG < len(before.text)
        and words[0].isalpha()
        and words[1].isalnum()
        and before.text[-1].islower()
        and not before.cuts
        and not before.bold
        and (_DIGIT.search(words) is None or _RAISED_NUMBER.search(words) is None)
    )


def _upright(lines: list[Line], turned: dict[int, int]) -> tuple[int, list[int]]:
    """Give the turn at which most of a page's words are upright, and the places of those lines."""
    counted: Counter[int] = Counter()
    for place, line in enumerate(lines):
        counted[turned.get(place, 0)] += len(line.text)
    turn = counted.most_common(1)[0][0] if counted else 0
    return turn, [place for place in range(len(lines)) if turned.get(place, 0) == turn]
