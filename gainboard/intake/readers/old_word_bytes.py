"""Numbers and tables as old Word documents store them; `struct.error` where bytes are lacking."""

import struct
from collections.abc import Iterator


def u8(content: bytes, at: int) -> int:
    """Read one byte."""
    return int(struct.unpack_from("<B", content, at)[0])


def u16(content: bytes, at: int) -> int:
    """Read a number of two bytes."""
    return int(struct.unpack_from("<H", content, at)[0])


def u32(content: bytes, at: int) -> int:
    """Read a number of four bytes."""
    return int(struct.unpack_from("<I", content, at)[0])


def i16(content: bytes, at: int) -> int:
    """Read a number of two bytes that may be below zero."""
    return int(struct.unpack_from("<h", content, at)[0])


def plex(content: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Yield the start, end and entry of each range of a table whose entries have a size."""
    count = (len(content) - 4) // (4 + size)
    for place in range(count):
        start, end = u32(content, 4 * place), u32(content, 4 * place + 4)
        entry = 4 * (count + 1) + size * place
        yield start, end, content[entry : entry + size]


_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION = 0xD608


def properties(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the code and operand of each property change."""
    at = 0
    while at + 2 < len(content):
        code = u16(content, at)
        at += 2
        size = _SIZES.get(code >> 13)
        if code == _TABLE_DEFINITION and at + 2 <= len(content):
            size = u16(content, at) + 1
        elif size is None:
            size = u8(content, at) + 1
        yield code, content[at : at + size]
        at += size
