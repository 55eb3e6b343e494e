"""Bytes to text, and text to the one form that the rest of intake reads."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_REPLACEMENT = "\ufffd"

# UTF-8 that was read as Windows-1252 leaves one of these letters before the bytes that follow.
_CONTINUATIONS = re.escape(
    bytes(range(0x80, 0xC0)).decode("cp1252", errors="ignore") + "\x81\x8d\x8f\x90\x9d"
)
_GARBLED = re.compile(f"â[{_CONTINUATIONS}]{{2}}|[ÂÃ][{_CONTINUATIONS}]")
_PLAUSIBLE = re.compile("[\xa0-\xff\u2010-\u2044\u20ac\u2122\u25a0-\u25ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """Hold a document's text in its one form, and what had to be changed to get it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> PlainText:
    """Turn the bytes of a text file into text: UTF-8, UTF-16 with its mark, or Windows-1252."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return tidy(content.decode("utf-16", errors="replace"))
    try:
        return tidy(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return tidy(content.decode("cp1252", errors="replace"))


def tidy(text: str) -> PlainText:
    """Give the text with plain line breaks, composed letters and nothing that cannot be stored."""
    repaired, garbled = _GARBLED.subn(_ungarble, text)
    plain = _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", repaired))
    readable, unreadable = _UNREADABLE.subn(_REPLACEMENT, plain)
    warnings = []
    if garbled and repaired != text:
        warnings.append("Some characters had been saved in the wrong encoding and were repaired.")
    if unreadable:
        warnings.append(f"{unreadable} unreadable character(s) were replaced by “{_REPLACEMENT}”.")
    return PlainText(text=unicodedata.normalize("NFC", readable), warnings=tuple(warnings))


def _ungarble(found: re.Match[str]) -> str:
    try:
        whole = b"".join(_byte(character) for character in found[0]).decode("utf-8")
    except UnicodeError:
        return found[0]
    return whole if _PLAUSIBLE.fullmatch(whole) else found[0]


def _byte(character: str) -> bytes:
    if 0x80 <= ord(character) <= 0x9F:  # the five bytes that Windows-1252 leaves undefined
        return bytes((ord(character),))
    return character.encode("cp1252")
