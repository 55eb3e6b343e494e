"""What has to hold of a zip before any reader of documents sees it.

Documents and workbooks of today are zips of XML. Each part is inflated here once, with a bound
and by what the bytes do, for the sizes a zip declares may be lies.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from zipfile import ZipFile, ZipInfo

from gainboard.errors import GainboardError

MOST_PARTS = 2_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 100
XML_RATIO_FROM = 1024 * 1024
RATIO_FROM = 10 * 1024 * 1024  # a white picture may well be packed so tightly

_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_STEP = 1024 * 1024
_XML_NAMES = (".xml", ".rels", ".vml", ".rdf")
_NOT_PARSED = (".htm", ".html", ".mht", ".svg", ".txt")
_DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OVERLAP = 16
_MACRO_PARTS = re.compile(
    r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$|^(?:basic|scripts)/.*\.(?:xml|xlb|py|js|bsh)$"
    r"|^xl/macrosheets/",
    re.IGNORECASE,
)
_MACRO_TYPES = re.compile(rb"macroEnabled|vnd\.ms-office\.vbaProject")
# What the standard library raises for a zip that is not one, or not whole.
_BROKEN = (zipfile.BadZipFile, struct.error, ValueError, EOFError, RuntimeError, OSError)


def checked_zip(content: bytes, name: str) -> ZipFile:
    """Return the zip after every check, for its parts to be read by name.

    Raises GainboardError with E-DAMAGED-DOCUMENT, E-TOO-BIG, E-UNSAFE-DOCUMENT, E-PASSWORD or
    E-MACROS.
    """
    if content.count(b"PK\x01\x02") > 10 * MOST_PARTS:  # before the list itself takes the memory
        raise too_big(name, f"has more than {MOST_PARTS:,} parts, the most that are read")
    try:
        archive = ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except _BROKEN:
        raise damaged(name) from None
    _check_list(entries, name)
    _check_places(content, entries, name)
    unpacked = 0
    for entry in entries:
        unpacked += _check_part(content, entry, MOST_UNPACKED - unpacked, name)
        _check_opening(archive, entry, name)
    return archive


def damaged(name: str) -> GainboardError:
    """Return the refusal of a document that is not whole."""
    return GainboardError(
        "E-DAMAGED-DOCUMENT",
        f"“{name}” is damaged or was not copied whole; nothing was changed. "
        "Open it in the program it belongs to, save it anew, and take that in.",
    )


def too_big(name: str, what: str) -> GainboardError:
    """Return the refusal of a document that holds more than is read."""
    return GainboardError(
        "E-TOO-BIG", f"“{name}” {what}; nothing was changed. Split the document, or save it anew."
    )


def unsafe(name: str, what: str) -> GainboardError:
    """Return the refusal of a document that was built to harm, or looks so."""
    return GainboardError(
        "E-UNSAFE-DOCUMENT",
        f"“{name}” {what}, as no ordinary document does; it was not opened and nothing was "
        "changed. Ask its sender for it anew, as a PDF or as plain text (.txt).",
    )


def _check_list(entries: list[ZipInfo], name: str) -> None:
    if len(entries) > MOST_PARTS:
        raise too_big(name, f"has {len(entries):,} parts, and {MOST_PARTS:,} are the most")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise too_big(name, "unpacks to more than 300 MB, the most that is read")
    seen: set[str] = set()
    for entry in entries:
        part = entry.orig_filename
        if part.startswith(("/", "\\")) or part[1:2] == ":" or ".." in re.split(r"[/\\]", part):
            raise unsafe(name, "holds a part with a place outside of it")
        if part.casefold() in seen or "\x00" in part:
            raise unsafe(name, "holds a part twice")
        seen.add(part.casefold())
        if entry.flag_bits & _ENCRYPTED:
            raise GainboardError(
                "E-PASSWORD",
                f"“{name}” is protected by a password; nothing was changed. "
                "Open it, save it without the password, and take that in.",
            )
    if any(_MACRO_PARTS.search(entry.orig_filename) for entry in entries):
        raise macros(name)


def macros(name: str) -> GainboardError:
    """Return the refusal of a document that carries macros."""
    return GainboardError(
        "E-MACROS",
        f"“{name}” holds macros, which can do harm; it was not opened and nothing was changed. "
        "Save it without them (as .docx, .xlsx or .odt), and take that in.",
    )


def _check_places(content: bytes, entries: Iterable[ZipInfo], name: str) -> None:
    """Refuse parts that lie over each other: a few bytes would be unpacked again and again."""
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < ends:
            raise unsafe(name, "holds parts that lie over each other")
        ends = _begin(content, entry, name) + entry.compress_size
    if ends > len(content):
        raise damaged(name)


def _begin(content: bytes, entry: ZipInfo, name: str) -> int:
    """Return where the packed bytes of a part begin."""
    start = entry.header_offset
    header = content[start : start + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise damaged(name)
    name_length, extra_length = _LOCAL_HEADER.unpack(header)[-2:]
    return start + _LOCAL_HEADER.size + int(name_length) + int(extra_length)


def _check_part(content: bytes, entry: ZipInfo, left: int, name: str) -> int:
    """Inflate one part, look at its words, and return its true size."""
    start = _begin(content, entry, name)
    packed = memoryview(content)[start : start + entry.compress_size]
    is_xml = entry.orig_filename.lower().endswith(_XML_NAMES)
    is_list = entry.orig_filename == "[Content_Types].xml"
    size, tail, crc = 0, b"", 0
    for piece in _inflated(packed, entry, name):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > left:
            raise too_big(name, "unpacks to more than 300 MB, the most that is read")
        is_xml = is_xml or (size == len(piece) and _begins_as_xml(piece, entry.orig_filename))
        free = XML_RATIO_FROM if is_xml else RATIO_FROM
        if size > free and size > MOST_RATIO * max(1, entry.compress_size):
            raise unsafe(name, "unpacks to more than a hundred times its size")
        if is_xml:
            tail = _look(tail + piece.replace(b"\x00", b""), is_list, name)
    if size != entry.file_size:
        raise unsafe(name, "lies about the size of its parts")
    if crc != entry.CRC:
        raise damaged(name)
    return size


def _check_opening(archive: ZipFile, entry: ZipInfo, name: str) -> None:
    """Refuse a part whose own head says something else than the list of parts."""
    try:
        archive.open(entry).close()
    except _BROKEN:
        raise damaged(name) from None


def _begins_as_xml(piece: bytes, part: str) -> bool:
    """Tell whether a part is XML under another name; pages and pictures are not parsed as such."""
    if part.lower().endswith(_NOT_PARSED):
        return False
    return piece[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<"


def _look(words: bytes, is_list: bool, name: str) -> bytes:
    """Refuse declarations that XML parsers would follow; return what the next piece may end."""
    if _DECLARATIONS.search(words):
        raise unsafe(name, "declares entities or a document type in its XML")
    if is_list and _MACRO_TYPES.search(words):
        raise macros(name)
    return words[-_OVERLAP:]


def _inflated(packed: memoryview, entry: ZipInfo, name: str) -> Iterable[bytes]:
    if entry.compress_type == zipfile.ZIP_STORED:
        for start in range(0, len(packed), _STEP):
            yield bytes(packed[start : start + _STEP])
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise unsafe(name, "is packed in a way that documents are not")
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _STEP):
            waiting: bytes | memoryview = packed[start : start + _STEP]
            while waiting and not inflating.eof:
                yield inflating.decompress(waiting, _STEP)
                waiting = inflating.unconsumed_tail
        yield inflating.flush()
    except zlib.error:
        raise damaged(name) from None
    if not inflating.eof:
        raise damaged(name)
