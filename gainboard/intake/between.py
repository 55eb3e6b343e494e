"""What stands between a list's entries: how far it may go on beyond what explains or concludes."""

from dataclasses import replace

from gainboard.intake import headings
from gainboard.intake.duty import lays_duty, recommends, sentences
from gainboard.intake.entries import List, entry_asks, is_entry, is_lead, is_next
from gainboard.intake.group import read_group, read_lead
from gainboard.intake.marks import Mark
from gainboard.intake.outline import Outline

_FARTHEST_ENTRY = 14
_FARTHEST_BULLET = 2


def goes_on_at(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry, or a lead-in to entries, follows a heading at a place."""
    for after in range(place + 1, min(place + 5, len(outline))):
        if outline.label(after) is not None or outline.section(after) is not None:
            return False
        if is_entry(outline, after, gathered):
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
    farthest = _FARTHEST_ENTRY if style.places else _FARTHEST_BULLET
    farthest *= 4 if gathered.section.mixed else 1
    for after in range(place, min(place + farthest, len(outline))):
        if outline.label(after) is not None or outline.section(after) is not None:
            return place
        if outline.is_reply(after) and not outline.blocks[after].mark:
            return place
        headed = outline.is_heading(after) or outline.stands_apart(after)
        if headed and not _heading_within(outline, after, gathered):
            return place
        if headed:
            _pass_heading(outline.blocks[after].text, gathered)
        if headed and gathered.style is None:
            return after + 1
        block = outline.blocks[after]
        if block.mark is None and _leads_on(outline, after, style):
            return after
        if block.mark is None or not is_next(block, style):
            if block.mark and block.mark.value and headings.is_heading(block.text):
                return place
            continue
        if entry_asks(outline, after, gathered):
            return after
        if gathered.section.mixed:
            gathered.style = style = block.mark
        else:
            return place
    return place


def _pass_heading(text: str, gathered: List) -> None:
    """Let a heading say to whom and by when entries are; another ends what a lead-in said."""
    group = read_group(text)
    if group is None:
        gathered.group = replace(gathered.group, due_words=gathered.due_above)
    else:
        gathered.group = gathered.group.under(group)
        gathered.due_above = gathered.group.due_words


def _starts_again(mark: Mark, style: Mark) -> bool:
    """Say whether a list's numbers begin anew, as they do below each body's name."""
    return mark.style == style.style and mark.value == 1 and style.value not in (None, 1)


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


def _heading_within(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a heading only parts the entries of one numbered run."""
    style = gathered.style
    if style is None:
        return False
    for after in range(place + 1, min(place + 8, len(outline))):
        block = outline.blocks[after]
        if _leads_on(outline, after, style):
            return True
        if block.mark is not None and _starts_again(block.mark, style):
            gathered.style = None if lays_duty(sentences(block.text)[0]) else style
            return gathered.style is None
        if block.mark is not None and not style.places:
            return block.mark.style == style.style and recommends(block.text)
        if block.mark is not None and is_next(block, style):
            if gathered.section.mixed or lays_duty(sentences(block.text)[0]):
                return True
            return _runs_on(outline, after)
        if not outline.is_heading(after):
            return False
    return False


def _next_bare(outline: Outline, place: int, gathered: List) -> int:
    """Find the next paragraph that opens with the words an earlier item opened with."""
    if not gathered.found or gathered.section.inline:
        return place
    opening = _opening(gathered.found[0].item.words)
    for after in range(place, min(place + 4, len(outline))):
        if outline.ends_item(after) or outline.is_heading(after):
            return place
        if _opening(outline.blocks[after].text) == opening and after > place:
            return after if is_entry(outline, after, gathered) else place
    return place


def _opening(words: str) -> list[str]:
    return [word.strip(",.;:") for word in words.split(maxsplit=3)[:3]]
