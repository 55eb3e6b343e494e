"""The pieces of a document, in the order in which it is read, from its pages' lines."""

import re
from collections.abc import Iterator, Sequence

from gainboard.intake.pdf.furniture import without_furniture
from gainboard.intake.pdf.lines import Line, Page
from gainboard.intake.pdf.paragraphs import Measures, Paragraph, joined, measure, paragraphs_of
from gainboard.intake.source import Piece

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEVELS = ((1.9, 1), (1.45, 2), (1.12, 3))


def pieces_of(pages: Sequence[Page]) -> Iterator[Piece]:
    """Give the paragraphs, headings and list lines of pages, without their furniture."""
    usual = measure([page.lines for page in pages])
    columns = [page.lines for page in without_furniture(pages, usual.size)]
    known = _known_words(columns)
    for paragraph in paragraphs_of(columns, usual):
        words = joined(paragraph.lines, known)
        yield Piece(words=words, heading=_level(paragraph, words, usual))


def _known_words(columns: Sequence[Sequence[Line]]) -> frozenset[str]:
    if not any(line.broken for lines in columns for line in lines):
        return frozenset()
    text = " ".join(line.text for lines in columns for line in lines if not line.broken)
    return frozenset(_WORDS.findall(text.casefold()))


def _level(paragraph: Paragraph, words: str, usual: Measures) -> int:
    line = paragraph.lines[0]
    if len(words) > 200 or (paragraph.mark is not None and paragraph.mark.sure):
        return 0
    ratio = line.size / usual.size
    for least, level in _LEVELS:
        if ratio >= least:
            return level
    if line.bold and not usual.bold and ratio > 0.93 and not words.endswith((".", ";", ",")):
        return 4
    return 0
