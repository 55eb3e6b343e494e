"""Lines to paragraphs, over the ends of columns and pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainboard.intake.lines.marks import Mark, begins_list_line, read_mark
from gainboard.intake.pdf.lines import Column, Line
from gainboard.intake.pdf.marks import is_bare_label
from gainboard.intake.pdf.measures import Measures
from gainboard.intake.pdf.notes import begins_note

# Both are asked of the last letters only: a search through each line would cost too much.
_SENTENCE_END = re.compile(r"[.:;!?][”’\"')\]]{0,2}$")
_LINK_END = re.compile(
    r"(?:,|\b(?:and|or|of|the|to|with|for|in|a|an|by|on|at|from|that|which|their|its|as|is|are))$",
    re.IGNORECASE,
)
_OPENS_LOW = re.compile(r"[a-z(‘“\"',]|\d+(?![\d.)])")
_LEADERS = re.compile(r"\.{3,}\s*\d{1,4}$")
_LABEL = re.compile(
    r"(?:R|Rec\.?|Recommendation|AFI|Area for improvement|Cause of concern) ?\d[\d./-]*[a-z]?[:.)]?"
    r"(?:\s+[A-Z“‘]|$)"
)
_SHORT = 25  # letters, of a line that may well be a heading
_FEW = 4  # lines, too few to tell how wide a column is
_OPEN = 3  # columns back at most that a paragraph goes on from: over a note in the margin
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(slots=True)
class Paragraph:
    """Gather the lines of one paragraph."""

    lines: list[Line]
    mark: Mark | None = None

    @property
    def last(self) -> Line:
        """Give the line that the next has to go on from."""
        return self.lines[-1]


def paragraphs_of(columns: Sequence[Column], usual: Measures) -> list[Paragraph]:
    """Join lines to paragraphs; those that end a column open go on in one that follows."""
    found: list[Paragraph] = []
    ends: list[tuple[Paragraph, float, Column]] = []  # of the columns before, the latest last
    for column in columns:
        edge = _right_edge(column.lines)
        here = usual.within(column.lines)
        last: Paragraph | None = None
        for line in column.lines:
            mark = _mark_of(line, last, here)
            if column.notes:
                joins = last is not None and not begins_note(line)
                goes_on = last if joins else None
            elif last is None:
                goes_on = None if mark else _goes_on_over_break(ends[-_OPEN:], line, column)
            else:
                goes_on = last if _goes_on(last, line, mark, edge, here) else None
            if goes_on is not None:
                goes_on.lines.append(line)
                last = goes_on
            else:
                last = Paragraph([line], mark)
                found.append(last)
        if last is not None and not column.notes:
            ends.append((last, edge, column))
    return found


def _right_edge(lines: Sequence[Line]) -> float:
    rights = sorted(line.right for line in lines)
    return rights[-1 - len(rights) // 12] if rights else 0.0


def _mark_of(line: Line, last: Paragraph | None, usual: Measures) -> Mark | None:
    """Read the list mark a line begins with, unless it is a number or dash within a sentence."""
    mark = None if line.text[:6].isalpha() else read_mark(line.text)
    if mark is None or mark.sure or last is None:
        return mark
    before = last.last
    if line.cuts and abs(line.cuts[0].left - line.hang) < 1.5:
        return mark
    if line.left < before.left - 2 or before.bottom - line.bottom > 1.25 * usual.step(line):
        return mark
    if _ends_sentence(before.text) and line.text[mark.length : mark.length + 1].isupper():
        return mark
    return mark if begins_list_line(mark, last.mark, before.text) else None


def _goes_on_over_break(
    ends: Sequence[tuple[Paragraph, float, Column]], line: Line, column: Column
) -> Paragraph | None:
    """Find the paragraph that a column's first line goes on with, among those that end others."""
    for place, (paragraph, edge, before) in enumerate(reversed(ends)):
        if _can_go_on(paragraph.last, line, edge, place == 0) and _as_wide(
            before.lines, column.lines
        ):
            return paragraph
    return None


def _can_go_on(last: Line, line: Line, edge: float, latest: bool) -> bool:
    if abs(last.size - line.size) > 0.6 or last.bold != line.bold:
        return False
    if last.broken or _links_on(last.text):
        return True
    ended = _ends_sentence(last.text)
    if line.text[0].islower() and not ended:
        return True
    full = not _ends_short(last, line, edge) and len(last.text) > _SHORT
    if full and not ended and _OPENS_LOW.match(line.text):
        return True
    # Most sentences that end with a full line are not the last of their paragraph.
    return full and latest and len(line.text) > 0.8 * len(last.text) and not line.bold


def _as_wide(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Say whether two columns can be one text's: a box in the margin is narrower."""
    if min(len(lines), len(others)) < _FEW:
        return True
    one, other = (
        max(line.right for line in part) - min(line.left for line in part)
        for part in (lines, others)
    )
    return min(one, other) > 0.75 * max(one, other)


def _goes_on(
    paragraph: Paragraph, line: Line, mark: Mark | None, edge: float, usual: Measures
) -> bool:
    last = paragraph.lines[-1]
    step = last.bottom - line.bottom
    if (
        mark is None
        and line.text[0].islower()
        and last.text[-1].islower()
        and 0 < step < usual.step(line) * 1.1
        and last.size == line.size
        and last.bold == line.bold
        and -1 < line.left - last.left < 1
    ):
        return True  # as most lines do, told at the least cost
    if mark is not None or (last.text[-1].isdigit() and _LEADERS.search(last.text[-12:])):
        return False
    if last.broken:
        return True
    if len(paragraph.lines) == 1 and len(last.text) < 40 and is_bare_label(last.text):
        return False
    if _LABEL.match(line.text) and _may_end(paragraph):
        return False
    if abs(last.size - line.size) > 0.08 * line.size + 0.4 or last.bold != line.bold:
        return _runs_on(last, line, usual)
    if abs(step) < 1 and -1 < line.left - last.right < 2.5 * line.size:
        return True
    if step > usual.step(line) * 1.3 or step < -0.5 * line.size:
        return False
    if _indents(paragraph, line):
        return False
    return not _ends_short(last, line, edge)


def _may_end(paragraph: Paragraph) -> bool:
    """Say whether a paragraph can end here for the next label: a sentence, or a list of labels."""
    text = paragraph.last.text
    labelled = _LABEL.match(paragraph.lines[0].text) is not None
    return _ends_sentence(text) or (labelled and not _links_on(text))


def _runs_on(last: Line, line: Line, usual: Measures) -> bool:
    """Say whether a line whose letters differ still belongs: a word in bold within a sentence."""
    if abs(last.size - line.size) > 0.25 * line.size:
        return False
    step = last.bottom - line.bottom
    if not 0 < step <= usual.step(line) * 1.2:
        return False
    return line.text[:1].islower() and not _ends_sentence(last.text)


def _indents(paragraph: Paragraph, line: Line) -> bool:
    """Say whether a line's left edge shows that another paragraph begins."""
    first, last = paragraph.lines[0], paragraph.last
    far = 0.9 * line.size
    if len(paragraph.lines) == 1:
        if abs(line.left - first.hang) < 3:
            return False
        if paragraph.mark is not None:
            return line.left < first.left - 2 or line.left > first.hang + far
        if line.left < first.left - far:  # a first line set in
            return _ends_sentence(last.text) and first.left - line.left > 3 * far
        return line.left > first.left + far
    return abs(line.left - last.left) > far and not _links_on(last.text)


def _ends_short(last: Line, line: Line, edge: float) -> bool:
    """Say whether a line ends so early that the next one's first word had room in it."""
    ended, low = _ends_sentence(last.text), line.text[0].islower()
    if not ended and (low or _links_on(last.text)):
        return False
    letter = (last.right - last.left) / len(last.text)
    word = line.text.find(" ")
    room = edge - last.right - ((word if word > 0 else len(line.text)) + 1) * letter
    return room > (8 if low else 1.5 if ended else 10) * letter


def _ends_sentence(text: str) -> bool:
    return not text[-1].isalnum() and _SENTENCE_END.search(text[-4:]) is not None


def _links_on(text: str) -> bool:
    return _LINK_END.search(text[-8:]) is not None
