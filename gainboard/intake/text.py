"""Bytes to text, and text to the one form that the rest of intake reads."""

import re
import unicodedata
from dataclasses import dataclass

from gainboard.intake.readers.encodings import decoded
from gainboard.intake.readers.mojibake import repaired

_LINE_BREAKS = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\ufeff\u200b\u200e\u200f\u2060]|\xad(?!\n)")
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_REPLACEMENT = "\ufffd"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{1000,}")
_MOST_ACCENTS = 30  # on one letter: composing takes far too long over thousands of them


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """Hold a document's text in its one form, and what had to be changed to get it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> PlainText:
    """Turn the bytes of a text file into text in its one form."""
    return tidy(decoded(content))


def tidy(text: str) -> PlainText:
    """Give the text with plain line breaks, composed letters and nothing that cannot be stored.

    Form feeds stay: they tell where a page ends, which may be in the middle of a sentence.
    """
    whole = repaired(text)
    if whole.isprintable():  # as most pieces of documents are: none of these is in them
        readable, unreadable = whole, 0
    else:
        plain = _INVISIBLE.sub("", _LINE_BREAKS.sub("\n", whole)).replace("\xad\n", "-\n")
        readable, unreadable = _UNREADABLE.subn(_REPLACEMENT, plain)
    bounded = readable if readable.isascii() else _NOT_ASCII.sub(_bounded, readable)
    if bounded is not readable:
        unreadable += bounded.count(_REPLACEMENT) - readable.count(_REPLACEMENT)
    warnings = []
    if whole != text:
        warnings.append("Some characters had been saved in the wrong encoding and were repaired.")
    if unreadable:
        warnings.append(f"{unreadable} unreadable character(s) were replaced by “{_REPLACEMENT}”.")
    return PlainText(text=unicodedata.normalize("NFC", bounded), warnings=tuple(warnings))


def _bounded(found: re.Match[str]) -> str:
    """Replace the accents on a letter that are more than any script has."""
    accents = 0
    kept: list[str] = []
    for character in found[0]:
        accents = accents + 1 if unicodedata.combining(character) else 0
        kept.append(character if accents <= _MOST_ACCENTS else _REPLACEMENT)
    return "".join(kept)
