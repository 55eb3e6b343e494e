"""What a response quotes before it answers: "3. … The Minister should act. (Paragraph 29)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gainboard.domain.draft import Kind
from gainboard.domain.numerals import WHOLE_NUMBER, whole_number
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.front.answered import read_answered
from gainboard.intake.layout.block import Block
from gainboard.intake.signs.duty import recommends, sentences
from gainboard.intake.signs.references import names_source
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.outline import Outline

_COUNTED = re.compile(rf"\b(?P<count>{WHOLE_NUMBER})\s+(?:\w+\s+)?recommendations\b", re.IGNORECASE)
_ANSWERED = re.compile(r"\b(?:respon\w{2,5}|repl(?:y|ies)|answers?)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:below|set\s+out|sets\s+out|in\s+(?:bold|italics?|turn)|reproduced|quoted|followed\s+by)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_MOST_PIECES = 5  # of one quotation
_SHORTEST = 40  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quotation:
    """Hold a numbered paragraph that ends with its source, and whether other words follow it."""

    number: str
    body: tuple[Block, ...]
    answered: bool


def with_quoted(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add what a response quotes, if it asks, or if there are as many as it says it answers."""
    announced = _announcements(outline)
    if not announced and read_answered(outline.blocks) is None:
        return list(found)
    quoted = list(_quotations(outline))
    if len(quoted) < _FEWEST or sum(one.answered for one in quoted) * 2 < len(quoted):
        return list(found)
    counts = (whole_number(said["count"]) for one in announced for said in _COUNTED.finditer(one))
    counted = len(quoted) in counts
    known = {block.end for one in found for block in one.item.blocks if one.form > Form.RUNNING}
    new = [
        _item(one)
        for one in quoted
        if one.body[0].end not in known and (counted or any(recommends(b.text) for b in one.body))
    ]
    begun = {one.item.blocks[0].end for one in new}
    kept = [one for one in found if one.item.blocks[0].end not in begun]
    return sorted([*kept, *new], key=lambda one: one.item.blocks[0].start)


def _quotations(outline: Outline) -> Iterator[_Quotation]:
    place = 0
    while place < len(outline):
        mark, body = outline.blocks[place].mark, _body(outline, place)
        if body and mark is not None:
            after = place + len(body)
            yield _Quotation(
                number=mark.number, body=tuple(body), answered=_is_answered(outline, after)
            )
        place += len(body) or 1


def _body(outline: Outline, place: int) -> list[Block]:
    """Gather a numbered paragraph as far as its source; nothing where it names none."""
    first = outline.blocks[place]
    if first.mark is None or first.mark.value is None or first.cell is not None:
        return []
    body: list[Block] = []
    for at in range(place, min(place + _MOST_PIECES, len(outline))):
        block = outline.blocks[at]
        numbered = block.mark is not None and block.mark.value is not None
        if at > place and (numbered or outline.ends_item(at) or outline.is_heading(at)):
            return []
        body.append(block)
        if names_source(block.text):
            return [unmarked(first), *body[1:]]
    return []


def _is_answered(outline: Outline, place: int) -> bool:
    if place >= len(outline) or outline.is_heading(place):
        return False
    block = outline.blocks[place]
    return len(block.text) > _SHORTEST and not names_source(block.text)


def _announcements(outline: Outline) -> list[str]:
    """List the sentences that say that recommendations are set out and answered."""
    return [
        sentence
        for block in outline.blocks
        if "recommendations" in block.text
        for sentence in sentences(block.text)
        if "recommendations" in sentence and _ANSWERED.search(sentence) and _SHOWN.search(sentence)
    ]


def _item(one: _Quotation) -> Found:
    item = RawItem(kind=Kind.RECOMMENDATION, number=one.number, heading=None, blocks=one.body)
    return Found(item=item, form=Form.LISTED, asked=True)
