"""Marks without a stop, which only their row shows, and marks that stand above their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gainboard.intake.layout.block import WIDE_MARK, Block, merged
from gainboard.intake.lines.marks import Mark, read_bare_mark
from gainboard.intake.signs import headings

_FEWEST = 3
_FARTHEST = 6  # pieces from one entry to the next
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
    return tuple(with_words(_marked(_counted_on(blocks), marks)))


def _counted_on(blocks: Sequence[Block]) -> Sequence[Block]:
    """Number entries that all say "1.", as Markdown lets them: what shows them counts them on."""
    ones = [place for place, block in enumerate(blocks) if block.mark and block.mark.value == 1]
    numbered = list(blocks)
    for row in _rows(blocks, ones):
        for nth, place in enumerate(row, 1):
            mark = blocks[place].mark
            if mark is not None:
                numbered[place] = replace(blocks[place], mark=mark.counted(nth))
    return numbered


def _rows(blocks: Sequence[Block], ones: Sequence[int]) -> Iterator[Sequence[int]]:
    """Find the rows of at least three such entries, with none that says "2." among them."""
    row: list[int] = []
    for place in [*ones, len(blocks)]:
        if row and _goes_on(blocks, row[-1], place):
            row.append(place)
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [place]


def _goes_on(blocks: Sequence[Block], last: int, place: int) -> bool:
    if place - last > _FARTHEST or place >= len(blocks):
        return False
    first, mark = blocks[last].mark, blocks[place].mark
    if first is None or mark is None or mark.style != "#." or mark.printed != first.printed:
        return False
    between = blocks[last + 1 : place + 2]
    others = (one.mark for one in between if one.mark is not None and one is not blocks[place])
    alone = not any(one.style == mark.style and one.value == 2 for one in others)
    return alone and not any(headings.is_heading(one.text) for one in blocks[last + 1 : place])


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
