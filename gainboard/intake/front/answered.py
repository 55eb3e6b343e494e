"""The report that a response answers: "this Report" in what it quotes means that one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gainboard.domain.draft import Basis
from gainboard.domain.stated_dates import read_stated, written
from gainboard.intake.front.title_page import title_page
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings

_RESPONSE = re.compile(
    r"\b(?:respon(?:se|ses|ds|ding)|reply)\b.{0,80}?\b(?:to|by|from)\b.{0,160}?\b(?:reports?|inquiry"
    r"|inspections?|reviews?|recommendations?|committee|coroner|audit|regulation\s+28)\b"
    r"|\b(?:government|force|council|pcc|commissioner|trust|department)(?:['’]s?)?\s+response\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"^(?:this|the\s+following)\s+(?:\w+\s+){0,2}(?:is|sets?\s+out|contains|provides|responds|constitutes)\b"
    r".{0,60}\b(?:response|reply|responds?)\b.{0,20}\bto\b|^this\s+(?:response|reply)\b.{0,40}\bto\b"
    r"|\bresponse\b.{0,80}\bis\s+(?:appended|annexed|attached)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\W*date\s+(?:the\s+)?(?:(?:inspection|report|review)\s+)?(?:was\s+)?published\W{1,6}"
    r"|\W*(?:inspection|report)\s+published\W{1,6}|\W*date\s+of\s+(?:the\s+)?(?:inspection\s+)?"
    r"(?:publication|report)\W{1,6}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_PUBLISHED = re.compile(r"\b(?:publish(?:ed|es)|publication|laid|issued|released)\b", re.I)
_REPORT = re.compile(r"\b(?:reports?|inspection|inquiry|review|findings)\b", re.IGNORECASE)
_ITS_OWN = re.compile(
    r"\b(?:this|our|the\s+government['’]s)\s+(?:response|reply)\s+(?:was|is|will\s+be)\s+(?:\w+\s+)?"
    r"(?:published|received|issued)|\bresponse\s+(?:was\s+)?(?:published|received|issued|dated)\b",
    re.IGNORECASE,
)
_NO_REPORT = re.compile(
    r"\b(?:strategy|white\s+paper|green\s+paper|plan|statistics|consultation)\b", re.I
)
_DATE = re.compile(r"(?<![\w/.-])(?=\d|[A-Z])")
_FIRST_BLOCKS = 30
_FRONT_BLOCKS = 300
_FRONT = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Hold when the report that a document answers was published, as far as it says so."""

    published: date | None
    doubt: str = ""


def read_answered(blocks: Sequence[Block]) -> Answered | None:
    """Read what report a response answers; None where the document is no response."""
    if not _is_response(blocks):
        return None
    for place, block in enumerate(blocks[:_FIRST_BLOCKS]):
        field = _FIELD.match(block.text)
        if field:
            following = blocks[place + 1].text if place + 1 < len(blocks) else ""
            day = _day(block.text[field.end() :] or following, 0)
            if day is not None:
                return Answered(published=day)
    found = list(dict.fromkeys(_publications(blocks)))
    if not found:
        return Answered(
            published=None,
            doubt="the document answers a report whose publication date it does not state: the date"
            " is counted from the document's own",
        )
    doubt = ""
    if len(found) > 1:
        others = ", ".join(written(day) for day in found[1:4])
        doubt = (
            f"the report answered is taken to be that of {written(found[0])}; the document names"
            f" others too ({others})"
        )
    return Answered(published=found[0], doubt=doubt)


def _is_response(blocks: Sequence[Block]) -> bool:
    """Say whether the first page, or a sentence of the first pages, calls itself a response."""
    lines = [block.text for block in title_page(blocks) if not block.text.endswith(".")]
    titled = _RESPONSE.search(" ".join(line for line in lines if not headings.is_contents(line)))
    return titled is not None or any(
        _SAYS_SO.search(sentence)
        for block in blocks[:_FIRST_BLOCKS]
        for sentence in _SENTENCE.split(block.text[:2_000])
    )


def _publications(blocks: Sequence[Block]) -> Iterator[date]:
    """Give the days on which the front of the document says that a report was published."""
    length = 0
    for block in blocks[:_FRONT_BLOCKS]:
        length += len(block.text)
        if length > _FRONT:
            return
        for sentence in _SENTENCE.split(block.text):
            if _REPORT.search(sentence) and not _NO_REPORT.search(sentence):
                day = _published_on(_ITS_OWN.split(sentence)[0])
                if day is not None:
                    yield day


def _published_on(sentence: str) -> date | None:
    """Give the day that goes with "published": behind it, or at the sentence's beginning."""
    published = _PUBLISHED.search(sentence)
    if published is None:
        return None
    behind = next(_days(sentence[published.end() :]), None)
    first = next(_days(sentence[: published.start()]), None)
    opens = sentence.lstrip('“"').startswith("On ")
    return (first or behind) if opens else (behind or first)


def _days(sentence: str) -> Iterator[date]:
    for place in _DATE.finditer(sentence):
        if day := _day(sentence, place.start()):
            yield day


def _day(words: str, start: int) -> date | None:
    stated = read_stated(words.strip() if start == 0 else words, start)
    if stated is None or stated.basis is not Basis.STATED_DAY:
        return None
    return stated.first
