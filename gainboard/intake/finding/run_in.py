"""Headings that run into the numbered paragraph below them: "Recommendations 1. We found …"."""

import re
from collections.abc import Iterator, Sequence

from gainboard.intake.finding.run_on import pieces
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark, read_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.sections import read_section

_RUN_IN = re.compile(r"(?P<head>[A-Z][^.;:?!]{3,110}?)\s(?P<mark>\d{1,3}\.)\s(?=[A-Z“‘])")
_NEAR = 40  # pieces between the numbers before and after
_LONGEST_HEAD = 6  # words of a list's heading


def part_run_in(source: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Give such headings pieces of their own, where the number goes on with those beside it."""
    return tuple(_parted(source, blocks))


def _parted(source: str, blocks: Sequence[Block]) -> Iterator[Block]:
    last: tuple[int, Mark] | None = None
    for place, block in enumerate(blocks):
        found = _RUN_IN.match(block.text) if block.mark is None and not block.heading else None
        mark = read_mark(block.text[found.start("mark") :]) if found else None
        if found and mark is not None and _goes_on(blocks, place, found["head"], mark, last):
            yield from pieces(source, block, [found.start("mark")], _parts(found["head"]))
        else:
            mark = block.mark
            yield block
        last = (place, mark) if mark is not None and mark.value is not None else last


def _goes_on(
    blocks: Sequence[Block], place: int, head: str, mark: Mark, last: tuple[int, Mark] | None
) -> bool:
    """Say whether the number is one of a row, and what stands before it a heading."""
    before = last is not None and place - last[0] <= _NEAR and mark.continues(last[1])
    opens = mark.opens() and bool(_parts(head))
    if not opens and not (before and headings.is_heading(head)):
        return False
    after = (block.mark for block in blocks[place + 1 : place + _NEAR])
    further = next((one for one in after if one is not None and one.style == mark.style), None)
    return further is not None and further.continues(mark)


def _parts(head: str) -> list[int]:
    """Give the place where the heading of a list ends and that of its first part begins."""
    ends = [found.start() for found in re.finditer(r"\s(?=[A-Z\d])|$", head)][:_LONGEST_HEAD]
    told = [end for end in ends if read_section(head[:end]) and headings.is_heading(head[:end])]
    return told[:1]
