"""Text at every entrance: what people type or paste, made safe to keep without losing a word."""

import re
import unicodedata

REPLACEMENT = "\ufffd"

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_UNKEEPABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def clean(text: str) -> str:
    """Return text as the register keeps it: NFC, `\\n` line breaks, unkeepable signs replaced."""
    broken = _LINE_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", _UNKEEPABLE.sub(REPLACEMENT, broken))


def clean_name(text: str) -> str:
    """Return a name on one line, without the signs that make text read backwards."""
    return " ".join(_BIDI.sub("", clean(text)).split())


def shorten(text: str, length: int = 80) -> str:
    """Return the text on one line, ended with an ellipsis where it is longer than `length`."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
