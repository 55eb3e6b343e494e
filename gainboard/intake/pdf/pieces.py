"""The pieces of a document, in the order in which it is read, from its pages' lines."""

from collections.abc import Iterable, Iterator, Sequence

from gainboard.intake.pdf.columns import parted_at_climbs
from gainboard.intake.pdf.furniture import without_furniture
from gainboard.intake.pdf.hyphens import Hyphens
from gainboard.intake.pdf.lines import Column, Line, Page
from gainboard.intake.pdf.measures import Measures, measure
from gainboard.intake.pdf.notes import with_notes_apart
from gainboard.intake.pdf.order import stretches_of
from gainboard.intake.pdf.paragraphs import Paragraph, paragraphs_of
from gainboard.intake.pdf.table_flow import TableFlow
from gainboard.intake.source import Cell, Piece

_LEVELS = ((1.9, 1), (1.45, 2), (1.12, 3))


def pieces_of(pages: Sequence[Page]) -> Iterator[Piece]:
    """Give the paragraphs, headings, list lines and cells of pages, without their furniture."""
    usual = measure([page.lines for page in pages])
    bare = without_furniture(pages, usual.size)
    stretches = [one for page in bare for one in stretches_of(page)]
    hyphens = Hyphens(page.lines for page in bare)
    columns: list[Column] = []
    tables = TableFlow()
    for stretch in stretches:
        if isinstance(stretch, Column):
            yield from _cells(tables.end(), usual, hyphens)
            columns += with_notes_apart(stretch, usual.size)
            continue
        yield from _running(columns, usual, hyphens)
        columns = []
        yield from _cells(tables.add(stretch), usual, hyphens)
    yield from _cells(tables.end(), usual, hyphens)
    yield from _running(columns, usual, hyphens)


def _cells(
    cells: Iterable[tuple[Cell, list[Line]]], usual: Measures, hyphens: Hyphens
) -> Iterator[Piece]:
    for cell, lines in cells:
        for paragraph in paragraphs_of([Column(part) for part in parted_at_climbs(lines)], usual):
            yield Piece(words=hyphens.in_cell(paragraph.lines), cell=cell)


def _running(columns: Sequence[Column], usual: Measures, hyphens: Hyphens) -> Iterator[Piece]:
    for paragraph in paragraphs_of(columns, usual):
        words = hyphens.joined(paragraph.lines)
        yield Piece(words=words, heading=_level(paragraph, words, usual))


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
