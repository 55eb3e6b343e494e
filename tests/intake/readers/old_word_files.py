"""Small Word documents of 1997, made byte by byte."""

import struct
from collections.abc import Sequence

from tests.reliability.ole_files import ole

TEXT_AT = 2048
_PARTS = ("text", "notes", "headers", "macros", "comments", "endnotes", "boxes")
Formatted = tuple[str, bytes]  # words with their end mark, and the changes to their format


def doc(
    paragraphs: Sequence[Formatted],
    *,
    runs: Sequence[Formatted] = (),
    ident: int = 0xA5EC,
    flags: int = 0,
    narrow: int = 0,
    tables: dict[int, bytes] | None = None,
    beside: bytes = b"",
    **others: str,
) -> bytes:
    """Give a .doc: its first `narrow` characters in one byte each, all others in two.

    `runs` are words in the text and the changes to their format; `others` the further parts.
    """
    body = "".join(words for words, _ in paragraphs)
    parts = {"text": body} | others
    text = "".join(parts.get(part, "") for part in _PARTS)
    first, rest = text[:narrow].encode("cp1252"), text[narrow:].encode("utf-16-le")
    stored = (first + rest).ljust(-(-len(first + rest) // 512) * 512, b"\0")

    def place(at: int) -> int:
        return TEXT_AT + (at if at < narrow else narrow + 2 * (at - narrow))

    ends = [sum(len(words) for words, _ in paragraphs[:n]) for n in range(len(paragraphs) + 1)]
    spans = [(text.index(words), words, change) for words, change in runs]
    characters = [(place(at), place(at + len(words)), change) for at, words, change in spans]
    page = (TEXT_AT + len(stored)) // 512
    main = _paragraph_page([place(at) for at in ends], [change for _, change in paragraphs])
    main += _character_page(characters)
    pieces = _pieces(len(text), narrow)
    given = {33: pieces, 13: _bin_table(page), 12: _bin_table(page + 1)} | (tables or {})
    if not characters:
        del given[12]
    head, table = _head(ident, flags, [len(parts.get(part, "")) for part in _PARTS], given)
    streams = {"WordDocument": head + stored + main, "0Table": table, "Data": beside}
    return ole({name: content for name, content in streams.items() if content})


def in_table(*more: bytes) -> bytes:
    """Give the format of a paragraph in a table."""
    return struct.pack("<HB", 0x2416, 1) + b"".join(more)


def row_end(*edges: int) -> bytes:
    """Give the format of a row's end, with where its cells end."""
    cells = struct.pack(f"<B{len(edges) + 1}h", len(edges), 0, *edges)
    return in_table(
        struct.pack("<HB", 0x2417, 1), struct.pack("<HH", 0xD608, len(cells) + 1), cells
    )


def listed(use: int, level: int = 0) -> bytes:
    """Give the format of a paragraph of an automatic list."""
    return struct.pack("<HHHB", 0x460B, use, 0x260A, level)


def lists(*levels: tuple[int, str]) -> dict[int, bytes]:
    """Give the tables of one list: of each level its number format and text."""
    simple = struct.pack("<II18xBB", 7, 0, 0, 0)
    given = [*levels, *[(0, "")] * (9 - len(levels))]
    each = b"".join(
        struct.pack("<IB23x", 1, form) + struct.pack("<H", len(text)) + text.encode("utf-16-le")
        for form, text in given
    )
    uses = struct.pack("<II8xI", 1, 7, 0) + struct.pack("<I", 0xFFFFFFFF)
    return {73: struct.pack("<H", 1) + simple, -73: each, 74: uses}


def _pieces(length: int, narrow: int) -> bytes:
    wide_at = TEXT_AT + narrow
    ends = [0, narrow, length] if narrow else [0, length]
    places = [0x40000000 | TEXT_AT * 2, wide_at] if narrow else [TEXT_AT]
    content = struct.pack(f"<{len(ends)}I", *ends)
    content += b"".join(struct.pack("<HIH", 0, at, 0) for at in places)
    return b"\x02" + struct.pack("<I", len(content)) + content


def _head(
    ident: int, flags: int, lengths: list[int], given: dict[int, bytes]
) -> tuple[bytes, bytes]:
    head, table = bytearray(TEXT_AT), b""
    struct.pack_into("<HH", head, 0, ident, 0xC1)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<7I", head, 0x4C, *lengths)
    for number, content in given.items():
        if number >= 0:
            struct.pack_into("<II", head, 0x9A + 8 * number, len(table), len(content))
        table += content
    return bytes(head), table


def _bin_table(page: int) -> bytes:
    return struct.pack("<III", 0, 0x7FFFFFFF, page)


def _paragraph_page(ends: list[int], changes: list[bytes]) -> bytes:
    page = bytearray(512)
    struct.pack_into(f"<{len(ends)}I", page, 0, *ends)
    free = 510
    for place, change in enumerate(changes):
        whole = struct.pack("<H", 0) + change
        whole += b"\0" * (1 - len(whole) % 2)
        free = (free - len(whole) - 1) // 2 * 2
        page[free] = (len(whole) + 1) // 2
        page[free + 1 : free + 1 + len(whole)] = whole
        page[4 * len(ends) + 13 * place] = free // 2
    page[511] = len(changes)
    return bytes(page)


def _character_page(runs: list[tuple[int, int, bytes]]) -> bytes:
    page = bytearray(512)
    bounds = [(start, end, change) for start, end, change in runs]
    points = sorted({at for start, end, _ in bounds for at in (start, end)})
    struct.pack_into(f"<{len(points)}I", page, 0, *points)
    free = 508
    for place, start in enumerate(points[:-1]):
        change = next((c for first, _, c in bounds if first == start), b"")
        if change:
            free = (free - len(change) - 1) // 2 * 2
            page[free] = len(change)
            page[free + 1 : free + 1 + len(change)] = change
            page[4 * len(points) + place] = free // 2
    page[511] = max(0, len(points) - 1)
    return bytes(page)
