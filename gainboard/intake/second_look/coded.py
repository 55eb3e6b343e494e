"""What has a reference of its own and answers below: "4a) iii", its words, "Response: Accept"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.second_look.numbering import read_entry
from gainboard.intake.signs.fields import Role
from gainboard.intake.structure.below import Below, read_below
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import asks, take_rest
from gainboard.intake.structure.outline import Outline

_REFERS = re.compile(r"\bsee\s+(?:also\s+)?(?P<to>[\w.() ,/-]{1,60}?)[.)\s]*$", re.IGNORECASE)
_TELLING = (Role.ANSWER, Role.OWNER, Role.DUE, Role.RATING)
_FEWEST = 2
_NEARLY_ALL = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """Hold a paragraph with its reference, the family it is of, and what stands below it."""

    family: str
    number: str
    body: tuple[Block, ...]
    below: Below


def with_coded(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add such paragraphs where at least two of one family have answers or owners below them."""
    families: dict[str, list[_Coded]] = {}
    for one in _coded(outline):
        families.setdefault(one.family, []).append(one)
    new: list[Found] = []
    for family in families.values():
        asking = sum(asks(" ".join(block.text for block in one.body)) for one in family)
        if len(family) >= _FEWEST and asking >= len(family) * _NEARLY_ALL:
            new += (_found(one) for one in family)
    return _joined(found, new) if new else list(found)


def _coded(outline: Outline) -> Iterator[_Coded]:
    place = 0
    while place < len(outline):
        start, block = place, outline.blocks[place]
        place += 1
        if block.cell is not None or block.heading or outline.is_contents(start):
            continue
        opened = _opening(outline, start)
        if opened is None:
            continue
        family, number, first, after = opened
        body = [first]
        after = take_rest(outline, body, after, number)
        field = outline.field(after)
        if field is None or field.role not in _TELLING:
            continue
        place, below = read_below(outline, after)
        yield _Coded(family=family, number=number, body=tuple(body), below=below)


def _opening(outline: Outline, place: int) -> tuple[str, str, Block, int] | None:
    """Read a reference with the words it opens: its family, number, first piece, next place."""
    block = outline.blocks[place]
    mark = block.mark
    if mark is not None and mark.counts and block.text and not outline.is_titled(place):
        return mark.style.split()[0], mark.number, unmarked(block), place + 1
    entry = read_entry(outline, place) if mark is None else None
    if entry is None or outline.label(place) is not None:
        return None
    return entry.style, entry.number, entry.first, entry.after


def _found(one: _Coded) -> Found:
    below = one.below
    return Found(
        item=RawItem(
            kind=Kind.AUDIT_FINDING if below.rating else Kind.RECOMMENDATION,
            number=one.number,
            heading=None,
            blocks=one.body,
            addressee=below.addressee,
            due_words=below.due_words,
            rating=below.rating,
        ),
        form=Form.LABELLED,
    )


def _joined(found: Sequence[Found], new: Sequence[Found]) -> list[Found]:
    """Add what is new, give what was found its whole number, leave out what only refers to them."""
    numbers = {one.item.number for one in new if one.item.number}
    begun = {one.item.blocks[0].end: one for one in new}
    known = {block.end for one in found for block in one.item.blocks if one.form > Form.RUNNING}
    kept = [_numbered(one, begun) for one in found if not _refers(one, numbers)]
    begins = {one.item.blocks[0].end for one in kept if one.form <= Form.RUNNING}
    more = [one for one in new if one.item.blocks[0].end not in known]
    fresh = {one.item.blocks[0].end for one in more} & begins
    kept = [one for one in kept if one.item.blocks[0].end not in fresh]
    return sorted([*kept, *more], key=lambda one: one.item.blocks[0].start)


def _numbered(one: Found, begun: dict[int, Found]) -> Found:
    twin = begun.get(one.item.blocks[0].end)
    number = twin.item.number if twin is not None else None
    if number is None or (one.item.number and not number.startswith(one.item.number)):
        return one
    return replace(one, item=replace(one.item, number=number))


def _refers(one: Found, numbers: set[str]) -> bool:
    """Say whether a bullet only sums up what is said in full under the number it names."""
    if one.form is not Form.LISTED or one.item.number is not None:
        return False
    said = _REFERS.search(one.item.words[-80:])
    return said is not None and any(number in said["to"] for number in numbers)
