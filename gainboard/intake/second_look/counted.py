"""Lists whose lead-in says how many they hold: "made the following eight recommendations:"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gainboard.domain.draft import Kind
from gainboard.domain.numerals import WHOLE_NUMBER, whole_number
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_lead
from gainboard.intake.structure.outline import Outline

_COUNTED = re.compile(
    rf"\b(?P<count>{WHOLE_NUMBER})\s+(?:\w+\s+){{0,2}}recommendations\b[^.;]{{0,80}}:$",
    re.IGNORECASE,
)
_LAST_WORDS = 200
_MOST_PIECES = 80
_MOST_REMARKS = 2  # between two entries
_FEWEST = 2


@dataclass(slots=True, kw_only=True)
class _Entry:
    """Hold the pieces of one entry, and what the lead-in above it says."""

    body: list[Block]
    group: Group = field(default_factory=Group)


def with_counted(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Take the entries of such lists where they are as many as is said, and were not found so."""
    kept = sorted(found, key=lambda one: one.item.blocks[-1].end)
    ends = [one.item.blocks[-1].end for one in kept]
    dropped: set[int] = set()
    more: list[Found] = []
    for place in range(len(outline)):
        count = _count(outline, place)
        entries = _entries(outline, place + 1, count) if count >= _FEWEST else None
        if entries is None:
            continue
        start, end = entries[0].body[0].start, entries[-1].body[-1].end
        within = range(bisect_left(ends, start), bisect_right(ends, end))
        if len(within) != count and all(kept[at].form <= Form.LISTED for at in within):
            dropped.update(within)
            more += (_item(entry, outline.blocks[place].text) for entry in entries)
    if not more:
        return list(found)
    kept = [one for at, one in enumerate(kept) if at not in dropped]
    return sorted([*kept, *more], key=lambda one: one.item.blocks[0].start)


def _count(outline: Outline, place: int) -> int:
    block = outline.blocks[place]
    if not block.text.endswith(":") or outline.is_contents(place):
        return 0
    said = _COUNTED.search(block.text[-_LAST_WORDS:])
    return whole_number(said["count"]) if said is not None else 0


def _entries(outline: Outline, place: int, count: int) -> Sequence[_Entry] | None:
    """Read as many entries as are announced: every mark is one, or each of the outermost."""
    for remarks in (0, _MOST_REMARKS):
        places = list(_stretch(outline, place, remarks))
        entries = _as_many(outline, places, count) if places else None
        if entries is not None:
            return entries
    return None


def _as_many(outline: Outline, places: Sequence[int], count: int) -> Sequence[_Entry] | None:
    mark = outline.blocks[places[0]].mark
    each = list(_each(outline, places))
    if len(each) == count and any(holds_duty(one.body[0].text) for one in each):
        return each
    outer = list(_outer(outline, places, mark)) if mark is not None else []
    if len(outer) == count and any(holds_duty(one.body[0].text) for one in outer):
        return outer
    return None


def _stretch(outline: Outline, place: int, remarks: int) -> Iterator[int]:
    """Go over the list's lines, marked or leading to marked ones, and over a few remarks."""
    passed = 0
    for at in range(place, min(place + _MOST_PIECES, len(outline))):
        block = outline.blocks[at]
        if block.cell is not None or outline.ends_item(at):
            return
        if block.mark is None and read_lead(block.text) is None:
            passed += 1
            if passed > remarks:
                return
            continue
        passed = 0
        yield at


def _each(outline: Outline, places: Sequence[int]) -> Iterator[_Entry]:
    group = Group()
    for at in places:
        block = outline.blocks[at]
        lead = read_lead(block.text)
        if lead is not None:
            group = lead
        else:
            yield _Entry(body=[block], group=group)


def _outer(outline: Outline, places: Sequence[int], mark: Mark) -> Iterator[_Entry]:
    entry: _Entry | None = None
    indent = outline.blocks[places[0]].indent
    for at in places:
        block = outline.blocks[at]
        outermost = block.mark is not None and block.mark.style == mark.style
        if outermost and block.indent <= indent + 1:
            if entry is not None:
                yield entry
            entry = _Entry(body=[block])
        elif entry is not None:
            entry.body.append(block)
    if entry is not None:
        yield entry


def _item(entry: _Entry, heading: str) -> Found:
    first = entry.body[0]
    counts = first.mark is not None and first.mark.counts
    item = RawItem(
        kind=Kind.RECOMMENDATION,
        number=first.mark.number if first.mark is not None and counts else None,
        heading=heading,
        blocks=(unmarked(first), *entry.body[1:]),
    )
    group = entry.group
    item = replace(item, addressee=group.addressee, due_words=group.due_words)
    return Found(item=item, form=Form.LISTED, asked=True)
