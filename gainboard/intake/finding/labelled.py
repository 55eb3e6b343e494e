"""One item with a label of its own: "Recommendation 5", its title, its text, what stands below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gainboard.intake.layout.block import Block, without_label
from gainboard.intake.lines.marks import Mark, read_bare_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty, is_command, lays_duty, sentences
from gainboard.intake.signs.headings import Label
from gainboard.intake.signs.references import read_reference
from gainboard.intake.signs.sections import says_only
from gainboard.intake.structure.below import read_below
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_group
from gainboard.intake.structure.growth import take_rest
from gainboard.intake.structure.outline import Outline

_RATING_AT_END = re.compile(
    r"[(\[](?P<rating>(?:high|medium|low|critical|significant|essential|important|advisory"
    r"|priority\s+\w{1,6})(?:\s+(?:priority|risk))?)[)\]]\s*$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"This\s+(?:is|was)\s+(?:to|so\s+that|because|in\s+order\s+to)\b")
_CODE = re.compile(r"(?P<code>[A-Z]{1,3}-?\d{1,3}(?:\.\d{1,2})?):\s+(?=\S)")
_LONE_NUMBER = re.compile(r"\d{1,3}[ \t]*\n")
_LONGEST_TITLE = 160
_FEWEST_WORDS = 3
_MOST_TITLE_LINES = 3


def take_labelled(
    outline: Outline, place: int, label: Label, group: Group
) -> tuple[int, Found | None]:
    """Read the item whose label stands at a place; give the place after it, and the item."""
    block, number = _own_number(outline.blocks[place], label)
    spoken = bool(label.rest) and not _is_title(outline, label.rest, place + 1)
    after = place + 1 if spoken else _past_title(outline, place + 1)
    if spoken:
        heading = block.text[: len(block.text) - len(label.rest)].strip(" :.–—-*_")
        first = without_label(outline.source, block, label.rest)
    elif may_open(outline, after) and not _names_column(outline, after):
        heading, first, after = block.text, outline.blocks[after], after + 1
    else:
        return place + 1, None
    if first.mark is not None and _numbers_paragraph(first.mark, number):
        number, first = number or first.mark.number, unmarked(first)
    elif number is None and not spoken:
        number, first = _lone_number(outline.source, first)
    body = [first]
    after = take_rest(outline, body, after, number, spoken=spoken)
    if not spoken and _tells_purpose(outline, body, after):
        body.append(outline.blocks[after])
        after += 1
    number = label.number or read_reference(body[-1].text) or number
    group = group.under(read_group(f"For {label.rating}" if spoken else label.rest) or Group())
    after, below = read_below(outline, after)
    item = RawItem(
        kind=label.kind,
        number=number,
        heading=heading,
        blocks=tuple(body),
        addressee=below.addressee or group.addressee,
        due_words=below.due_words or group.due_words,
        rating=below.rating or _rating_in(heading) or _rating(label.rating) or group.rating,
    )
    return after, Found(item=item, form=Form.LABELLED)


def _own_number(block: Block, label: Label) -> tuple[Block, str | None]:
    """Take the mark before a label for its number where it has none: "3. Recommendation"."""
    if block.mark is None or not headings.read_label(block.text):
        return block, label.number
    own = block.mark.number if block.mark.counts else None
    return unmarked(block), label.number or own


def _rating_in(heading: str) -> str:
    found = _RATING_AT_END.search(heading)
    return found["rating"] if found else ""


def _tells_purpose(outline: Outline, body: Sequence[Block], place: int) -> bool:
    """Say whether the next line, with no gap above it, tells the purpose: "This is to …"."""
    if len(body) > 1 or outline.ends_item(place):
        return False
    below = outline.blocks[place]
    near = outline.source.count("\n", body[0].end, below.start) == 1
    return near and below.mark is None and _PURPOSE.match(below.text) is not None


def _names_column(outline: Outline, place: int) -> bool:
    """Say whether a label is the name of a table's column, and another stands below it."""
    text = outline.blocks[place].text
    words = text.split()
    if not words or len(words) >= _FEWEST_WORDS or not words[0][:1].isupper():
        return False
    return outline.is_heading(place) or text.endswith("/")


def _lone_number(source: str, first: Block) -> tuple[str | None, Block]:
    """Read a label's number that stands alone on the line below it, or is a code: "B1: …"."""
    code = _CODE.match(first.text) if first.mark is None else None
    if code is not None:
        return code["code"], without_label(source, first, first.text[code.end() :])
    mark = first.mark or read_bare_mark(first.text)
    if mark is None or mark.value is None or not _LONE_NUMBER.match(source, first.start):
        return None, first
    if first.mark is not None:
        return mark.number, unmarked(first)
    return mark.number, without_label(source, first, first.text[mark.length :])


def _numbers_paragraph(mark: Mark, number: str | None) -> bool:
    """Say whether a mark is the paragraph's number in the document, and begins no list."""
    if not mark.counts:
        return False
    within = mark.style == f"dotted {number}"
    return not mark.opens() or (
        mark.style.startswith("dotted") and number is not None and not within
    )


def may_open(outline: Outline, place: int) -> bool:
    """Say whether an item's text can begin at a place."""
    if place >= len(outline) or outline.is_contents(place) or outline.label(place) is not None:
        return False
    if outline.stands_apart(place):
        return False
    if outline.section(place) is not None and not _leads_to_limbs(outline, place):
        return False
    return outline.field(place) is None and not outline.is_reply(place)


def _leads_to_limbs(outline: Outline, place: int) -> bool:
    """Say whether "The Board recommends that" stands over letters or bullets, and no numbers."""
    if not says_only(outline.blocks[place].text) or place + 1 >= len(outline):
        return False
    mark = outline.blocks[place + 1].mark
    return mark is not None and mark.value is None and mark.opens()


def unmarked(block: Block) -> Block:
    """Give a piece without its mark, which is the item's number."""
    if block.mark is None:
        return block
    return replace(block, mark=None, start=block.start + block.mark.length)


def _rating(words: str) -> str:
    return words if words and _RATING_AT_END.match(f"({words})") else ""


def _is_title(outline: Outline, rest: str, after: int) -> bool:
    """Say whether the words behind a label name the item, so that its text comes below."""
    if len(rest) > _LONGEST_TITLE or rest.endswith((".", ":", ";")) or not may_open(outline, after):
        return False
    if holds_duty(rest):
        # A title may read as a command: "Research into fatigue".
        below = outline.blocks[after]
        whole = below.mark is None and below.text[:1].isupper()
        return is_command(rest) and whole and lays_duty(sentences(below.text)[0])
    return True


def _past_title(outline: Outline, place: int) -> int:
    """Step over a title, of a line or two, that stands between a label and its text."""
    if place < len(outline) and outline.blocks[place].heading and _names(outline, place):
        return place + 1
    after, sure = place, False
    while after < place + _MOST_TITLE_LINES and _could_be_title(outline, after):
        sure = sure or outline.stands_apart(after)
        after += 1
    if after == place or not may_open(outline, after):
        return place
    below = outline.blocks[after]
    bullet = below.mark is not None and not below.mark.counts
    if bullet or not (holds_duty(below.text) or (sure and not headings.is_heading(below.text))):
        return place
    return after


def _could_be_title(outline: Outline, place: int) -> bool:
    if place >= len(outline) or outline.is_contents(place) or outline.label(place) is not None:
        return False
    if outline.section(place) is not None or outline.field(place) or outline.is_reply(place):
        return False
    block = outline.blocks[place]
    if block.mark is not None or headings.closes_list(block.text):
        return False
    return headings.is_heading(block.text[:1].upper() + block.text[1:])


def _names(outline: Outline, place: int) -> bool:
    if outline.label(place) is not None or outline.section(place) is not None:
        return False
    if not outline.is_heading(place) or outline.is_reply(place):
        return False
    return may_open(outline, place + 1)
