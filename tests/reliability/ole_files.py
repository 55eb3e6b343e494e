"""Files of many streams as Office wrote them until 2003, and an old Word document in one."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096  # shorter streams would lie in a stream of their own


def ole(streams: dict[str, bytes]) -> bytes:
    """Return an OLE file of these streams."""
    padded = {name: _padded(content) for name, content in streams.items()}
    directories = (len(padded) + 1 + 3) // 4
    chain, body, starts = [FAT, *_run(1, directories)], b"", {}
    for name, content in padded.items():
        starts[name] = len(chain)
        chain += _run(len(chain), len(content) // SECTOR)
        body += content
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    assert len(table) == SECTOR
    return _header() + table + _directory(padded, starts).ljust(directories * SECTOR, b"\0") + body


def old_word(text: str) -> bytes:
    """Return a Word 97 document of one piece in Windows-1252."""
    words = text.replace("\n", "\r").encode("cp1252", "replace")
    piece = struct.pack("<HIH", 0, 0x40000000 | 2048 * 2, 0)
    pieces = struct.pack("<II", 0, len(words)) + piece
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    fib = bytearray(2048)
    struct.pack_into("<HHHHHH", fib, 0, 0xA5EC, 0xC1, 0, 0x409, 0, 0x1200)
    struct.pack_into("<H", fib, 32, 14)
    struct.pack_into("<H", fib, 62, 22)
    struct.pack_into("<I", fib, 0x4C, len(words))
    struct.pack_into("<H", fib, 152, 0x5D)
    struct.pack_into("<II", fib, 0x1A2, 0, len(clx))
    return ole({"WordDocument": bytes(fib) + words, "1Table": clx})


def _padded(content: bytes) -> bytes:
    size = max(_LEAST, -(-len(content) // SECTOR) * SECTOR)
    return content.ljust(size, b"\0")


def _run(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END]


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0)
    head += struct.pack("<IIIII", _LEAST, END, 0, END, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _directory(streams: dict[str, bytes], starts: dict[str, int]) -> bytes:
    ordered = sorted(streams, key=lambda name: (len(name), name.upper()))
    entries = [_entry("Root Entry", 5, FREE, 1 if ordered else FREE, END, 0)]
    for place, name in enumerate(ordered, 1):
        after = place + 1 if place < len(ordered) else FREE
        entries.append(_entry(name, 2, after, FREE, starts[name], len(streams[name])))
    return b"".join(entries)


def _entry(name: str, kind: int, after: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    return head + struct.pack("<III16xI16xIQ", FREE, after, child, 0, start, size)
