"""Paragraphs, list lines and headings: the pieces of a document, each with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gainboard.intake.layout.block import Block
from gainboard.intake.layout.grouping import grouped
from gainboard.intake.layout.hyphens import Hyphens
from gainboard.intake.layout.mending import mended
from gainboard.intake.layout.rows import in_rows
from gainboard.intake.lines.broken_names import with_whole_names
from gainboard.intake.lines.lines import (
    Line,
    all_lines,
    layout_of,
    without_page_numbers,
    without_running_heads,
)
from gainboard.intake.lines.loose_bullets import with_bullets
from gainboard.intake.lines.marks import read_mark
from gainboard.intake.lines.notes import is_note
from gainboard.intake.lines.spacing import single_spaced
from gainboard.intake.source import Passage, Source
from gainboard.intake.tables.filled import Filled
from gainboard.intake.tables.grid import find_grids

_INDENT = 4  # columns that a level of a list is worth


def read_blocks(source: Source) -> tuple[Block, ...]:
    """Give a document's pieces in order, as its file told them apart or else by its lines."""
    if source.passages:
        told = (_as_told(source.text, passage) for passage in source.passages)
        return in_rows(tuple(_without_notes(told)))
    lines = single_spaced(source.text, all_lines(source.text))
    pieces = Hyphens(source.text).mended(_from_lines(without_running_heads(lines)))
    return in_rows(tuple(pieces))


def _from_lines(lines: Sequence[Line]) -> Iterator[Block]:
    place = 0
    for grid in find_grids(lines):
        yield from _of_stretch(lines[place : grid.first])
        for filled in grid.cells:
            yield _of_cell(filled)
        place = grid.after
    yield from _of_stretch(lines[place:])


def _of_stretch(every_line: Sequence[Line]) -> Iterator[Block]:
    lines = with_whole_names(with_bullets(without_page_numbers(every_line)))
    return mended(_without_notes(grouped(lines, layout_of(lines))))


def _without_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out footnotes: what follows one is what follows a page's end."""
    page = False
    for block in blocks:
        plain = block.mark is None and not block.heading and block.cell is None
        if plain and is_note(block.text):
            page = True
            continue
        yield replace(block, after_page=True) if page else block
        page = False


def _of_cell(filled: Filled) -> Block:
    mark = read_mark(filled.text)
    return Block(
        start=filled.start,
        end=filled.end,
        text=filled.text[mark.length :] if mark else filled.text,
        mark=mark,
        indent=0,
        after_page=False,
        cell=filled.cell,
    )


def _as_told(text: str, passage: Passage) -> Block:
    words = text[passage.start : passage.end]
    mark = None if passage.heading else read_mark(words)
    return Block(
        start=passage.start,
        end=passage.end,
        text=words[mark.length :] if mark else words,
        mark=mark,
        indent=passage.indent * _INDENT,
        after_page=False,
        heading=passage.heading,
        cell=passage.cell,
    )
