"""Which pieces of a list are its entries, and whether those below a lead-in are items or limbs."""

import re
from dataclasses import dataclass, field

from gainboard.domain.draft import Kind
from gainboard.intake.finding.leads import bodies_have_actions, leads_to_codes, letters_run_on
from gainboard.intake.finding.saying import (
    INTRODUCES,
    PASSIVE,
    TO_BE,
    is_phrase,
    is_preface,
    names_action,
    tells,
)
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.asking import sends_reader
from gainboard.intake.signs.duty import (
    holds_duty,
    is_command,
    is_order,
    is_told_off,
    lays_duty,
    recommends,
    says_recommend,
    sentences,
)
from gainboard.intake.signs.references import names_source, read_reference
from gainboard.intake.signs.sections import Section
from gainboard.intake.structure.found import Found
from gainboard.intake.structure.group import Group, read_lead
from gainboard.intake.structure.growth import answers, asks, dates_itself
from gainboard.intake.structure.outline import Outline

_MOST_SIBLINGS = 30
_IMPROVES = re.compile(r"\b(?:should|must|needs?\s+to)\s+(?:also\s+)?improve\s?:$")
_MATTERS = re.compile(r"\b(?:important|essential|vital|critical|crucial)\s+(?:that|for)\b")
_FARTHEST_RECOMMENDING = 20
_SHORT = 60
_MOST_SENTENCES = 3  # in an area for improvement that is only named
_FIRST_BULLETS = 8
_FEWEST_EXPLAINING = 2  # sentences
_MOST_PIECES = 5


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
    argued: bool = False
    unmarked: bool = False  # no number stands before any of its paragraphs
    pure: bool = False  # nearly all of its numbered paragraphs ask: the others are items as well
    due_above: str | None = None
    led: str | None = None
    titled: bool = False
    heading_mark: Mark | None = None
    title_mark: Mark | None = None
    title_level: int = 0
    fielded: bool = False  # a field such as "Responsibility: …" stood below an entry
    after: int = -1
    found: list[Found] = field(default_factory=list)


def opens_next_part(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a number goes on with that of the list's own heading: "7." below "6. Advice"."""
    mark, own = outline.blocks[place].mark, gathered.heading_mark
    if mark is None or own is None or not own.counts or not mark.continues(own):
        return False
    return gathered.style is None or not mark.continues(gathered.style)


def is_entry(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a piece is the list's next entry, or its first."""
    block, style = outline.blocks[place], gathered.style
    if outline.is_reply(place) or outline.stands_apart(place) or is_preface(block.text):
        return False
    if block.mark is None:
        return _is_bare_entry(outline, place, gathered)
    if style is not None:
        if not is_next(block, style) or block.indent > gathered.indent + 1:
            return False
    elif (answers(block) and not gathered.section.whole) or _is_lone_lead(outline, place, gathered):
        return False
    return entry_asks(outline, place, gathered)


def _is_bare_entry(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a paragraph without a mark is an entry, where the list's entries have none."""
    block, style = outline.blocks[place], gathered.style
    if gathered.section.joined:
        alone = style is None and not gathered.found and len(block.text) > _SHORT
        return alone and not _leads_to_numbers(outline, place)
    if style is not None or gathered.section.inline:
        return False
    if gathered.section.mixed:
        return gathered.unmarked and _recommends_alone(block)
    if gathered.found and read_reference(block.text) and len(block.text) > _SHORT:
        return True
    if gathered.section.kind is Kind.AREA_FOR_IMPROVEMENT and is_phrase(block.text):
        return all(is_phrase(one.item.words) for one in gathered.found)
    if not holds_duty(block.text) or answers(block) or is_lead(block):
        return False
    if sends_reader(block.text, gathered.heading):
        return False
    if _explains(block.text, gathered):
        return False
    if block.text.endswith(":") and _recommends_below(outline, place):
        return False
    if _leads_to_numbers(outline, place) and outline.blocks[place + 1].printed.startswith("1"):
        return False
    opening = sentences(block.text)[0]
    if not gathered.found and INTRODUCES.search(block.text) and not dates_itself(opening):
        return False
    if gathered.section.kind is Kind.RECOMMENDATION and not lays_duty(opening):
        return False
    if gathered.found and not (lays_duty(opening) or is_told_off(block.text)):
        return False
    return bool(gathered.found) or not _list_ahead(outline, place)


def _recommends_alone(block: Block) -> bool:
    """Say whether a paragraph among conclusions recommends, and is no lead and names no source."""
    if block.text.endswith(":") or answers(block) or names_source(block.text):
        return False
    return recommends(block.text)


def _leads_to_numbers(outline: Outline, place: int) -> bool:
    """Say whether a paragraph ends in a colon over a numbered list: "This included:"."""
    if not outline.blocks[place].text.endswith(":") or place + 1 >= len(outline):
        return False
    mark = outline.blocks[place + 1].mark
    return mark is not None and mark.counts and mark.opens()


def _explains(text: str, gathered: List) -> bool:
    """Say whether whole sentences stand below entries that are set as titles, without a stop."""
    if len(sentences(text)) < _FEWEST_EXPLAINING or not gathered.found:
        return False
    return all(one.item.blocks[-1].text[-1:].isalnum() for one in gathered.found)


def _recommends_below(outline: Outline, place: int) -> bool:
    """Say whether bullets hang on what is only thought, and "We recommend that X:" comes below."""
    first = place
    while first and outline.blocks[first].mark is not None:
        first -= 1
    above = outline.blocks[first].text
    asking = asks(above) and _MATTERS.search(sentences(above)[-1]) is None
    if not above.endswith(":") or asking or says_recommend(above):
        return False
    for at in range(place + 1, min(place + _FARTHEST_RECOMMENDING, len(outline) - 1)):
        if outline.label(at) is not None or outline.section(at) is not None:
            return False
        text, mark = outline.blocks[at].text, outline.blocks[at + 1].mark
        if text.endswith(":") and says_recommend(text):
            return mark is not None and mark.value == 1
    return False


def _list_ahead(outline: Outline, place: int) -> bool:
    """Say whether a numbered list begins soon below: what stands here introduces it."""
    for after in range(place + 1, min(place + 7, len(outline))):
        if outline.label(after) is not None or outline.section(after) is not None:
            return False
        block = outline.blocks[after]
        if block.mark is not None:
            return block.mark.value == 1 and asks(block.text)
    return False


def _is_lone_lead(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a numbered paragraph leads to lettered items and no sibling of it follows.

    Its sibling may follow where the letters go on below that. Bullets that only say what matters
    stand alone likewise, where others are recommended below.
    """
    block = outline.blocks[place]
    if block.mark is not None and not block.mark.counts:
        return _recommends_below(outline, place)
    lead = read_lead(block.text)
    if lead is None or block.mark is None or block.mark.value is None:
        return False
    if letters_run_on(outline, place) or leads_to_codes(outline, place):
        return True
    dotted = block.mark.style.startswith("dotted")
    if block.mark.value == 1 and not (dotted and lead.addressee is None):
        return False
    for below in outline.blocks[place + 1 : place + 40]:
        if below.mark is not None and below.mark.is_of_list(block.mark):
            return False
    return place + 1 < len(outline) and siblings_are_items(outline, place + 1, gathered)


def is_lead(block: Block) -> bool:
    """Say whether a piece leads to a list and says nothing more: "The force should:"."""
    return read_lead(block.text) is not None


def is_next(block: Block, style: Mark) -> bool:
    """Say whether a piece has the mark that comes after another in one list."""
    if block.mark is None:
        return False
    mark = block.mark
    if mark.continues(style) or (mark.style == "compound" and style.style == "compound"):
        return True
    if mark.style.startswith("dotted") and style.style.startswith(("dotted", "compound")):
        return mark.opens() or mark.style == style.style or style.style == "compound"
    return mark.is_of_list(style)


def is_sibling(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether a piece stands at the level of the list's entries and goes on with them."""
    block, style = outline.blocks[place], gathered.style
    if style is None or block.mark is None or block.indent > gathered.indent + 1:
        return False
    return is_next(block, style)


def entry_asks(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry asks for something, where its kind of list holds others as well."""
    block = outline.blocks[place]
    if block.mark is None:
        return True
    if gathered.section.kind is Kind.AREA_FOR_IMPROVEMENT and block.mark.counts:
        return len(sentences(block.text)) < _MOST_SENTENCES or asks(block.text)
    if gathered.section.kind is not Kind.RECOMMENDATION:
        return True
    if gathered.pure and block.mark.counts and not _is_short(block):
        return asks(block.text) or not tells(block.text)
    if (gathered.argued or gathered.section.mixed) and unit_end(outline, place) > place + 1:
        return True
    if gathered.argued:
        return says_recommend(block.text)
    if gathered.section.mixed:
        return recommends(block.text) or is_command(block.text) or is_order(block.text)
    if not block.mark.counts:
        return gathered.style is not None or _some_ask(outline, place, block.mark)
    if asks(block.text) or gathered.led == block.mark.style or PASSIVE.search(block.text):
        return True
    if names_action(block.text):
        return True
    if _is_short(block):
        return _is_titled(outline, place, gathered)
    for below in range(place + 1, min(place + 4, len(outline))):
        if outline.blocks[below].mark is not None or outline.ends_item(below):
            return False
        if outline.is_heading(below) or answers(outline.blocks[below]):
            return False
        if holds_duty(outline.blocks[below].text):
            return True
    return False


def unit_end(outline: Outline, place: int) -> int:
    """Give the place after what recommends below a numbered paragraph that first concludes.

    Lines that break after a sentence part one paragraph; else only "We recommend" goes on with it.
    """
    end = place + 1
    if outline.blocks[place].mark is None or outline.blocks[place].cell is not None:
        return end
    for at in range(place + 1, min(place + _MOST_PIECES, len(outline))):
        block = outline.blocks[at]
        if block.mark is not None or block.cell is not None or answers(block):
            break
        if outline.ends_item(at) or outline.is_heading(at) or outline.is_reply(at):
            break
        between = outline.source[outline.blocks[at - 1].end : block.start]
        close = between.count("\n") == 1 and end == at
        if (recommends if close else says_recommend)(block.text):
            end = at + 1
    return end


def _is_short(block: Block) -> bool:
    return len(block.text) < _SHORT and headings.is_heading(block.text)


def _some_ask(outline: Outline, place: int, style: Mark) -> bool:
    """Say whether any of a list's first bullets asks: others only tell what was found."""
    for at in range(place, min(place + _FIRST_BULLETS, len(outline))):
        block = outline.blocks[at]
        if outline.section(at) is not None or outline.label(at) is not None:
            return False
        if block.mark is None or block.mark.style != style.style:
            continue
        if asks(block.text) or TO_BE.search(block.text) or is_phrase(block.text):
            return True
    return False


def _is_titled(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether an entry is a short title whose text stands below, as its list's others are."""
    if gathered.style is not None and not gathered.titled:
        return False
    if place + 1 >= len(outline) or outline.ends_item(place + 1):
        return False
    below = outline.blocks[place + 1]
    gathered.titled = below.mark is None and lays_duty(sentences(below.text)[0])
    return gathered.titled


def siblings_are_items(outline: Outline, place: int, gathered: List) -> bool:
    """Say whether the entries below a lead-in are items, and not the limbs of a single one."""
    first = outline.blocks[place]
    if first.mark is None:
        return holds_duty(first.text) and not _is_bare_limb(first, gathered)
    if first.mark.value is not None or first.mark.style == "compound":
        return True
    if (
        gathered.section.kind is not Kind.RECOMMENDATION
        and gathered.section.kind is not Kind.LEARNING
    ):
        improves = place > 0 and _IMPROVES.search(outline.blocks[place - 1].text[-_SHORT:])
        return not improves or _are_sentences(outline, place, first.mark)
    if first.mark.counts and not gathered.after_concern:
        return True
    if gathered.after_concern:
        return False
    return _are_sentences(outline, place, first.mark) or bodies_have_actions(outline)


def _is_bare_limb(block: Block, gathered: List) -> bool:
    """Say whether a line without a mark goes on with "By July, the force should:" as its limb."""
    return gathered.section.kind is Kind.RECOMMENDATION and block.text[:1].islower()


def _are_sentences(outline: Outline, place: int, style: Mark) -> bool:
    entries = []
    for at in range(place, min(place + _MOST_SIBLINGS, len(outline))):
        mark = outline.blocks[at].mark
        if mark is None or mark.style != style.style:
            break
        entries.append(outline.blocks[at].text)
    whole = sum(text[:1].isupper() and text.endswith(".") for text in entries)
    return whole * 2 > len(entries)
