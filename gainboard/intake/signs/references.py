"""What closes an item's text: its number, "(Recommendation 1)", or its source, "(Paragraph 24)"."""

import re

_REFERENCE = re.compile(
    r"[(\[](?:(?:safety\s+)?rec(?:ommendation|\.)?\s*(?:no\.?\s*)?(?P<named>[A-Z]{0,3}-?\d{1,4}"
    r"(?:[./-]\d{1,4}){0,2})|(?P<short>R\s?\d{1,3})|(?P<code>[A-Z]{1,4}-\d{2,4}[/-]\d{1,4}"
    r"|\d{2,4}[/-]\d{2,4}(?:[/-]\d{1,4})?))"
    r"[)\]]\s?\.?\s*$",
    re.IGNORECASE,
)
_SOURCED = re.compile(r"[(\[](?:paragraphs?|paras?\.?)\s\d[^)\]]{0,60}[)\]]\W?$", re.IGNORECASE)
_SOURCE_ALONE = re.compile(r"(?:^|[.!?][”’\"')]?\s)[(\[]Para(?:graph|\.)?s?\s\d[^)\]]{0,40}[)\]]$")
_NUMBER_ALONE = re.compile(
    r"[.!?][”’\"')]?\s\((?:(?:safety\s+)?recommendation\s(?:no\.?\s*)?\d{1,3}|[A-Z]{1,4}-\d{2,4}[/-]\d{1,4})\)$",
    re.IGNORECASE,
)
_PAGE_BEHIND = re.compile(r"[.!?][”’\"')]?\s[Pp]ages?\s\d{1,3}$")
_ALONE = re.compile(r"[(\[][^()\[\]]{2,30}[)\]]\.?")
_YEARS = re.compile(r"(?:19|20)\d\d[/-](?:(?:19|20)\d\d|\d\d)")


def read_reference(text: str) -> str | None:
    """Read the number that closes an item's text; None where it closes with words."""
    found = _REFERENCE.search(text[-60:])
    if found is None:
        return None
    if found["named"] or found["short"]:
        return found["named"] or found["short"]
    return None if _YEARS.fullmatch(found["code"]) else found["code"]


def is_reference_alone(line: str) -> bool:
    """Say whether a line holds an item's number in brackets and no more: "(Recommendation 6)"."""
    return _ALONE.fullmatch(line) is not None and read_reference(line) is not None


def closes_with_page(text: str) -> bool:
    """Say whether a text ends with the page where its reasons stand: "… each year. Page 12"."""
    return _PAGE_BEHIND.search(text[-20:]) is not None


def names_source(text: str) -> bool:
    """Say whether a text closes with the paragraph of a report that it comes from."""
    return _SOURCED.search(text[-80:]) is not None


def closes_with_source(line: str) -> bool:
    """Say whether a line closes with a source, its page or an item's number, behind a sentence.

    What follows it is apart.
    """
    if _NUMBER_ALONE.search(line) is not None or closes_with_page(line):
        return True
    return _SOURCE_ALONE.search(line[-80:]) is not None
