"""Which encoding the bytes of a text are in, found from the bytes alone."""

import codecs
import re

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_SAMPLE = 65536
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_ONE_BYTE = ("cp1252", "iso8859-15", "mac_roman", "iso8859-14", "cp850")  # the likeliest first
_FITTING = re.compile(
    r"(?<=\w)’(?=\w)|(?<![^\s(])[“‘](?=\w)|(?<=[\w.,;:?!)])[”’](?![\w“‘])"
    r"|(?<=[\s\d])[–—](?=[\s\d])|(?<![^\n\t ])[•·](?=\s)|[£€](?=\d)|(?<=\w)…|\d°"
    r"|(?<=[a-z])[à-ïñ-öø-ýÿœŵŷ](?![A-Z])|(?<!\w)[À-ÖØ-ÝŒŴŶ](?=\w)|[\xa0§©®™½¼¾](?!\w)",
    re.MULTILINE,
)


def decoded(content: bytes) -> str:
    """Give the text: UTF-8, -16 or -32 with or without their marks, or the likeliest of others."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    wide = _wide(content[:_SAMPLE])
    if wide is not None:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if _is_mostly_utf_8(content):
            return content.decode("utf-8", errors="gainboard-one-byte")
    return content.decode(_one_byte(content), errors="gainboard-one-byte")


def _wide(sample: bytes) -> str | None:
    """Know UTF-16 and UTF-32 by where their zeros stand, as most letters are Latin."""
    length = len(sample) // 4
    if length < 2 or sample.count(0) < length:
        return None
    zeros = [sample[place::4].count(0) for place in range(4)]
    full = [count > length * 0.7 for count in zeros]
    return {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }.get((full[0], full[1], full[2], full[3]))


def _is_mostly_utf_8(content: bytes) -> bool:
    """Say whether more bytes above ASCII are whole UTF-8 letters than are not."""
    whole = sum(len(found) for found in _MULTIBYTE.findall(content))
    return whole > len(_HIGH.findall(content)) / 2


def _one_byte(content: bytes) -> str:
    near = b" ".join(content[max(0, at - 2) : at + 3] for at in _places(content))
    if not near:
        return _ONE_BYTE[0]
    return max(_ONE_BYTE, key=lambda encoding: _fit(near, encoding))


def _places(content: bytes) -> list[int]:
    return [found.start() for found in _HIGH.finditer(content[: _SAMPLE * 4])]


def _fit(near: bytes, encoding: str) -> int:
    """Count the letters and signs above ASCII that stand where such letters and signs do."""
    return len(_FITTING.findall(near.decode(encoding, errors="replace")))


def _as_one_byte(fault: UnicodeError) -> tuple[str, int]:
    """Read the byte that cannot be as Windows-1252, or else keep its number."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    byte = fault.object[fault.start : fault.start + 1]
    try:
        return byte.decode("cp1252"), fault.start + 1
    except UnicodeDecodeError:
        return chr(byte[0]), fault.start + 1


codecs.register_error("gainboard-one-byte", _as_one_byte)
