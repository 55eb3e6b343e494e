"""A list of items under a heading that announces it, or under a sentence that ends in a colon."""

from dataclasses import dataclass, field, replace

from gainboard.domain.draft import Kind
from gainboard.intake.below import read_below
from gainboard.intake.blocks import Block
from gainboard.intake.duty import holds_duty, lays_duty, recommends, sentences
from gainboard.intake.found import Form, Found, RawItem
from gainboard.intake.group import Group, read_group, read_lead
from gainboard.intake.growth import answers, asks, belongs, follows_on
from gainboard.intake.labelled import unmarked
from gainboard.intake.marks import Mark
from gainboard.intake.outline import Outline
from gainboard.intake.references import read_reference
from gainboard.intake.sections import Section

_MOST_INTRODUCTIONS = 8
_FARTHEST_ENTRY = 14
_FARTHEST_BULLET = 2
_MOST_SIBLINGS = 30


@dataclass(slots=True, kw_only=True)
class List:
    """Gather the entries of one list while it is read."""

    section: Section
    heading: str
    group: Group
    after_concern: bool = False
    style: Mark | None = None
    indent: int = 0
    introductions: int = 0
    found: list[Found] = field(default_factory=list)


def take_list(outline: Outline, place: int, gathered: List) -> tuple[int, list[Found]]:
    """Read the entries from a place on; give the place where the list ends, and its items."""
    while place < len(outline):
        if outline.label(place) is not None:
            unsure = gathered.style is None or _is_bare_label(outline, place)
            return place, [] if unsure else gathered.found
        if outline.section(place) is not None or outline.is_contents(place):
            break
        step = _step(outline, place, gathered)
        if step == place:
            break
        place = step
    return place, gathered.found


def _is_bare_label(outline: Outline, place: int) -> bool:
    """Say whether a label has no number: what stood above it is what it recommends upon."""
    label = outline.label(place)
    return label is not None and label.kind is Kind.RECOMMENDATION and label.number is None


def _step(outline: Outline, place: int, gathered: List) -> int:
    """Take one piece with all that belongs to it; stand still where the list ends."""
    block = outline.blocks[place]
    if _is_entry(outline, place, gathered):
        return _take_entry(outline, place, gathered)
    lead = read_lead(block.text)
    if lead is not None and place + 1 < len(outline) and not answers(block):
        return _take_lead(outline, place, lead, gathered)
    group = read_group(block.text) if block.mark is None or outline.is_heading(place) else None
    if group is not None and not outline.is_reply(place) and _goes_on_at(outline, place, gathered):
        gathered.group = gathered.group.under(group)
        return place + 1
    if not gathered.found and not _is_end(outline, place, gathered):
        gathered.introductions += 1
        if block.mark is not None and block.mark.counts and gathered.section.mixed:
            gathered.style, gathered.indent = block.mark, block.indent
            return place + 1
        return place + 1 if gathered.introductions <= _MOST_INTRODUCTIONS else place
    return _resume(outline, place, gathered)


def _is_end(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a piece before the first entry shows that no list follows."""
    if gathered.section.mixed:
        return outline.is_reply(place)
    if outline.blocks[place].heading:
        return False
    return outline.is_heading(place) and not _goes_on_at(outline, place, gathered)


# --- entries


def _is_entry(outline: Outline, place: int, gathered: List) -> bool:
    block, style = outline.blocks[place], gathered.style
    if outline.is_reply(place) or outline.stands_apart(place):
        return False
    if block.mark is None:
        if style is not None or gathered.section.inline or gathered.section.mixed:
            return False
        return holds_duty(block.text) and not answers(block) and not _is_lead(block)
    if style is not None:
        if not _is_next(block, style, gathered) or block.indent > gathered.indent + 1:
            return False
    elif answers(block):
        return False
    return _entry_asks(outline, place, gathered)


def _is_lead(block: Block) -> bool:
    return read_lead(block.text) is not None


def _is_next(block: Block, style: Mark, gathered: List) -> bool:
    if block.mark is None:
        return False
    mark = block.mark
    if mark.continues(style) or (mark.style == "compound" and style.style == "compound"):
        return True
    if mark.style.startswith("dotted") and style.style.startswith(("dotted", "compound")):
        return mark.opens() or mark.style == style.style or style.style == "compound"
    return mark.is_of_list(style) and (gathered.section.mixed or not mark.places)


def _entry_asks(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry asks for something, where its kind of list holds others as well."""
    block = outline.blocks[place]
    if block.mark is None or not block.mark.counts:
        return True
    if gathered.section.kind is not Kind.RECOMMENDATION:
        return True
    if gathered.section.mixed:
        return recommends(block.text)
    if asks(block.text):
        return True
    for below in range(place + 1, min(place + 4, len(outline))):
        if outline.blocks[below].mark is not None or outline.ends_item(below):
            return False
        if outline.is_heading(below) or answers(outline.blocks[below]):
            return False
        if holds_duty(outline.blocks[below].text):
            return True
    return False


def _take_entry(outline: Outline, place: int, gathered: List) -> int:
    block = outline.blocks[place]
    body, after = [block], place + 1
    if block.mark is not None:
        first = gathered.style is None
        gathered.style, gathered.indent = block.mark, block.indent if first else gathered.indent
    while after < len(outline):
        following = outline.blocks[after]
        if following.mark is not None and _is_sibling(outline, after, gathered):
            break
        if not belongs(outline, body, after):
            if not _whole(outline, after, gathered):
                break
        elif block.mark is None and following.mark is None and not follows_on(following):
            break
        body.append(following)
        after += 1
    _add(gathered, body)
    return _read_fields(outline, after, gathered)


def _is_sibling(outline: Outline, place: int, gathered: List) -> bool:
    block, style = outline.blocks[place], gathered.style
    if style is None or block.mark is None or block.indent > gathered.indent + 1:
        return False
    return _is_next(block, style, gathered)


def _whole(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a paragraph stands within a statement: the list goes on below it."""
    if not gathered.section.whole or gathered.style is None or outline.ends_item(place):
        return False
    if outline.is_heading(place):
        return False
    for below in range(place + 1, min(place + 5, len(outline))):
        if outline.ends_item(below) or outline.is_heading(below):
            return False
        if outline.blocks[below].mark is not None:
            return _is_sibling(outline, below, gathered)
    return False


def _read_fields(outline: Outline, place: int, gathered: List) -> int:
    if outline.field(place) is None:
        return place
    after, below = read_below(outline, place)
    last = gathered.found[-1]
    item = replace(
        last.item,
        addressee=below.addressee or last.item.addressee,
        due_words=below.due_words or last.item.due_words,
        rating=below.rating or last.item.rating,
    )
    gathered.found[-1] = replace(last, item=item)
    return after


def _add(gathered: List, body: list[Block], *, as_entry: bool = True) -> None:
    first, number = body[0], None
    if first.mark is not None and as_entry:
        gathered.style = first.mark
        number = first.mark.number if first.mark.counts else None
        first = unmarked(first)
    item = RawItem(
        kind=gathered.section.kind,
        number=read_reference(body[-1].text) or number,
        heading=gathered.heading,
        blocks=(first, *body[1:]),
        addressee=gathered.group.addressee,
        due_words=gathered.group.due_words,
        rating=gathered.group.rating,
    )
    gathered.found.append(Found(item=item, form=Form.LISTED))


# --- lead-ins


def _take_lead(outline: Outline, place: int, lead: Group, gathered: List) -> int:
    """Take "The force should:" as the front of one item, or as what its entries share."""
    if _siblings_are_items(outline, place + 1, gathered):
        gathered.group = gathered.group.under(lead)
        if gathered.style is not None and not gathered.style.places:
            gathered.style = None
        mark = outline.blocks[place + 1].mark
        if mark is not None and gathered.style is not None and mark.style != gathered.style.style:
            gathered.style = None
        return place + 1
    if not holds_duty(outline.blocks[place].text):
        gathered.introductions += 1
        return place + 1 if gathered.introductions <= _MOST_INTRODUCTIONS else place
    body = [outline.blocks[place]]
    after = place + 1
    while after < len(outline) and belongs(outline, body, after):
        body.append(outline.blocks[after])
        after += 1
    _add(gathered, body, as_entry=False)
    return _read_fields(outline, after, gathered)


def _siblings_are_items(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether the entries below a lead-in are items, and not the limbs of a single one."""
    first = outline.blocks[place]
    if first.mark is None:
        return holds_duty(first.text)
    if first.mark.value is not None or first.mark.style == "compound":
        return True
    if (
        gathered.section.kind is not Kind.RECOMMENDATION
        and gathered.section.kind is not Kind.LEARNING
    ):
        return True
    if first.mark.counts and not gathered.after_concern:
        return True
    return not gathered.after_concern and _are_sentences(outline, place, first.mark)


def _are_sentences(outline: Outline, place: int, style: Mark) -> bool:
    entries = []
    for at in range(place, min(place + _MOST_SIBLINGS, len(outline))):
        mark = outline.blocks[at].mark
        if mark is None or mark.style != style.style:
            break
        entries.append(outline.blocks[at].text)
    whole = sum(text[:1].isupper() and text.endswith(".") for text in entries)
    return whole * 2 > len(entries)


# --- what stands between entries


def _goes_on_at(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry, or a lead-in to entries, follows a heading at a place."""
    for after in range(place + 1, min(place + 5, len(outline))):
        if outline.label(after) is not None or outline.section(after) is not None:
            return False
        if _is_entry(outline, after, gathered):
            return True
        if read_lead(outline.blocks[after].text) is not None:
            return True
        if read_group(outline.blocks[after].text) is None and gathered.found:
            return False
        if gathered.found and not outline.is_heading(after):
            return False
    return False


def _resume(outline: Outline, place: int, gathered: List) -> int:
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
        block = outline.blocks[after]
        if block.mark is None or not _is_next(block, style, gathered):
            continue
        if _entry_asks(outline, after, gathered):
            return after
        if gathered.section.mixed:
            gathered.style = style = block.mark
        else:
            return place
    return place


def _heading_within(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a heading only parts the entries of one numbered run."""
    style = gathered.style
    if style is None or not style.places:
        return False
    for after in range(place + 1, min(place + 4, len(outline))):
        block = outline.blocks[after]
        if block.mark is not None and _is_next(block, style, gathered):
            opening = sentences(block.text)[:1]
            return gathered.section.mixed or any(lays_duty(sentence) for sentence in opening)
        if not outline.is_heading(after):
            return False
    return False


def _next_bare(outline: Outline, place: int, gathered: List) -> int:
    """Find the next paragraph that opens with the words an earlier item opened with."""
    if not gathered.found or gathered.section.inline:
        return place
    opening = gathered.found[0].item.words.split()[:3]
    for after in range(place, min(place + 4, len(outline))):
        if outline.ends_item(after) or outline.is_heading(after):
            return place
        if outline.blocks[after].text.split()[:3] == opening and after > place:
            return after if _is_entry(outline, after, gathered) else place
    return place
