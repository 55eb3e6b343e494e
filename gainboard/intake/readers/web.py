"""Web pages, and what word processors put on the clipboard."""

import codecs
import re

from gainboard.errors import GainboardError
from gainboard.intake.readers import refusals
from gainboard.intake.readers.form_fields import check_box
from gainboard.intake.readers.web_page import WebPage
from gainboard.intake.source import Source, compose, from_text
from gainboard.intake.text import PlainText, decode, tidy

_CHARSET = re.compile(rb"charset\s{0,8}=\s{0,8}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_FIELD = re.compile(r"<w:data>([0-9A-Fa-f]{20,8000})</w:data>")  # a field of one of Word's forms
_NO_TAG = re.compile(r"<(?=[^<>]*+(?:<|\Z))")
_MOST_FALSE_TAGS = 500
_LEAST_SHARE = 0.8  # of the pasted text's letters that its HTML must have to be trusted
_ALPHABETS = ("cp", "iso", "mac", "koi", "gb", "big5", "shift", "euc", "tis")


def read(content: bytes, name: str) -> Source:
    """Give a page's pieces in order; raises GainboardError with E-EMPTY or E-DAMAGED-DOCUMENT."""
    plain = _decoded(content)
    source = _read(plain.text, name, plain.warnings)
    if not source.text:
        raise refusals.wordless(name)
    return source


def read_pasted(text: str, html: str | None) -> Source:
    """Give what was pasted: by its HTML where that has all the words, else by its lines."""
    plain = from_text(text)
    if html is not None and html.strip():
        marked = _read(html[max(0, html.find("<")) :], "clipboard")
        if _letters(marked.text) >= _LEAST_SHARE * _letters(plain.text):
            plain = marked
    if not plain.text.strip():
        raise GainboardError("E-EMPTY", "There are no words in what was pasted.")
    return plain


def _read(page: str, name: str, warnings: tuple[str, ...] = ()) -> Source:
    reader = WebPage(name)
    reader.feed(_without_false_tags(_without_comments(page)))
    reader.close()
    return compose(reader.pieces, warnings)


def _without_comments(page: str) -> str:
    """Drop comments, but for the check boxes that Word hides in them.

    One that never ends is none, as the words after it would be lost.
    """
    kept: list[str] = []
    start = 0
    while (begins := page.find("<!--", start)) >= 0:
        ends = page.find("-->", begins + 4)
        if ends < 0:
            break
        kept.append(page[start:begins])
        kept += map(_box, _FIELD.findall(page, begins, ends))
        start = ends + 3
    return "".join((*kept, page[start:].replace("<!--", "")))


def _box(field: str) -> str:
    return check_box(bytes.fromhex(field[: len(field) // 2 * 2]))


def _without_false_tags(page: str) -> str:
    """Write “<” as a character where many begin no tag: the library takes too long over them."""
    quoted, false_tags = _NO_TAG.subn("&lt;", page)
    return quoted if false_tags > _MOST_FALSE_TAGS else page


def _decoded(content: bytes) -> PlainText:
    """Go by the bytes where they are sure, and else by what the page says of itself."""
    declared = _CHARSET.search(content[:_CHARSET_WITHIN])
    if declared is None or _is_unicode(content):
        return decode(content)
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name
        if not encoding.startswith(_ALPHABETS):
            return decode(content)
        if encoding == "iso8859-1":
            encoding = "cp1252"
        return tidy(content.decode(encoding, errors="replace"))
    except (LookupError, UnicodeError):
        return decode(content)


def _is_unicode(content: bytes) -> bool:
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
