"""What stands above an unnumbered recommendation: "Ref 3.1", "Finding", "Risk", "Priority"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.signs.fields import Role, read_column
from gainboard.intake.structure.found import Form, Found
from gainboard.intake.structure.outline import Outline

_NUMBER = r"[A-Z]{0,5}[-. ]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?"
_NUMBERED = re.compile(
    rf"(?P<name>[A-Za-z]{{2,14}}(?:\s[a-z]{{2,9}})?\.?)\s?[:#]?\s+(?P<number>{_NUMBER})"
)
_LONE = re.compile(_NUMBER)
_FARTHEST = 24  # pieces above
_LONGEST_NAME = 40


def with_keys(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Give such recommendations the number, kind and rating of the record they stand in."""
    places = {block.end: place for place, block in enumerate(outline.blocks)}
    kept: list[Found] = []
    end = 0
    for one in found:
        place = places.get(one.item.blocks[0].end)
        kept.append(
            one if place is None or not _lacks_number(one) else _keyed(outline, one, place, end)
        )
        end = places.get(one.item.blocks[-1].end, end - 1) + 1
    return kept


def _lacks_number(one: Found) -> bool:
    labelled = one.form is Form.LABELLED and one.item.kind is Kind.RECOMMENDATION
    return labelled and one.item.number is None


def _keyed(outline: Outline, one: Found, place: int, end: int) -> Found:
    told = dict(_above(outline, place, end))
    if _LONE.fullmatch(told.get(Role.NUMBER, "")) is None:
        return one
    item = replace(
        one.item,
        number=told[Role.NUMBER],
        rating=one.item.rating or told.get(Role.RATING, ""),
    )
    return replace(one, item=item)


def _above(outline: Outline, place: int, end: int) -> Iterator[tuple[Role, str]]:
    """Read the names above an item with what each holds, up to the number of its record."""
    for at in range(place - 1, max(end, place - _FARTHEST) - 1, -1):
        block = outline.blocks[at]
        name, colon, value = block.text.partition(":")
        if len(name) > _LONGEST_NAME or block.cell is not None:
            continue
        numbered = _NUMBERED.fullmatch(block.text)
        if numbered is not None and read_column(numbered["name"]) is Role.NUMBER:
            yield Role.NUMBER, numbered["number"]
            return
        role = read_column(name)
        if role is None:
            continue
        if block.mark is not None and block.mark.counts and _names_number(outline, at - 1):
            yield role, value.strip()
            yield Role.NUMBER, block.mark.number
            return
        below = outline.blocks[at + 1].printed if at + 1 < place else ""
        yield role, value.strip() if colon else below
        if role is Role.NUMBER:
            return


def _names_number(outline: Outline, place: int) -> bool:
    return place >= 0 and read_column(outline.blocks[place].text) is Role.NUMBER
