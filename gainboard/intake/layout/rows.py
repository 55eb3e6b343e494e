"""Marks without a stop, which only their row shows, and marks that stand above their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gainboard.intake.layout.block import WIDE_MARK, Block, merged
from gainboard.intake.lines.marks import Mark, read_bare_mark
from gainboard.intake.signs import headings

_LONGEST_GAP = 40  # pieces between two numbers of one row


def in_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give numbers and letters without a stop back as marks where they come in a row."""
    marks: dict[int, Mark] = {}
    last: dict[str, tuple[int, Mark]] = {}
    for place, block in enumerate(blocks):
        mark = None if block.mark or block.cell or block.heading else read_bare_mark(block.text)
        if mark is None or _is_title(block.text, mark) or headings.read_label(block.text):
            continue
        before = last.get(mark.style)
        if before is not None and mark.continues(before[1]) and place - before[0] <= _LONGEST_GAP:
            marks[before[0]], marks[place] = before[1], mark
        elif mark.value is None and not _opens_letters(blocks, place, mark):
            continue
        last[mark.style] = place, mark
    return tuple(with_words(_marked(blocks, marks)))


def _marked(blocks: Sequence[Block], marks: Mapping[int, Mark]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        mark = marks.get(place)
        if mark is None:
            yield block
            continue
        hang = block.hang or (block.indent + mark.length if mark.length > WIDE_MARK else 0)
        yield replace(block, mark=mark, text=block.text[mark.length :], hang=hang)


def with_words(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each lone mark the words below it."""
    held: Block | None = None
    for block in blocks:
        bare = held is not None and not held.text and held.cell is None
        if held is not None and bare and block.mark is None and block.cell is None:
            held = merged(held, block)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _opens_letters(blocks: Sequence[Block], place: int, mark: Mark) -> bool:
    return mark.opens() and place > 0 and blocks[place - 1].text.endswith(":")


def _is_title(text: str, mark: Mark) -> bool:
    rest = text[mark.length :]
    return headings.is_heading(rest[:1].upper() + rest[1:]) if mark.value is not None else False
