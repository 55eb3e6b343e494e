"""Bands of time that a report defines once: "short term (within a year)", then "(Short term)"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.domain.found_deadlines import Found, found
from gainboard.domain.numerals import whole_number
from gainboard.domain.period_deadlines import PERIOD, after_publication, plain_period

Bands = Mapping[str, tuple[int, str]]

_BAND = r"(?P<words>(?P<band>immediate|short|medium|long)(?:er)?[\s-]+term)"
_DEFINED = re.compile(
    rf"\b{_BAND}\b(?:\s+(?:actions?|recommendations?|priorit(?:y|ies)))?(?:\s+(?:is|are|means))?"
    r"(?:\s+to\s+be\s+\w+)?\W{0,4}(?:(?:within|in|up\s+to|less\s+than|under)\s+)?"
    rf"(?:the\s+next\s+)?{PERIOD}"
    r"(?!\s*(?:\+|plus\b|or\s+(?:more|longer|over)|and\s+(?:more|over|beyond)))",
    re.IGNORECASE,
)
_AT_END = re.compile(rf"[(\[]\s*{_BAND}\s*[)\]]\W*$", re.IGNORECASE | re.MULTILINE)
_OUTSIDE = re.compile(
    rf"\W*(?:(?:timescales?|timeframe|timing|priority|term)\s*[:–-]\s*)?{_BAND}\b"
    r"(?:\s+(?:actions?|recommendations?|priorit(?:y|ies)))?\W*(?:[(:–-].{0,40})?",
    re.IGNORECASE,
)
_LONGEST = 90


def read_bands(texts: Iterable[str]) -> Bands:
    """Read what a document says its bands are, each as the period it ends with."""
    bands: dict[str, tuple[int, str]] = {}
    for text in texts:
        for said in _DEFINED.finditer(text):
            period = plain_period(whole_number(said["count"]), said["unit"])
            bands.setdefault(said["band"].lower(), period)
    return bands


def names_band(words: str) -> bool:
    """Say whether a heading, a column or a line names a band, and nothing more."""
    return len(words) <= _LONGEST and _OUTSIDE.fullmatch(words) is not None


def read_band(words: str, bands: Bands, published: date | None) -> DraftDeadline | None:
    """Read a band that stands outside an item's words; None where it is not defined."""
    said = _OUTSIDE.fullmatch(words) if names_band(words) else None
    one = _found(words, said, bands, published) if said is not None else None
    return one.deadline if one is not None else None


def locate_bands(text: str, bands: Bands, published: date | None) -> Iterator[Found]:
    """Find the bands in brackets that close an item's lines."""
    for said in _AT_END.finditer(text) if bands else ():
        one = _found(text, said, bands, published)
        if one is not None:
            yield one


def _found(text: str, said: re.Match[str], bands: Bands, published: date | None) -> Found | None:
    period = bands.get(said["band"].lower())
    if period is None:
        return None
    due, rule = after_publication(published, period, assumed=True)
    start, end = said.span("words")
    basis, assumed = Basis.RELATIVE_TO_PUBLICATION, due is not None
    return found(text, start, end, basis, due, rule, assumed, period=period)
