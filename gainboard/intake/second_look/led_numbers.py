"""Numbers that run on from one body's lead-in to the next: "The force should: 1. … 2. …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gainboard.domain.draft import Kind
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_lead
from gainboard.intake.structure.growth import belongs
from gainboard.intake.structure.outline import Outline

_FEWEST_LEADS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Led:
    """Hold a lead-in with the numbered entries below it, each with its pieces."""

    group: Group
    style: str
    first: int
    entries: tuple[tuple[int, tuple[Block, ...]], ...]


def with_led(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add such entries where no heading told of them; the numbers that run on tell them apart."""
    covered = {block.end for one in found for block in one.item.blocks}
    new: list[Found] = []
    chain: list[_Led] = []
    for led in _leads(outline, covered):
        last = chain[-1] if chain else None
        if last is not None and (led.style, led.first) != (last.style, last.entries[-1][0] + 1):
            new += _items(chain)
            chain = []
        if chain or led.first == 1:
            chain.append(led)
    new += _items(chain)
    return sorted([*found, *new], key=lambda one: one.item.blocks[0].start) if new else list(found)


def _leads(outline: Outline, covered: set[int]) -> Iterator[_Led]:
    place = 0
    while place + 1 < len(outline):
        block, below = outline.blocks[place], outline.blocks[place + 1]
        place += 1
        if below.mark is None or below.mark.value is None or block.mark is not None:
            continue
        if not block.text.endswith(":") or block.end in covered or block.cell is not None:
            continue
        group = read_lead(block.text)
        if group is None or not group.addressee or not holds_duty(block.text):
            continue
        first, style = below.mark.value, below.mark.style
        entries, place = _entries(outline, place, covered)
        if entries:
            yield _Led(group=group, style=style, first=first, entries=tuple(entries))


def _entries(
    outline: Outline, place: int, covered: set[int]
) -> tuple[list[tuple[int, tuple[Block, ...]]], int]:
    entries: list[tuple[int, tuple[Block, ...]]] = []
    mark = outline.blocks[place].mark
    while place < len(outline):
        block = outline.blocks[place]
        if block.mark is None or block.mark.value is None or block.end in covered:
            break
        if entries and (mark is None or not block.mark.continues(mark)):
            break
        mark, body = block.mark, [unmarked(block)]
        place += 1
        while place < len(outline) and belongs(outline, body, place):
            if outline.blocks[place].mark is None:
                break
            body.append(outline.blocks[place])
            place += 1
        entries.append((block.mark.value, tuple(body)))
    return entries, place


def _items(chain: Sequence[_Led]) -> Iterator[Found]:
    if len(chain) < _FEWEST_LEADS:
        return
    for led in chain:
        for number, body in led.entries:
            item = RawItem(
                kind=Kind.RECOMMENDATION,
                number=str(number),
                heading=None,
                blocks=body,
                addressee=led.group.addressee,
                due_words=led.group.due_words,
            )
            yield Found(item=item, form=Form.LISTED, asked=True)
