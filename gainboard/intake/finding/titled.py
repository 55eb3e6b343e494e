"""Lists whose entries each stand below a numbered title that the file set as a heading."""

import re

from gainboard.intake.finding.entries import List
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark, read_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.structure.growth import take_rest
from gainboard.intake.structure.outline import Outline

_ASKS = re.compile(r"\b(?:should|must|shall)\b(?!\s+have\b)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|does|do|did|to|we|they)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 70
_LONGEST_LINE = 120
_DECORATION = "#*_ "
_MOST_PARAGRAPHS = 12
_FARTHEST_TITLE = 30


def title_mark(outline: Outline, place: int) -> Mark | None:
    """Read the number of a title there: "### 1. Set up a board"; None where there is none."""
    if place + 1 >= len(outline):
        return None
    block = outline.blocks[place]
    if _is_plain_title(outline, place):
        return block.mark
    bold = block.mark is None and block.text.startswith("**") and block.text.endswith("**")
    if not (block.heading or block.text.startswith("#") or bold):
        return None
    if outline.section(place) is not None or outline.label(place) is not None:
        return None
    mark = read_mark(block.text.lstrip(_DECORATION))
    return mark if mark is not None and mark.counts else None


def _is_plain_title(outline: Outline, place: int) -> bool:
    """Say whether a short numbered line stands there, over a paragraph: "3. Night watch"."""
    block, below = outline.blocks[place], outline.blocks[place + 1]
    if block.mark is None or block.mark.value is None:
        return False
    if not (outline.is_titled(place) or is_stopped_title(block)):
        return False
    if headings.closes_list(block.text) or headings.is_reply(block.text):
        return False
    return below.mark is None and below.cell is None and not outline.is_heading(place + 1)


def is_stopped_title(block: Block) -> bool:
    """Say whether a numbered line only names something, though with a stop: "3. Night watch."."""
    words = block.text.removesuffix(".")
    if block.mark is None or len(words) == len(block.text) or len(words) > _LONGEST_NAME:
        return False
    return headings.is_heading(words) and _VERB.search(words) is None


def _is_line_of_titles(outline: Outline, place: int, last: Mark) -> bool:
    """Say whether the number after the last title's stands there, over a paragraph that asks."""
    block, below = outline.blocks[place], outline.blocks[place + 1]
    if block.mark is None or not block.mark.continues(last) or len(block.text) > _LONGEST_LINE:
        return False
    if below.mark is not None or below.cell is not None or outline.ends_item(place + 1):
        return False
    return len(below.text) > len(block.text) and holds_duty(below.text)


def _another_follows(outline: Outline, place: int, mark: Mark) -> bool:
    """Say whether the next number is over a paragraph as well."""
    for after in range(place + 1, min(place + _MOST_PARAGRAPHS, len(outline) - 1)):
        block = outline.blocks[after]
        if block.mark is not None and block.mark.continues(mark):
            return _is_plain_title(outline, after)
    return False


def is_numbered_title(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a numbered title stands there and what is below it asks."""
    mark, last = mark_of_title(outline, place, gathered), gathered.title_mark
    if mark is None or (last is not None and not _goes_on(mark, last)):
        return False
    plain = mark is outline.blocks[place].mark
    if plain and last is None and not _another_follows(outline, place, mark):
        return False
    return _end(outline, place + 1, mark, known=last is not None) > place + 1


def mark_of_title(outline: Outline, place: int, gathered: List) -> Mark | None:
    """Read the number of a title, or of what only the titles above show to be one."""
    mark, last = title_mark(outline, place), gathered.title_mark
    if mark is not None or last is None or place + 1 >= len(outline):
        return mark
    return outline.blocks[place].mark if _is_line_of_titles(outline, place, last) else None


def body_below(outline: Outline, place: int, gathered: List) -> tuple[list[Block], int]:
    """Give the pieces below a title, as far as they ask, and the place after them."""
    mark = mark_of_title(outline, place, gathered)
    end = _end(outline, place + 1, mark, known=gathered.title_mark is not None)
    body = [*outline.blocks[place + 1 : end]]
    if body[0].mark is not None and body[0].mark.counts and not body[0].mark.opens():
        body[0] = unmarked(body[0])
    return body, take_rest(outline, body, end)


def next_title(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next numbered title of a list, beyond what only explains; None if there is none."""
    if gathered.title_mark is None:
        return None
    for after in range(place, min(place + _FARTHEST_TITLE, len(outline))):
        if outline.is_contents(after) or outline.section(after) is not None:
            return None
        if outline.label(after) is not None or _closes(outline, after, gathered):
            return None
        if is_numbered_title(outline, after, gathered):
            return after
    return None


def _goes_on(mark: Mark, last: Mark) -> bool:
    dotted = mark.style.startswith("dotted") and last.style.startswith("dotted")
    return mark.is_of_list(last) or (dotted and mark.style != last.style)


def _closes(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a heading above the titles' level, or one that closes lists, stands there."""
    block = outline.blocks[place]
    if not outline.is_heading(place):
        return False
    level = block.heading or headings.level_of(block.text)
    above = 0 < level < gathered.title_level
    return above or headings.closes_list(block.text.lstrip(_DECORATION))


def _end(outline: Outline, place: int, title: Mark | None, *, known: bool) -> int:
    """Give the place after the last paragraph that asks below a title; its own if none does."""
    last = likely = place
    for at in range(place, min(place + _MOST_PARAGRAPHS, len(outline))):
        if outline.ends_item(at) or outline.is_heading(at) or outline.is_titled(at):
            break
        mark = outline.blocks[at].mark
        if title_mark(outline, at) is not None or (title and mark and mark.continues(title)):
            break
        text = outline.blocks[at].text
        last = at + 1 if holds_duty(text) else last
        likely = at + 1 if _ASKS.search(text) else likely
    return likely if known and last == place else last
