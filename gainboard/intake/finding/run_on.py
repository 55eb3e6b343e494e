"""Lists run on in one paragraph, "(1) … (2) … (3) …", where what stands before announces a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark, read_mark
from gainboard.intake.signs.sections import read_announcement, read_section

_MAY = re.compile(r"[.;:?!”)]\s+(?:and\s+)?\(?(?:2|b|ii)[.)]\s")
_PLACE = re.compile(
    r"(?:(?<=[.;:?!”)]\s)|(?<=[.;]\sand\s)|^)(?=(?:\([a-z0-9]{1,3}\)|[a-z0-9]{1,2}[.)])\s+\S)"
)
_LONGEST = 20_000
_FEWEST = 2


def part_run_on(source: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Give each entry of such a list a piece of its own; all other pieces stay as they are."""
    if not any(_MAY.search(block.text[:_LONGEST]) for block in blocks):
        return blocks
    return tuple(_parted(source, blocks))


def _parted(source: str, blocks: Sequence[Block]) -> Iterator[Block]:
    before: Block | None = None
    for block in blocks:
        starts = _starts(block, before) if _MAY.search(block.text[:_LONGEST]) else ()
        if len(starts) < _FEWEST:
            yield block
        else:
            yield from pieces(source, block, starts)
        before = block


def _starts(block: Block, before: Block | None) -> Sequence[int]:
    """Find where the entries begin, if they follow on from 1 or a and each says a whole thing."""
    text = block.printed
    starts: list[int] = []
    last: Mark | None = None
    for found in _PLACE.finditer(text):
        mark = read_mark(text[found.start() : found.start() + 12])
        if mark is None or not mark.counts:
            continue
        if (last is None and mark.opens()) or (last is not None and mark.continues(last)):
            starts.append(found.start())
            last = mark
    if len(starts) < _FEWEST or not _is_announced(text[: starts[0]].strip(), before):
        return ()
    ends = [*starts[1:], len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return starts if all(_is_whole(part) for part in parts) else ()


def _is_announced(lead: str, before: Block | None) -> bool:
    if lead:
        return read_announcement(lead) is not None
    if before is None:
        return False
    return read_section(before.text) is not None or read_announcement(before.text) is not None


def _is_whole(part: str) -> bool:
    mark = read_mark(part)
    words = part[mark.length :].strip() if mark else part
    return words[:1].isupper() and words.endswith((".", ".”", "?", ")", ";", "; and"))


def pieces(
    source: str, block: Block, starts: Sequence[int], parts: Sequence[int] = ()
) -> Iterator[Block]:
    """Part a piece where marks start in it, and at other places; each letter keeps its own."""
    text = block.printed
    at, done = block.start, 0
    bounds = sorted({0, *starts, *parts, len(text)})
    for number, begin in enumerate(bounds[:-1]):
        words = text[begin : bounds[number + 1]].strip()
        start = _moved(source, at, _letters(text[done:begin]))
        end = _behind(source, start, _letters(words))
        mark = read_mark(words) if begin in starts else None
        yield replace(
            block,
            start=start,
            end=min(end, block.end),
            text=words[mark.length :] if mark else words,
            mark=mark,
            heading=0,
        )
        at, done = start, begin


def _letters(words: str) -> int:
    return sum(not letter.isspace() for letter in words)


def _moved(source: str, place: int, count: int) -> int:
    """Step over so many letters, and the space behind them."""
    place = _behind(source, place, count)
    while place < len(source) and source[place].isspace():
        place += 1
    return place


def _behind(source: str, place: int, count: int) -> int:
    while count and place < len(source):
        count -= not source[place].isspace()
        place += 1
    return place
