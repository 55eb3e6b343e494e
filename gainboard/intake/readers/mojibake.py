"""Text that was read in the wrong encoding, once or more often, back to what it was."""

import re
from functools import partial

_MOST_TIMES = 3  # that the same text was read wrongly, one time after another
_PLAUSIBLE = re.compile(
    "[\xa0-\xffŒœŴŵŶŷŠšŽžƒˆ˜\u2010-\u2044\u20ac\u2122\u2190-\u21ff\u2500-\u27bf"
    "\ufb00-\ufb04\ufeff\uf020-\uf0ff]"
)


def repaired(text: str) -> str:
    """Undo UTF-8 read as Windows-1252, Mac Roman or in DOS's code pages; else give it back."""
    if text.isascii() or _LEADING.search(text) is None:
        return text
    for _ in range(_MOST_TIMES):
        before = text
        for garbled, whole in _WHOLE.items():
            text = garbled.sub(whole, text)
        if text == before:
            break
    return text


def _letter(byte: int, encoding: str) -> str:
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:  # one of the five that Windows-1252 leaves undefined
        return chr(byte)


def _byte(character: str, encoding: str) -> bytes:
    if 0x80 <= ord(character) <= 0x9F:
        return bytes((ord(character),))
    return character.encode(encoding)


def _garbled(encoding: str, leading_two: bytes, leading_three: bytes) -> re.Pattern[str]:
    following = re.escape("".join(_letter(byte, encoding) for byte in range(0x80, 0xC0)))
    following += "\x80-\x9f"
    two = re.escape("".join(_letter(byte, encoding) for byte in leading_two))
    three = re.escape("".join(_letter(byte, encoding) for byte in leading_three))
    # The last byte of a closing quotation mark is often lost, as Windows-1252 has no letter for it.
    cut = f"|â€(?![{following}])" if encoding == "cp1252" else ""
    return re.compile(f"[{three}][{following}]{{2}}|[{two}][{following}]{cut}")


def _whole(found: re.Match[str], encoding: str) -> str:
    if found[0] == "â€":
        return "”"
    try:
        whole = b"".join(_byte(character, encoding) for character in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]
    return whole if _PLAUSIBLE.fullmatch(whole) else found[0]


_LEADING_BYTES = (
    ("cp1252", b"\xc2\xc3\xc5\xc6\xcb", b"\xe2\xef"),
    ("mac_roman", b"\xc2\xc3\xc5", b"\xe2"),
    ("cp850", b"\xc2\xc3\xc5", b"\xe2"),
    ("cp437", b"\xc2\xc3\xc5", b"\xe2"),
)
_WHOLE = {
    _garbled(encoding, two, three): partial(_whole, encoding=encoding)
    for encoding, two, three in _LEADING_BYTES
}
# Without one of these a text is not garbled, and most are not: one search tells.
_LEADING = re.compile(
    "[" + "".join((two + three).decode(encoding) for encoding, two, three in _LEADING_BYTES) + "]"
)
