"""What stands between a list's entries: how far it may go on beyond what explains or concludes."""

import re
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
from gainboard.intake.finding.unmarked import could_head_pages, ends_list, next_bare
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import (
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


def goes_on_at(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry, or a lead-in to entries, follows a heading at a place."""
    text = outline.blocks[place].text
    if _TELLS.match(text) or headings.closes_list(text):
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
        return next_bare(outline, place, gathered)
    if not style.counts:
        return _next_bullet(outline, place, style, gathered)
    return _next_number(outline, place, style, gathered)


def _next_bullet(outline: Outline, place: int, style: Mark, gathered: List) -> int:
    for after in range(place, min(place + _FARTHEST_BULLET, len(outline))):
        if ends_list(outline, after) or outline.section(after) is not None:
            return place
        headed = outline.is_heading(after) or outline.stands_apart(after)
        if headed and _TELLS.match(outline.blocks[after].text):
            return place
        if headed and not could_head_pages(outline, after):
            found = _bullet_below(outline, after, style, gathered)
            return place if found is None else found
        block = outline.blocks[after]
        if is_next(block, style) and entry_asks(outline, after, gathered):
            return after
    return place


def _bullet_below(outline: Outline, place: int, style: Mark, gathered: List) -> int | None:
    """Find the list's next bullet below a heading, if it asks somebody for something.

    A coroner's concern need not ask: it stands below the name of whom it is for.
    """
    if gathered.section.whole:
        below = outline.blocks[place + 1].mark if place + 1 < len(outline) else None
        return place + 1 if below is not None and below.style == style.style else None
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
        if outline.label(after) is not None or ends_list(outline, after):
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


def _asks_plainly(text: str) -> bool:
    return recommends(text) or is_command(text) or is_order(text)
