"""Where a table of contents stands, with leaders of dots or without."""

import re
from collections.abc import Sequence

from gainboard.intake.layout.block import Block
from gainboard.intake.signs.headings import is_contents

_TITLE = re.compile(
    r"(?:#{1,6}\s*)?[*_]{0,3}(?:table\s+of\s+)?contents(?:\s+page)?[*_:]{0,3}", re.I
)
_PAGE_AT_END = re.compile(r"\s(?:\d{1,3}|[ivxl]{1,6})$")
_ENTRY = re.compile(r"\S.{0,160}?\s(?:\d{1,3}|[ivxl]{1,6})")
_LONGEST_ENTRY = 180
_FEWEST = 4  # entries without pages
_MOST = 60  # entries without a title above them
_NEARLY_ALL = 0.8  # of such entries come again as headings


def contents_of(source: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Give the places of the pieces that only list the document's headings."""
    found: set[int] = {place for place, block in enumerate(blocks) if is_contents(block.text)}
    place = 0
    while place < len(blocks):
        if _TITLE.fullmatch(blocks[place].text):
            after = _end_of_list(source, blocks, place + 1)
            found.update(range(place + 1, after))
            place = max(after, place + 1)
        else:
            place += 1
    return frozenset(found | _untitled(blocks))


def _untitled(blocks: Sequence[Block]) -> set[int]:
    """Find rows of short lines whose first comes again right below, and nearly all further down."""
    last = {block.text: place for place, block in enumerate(blocks)}
    found: set[int] = set()
    seen: dict[str, int] = {}
    for place, block in enumerate(blocks):
        if not _could_be_entry(block):
            seen.clear()
            continue
        start = seen.setdefault(block.text, place)
        if _FEWEST <= place - start <= _MOST:
            again = sum(last[one.text] >= place for one in blocks[start:place])
            if again >= (place - start) * _NEARLY_ALL:
                found.update(range(start, place))
        seen[block.text] = place
    return found


def _could_be_entry(block: Block) -> bool:
    if block.mark is not None or block.cell is not None or len(block.text) > _LONGEST_ENTRY:
        return False
    return block.text[:1].isupper() and not block.text.endswith((".", ":", ";", ","))


def _end_of_list(source: str, blocks: Sequence[Block], place: int) -> int:
    """Step over entries until one does not look like an entry, or comes again as a heading.

    Entries without pages are a table of contents where the first comes again right below the last.
    """
    start, seen, paged = place, set[str](), 0
    first = blocks[place].text.strip(" .").lower() if place < len(blocks) else ""
    while place < len(blocks):
        block = blocks[place]
        title = _PAGE_AT_END.sub("", block.text).strip(" .").lower()
        lists = is_contents(block.text) or _lists_pages(source, block)
        if title in seen and not lists:
            whole = title == first and place - start >= _FEWEST
            return place if whole or paged > 1 else start
        if not lists and (len(block.text) > _LONGEST_ENTRY or block.text.endswith((".", ":", ";"))):
            break
        if not lists and paged and place - start > paged + 3:
            break
        paged += lists
        seen.add(title)
        place += 1
    return place if paged > 1 else start


def _lists_pages(source: str, block: Block) -> bool:
    lines = [line.strip() for line in source[block.start : block.end].split("\n", 200)]
    lines = [line for line in lines if line]
    paged = sum(_ENTRY.fullmatch(line) is not None for line in lines)
    return bool(lines) and paged * 2 > len(lines)
