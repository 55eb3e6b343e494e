"""What a file is, told from its bytes; its suffix decides only between texts."""

import re
from enum import StrEnum

_HEAD = 65536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_SPACE = b" \t\r\n\xef\xbb\xbf\x00"


class Kind(StrEnum):
    """Name what a file is, as far as its bytes say."""

    ZIP = "a zip"
    OLE = "an OLE file"
    PDF = "a PDF"
    RICH_TEXT = "rich text"
    WEB_PAGE = "a web page"
    WEB_ARCHIVE = "a web archive"
    TEXT = "text"
    TABLE = "a table"
    E_MAIL = "an e-mail"
    PICTURE = "a picture"
    PROGRAM = "a program"
    ARCHIVE = "an archive"
    OLD_WORD = "a Word document of before 1997"
    WORD_XML = "a Word document as XML"
    XML = "an XML file"
    BINARY = "binary"


_BEGINNINGS = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PK\x07\x08", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"MZ", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (b"\xdb\xa5-\x00", Kind.OLD_WORD),
    (b"\x31\xbe\x00\x00", Kind.OLD_WORD),
    (b"\xffWPC", Kind.OLD_WORD),
)
_MAIL = re.compile(
    rb"(?:received|return-path|from|to|cc|subject|date|message-id|mime-version|x-[\w-]{1,40}"
    rb"|content-type|delivered-to|reply-to|thread-index)[ \t]*:",
    re.IGNORECASE,
)
_MAIL_ONLY = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|x-mailer|delivered-to)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_WEB = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|meta|title|style|table|div|p|h[1-6]|ul|ol|span)"
    rb"(?=[\s>/])",
    re.IGNORECASE,
)
_CLIPBOARD = re.compile(rb"Version:\d\.\d\s+StartHTML:", re.IGNORECASE)
_WORD_XML = re.compile(rb"<(?:\w+:)?wordDocument\b|<pkg:package\b|progid=.Word\.Document")
_WEB_SUFFIXES = {".htm", ".html", ".xhtml"}
_TABLE_SUFFIXES = {".csv", ".tsv", ".tab"}


def kind_of(content: bytes, suffix: str) -> Kind:
    """Say what the bytes are; a suffix (".csv") only tells apart what is text either way."""
    head = content[:_HEAD]
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning) and (kind is not Kind.PROGRAM or _controls(head) > 8):
            return kind
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Kind.PICTURE
    if head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00":
        return Kind.PICTURE
    words = head.lstrip(_SPACE)
    if words.startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and suffix == ".pdf"):
        return Kind.PDF
    if words.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    return _kind_of_text(head, suffix)


def _kind_of_text(head: bytes, suffix: str) -> Kind:
    # UTF-16 and UTF-32 are text with NULs between the letters.
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4096]
    letters = (head.replace(b"\x00", b"") if marked else head).lstrip(_SPACE)
    if not _is_text(head):
        return Kind.BINARY
    if _CLIPBOARD.match(letters):
        return Kind.WEB_PAGE
    if letters.startswith((b"<", b"\xff\xfe<", b"\xfe\xff<")):
        return _kind_of_markup(letters.lstrip(b"\xff\xfe"), suffix)
    if _MAIL.match(letters):
        headers = re.split(rb"\r?\n\r?\n", letters[:16384], maxsplit=1)[0]
        if b"multipart/related" in headers and b"text/html" in letters:
            return Kind.WEB_ARCHIVE
        if suffix == ".eml" or _MAIL_ONLY.search(headers):
            return Kind.E_MAIL
    if suffix in _WEB_SUFFIXES:
        return Kind.WEB_PAGE
    return Kind.TABLE if suffix in _TABLE_SUFFIXES else Kind.TEXT


def _kind_of_markup(letters: bytes, suffix: str) -> Kind:
    if _WORD_XML.search(letters[:8192]):
        return Kind.WORD_XML
    if suffix in _WEB_SUFFIXES or _WEB.search(letters[:4096]):
        return Kind.WEB_PAGE
    return Kind.XML if letters.startswith(b"<?xml") else Kind.TEXT


def _is_text(head: bytes) -> bool:
    """Tell text from what is plainly none, by the control bytes it holds."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return _controls(head) <= max(8, len(head) // 50) or _is_wide(head)


def _is_wide(head: bytes) -> bool:
    """Tell whether the NULs stand as they do in UTF-16 or UTF-32 without a mark."""
    places = [head[start:4096:4].count(0) for start in range(4)]
    quarter = max(1, len(head[:4096]) // 4)
    empty = [count > 0.6 * quarter for count in places]
    full = [count < 0.1 * quarter for count in places]
    wide = [(1, 3), (0, 2), (1, 2, 3), (0, 1, 2)]
    return any(
        all(empty[place] if place in zeros else full[place] for place in range(4)) for zeros in wide
    )


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))
