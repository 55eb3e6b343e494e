"""Paragraphs, list lines and headings: the pieces of a document, each with its place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gainboard.intake.lines.lines import (
    Layout,
    Line,
    all_lines,
    ends_sentence,
    goes_on,
    layout_of,
    without_page_numbers,
    without_running_heads,
)
from gainboard.intake.lines.marks import Mark, begins_list_line, read_bare_mark, read_mark
from gainboard.intake.lines.notes import is_note
from gainboard.intake.lines.spacing import single_spaced
from gainboard.intake.signs import headings
from gainboard.intake.source import Cell, Passage, Source
from gainboard.intake.tables.filled import Filled
from gainboard.intake.tables.grid import find_grids

_OPEN_END = re.compile(r"[\w,’'\-–)]$")
_HOLDS_PAGE = re.compile(r"^\d{1,4}\s|\s\d{1,4}$|\bpage\s\d", re.IGNORECASE)
_SPLIT_WORD = re.compile(r"[a-z]-$")
_ENDS_LIMB = re.compile(r"[.:;]$|\b(?:and|or)$")
_INDENT = 4  # columns that a level of a list is worth
_WIDE_MARK = 3  # characters with the gap behind it: then its lines hang
_MARKS_REMEMBERED = 5
_FULL_LINE = 50
_LONGEST_PARAGRAPH = 4_000  # letters; none that a page parts is longer
_LONGEST_LIMB = 8  # lines
_LONGEST_GAP = 40  # pieces between two numbers of one row
_LINKS = ("and ", "or ", "to ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold one paragraph or list line; the mark is kept apart from its words.

    `heading` is the level the file itself gave it, 0 where it said nothing; `cell` its place in
    a table; `hang` the column at which its further lines begin where they stand to the right of
    its first, 0 where they do not; `full` says that its last line runs to the margin.
    """

    start: int
    end: int
    text: str
    mark: Mark | None
    indent: int
    after_page: bool
    heading: int = 0
    cell: Cell | None = None
    hang: int = 0
    full: bool = False

    @property
    def printed(self) -> str:
        """Give the words with their mark before them."""
        return f"{self.mark.front}{self.text}".strip() if self.mark else self.text


def read_blocks(source: Source) -> tuple[Block, ...]:
    """Give a document's pieces in order, as its file told them apart or else by its lines."""
    if source.passages:
        told = (_as_told(source.text, passage) for passage in source.passages)
        return _in_rows(tuple(_without_notes(told)))
    lines = single_spaced(source.text, all_lines(source.text))
    return _in_rows(tuple(_from_lines(without_running_heads(lines))))


def _from_lines(lines: Sequence[Line]) -> Iterator[Block]:
    place = 0
    for grid in find_grids(lines):
        yield from _of_stretch(lines[place : grid.first])
        for filled in grid.cells:
            yield _of_cell(filled)
        place = grid.after
    yield from _of_stretch(lines[place:])


def _of_stretch(every_line: Sequence[Line]) -> Iterator[Block]:
    lines = without_page_numbers(every_line)
    return _mended(_without_notes(_grouped(lines, layout_of(lines))))


def _without_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out footnotes: what follows one is what follows a page's end."""
    page = False
    for block in blocks:
        plain = block.mark is None and not block.heading and block.cell is None
        if plain and is_note(block.text):
            page = True
            continue
        yield replace(block, after_page=True) if page else block
        page = False


def _of_cell(filled: Filled) -> Block:
    mark = read_mark(filled.text)
    return Block(
        start=filled.start,
        end=filled.end,
        text=filled.text[mark.length :] if mark else filled.text,
        mark=mark,
        indent=0,
        after_page=False,
        cell=filled.cell,
    )


def _in_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
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
    return tuple(_with_words(_marked(blocks, marks)))


def _marked(blocks: Sequence[Block], marks: Mapping[int, Mark]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        mark = marks.get(place)
        if mark is None:
            yield block
            continue
        hang = block.hang or (block.indent + mark.length if mark.length > _WIDE_MARK else 0)
        yield replace(block, mark=mark, text=block.text[mark.length :], hang=hang)


def _with_words(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give each lone mark the words below it."""
    held: Block | None = None
    for block in blocks:
        bare = held is not None and not held.text and held.cell is None
        if held is not None and bare and block.mark is None and block.cell is None:
            held = _merged(held, block)
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


def without_label(source: str, block: Block, rest: str) -> Block:
    """Drop a label from a block's front, of which `rest` is the end; its place moves along."""
    dropped = block.text[: len(block.text) - len(rest)]
    start, left = block.start, sum(not character.isspace() for character in dropped)
    while left or source[start].isspace():
        left -= not source[start].isspace()
        start += 1
    return replace(block, start=start, text=rest)


def _as_told(text: str, passage: Passage) -> Block:
    words = text[passage.start : passage.end]
    mark = None if passage.heading else read_mark(words)
    return Block(
        start=passage.start,
        end=passage.end,
        text=words[mark.length :] if mark else words,
        mark=mark,
        indent=passage.indent * _INDENT,
        after_page=False,
        heading=passage.heading,
        cell=passage.cell,
    )


def _grouped(lines: Sequence[Line], layout: Layout) -> Iterator[Block]:
    group: list[Line] = []
    mark: Mark | None = None
    recent: list[Mark] = []
    bare: Mark | None = None
    for place, line in enumerate(lines):
        own = _own_mark(line, group, recent, layout)
        own = own or _opening_mark(line, lines[place + 1 : place + _LONGEST_LIMB])
        own_bare = None if own else _bare_start(line, group, bare)
        bare = own_bare or bare
        if group and (own or own_bare or _parts(group, line, layout)):
            yield _block(group, mark, layout)
            if line.after_blank and mark is None:
                recent.clear()
            group, mark = [], None
        if not group:
            mark = own
            recent = [*recent[-_MARKS_REMEMBERED:], own] if own else recent
        group.append(line)
    if group:
        yield _block(group, mark, layout)


def _opening_mark(line: Line, following: Sequence[Line]) -> Mark | None:
    """Read the letter that opens a list in a paragraph's midst, if its next letter follows."""
    mark = read_mark(line.text)
    if mark is None or not mark.counts or mark.value is not None or not mark.opens():
        return None
    nexts = (read_mark(one.text) for one in following if not one.after_blank)
    return mark if any(one is not None and one.continues(mark) for one in nexts) else None


def _bare_start(line: Line, group: Sequence[Line], earlier: Mark | None) -> Mark | None:
    """Read a number without a stop that begins a line, where the one before it has been seen."""
    mark = read_bare_mark(line.text)
    if mark is None or headings.read_label(line.text):
        return None
    if not group or line.after_blank:
        return mark
    if _ENDS_LIMB.search(group[-1].text) is None:
        return None
    lettered = mark.value is None and mark.opens() and group[-1].text.endswith(":")
    return mark if lettered or (earlier is not None and mark.continues(earlier)) else None


def _own_mark(
    line: Line, group: Sequence[Line], recent: Sequence[Mark], layout: Layout
) -> Mark | None:
    mark = read_mark(line.text)
    if mark is None or (group and group[-1].text.endswith("-") and not line.after_blank):
        return None
    alone = not group or line.after_blank or layout.breaks_after(group[-1], line)
    if alone or _closed(group[-1].text):
        return mark
    if any(mark.continues(earlier) for earlier in recent):
        return mark
    return mark if begins_list_line(mark, None, group[-1].text) else None


def _parts(group: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Say whether `line` begins a new piece after those in `group`."""
    last = group[-1]
    if line.after_blank or headings.stands_apart(line.text) or headings.stands_apart(last.text):
        return True
    if (len(group) == 1 and _closed(last.text)) or headings.is_field(line.text):
        return True
    if _next_label(group[0], line) or _opens_part(last, line):
        return True
    if len(group) > 1 and group[1].indent > group[0].indent + 1 > line.indent:
        return True
    return layout.breaks_after(last, line) or _bare_label(last, line)


def _opens_part(last: Line, line: Line) -> bool:
    """Say whether a line after a whole sentence is a label or the heading of a list."""
    if not line.text[:1].isupper() or not ends_sentence(last.text):
        return False
    label = headings.read_label(line.text)
    if label is not None:
        return label.spoken or label.number is not None
    return len(line.text) < _FULL_LINE and headings.read_section(line.text) is not None


def _next_label(first: Line, line: Line) -> bool:
    """Say whether a line begins with the label that comes after the paragraph's own."""
    label = headings.read_label(line.text)
    above = headings.read_label(first.text) if label is not None else None
    if label is None or above is None or label.kind is not above.kind:
        return False
    numbers = [(one.number or "").lstrip("R") for one in (above, label)]
    return all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def _bare_label(last: Line, line: Line) -> bool:
    """Say whether a line is only a label: the middle of a paragraph never is so short."""
    label = headings.read_label(line.text)
    if label is None or label.rest:
        return False
    return ends_sentence(last.text) or not (line.text.endswith(".") or goes_on(last.text))


def _closed(text: str) -> bool:
    label = headings.read_label(text)
    return (label is not None and not label.rest) or headings.read_section(text) is not None


def _block(group: Sequence[Line], mark: Mark | None, layout: Layout) -> Block:
    texts = [line.text for line in group]
    if mark:
        texts[0] = texts[0][mark.length :]
    return Block(
        start=group[0].start,
        end=group[-1].end,
        text=_joined(texts),
        mark=mark,
        indent=group[0].indent,
        after_page=group[0].after_page,
        hang=_hang(group, mark),
        full=layout.width is not None and len(group[-1].text) > layout.width * 0.85,
    )


def _hang(group: Sequence[Line], mark: Mark | None) -> int:
    if len(group) > 1 and group[1].indent > group[0].indent + 1:
        return group[1].indent
    return group[0].indent + mark.length if mark and mark.length > _WIDE_MARK else 0


def _joined(texts: Sequence[str]) -> str:
    pieces = [texts[0]]
    for before, text in pairwise(texts):
        split = _SPLIT_WORD.search(before[-3:]) is not None and text[:1].islower()
        pieces.append(text if split and not text.startswith(_LINKS) else f" {text}")
    return " ".join("".join(pieces).split())


def _mended(every: Iterable[Block]) -> Iterator[Block]:
    """Give a lone mark its words, and a paragraph broken by a page its end."""
    held: Block | None = None
    for block in _without_page_ends(list(_with_words(every))):
        if held is not None and _belong(held, block):
            held = _merged(held, block)
            continue
        if held is not None and (held.text or not held.mark):
            yield held
        held = block
    if held is not None and held.text:
        yield held


def _without_page_ends(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out a page's head or foot that stands within a sentence, and join its ends."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if place + 2 < len(blocks) and _breaks_off(block, blocks[place + 1], blocks[place + 2]):
            yield _merged(block, blocks[place + 2])
            place += 3
            continue
        yield block
        place += 2 if _parts_limbs(blocks[place : place + 3]) else 1


def _parts_limbs(three: Sequence[Block]) -> bool:
    marks = [block.mark for block in three]
    if len(three) < 3 or marks[0] is None or marks[1] is not None or marks[2] is None:
        return False
    unfinished = three[0].text.endswith((";", "; and", "; or", ",", ", and"))
    return unfinished and marks[2].continues(marks[0]) and headings.is_heading(three[1].text)


def _breaks_off(block: Block, between: Block, rest: Block) -> bool:
    if between.mark or rest.mark or not rest.text[:1].islower() or not block.text:
        return False
    if not _OPEN_END.search(block.text) or headings.is_heading(block.text):
        return False
    paged = _HOLDS_PAGE.search(between.text) is not None or len(block.text) > _FULL_LINE
    return paged and headings.is_heading(between.text)


def _belong(held: Block, block: Block) -> bool:
    if block.cell is not None or held.cell is not None or block.mark is not None:
        return False
    if held.mark is not None and not held.text:
        return True
    if len(held.text) > _LONGEST_PARAGRAPH:
        return False
    label = headings.read_label(held.text)
    if not held.text or headings.stands_apart(held.text) or (label and not label.rest):
        return False
    if not block.after_page or not _OPEN_END.search(held.text) or ends_sentence(held.text):
        return False
    if block.text[:1].islower():
        return not _next_bare(held, block)
    last = held.text.rsplit(maxsplit=1)[-1]
    parted = held.full and (last[:1].isupper() or goes_on(held.text))
    return parted and not headings.is_heading(block.text)


def _next_bare(held: Block, block: Block) -> bool:
    """Say whether a piece is the next letter of a list whose letters have no stops."""
    mark, earlier = read_bare_mark(block.text), read_bare_mark(held.text)
    return mark is not None and earlier is not None and mark.continues(earlier)


def _merged(held: Block, block: Block) -> Block:
    text = _joined([held.text, block.text]) if held.text else block.text
    return replace(held, end=block.end, text=text)
