"""How the characters and paragraphs of an old Word document are formatted, by where they stand."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from gainboard.intake.readers.old_word_bytes import i16, plex, properties, u8, u16, u32
from gainboard.intake.readers.old_word_file import CHARACTERS, PARAGRAPHS, OldWordFile

_PAGE = 512
_MOST_RUNS = 500_000
_STORED_BESIDE = (0x6645, 0x6646)
_Run = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterFormat:
    """Hold what matters of a character's format."""

    hidden: bool = False
    raised: bool = False
    symbol: tuple[int, int] | None = None  # the number of its font, and of its picture
    picture: int | None = None  # where in the stream beside the text
    font: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """Hold what matters of a paragraph's format; None where its style decides."""

    style: int = 0
    list_use: int | None = None
    level: int | None = None
    outline: int | None = None
    depth: int = 0  # of the table it is in
    ends_row: bool = False
    ends_inner_cell: bool = False
    left: int = 0
    edges: tuple[int, ...] = ()  # of the cells of the row it ends


class Formats:
    """Find the formats of a document's characters and paragraphs by the offset in the stream."""

    def __init__(self, file: OldWordFile) -> None:
        self._characters = _sorted(_runs(file, CHARACTERS, _character_page))
        self._paragraphs = _sorted(_runs(file, PARAGRAPHS, _paragraph_page))
        self._beside = file.other
        self._starts = [run[0] for run in self._characters]
        self._paragraph_starts = [run[0] for run in self._paragraphs]

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int, CharacterFormat]]:
        """Yield the parts of a range of the stream, each with its one format."""
        place = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            if place >= len(self._characters):
                yield start, end, CharacterFormat()
                return
            first, last, changes = self._characters[place]
            place += 1
            if last <= start:
                continue
            if first > start:
                yield start, min(first, end), CharacterFormat()
                start = first
            if start < end:
                yield start, min(last, end), _character(changes)
            start = max(start, last)

    def paragraph(self, offset: int) -> ParagraphFormat:
        """Give the format of the paragraph whose end mark is stored at an offset."""
        place = bisect_right(self._paragraph_starts, offset) - 1
        if place < 0 or self._paragraphs[place][1] <= offset:
            return ParagraphFormat()
        changes = self._paragraphs[place][2]
        style = u16(changes, 0) if len(changes) > 1 else 0
        return paragraph_format(self._whole(changes[2:]), style)

    def _whole(self, changes: bytes) -> bytes:
        """Give changes that are too many for their page from where they are stored instead."""
        for code, operand in properties(changes):
            if code in _STORED_BESIDE:
                at = u32(operand, 0)
                return self._beside[at + 2 : at + 2 + u16(self._beside, at)]
        return changes


def paragraph_format(changes: bytes, style: int = 0) -> ParagraphFormat:
    """Read the changes that make a paragraph's format."""
    found = ParagraphFormat(style=style)
    for code, operand in properties(changes):
        if code == 0x4600:
            found = replace(found, style=u16(operand, 0))
        elif code == 0x460B:
            found = replace(found, list_use=u16(operand, 0))
        elif code == 0x260A:
            found = replace(found, level=u8(operand, 0))
        elif code == 0x2640:
            found = replace(found, outline=u8(operand, 0))
        elif code == 0x2416:
            found = replace(found, depth=max(found.depth, int(u8(operand, 0) != 0)))
        elif code == 0x6649:
            found = replace(found, depth=min(u32(operand, 0), 50))
        elif code in (0x2417, 0x244C):
            found = replace(found, ends_row=u8(operand, 0) != 0)
        elif code == 0x244B:
            found = replace(found, ends_inner_cell=u8(operand, 0) != 0)
        elif code in (0x840F, 0x845E):
            found = replace(found, left=i16(operand, 0))
        elif code == 0xD608:
            cells = min(u8(operand, 2), 200)
            edges = tuple(i16(operand, 5 + 2 * place) for place in range(cells))
            found = replace(found, edges=edges)
    return found


def _character(changes: bytes) -> CharacterFormat:
    found = CharacterFormat()
    for code, operand in properties(changes):
        if code in (0x0800, 0x083C):
            found = replace(found, hidden=found.hidden or u8(operand, 0) & 1 == 1)
        elif code == 0x2A48:
            found = replace(found, raised=u8(operand, 0) == 1)
        elif code == 0x6A09:
            found = replace(found, symbol=(u16(operand, 0), u16(operand, 2)))
        elif code == 0x6A03:
            found = replace(found, picture=u32(operand, 0))
        elif code == 0x4A4F:
            found = replace(found, font=u16(operand, 0))
    return found


def _sorted(runs: Iterator[_Run]) -> list[_Run]:
    found = sorted(run for run in islice(runs, _MOST_RUNS + 1) if run[0] < run[1])
    if len(found) > _MOST_RUNS:
        raise OverflowError
    return found


def _runs(
    file: OldWordFile, table: int, read_page: Callable[[bytes], Iterator[_Run]]
) -> Iterator[_Run]:
    for _, _, entry in plex(file.table(table), 4):
        at = (u32(entry, 0) & 0x3FFFFF) * _PAGE
        yield from read_page(file.main[at : at + _PAGE])


def _character_page(page: bytes) -> Iterator[_Run]:
    count = u8(page, _PAGE - 1)
    for place in range(count):
        start, end = u32(page, 4 * place), u32(page, 4 * place + 4)
        at = 2 * u8(page, 4 * (count + 1) + place)
        yield start, end, page[at + 1 : at + 1 + u8(page, at)] if at else b""


def _paragraph_page(page: bytes) -> Iterator[_Run]:
    count = u8(page, _PAGE - 1)
    for place in range(count):
        start, end = u32(page, 4 * place), u32(page, 4 * place + 4)
        at = 2 * u8(page, 4 * (count + 1) + 13 * place)
        if not at:
            yield start, end, b""
            continue
        size = 2 * u8(page, at) - 1
        if size < 0:
            at, size = at + 1, 2 * u8(page, at + 1)
        yield start, end, page[at + 1 : at + 1 + size]
