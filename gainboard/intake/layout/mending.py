"""Paragraphs that a page broke, joined again."""

import re
from collections.abc import Iterable, Iterator, Sequence

from gainboard.intake.layout.block import Block, merged
from gainboard.intake.layout.rows import with_words
from gainboard.intake.lines.lines import (
    ends_sentence,
    goes_on,
)
from gainboard.intake.lines.marks import read_bare_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.references import closes_with_page

_OPEN_END = re.compile(r"[\w,’'\-–)]$")
_HOLDS_PAGE = re.compile(r"^\d{1,4}\s|\s\d{1,4}$|\bpage\s\d", re.IGNORECASE)
_FULL_LINE = 50
_LONGEST_PARAGRAPH = 4_000  # letters; none that a page parts is longer


def mended(every: Iterable[Block]) -> Iterator[Block]:
    """Give a lone mark its words, and a paragraph broken by a page its end."""
    held: Block | None = None
    for block in _without_page_ends(list(with_words(every))):
        if held is not None and _belong(held, block):
            held = merged(held, block)
            continue
        if held is not None and (held.text or not held.mark):
            yield held
        held = block
    if held is not None and held.text:
        yield held


def _without_page_ends(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out a page's head or foot that stands within a sentence, and join its ends."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if place + 2 < len(blocks) and _breaks_off(block, blocks[place + 1], blocks[place + 2]):
            yield merged(block, blocks[place + 2])
            place += 3
            continue
        yield block
        place += 2 if _parts_limbs(blocks[place : place + 3]) else 1


def _parts_limbs(three: Sequence[Block]) -> bool:
    marks = [block.mark for block in three]
    if len(three) < 3 or marks[0] is None or marks[1] is not None or marks[2] is None:
        return False
    unfinished = three[0].text.endswith((";", "; and", "; or", ",", ", and"))
    return unfinished and marks[2].continues(marks[0]) and headings.is_heading(three[1].text)


def _breaks_off(block: Block, between: Block, rest: Block) -> bool:
    goes = rest.text[:1].islower() or (goes_on(block.text) and not headings.is_heading(rest.text))
    if between.mark or rest.mark or not goes or not block.text:
        return False
    if not _OPEN_END.search(block.text) or headings.is_heading(block.text):
        return False
    if closes_with_page(block.text):
        return False
    paged = _HOLDS_PAGE.search(between.text) is not None or len(block.text) > _FULL_LINE
    return paged and headings.is_heading(between.text)


def _belong(held: Block, block: Block) -> bool:
    if block.cell is not None or held.cell is not None or block.mark is not None:
        return False
    if held.mark is not None and not held.text:
        return True
    if len(held.text) > _LONGEST_PARAGRAPH:
        return False
    label = headings.read_label(held.text)
    if not held.text or headings.stands_apart(held.text) or (label and not label.rest):
        return False
    if not block.after_page or not _OPEN_END.search(held.text) or ends_sentence(held.text):
        return False
    if closes_with_page(held.text):
        return False
    if block.text[:1].islower():
        return not _next_bare(held, block)
    last = held.text.rsplit(maxsplit=1)[-1]
    parted = held.full and (last[:1].isupper() or goes_on(held.text))
    return parted and not headings.is_heading(block.text)


def _next_bare(held: Block, block: Block) -> bool:
    """Say whether a piece is the next letter of a list whose letters have no stops."""
    mark, earlier = read_bare_mark(block.text), read_bare_mark(held.text)
    return mark is not None and earlier is not None and mark.continues(earlier)
