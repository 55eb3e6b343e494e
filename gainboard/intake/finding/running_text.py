"""Recommendations made in running text, for documents that list none under a heading."""

import re

from gainboard.domain.draft import Kind
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block, without_label
from gainboard.intake.structure.found import RawItem
from gainboard.intake.structure.growth import belongs
from gainboard.intake.structure.outline import Outline

_RECOMMENDS = re.compile(
    r"(?:^|[.!?]\s+)(?:[A-Z]\w{2,20},?\s+|[A-Z][\w\s]{1,40},\s+)?"
    r"(?:we|i|it\s+is|the\s+(?!government|department|force)\w{1,30}(?:\s+\w{1,30}){0,4})\s+"
    r"(?:also\s+|therefore\s+|further\s+|strongly\s+|again\s+){0,2}"
    r"(?:recommends?|recommended(?=\s+that)|calls?\s+(?:up)?on|urges?)\s+"
    r"(?:that\b|the\b|all\b|each\b|every\b|to\b|[A-Z]\w)",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"(?:^|[.!?]\s+)(?:a\s+(?:reconsideration\s+)?direction\s+is\s+(?:hereby\s+)?(?:given|made)"
    r"|we\s+(?:give|make|issue)\s+a\s+(?:reconsideration\s+)?direction)\b",
    re.IGNORECASE,
)
_ASKING = ("recommend", "call", "urge")  # without one of them there is no need to search
_OTHERS = re.compile(
    r"\b(?:previous(?:ly)?|earlier|last\s+year|in\s+(?:19|20)\d\d|interim|accepted|rejected"
    r"|implemented|our\s+predecessors?)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:made|makes?|issue[sd]?)\s+(?:a|this|the\s+following)\s+(?:safety\s+)?recommendation\s+to\s+"
    r"(?P<who>(?:the\s+)?(?-i:[A-ZÀ-Þ])[^.;:]{1,80}?)\s+(?:that|to)\s",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\brecommends?(?:\s+that)?\s?:?$")
_NUMBER_BELOW = re.compile(
    r"(?:[A-Z]\w{0,12}\s+){0,2}(?:safety\s+)?recommendation\s+(?:no\.?\s*)?"
    r"(?P<number>[A-Z]{0,3}-?\d[\w./-]{0,12})",
    re.IGNORECASE,
)
_LONGEST_LEAD = 200
_LONGEST_REMARK = 150  # letters before what is recommended
_DOUBT = "found in running text, not under a heading"


def opens_recommendation(block: Block) -> bool:
    """Say whether a paragraph leads to a recommendation below it: "The Board recommends that"."""
    return len(block.text) < _LONGEST_LEAD and _OPEN.search(block.text) is not None


def take_below(outline: Outline, place: int) -> tuple[int, RawItem | None]:
    """Take what stands below such a lead, with the number on a line of its own below that."""
    after = place + 1
    if after >= len(outline) or outline.ends_item(after) or outline.is_heading(after):
        return after, None
    body = [outline.blocks[after]]
    after += 1
    while after < len(outline) and outline.blocks[after].mark and belongs(outline, body, after):
        body.append(outline.blocks[after])
        after += 1
    named = _number_below(outline, after)
    item = RawItem(
        kind=Kind.RECOMMENDATION,
        number=named,
        heading=outline.blocks[place].text,
        blocks=tuple(body),
        doubts=() if named else (_DOUBT,),
    )
    return after + (1 if named else 0), item


def _number_below(outline: Outline, place: int) -> str | None:
    """Read "Board Recommendation 22-01" on the line that follows a recommendation."""
    if place >= len(outline):
        return None
    named = _NUMBER_BELOW.fullmatch(outline.blocks[place].text)
    return named["number"] if named else None


def is_recommendation(block: Block) -> bool:
    """Say whether a paragraph itself recommends: "We recommend that …"."""
    words = block.text.lower()
    if "direction" in words and _DIRECTS.search(block.text):
        return True
    if not any(asking in words for asking in _ASKING):
        return False
    found = _RECOMMENDS.search(block.text)
    if found is None:
        return False
    stop = block.text.find(". ", found.end())
    sentence = block.text[found.start() : stop if stop > 0 else None]
    return _OTHERS.search(sentence[:200]) is None


def made_to(text: str) -> str | None:
    """Give the body to which words say that a recommendation was made; None for other words."""
    made = _MADE.search(text[:_LONGEST_LEAD])
    return made["who"] if made else None


def take_paragraph(outline: Outline, place: int, reference: str | None) -> tuple[int, RawItem]:
    """Take the paragraph at a place, with its list below it, as one item."""
    block = outline.blocks[place]
    number = block.mark.number if block.mark and block.mark.counts else None
    first = unmarked(block) if number else block
    said = _RECOMMENDS.search(block.text)
    if reference is None and said and said.start() > _LONGEST_REMARK:
        first = without_label(outline.source, first, block.text[said.start() :].lstrip(".!? "))
    body, after = [first], place + 1
    while after < len(outline) and outline.blocks[after].mark and belongs(outline, body, after):
        body.append(outline.blocks[after])
        after += 1
    below = None if reference or number else _number_below(outline, after)
    item = RawItem(
        kind=Kind.RECOMMENDATION,
        number=reference or number or below,
        heading=None,
        blocks=tuple(body),
        doubts=() if reference or below else (_DOUBT,),
    )
    return after + (1 if below else 0), item
