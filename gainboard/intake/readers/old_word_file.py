"""The streams of an old Word document: its head, its pieces of text, its tables by number."""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import olefile
from olefile.olefile import OleFileError

from gainboard.intake.readers import refusals
from gainboard.intake.readers.old_word_bytes import plex, u8, u16, u32

_WORD_97 = 0xA5EC
_OLDER_WORDS = (0xA5DC, 0xA59B, 0xA59C, 0xA5DB, 0xA598, 0xA699, 0xA697, 0xA698)
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_LENGTHS, _TABLES = 0x4C, 0x9A
_COMPRESSED = 0x40000000
PIECES, STYLES, CHARACTERS, PARAGRAPHS, LISTS, LIST_USES, FONTS = 33, 1, 12, 13, 73, 74, 15
_PARTS = ("text", "notes", "headers", "macros", "comments", "endnotes", "boxes", "header boxes")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPiece:
    """Hold where a range of characters is stored, and in which width."""

    start: int
    end: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OldWordFile:
    """Hold the streams of a file; `table` gives the bytes of one of its tables."""

    main: bytes
    tables: bytes
    other: bytes

    def table(self, number: int) -> bytes:
        """Give a table of the head's list, empty where it is not there."""
        at = _TABLES + 8 * number
        start, length = u32(self.main, at), u32(self.main, at + 4)
        return self.tables[start : start + length]

    def after(self, number: int) -> bytes:
        """Give what is stored after a table of the head's list."""
        at = _TABLES + 8 * number
        return self.tables[u32(self.main, at) + u32(self.main, at + 4) :]

    def range_of(self, part: str) -> tuple[int, int]:
        """Give where a part of the text starts and ends, in characters."""
        lengths = [u32(self.main, _LENGTHS + 4 * place) for place in range(len(_PARTS))]
        place = _PARTS.index(part)
        return sum(lengths[:place]), sum(lengths[: place + 1])

    def pieces(self) -> Iterator[TextPiece]:
        """Yield the pieces of the text in order."""
        for start, end, entry in plex(_piece_table(self.table(PIECES)), 8):
            place = u32(entry, 2)
            if place & _COMPRESSED:
                offset = (place & ~_COMPRESSED) // 2
                yield TextPiece(start=start, end=end, offset=offset, width=1)
            else:
                yield TextPiece(start=start, end=end, offset=place, width=2)


def opened(content: bytes, name: str) -> OldWordFile:
    """Open the file, or raise why it cannot be read."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as streams:
            if streams.exists("EncryptedPackage"):
                raise refusals.locked(name)
            if streams.exists("Macros") or streams.exists("_VBA_PROJECT_CUR"):
                raise refusals.macros(name)
            main = _stream(streams, "WordDocument")
            head = u16(main, 0), u16(main, 0x0A)
            tables = _stream(streams, "1Table" if head[1] & _SECOND_TABLE else "0Table")
            other = _stream(streams, "Data")
    except (OleFileError, OSError, ValueError, IndexError, KeyError, TypeError, AttributeError):
        raise refusals.damaged(name) from None
    except struct.error:
        raise refusals.damaged(name) from None
    if head[0] in _OLDER_WORDS:
        raise refusals.old_word(name)
    if head[0] != _WORD_97:
        raise refusals.damaged(name)
    if head[1] & _ENCRYPTED:
        raise refusals.locked(name)
    return OldWordFile(main=main, tables=tables, other=other)


def _stream(streams: olefile.OleFileIO, name: str) -> bytes:
    return bytes(streams.openstream(name).read()) if streams.exists(name) else b""


def _piece_table(table: bytes) -> bytes:
    at = 0
    while at < len(table) and u8(table, at) == 1:
        at += 3 + u16(table, at + 1)
    if at >= len(table) or u8(table, at) != 2:
        return b""
    length = u32(table, at + 1)
    return table[at + 5 : at + 5 + length]
