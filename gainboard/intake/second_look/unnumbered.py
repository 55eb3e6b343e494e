"""Paragraphs without numbers that are items still: "First, …", "(Paragraph 24)", or with titles."""

import re
from collections.abc import Iterator, Sequence

from gainboard.domain.draft import Kind
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import is_answer, lays_duty, says_recommend, sentences
from gainboard.intake.signs.references import names_source
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import belongs
from gainboard.intake.structure.outline import Outline

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_ORDINAL = re.compile(r"(?:the\s+)?(?P<word>[A-Za-z]{5,8}?)(?:ly)?\b,?\s", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\brecommend", re.IGNORECASE)
_FEWEST = 2
_FARTHEST = 6
_SHORT = 40


def with_unnumbered(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add such paragraphs where nothing that is found covers them, in reading order."""
    covered = {block.end for one in found for block in one.item.blocks if one.form > Form.RUNNING}
    more = [*_sourced(outline, covered), *_ordered(outline, covered), *_titled(outline, covered)]
    if not more:
        return list(found)
    new = {one.item.blocks[0].end for one in more}
    kept = [one for one in found if one.item.blocks[0].end not in new]
    return sorted([*kept, *more], key=lambda one: one.item.blocks[0].start)


def _sourced(outline: Outline, covered: set[int]) -> Iterator[Found]:
    """Find the paragraphs below a heading of recommendations that name their source and ask."""
    gathered: list[int] = []
    heading: Block | None = None
    for place, block in enumerate(outline.blocks):
        section = outline.section(place)
        if section is not None or _closes(outline, place):
            yield from _found_at(outline, gathered, heading, covered)
            gathered = []
            listed = section is not None and section.kind is Kind.RECOMMENDATION
            heading = block if listed else None
        elif heading is not None and block.mark is None and names_source(block.text):
            gathered.append(place)
    yield from _found_at(outline, gathered, heading, covered)


def _found_at(
    outline: Outline, places: Sequence[int], heading: Block | None, covered: set[int]
) -> Iterator[Found]:
    if len(places) < _FEWEST or heading is None:
        return
    if any(outline.blocks[place].end in covered for place in places):
        return
    for place in places:
        if _asks(outline.blocks[place]):
            yield _item([outline.blocks[place]], heading.text)


def _asks(block: Block) -> bool:
    said = sentences(block.text)
    if is_answer(block.text) and not lays_duty(said[0]):
        return False
    return lays_duty(said[0]) or any(says_recommend(sentence) for sentence in said)


def _closes(outline: Outline, place: int) -> bool:
    block = outline.blocks[place]
    if block.mark is not None or outline.label(place) is not None:
        return False
    return outline.is_reply(place) or headings.stands_apart(block.text)


def _ordered(outline: Outline, covered: set[int]) -> Iterator[Found]:
    """Find paragraphs that begin "First, …", "Second, …" below words that announce them."""
    run: list[int] = []
    for place, block in enumerate(outline.blocks):
        at = _ordinal(block)
        if at is None:
            continue
        if at == 0 or not run or at != len(run) or place - run[-1] > _FARTHEST:
            yield from _of_order(outline, run, covered)
            run = [place] if at == 0 else []
        else:
            run.append(place)
    yield from _of_order(outline, run, covered)


def _ordinal(block: Block) -> int | None:
    if block.mark is not None or block.cell is not None or len(block.text) < _SHORT:
        return None
    found = _ORDINAL.match(block.text)
    word = found["word"].lower() if found else ""
    return _ORDINALS.index(word) if word in _ORDINALS else None


def _of_order(outline: Outline, run: Sequence[int], covered: set[int]) -> Iterator[Found]:
    if len(run) < _FEWEST or any(outline.blocks[place].end in covered for place in run):
        return
    above = outline.blocks[max(0, run[0] - 2) : run[0]]
    if not any(_ANNOUNCED.search(block.text) for block in above):
        return
    if not all(lays_duty(sentences(outline.blocks[place].text)[0]) for place in run):
        return
    for place, following in zip(run, [*run[1:], len(outline)], strict=True):
        body, after = [outline.blocks[place]], place + 1
        while after < following and outline.blocks[after].mark and belongs(outline, body, after):
            body.append(outline.blocks[after])
            after += 1
        yield _item(body, None)


def _titled(outline: Outline, covered: set[int]) -> Iterator[Found]:
    """Find what stands below a heading of recommendations where each has a title of its own."""
    for place in range(len(outline)):
        section = outline.section(place)
        if section is None or section.kind is not Kind.RECOMMENDATION or section.mixed:
            continue
        pairs = list(_pairs(outline, place + 1))
        if len(pairs) >= _FEWEST and sum(body[0].end not in covered for _, body in pairs) > 0:
            for title, body in pairs:
                if body[0].end not in covered:
                    yield _item(body, title)


def _pairs(outline: Outline, place: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """Read title and text by turns, as long as they come so."""
    while place + 1 < len(outline):
        title, first = outline.blocks[place], outline.blocks[place + 1]
        if not _is_title(outline, place) or first.mark is not None or first.cell is not None:
            return
        if outline.ends_item(place + 1) or not lays_duty(sentences(first.text)[0]):
            return
        body, place = [first], place + 2
        while place < len(outline) and belongs(outline, body, place):
            body.append(outline.blocks[place])
            place += 1
        yield title.text, body


def _is_title(outline: Outline, place: int) -> bool:
    block = outline.blocks[place]
    if block.mark is not None or block.cell is not None or not outline.is_heading(place):
        return False
    if outline.is_reply(place) or outline.label(place) is not None:
        return False
    return outline.section(place) is None and not headings.closes_list(block.text)


def _item(body: Sequence[Block], heading: str | None) -> Found:
    item = RawItem(kind=Kind.RECOMMENDATION, number=None, heading=heading, blocks=tuple(body))
    return Found(item=item, form=Form.LISTED)
