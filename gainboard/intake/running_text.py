"""Recommendations made in running text, for documents that list none under a heading."""

import re

from gainboard.domain.draft import Kind
from gainboard.intake.blocks import Block
from gainboard.intake.found import RawItem
from gainboard.intake.growth import belongs
from gainboard.intake.labelled import unmarked
from gainboard.intake.outline import Outline

_RECOMMENDS = re.compile(
    r"(?:^|[.!?]\s+)(?:[A-Z]\w{2,20},?\s+)?"
    r"(?:we|i|it\s+is|the\s+(?!government|department|force)\w{1,30}(?:\s+\w{1,30}){0,4})\s+"
    r"(?:also\s+|therefore\s+|further\s+|strongly\s+|again\s+){0,2}"
    r"(?:recommends?|recommended(?=\s+that)|call\s+(?:up)?on|urges?)\s+"
    r"(?:that\b|the\b|all\b|each\b|every\b|to\b|[A-Z]\w)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:previous(?:ly)?|earlier|last\s+year|in\s+(?:19|20)\d\d|interim|accepted|rejected"
    r"|implemented|our\s+predecessors?)\b",
    re.IGNORECASE,
)
_DOUBT = "found in running text, not under a heading"


def is_recommendation(block: Block) -> bool:
    """Say whether a paragraph itself recommends: "We recommend that …"."""
    found = _RECOMMENDS.search(block.text)
    if found is None:
        return False
    stop = block.text.find(". ", found.end())
    sentence = block.text[found.start() : stop if stop > 0 else None]
    return _OTHERS.search(sentence[:200]) is None


def take_paragraph(outline: Outline, place: int, reference: str | None) -> tuple[int, RawItem]:
    """Take the paragraph at a place, with its list below it, as one item."""
    block = outline.blocks[place]
    number = block.mark.number if block.mark and block.mark.counts else None
    body, after = [unmarked(block) if number else block], place + 1
    while after < len(outline) and outline.blocks[after].mark and belongs(outline, body, after):
        body.append(outline.blocks[after])
        after += 1
    item = RawItem(
        kind=Kind.RECOMMENDATION,
        number=reference or number,
        heading=None,
        blocks=tuple(body),
        doubts=() if reference else (_DOUBT,),
    )
    return after, item
