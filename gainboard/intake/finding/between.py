"""What stands between a list's entries: how far it may go on beyond what explains or concludes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import (
    List,
    entry_asks,
    is_entry,
    is_lead,
    is_next,
    opens_next_part,
)
from gainboard.intake.finding.headed import opens_table
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.lines import ends_sentence
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import (
    holds_duty,
    is_command,
    is_order,
    lays_duty,
    recommends,
    sentences,
)
from gainboard.intake.structure.group import read_group, read_lead
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline

_TELLS = re.compile(r"[#*_\s]*(?:(?:main|key)\s+(?:findings?|messages?)|lessons?\b)", re.IGNORECASE)
_FARTHEST_NUMBER = 80
_FARTHEST_BULLET = 3
_MOST_OPENINGS = 8
_FARTHEST_FIELD = 12
_FARTHEST_BARE = 4
_FEWEST_BARE = 2


def goes_on_at(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry, or a lead-in to entries, follows a heading at a place."""
    if _TELLS.match(outline.blocks[place].text):
        return False
    for after in range(place + 1, min(place + 5, len(outline))):
        if outline.label(after) is not None or outline.section(after) is not None:
            return False
        if opens_table(outline, after) or is_entry(outline, after, gathered):
            return True
        if read_lead(outline.blocks[after].text) is not None:
            return True
        if read_group(outline.blocks[after].text) is None and gathered.found:
            return False
        if gathered.found and not outline.is_heading(after):
            return False
    return False


def resume(outline: Outline, place: int, gathered: List) -> int:
    """Give the place of the next entry beyond what only explains or concludes; else stand still."""
    style = gathered.style
    if style is None or (gathered.section.inline and not gathered.section.whole):
        return _next_bare(outline, place, gathered)
    if not style.counts:
        return _next_bullet(outline, place, style, gathered)
    return _next_number(outline, place, style, gathered)


def _next_bullet(outline: Outline, place: int, style: Mark, gathered: List) -> int:
    for after in range(place, min(place + _FARTHEST_BULLET, len(outline))):
        if _ends_list(outline, after) or outline.section(after) is not None:
            return place
        headed = outline.is_heading(after) or outline.stands_apart(after)
        if headed and _TELLS.match(outline.blocks[after].text):
            return place
        if headed and not _could_head_pages(outline, after):
            found = _bullet_below(outline, after, style)
            return place if found is None else found
        block = outline.blocks[after]
        if is_next(block, style) and entry_asks(outline, after, gathered):
            return after
    return place


def _bullet_below(outline: Outline, place: int, style: Mark) -> int | None:
    """Find the list's next bullet below a heading, if it asks somebody for something."""
    for after in range(place + 1, min(place + 4, len(outline))):
        block = outline.blocks[after]
        if block.mark is not None:
            goes_on = block.mark.style == style.style and _asks_plainly(block.text)
            return after if goes_on else None
        if not outline.is_heading(after) or outline.section(after) is not None:
            return None
    return None


def _next_number(outline: Outline, place: int, style: Mark, gathered: List) -> int:
    """Look ahead for a further number of the run, over headings, notes and explanations."""
    headed = exact = False
    for after in range(place, min(place + _FARTHEST_NUMBER, len(outline))):
        block = outline.blocks[after]
        if outline.label(after) is not None or _ends_list(outline, after):
            return place
        if opens_next_part(outline, after, gathered):
            return place
        if outline.section(after) is not None and not is_page_head(outline, after, style):
            return place
        if block.mark is None or block.heading:
            if outline.is_heading(after) or outline.stands_apart(after):
                _pass_heading(block.text, gathered)
                headed = True
            elif _leads_on(outline, after, style):
                return after
            continue
        if is_next(block, style) and (block.mark.continues(style) or not exact):
            if _asks_in_run(outline, after, gathered, headed=headed):
                return after
            if not gathered.section.mixed:
                return place
            gathered.style, style, headed = block.mark, block.mark, False
        elif block.mark.style == style.style and block.mark.value == 1:
            return _begin_anew(outline, place, after, gathered) if headed else place
        elif block.mark.style == style.style:
            exact = True
        elif outline.is_titled(after):
            if block.mark.value is not None or headings.closes_list(block.text):
                return place
            _pass_heading(block.text, gathered)
            headed = True
    return place


def _ends_list(outline: Outline, place: int) -> bool:
    """Say whether a heading shows that the list is over, whatever numbers come below it."""
    if outline.is_contents(place):
        return True
    block = outline.blocks[place]
    numbered = block.mark is not None and block.mark.counts
    if outline.is_reply(place) and not numbered and outline.field(place) is None:
        return True
    headed = outline.is_heading(place) or outline.stands_apart(place)
    return headed and headings.closes_list(block.text)


def is_page_head(outline: Outline, place: int, style: Mark | None) -> bool:
    """Say whether what reads as the heading of a list is a page's head within one."""
    if style is None or not style.places or not outline.comes_again(place):
        return False
    for block in outline.blocks[place + 1 : place + 7]:
        if block.mark is not None and block.mark.style == style.style:
            return is_next(block, style)
    return False


def _asks_in_run(outline: Outline, place: int, gathered: List, *, headed: bool) -> bool:
    block, style = outline.blocks[place], gathered.style
    if gathered.section.mixed or block.mark is None or style is None:
        return entry_asks(outline, place, gathered)
    exact = block.mark.continues(style)
    if headed and block.mark.style != style.style:
        return False
    if gathered.pure and exact:
        return entry_asks(outline, place, gathered)
    if gathered.section.kind is not Kind.RECOMMENDATION:
        return exact or not headed
    below = bool(gathered.found) and not asks(gathered.found[-1].item.blocks[0].text)
    if exact and (below or not headed) and entry_asks(outline, place, gathered):
        return True
    return lays_duty(sentences(block.text)[0]) or (exact and _runs_on(outline, place))


def _begin_anew(outline: Outline, place: int, after: int, gathered: List) -> int:
    """Let a list's numbers begin anew, as they do below each body's name."""
    mark, text = outline.blocks[after].mark, outline.blocks[after].text
    if mark is None or mark.value != 1 or not lays_duty(sentences(text)[0]):
        return place
    gathered.style = None
    return after


def _pass_heading(text: str, gathered: List) -> None:
    """Let a heading say to whom and by when entries are; another ends what a lead-in said."""
    group = read_group(text)
    if group is None:
        gathered.group = replace(gathered.group, due_words=gathered.due_above)
    else:
        gathered.group = gathered.group.under(group)
        gathered.due_above = gathered.group.due_words


def _runs_on(outline: Outline, place: int) -> bool:
    """Say whether the two entries after one that asks for nothing ask again."""
    mark, asked = outline.blocks[place].mark, 0
    for block in outline.blocks[place + 1 : place + 12]:
        if block.mark is None or mark is None or not block.mark.continues(mark):
            continue
        if not lays_duty(sentences(block.text)[0]):
            return False
        mark, asked = block.mark, asked + 1
        if asked == 2:
            return True
    return False


def _leads_on(outline: Outline, place: int, style: Mark) -> bool:
    """Say whether a lead-in stands there below which the numbers of the list run on."""
    if place + 1 >= len(outline) or not is_lead(outline.blocks[place]):
        return False
    block = outline.blocks[place + 1]
    return block.mark is not None and bool(style.places) and is_next(block, style)


def _next_bare(outline: Outline, place: int, gathered: List) -> int:
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
            if not _could_head_pages(outline, after):
                return place
            continue
        if outline.ends_item(after):
            return place
        if after > place and _opening(outline.blocks[after].text) in openings:
            if headed and not outline.blocks[after].after_page:
                return place
            return after if is_entry(outline, after, gathered) else place
    return place


def _asks_plainly(text: str) -> bool:
    return recommends(text) or is_command(text) or is_order(text)


def _could_head_pages(outline: Outline, place: int) -> bool:
    """Say whether a heading may be the head or foot of a page, and not the title of a part."""
    text = outline.blocks[place].text
    return "|" in text or outline.comes_again(place) or any(map(str.isdecimal, text))


def _next_with_field(outline: Outline, place: int, gathered: List) -> int | None:
    """Find the next paragraph that asks, where each has a field below: "Responsibility: …"."""
    if not gathered.fielded:
        return None
    for after in range(place, min(place + _FARTHEST_FIELD, len(outline) - 1)):
        if outline.section(after) is not None or _ends_list(outline, after):
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


def _is_bare_of_stops(text: str, gathered: List) -> bool:
    """Say whether a line that asks is a title: it has no stop, and each earlier item has one."""
    if ends_sentence(text):
        return False
    return all(ends_sentence(one.item.words) for one in gathered.found)


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
        if _ends_list(outline, at) or outline.section(at) or outline.label(at):
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
    if _ends_list(outline, place) or outline.is_heading(place + 1):
        return False
    return recommends(sentences(below.text)[0])


def _parts_list(outline: Outline, place: int) -> bool:
    if outline.section(place) is not None or outline.label(place) is not None:
        return True
    headed = outline.is_heading(place) or outline.stands_apart(place)
    return headed or _ends_list(outline, place)


def _opening(words: str) -> list[str]:
    return [word.strip(",.;:") for word in words.split(maxsplit=3)[:3]]
