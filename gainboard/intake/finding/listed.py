"""A list of items under a heading that announces it, or under a sentence that ends in a colon."""

from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.between import goes_on_at, is_page_head, resume
from gainboard.intake.finding.entries import (
    List,
    is_entry,
    is_lead,
    is_sibling,
    opens_next_part,
    siblings_are_items,
    unit_end,
)
from gainboard.intake.finding.headed import opens_table
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.finding.leads import leads_to_codes
from gainboard.intake.finding.saying import counts_made, is_preface, names_many
from gainboard.intake.finding.titled import (
    body_below,
    is_numbered_title,
    is_stopped_title,
    mark_of_title,
    next_title,
)
from gainboard.intake.finding.unmarked import field_below
from gainboard.intake.finding.weighing import weigh
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty, is_answer, sentences
from gainboard.intake.signs.references import read_reference
from gainboard.intake.structure.below import read_below
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_group, read_lead
from gainboard.intake.structure.growth import belongs, follows_on
from gainboard.intake.structure.outline import Outline

_MOST_INTRODUCTIONS = 8
_FARTHEST_SIBLING = 10
_MOST_LEADING = 2  # paragraphs that ask, above the first label
_FIRST_NUMBERS = ("1", "A", "1.1", "01")


def take_list(outline: Outline, place: int, gathered: List) -> tuple[int, list[Found]]:
    """Read the entries from a place on; give the place where the list ends, and its items."""
    weigh(outline, place, gathered)
    while place < len(outline):
        if _announces(outline, place, gathered) or opens_table(outline, place):
            break
        if opens_next_part(outline, place, gathered):
            break
        if outline.label(place) is not None:
            return place, [] if _introduced(outline, place, gathered) else gathered.found
        if outline.section(place) is not None and is_page_head(outline, place, gathered.style):
            place += 1
            continue
        if outline.section(place) is not None or outline.is_contents(place):
            section = outline.section(place)
            few = len(gathered.found) == 1 or (section is not None and section.whole)
            introduced = gathered.style is None and few and not gathered.section.whole
            return place, [] if introduced and place == gathered.after else gathered.found
        step = _step(outline, place, gathered)
        if step == place:
            break
        place = step
    return place, gathered.found


def _announces(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a paragraph among others leads to a list of its own: "I recommend:"."""
    if not gathered.section.mixed or outline.announcement(place) is None:
        return False
    if place + 1 >= len(outline):
        return False
    mark = outline.blocks[place + 1].mark
    if mark is None or mark.value is not None:
        return mark is not None
    return mark.opens() and names_many(outline.blocks[place].text)


def _introduced(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether what stood above a label only leads to it: the first, or one without number."""
    label = outline.label(place)
    if label is None or label.kind is not gathered.section.kind:
        return False
    if len(gathered.found) > _MOST_LEADING:
        return False
    if label.number is None and label.kind is Kind.RECOMMENDATION:
        return True
    first = label.number is None or label.number.strip("R.") in _FIRST_NUMBERS
    return first and (gathered.style is None or gathered.section.mixed)


def _step(outline: Outline, place: int, gathered: List) -> int:
    """Take one piece with all that belongs to it; stand still where the list ends."""
    block = outline.blocks[place]
    known = gathered.title_mark is not None or (not gathered.found and is_stopped_title(block))
    titles = known and is_numbered_title(outline, place, gathered)
    if not titles and is_entry(outline, place, gathered):
        return _take_entry(outline, place, gathered)
    if titles or is_numbered_title(outline, place, gathered):
        return _take_titled(outline, place, gathered)
    lead = read_lead(block.text)
    if lead is not None and place + 1 < len(outline) and not is_answer(sentences(block.text)[-1]):
        return _take_lead(outline, place, lead, gathered)
    group = read_group(block.text) if block.mark is None or outline.is_heading(place) else None
    if group is not None and not outline.is_reply(place) and _heads(outline, place, gathered):
        gathered.group = gathered.group.under(group)
        gathered.due_above = gathered.group.due_words
        return place + 1
    if not gathered.found and not _is_end(outline, place, gathered):
        gathered.introductions += 1
        numbered = block.mark is not None and block.mark.counts and not is_preface(block.text)
        if numbered and not outline.is_titled(place):
            return _open_mixed(outline, place, gathered)
        return place + 1 if gathered.introductions <= _MOST_INTRODUCTIONS else place
    titled = next_title(outline, place, gathered)
    return titled if titled is not None else resume(outline, place, gathered)


def _heads(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a heading that names a body stands over an entry, or over the first label."""
    if not gathered.found and outline.label(place + 1) is not None:
        return True
    return goes_on_at(outline, place, gathered)


def _take_titled(outline: Outline, place: int, gathered: List) -> int:
    """Take the item below a heading that the file set as one: "### 1. Set up a board"."""
    block, mark = outline.blocks[place], mark_of_title(outline, place, gathered)
    words = block.text.strip("#* ")
    body, after = body_below(outline, place, gathered)
    gathered.title_mark, gathered.title_level = mark, block.heading or headings.level_of(block.text)
    _add(gathered, body, as_entry=False)
    last = gathered.found[-1]
    number = mark.number if mark is not None else None
    item = replace(last.item, number=last.item.number or number, heading=words)
    gathered.found[-1] = replace(last, item=item)
    return _closed(gathered, _read_fields(outline, after, gathered))


def _open_mixed(outline: Outline, place: int, gathered: List) -> int:
    """Begin a run whose first numbered entry asks for nothing: not all that follow need ask."""
    block = outline.blocks[place]
    if block.mark is None or gathered.section.kind is not Kind.RECOMMENDATION:
        return place + 1
    if block.text.endswith(":") and not outline.ends_item(place + 1):
        return place + 1
    if not gathered.section.mixed:
        gathered.section = replace(gathered.section, mixed=True)
        weigh(outline, place, gathered)
    gathered.style, gathered.indent = block.mark, block.indent
    return place + 1


def _is_end(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a piece before the first entry shows that no list follows."""
    if gathered.section.mixed:
        return outline.is_reply(place)
    area = gathered.section.kind is Kind.AREA_FOR_IMPROVEMENT
    if area and counts_made(outline.blocks[place].text):
        return True
    if outline.blocks[place].heading:
        return False
    return outline.is_heading(place) and not goes_on_at(outline, place, gathered)


def _take_entry(outline: Outline, place: int, gathered: List) -> int:
    block = outline.blocks[place]
    body, after = [block], place + 1
    if block.mark is not None:
        first = gathered.style is None
        gathered.style, gathered.indent = block.mark, block.indent if first else gathered.indent
        if gathered.argued or gathered.section.mixed:
            after = unit_end(outline, place)
            body = [*outline.blocks[place:after]]
    while after < len(outline):
        following = outline.blocks[after]
        limb = _is_limb(body, following, gathered)
        if not limb and following.mark is not None and is_sibling(outline, after, gathered):
            break
        if belongs(outline, body, after):
            if _stands_alone(block, following):
                break
        elif not _whole(outline, after, gathered):
            break
        body.append(following)
        after += 1
    _add(gathered, body)
    return _closed(gathered, _read_fields(outline, after, gathered))


def _is_limb(body: list[Block], following: Block, gathered: List) -> bool:
    """Say whether "(i)" below "(c) … which:" begins or goes on with limbs, and is no letter."""
    mark, last = following.mark, body[-1]
    if mark is None or not mark.counts or mark.value is not None:
        return False
    if gathered.style is None or mark.continues(gathered.style):
        return False
    if len(body) == 1:
        return last.text.endswith(":") and mark.opens()
    return last.mark is not None and mark.continues(last.mark)


def _stands_alone(first: Block, following: Block) -> bool:
    """Say whether a bare paragraph below an entry is more likely the next than more of it."""
    if following.mark is not None:
        return False
    return is_lead(following) or (first.mark is None and not follows_on(following))


def _whole(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a paragraph stands within a statement: the list goes on below it."""
    if gathered.section.joined and gathered.style is None:
        return not outline.ends_item(place) and not outline.is_heading(place)
    if not gathered.section.whole or gathered.style is None or outline.ends_item(place):
        return False
    text = outline.blocks[place].text
    if outline.is_heading(place) or (text.endswith(":") and read_group(text) is not None):
        return False
    for below in range(place + 1, min(place + _FARTHEST_SIBLING, len(outline))):
        if outline.ends_item(below):
            break
        if outline.is_heading(below) and headings.closes_list(outline.blocks[below].text):
            break
        if outline.blocks[below].mark is not None:
            return is_sibling(outline, below, gathered)
    return _spreads(gathered)


def _spreads(gathered: List) -> bool:
    """Say whether an earlier statement of the list had paragraphs below its first."""
    return any(block.mark is None for one in gathered.found for block in one.item.blocks[1:])


def _take_lead(outline: Outline, place: int, lead: Group, gathered: List) -> int:
    """Take "The force should:" as the front of one item, or as what its entries share."""
    first = _past_heading(outline, place + 1)
    if leads_to_codes(outline, place) or siblings_are_items(outline, first, gathered):
        gathered.group = gathered.group.under(lead)
        if gathered.style is not None and not gathered.style.places:
            gathered.style = None
        mark = outline.blocks[first].mark
        if mark is not None and gathered.style is not None and mark.style != gathered.style.style:
            gathered.style = None
        gathered.led = mark.style if mark is not None else None
        return place + 1
    if not holds_duty(outline.blocks[place].text):
        gathered.introductions += 1
        return place + 1 if gathered.introductions <= _MOST_INTRODUCTIONS else place
    body = [outline.blocks[place]]
    after = place + 1
    while after < len(outline) and belongs(outline, body, after):
        following = outline.blocks[after]
        if following.mark is None and (is_lead(following) or not follows_on(following)):
            break
        body.append(outline.blocks[after])
        after += 1
    _add(gathered, body, as_entry=False)
    return _read_fields(outline, after, gathered)


def _past_heading(outline: Outline, place: int) -> int:
    """Give the place of what a lead-in leads to, which may stand below the heading of a group."""
    if place + 1 >= len(outline) or not outline.is_heading(place) or outline.ends_item(place + 1):
        return place
    below = outline.blocks[place + 1].mark
    return place + 1 if below is not None and below.counts and below.opens() else place


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
    mark = body[0].mark
    led = as_entry and mark is not None and mark.style == gathered.led
    gathered.found.append(Found(item=item, form=Form.LISTED, asked=led))


def _read_fields(outline: Outline, place: int, gathered: List) -> int:
    if outline.field(place) is None and gathered.style is None:
        place = field_below(outline, place - 1) or place
    if outline.field(place) is None:
        return place
    gathered.fielded = True
    after, below = read_below(outline, place, gathered.style)
    last = gathered.found[-1]
    item = replace(
        last.item,
        addressee=below.addressee or last.item.addressee,
        due_words=below.due_words or last.item.due_words,
        rating=below.rating or last.item.rating,
    )
    gathered.found[-1] = replace(last, item=item)
    return after


def _closed(gathered: List, after: int) -> int:
    gathered.after = after
    return after
