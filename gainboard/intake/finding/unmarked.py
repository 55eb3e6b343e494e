"""Which paragraph is the next of a list whose entries have no marks, or whose marks fail."""

from collections.abc import Sequence

from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import (
    List,
    is_entry,
    is_lead,
)
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.lines import ends_sentence
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import (
    holds_duty,
    recommends,
    sentences,
)
from gainboard.intake.structure.outline import Outline

_MOST_OPENINGS = 8
_FARTHEST_FIELD = 12
_FARTHEST_BARE = 4
_FEWEST_BARE = 2


def ends_list(outline: Outline, place: int) -> bool:
    """Say whether a heading shows that the list is over, whatever numbers come below it."""
    if outline.is_contents(place):
        return True
    block = outline.blocks[place]
    numbered = block.mark is not None and block.mark.counts
    if outline.is_reply(place) and not numbered and outline.field(place) is None:
        return True
    headed = outline.is_heading(place) or outline.stands_apart(place)
    return headed and headings.closes_list(block.text)


def next_bare(outline: Outline, place: int, gathered: List) -> int:
    """Find the next paragraph that opens with the words an earlier item opened with."""
    if not gathered.found or gathered.section.inline:
        return place
    further = _next_with_field(outline, place, gathered)
    further = _next_lead(outline, place, gathered) if further is None else further
    further = _next_that_asks(outline, place, gathered) if further is None else further
    further = _next_in_bold(outline, place, gathered) if further is None else further
    further = _next_with_title(outline, place, gathered) if further is None else further
    if further is not None:
        return further
    openings = [_opening(one.item.words) for one in gathered.found[:_MOST_OPENINGS]]
    headed = 0
    for after in range(place, min(place + 4, len(outline))):
        if outline.is_heading(after):
            headed += 1
            unsure = outline.is_titled(after) or headings.closes_list(outline.blocks[after].text)
            if unsure or headed > 1 or outline.section(after) is not None:
                return place
            if not could_head_pages(outline, after):
                return place
            continue
        if outline.ends_item(after):
            return place
        if after > place and _opening(outline.blocks[after].text) in openings:
            if headed and not outline.blocks[after].after_page:
                return place
            return after if is_entry(outline, after, gathered) else place
    return place


def could_head_pages(outline: Outline, place: int) -> bool:
    """Say whether a heading may be the head or foot of a page, and not the title of a part."""
    text = outline.blocks[place].text
    return "|" in text or outline.comes_again(place) or any(map(str.isdecimal, text))


def _next_with_field(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next paragraph that asks, where each has a field below: "Responsibility: …"."""
    if not gathered.fielded:
        return None
    for after in range(place, min(place + _FARTHEST_FIELD, len(outline) - 1)):
        if outline.section(after) is not None or ends_list(outline, after):
            return None
        if outline.label(after) is not None:
            return None
        if field_below(outline, after) is None or outline.field(after) is not None:
            continue
        if not outline.is_heading(after) and is_entry(outline, after, gathered):
            return after
    return None


def field_below(outline: Outline, place: int) -> int | None:
    """Give the place of the field below a paragraph, beyond a remark or two; None if none is."""
    for at in range(place + 1, min(place + _FARTHEST_BARE, len(outline))):
        if outline.field(at) is not None:
            return at
        block = outline.blocks[at]
        if block.mark is not None or outline.ends_item(at) or outline.is_heading(at):
            return None
        if holds_duty(block.text):
            return None
    return None


def _next_lead(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next "By March, councils should:" over bullets, where earlier items are such."""
    if not any(_is_led(one.item.blocks) for one in gathered.found[-_MOST_OPENINGS:]):
        return None
    for after in range(place, min(place + _FARTHEST_FIELD, len(outline) - 1)):
        if _parts_list(outline, after):
            return None
        block = outline.blocks[after]
        if block.mark is None and is_lead(block) and holds_duty(block.text):
            below = outline.blocks[after + 1].mark
            return after if below is not None and not below.counts else None
    return None


def _is_led(blocks: Sequence[Block]) -> bool:
    return len(blocks) > 1 and blocks[0].text.endswith(":") and blocks[1].mark is not None


def _next_that_asks(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next paragraph that asks, beyond a remark or two under the same heading."""
    last = gathered.found[-_MOST_OPENINGS:]
    if any(_is_led(one.item.blocks) for one in last):
        return None
    if len(last) < _FEWEST_BARE and gathered.section.kind is not Kind.RECOMMENDATION:
        return None
    for after in range(place, min(place + _FARTHEST_BARE, len(outline))):
        if _parts_list(outline, after) or outline.blocks[after].mark is not None:
            return None
        text = outline.blocks[after].text
        if recommends(sentences(text)[0]) and is_entry(outline, after, gathered):
            return None if _is_bare_of_stops(text, gathered) else after
    return None


def _next_in_bold(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next area that is set as a title, without a stop, beyond what explains the last."""
    if gathered.section.kind is not Kind.AREA_FOR_IMPROVEMENT or not _is_set_as_title(
        gathered.found[-1].item.blocks[0].text
    ):
        return None
    for after in range(place, min(place + _FARTHEST_FIELD, len(outline))):
        if _parts_list(outline, after) or outline.blocks[after].mark is not None:
            return None
        text = outline.blocks[after].text
        if after > place and _is_set_as_title(text) and is_entry(outline, after, gathered):
            return after
    return None


def _is_set_as_title(text: str) -> bool:
    return (text[-1:].isalnum() or text.endswith(":")) and len(sentences(text)) == 1


def _next_with_title(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next paragraph that asks below a title, beyond the last one's reasons."""
    if gathered.section.kind is not Kind.RECOMMENDATION:
        return None
    title = _next_title(outline, place)
    if title is None:
        return None
    if not (gathered.titled or _next_pair(outline, title + 2) is not None):
        return None
    gathered.titled = True
    return title + 1 if is_entry(outline, title + 1, gathered) else None


def _next_title(outline: Outline, place: int) -> int | None:
    """Find the title below a paragraph or two that only give reasons."""
    for at in range(place, min(place + _FARTHEST_BARE, len(outline))):
        if _is_titled_pair(outline, at):
            return at
        if _parts_list(outline, at) or outline.blocks[at].mark is not None:
            return None
    return None


def _next_pair(outline: Outline, place: int) -> int | None:
    """Find a further title over a paragraph that asks, before the list is surely over."""
    for at in range(place, min(place + _FARTHEST_FIELD, len(outline))):
        if _is_titled_pair(outline, at):
            return at
        if ends_list(outline, at) or outline.section(at) or outline.label(at):
            return None
    return None


def _is_titled_pair(outline: Outline, place: int) -> bool:
    if place + 1 >= len(outline) or outline.ends_item(place + 1):
        return False
    title, below = outline.blocks[place], outline.blocks[place + 1]
    if title.mark is not None or below.mark is not None or not outline.is_heading(place):
        return False
    if outline.section(place) is not None or outline.label(place) is not None:
        return False
    if ends_list(outline, place) or outline.is_heading(place + 1):
        return False
    if "|" in title.text or outline.comes_again(place):
        return False
    return recommends(sentences(below.text)[0])


def _parts_list(outline: Outline, place: int) -> bool:
    if outline.section(place) is not None or outline.label(place) is not None:
        return True
    headed = outline.is_heading(place) or outline.stands_apart(place)
    return headed or ends_list(outline, place)


def _opening(words: str) -> list[str]:
    return [word.strip(",.;:") for word in words.split(maxsplit=3)[:3]]


def _is_bare_of_stops(text: str, gathered: List) -> bool:
    """Say whether a line that asks is a title: it has no stop, and each earlier item has one."""
    if ends_sentence(text):
        return False
    return all(ends_sentence(one.item.words) for one in gathered.found)
