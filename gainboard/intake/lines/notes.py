"""Footnotes that a page leaves among the paragraphs: numbered sources, that ask for nothing."""

import re

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.signs.duty import holds_duty

_NUMBERED = re.compile(r"(?:\d{1,3}|[*†‡])\s{0,6}(?=[A-Z“‘\"(])")
_CITES = re.compile(
    r"\bibid\b|\bop\.?\s?cit|\bparas?(?:graphs?)?\.?\s\d|\bpp?\.\s?\d|\bsections?\s\d|\bAct\s(?:19|20)\d\d"
    r"|https?:|\bwww\.|\bchapter\s\d|\bpart\s[A-Z]\b|\bHC\s\d|\bCm\s?\d|\bvol(?:ume)?\.?\s\d|\bsee\s"
    r"|\bcol(?:umn)?\.?\s\d|\bss?\.?\s?\d|\bRegulations\s(?:19|20)\d\d|\[\d{4}\]|\bQ\s?\d"
    r"|\((?:19|20)\d\d\)|,\s(?:19|20)\d\d\W{0,2}$|\b\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d\W{0,2}$"
    r"|\b(?:letter|evidence|transcript|statement|interview|submission)\b",
    re.IGNORECASE,
)
_ONLY_CITES = re.compile(
    r"(?:\d{1,3}\s+)?(?:see\s(?:also\s)?)?(?:ibid\b|op\.?\s?cit|part\s[A-Z],?\s(?:chapter|section)\b"
    r"|chapter\s\d+,\s(?:para|section|p)|para(?:graph)?s?\s\d|https?:|www\.)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8},?\s(?:19|20)\d\d\W{0,2}")
_LONGEST = 500


def is_note(text: str) -> bool:
    """Say whether a paragraph is a footnote: a number, a source, and nobody asked for anything."""
    if len(text) > _LONGEST or _DATE.fullmatch(text):
        return False
    if _ONLY_CITES.match(text):
        return not holds_duty(text)
    if _NUMBERED.match(text) is None or _CITES.search(text) is None:
        return False
    return not (holds_duty(text) or locate_deadlines(text, None))
