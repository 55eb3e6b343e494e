"""The records of registers and list pages: where each begins and ends, where its words stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gainboard.domain.draft import Kind
from gainboard.intake.signs.duty import first_sentence, is_answer, lays_duty, says_recommend
from gainboard.intake.structure.outline import Outline

_CODE = re.compile(
    r"(?P<named>(?:ref(?:erence)?|rec(?:ommendation)?|id|no|number|item)\.?\s*(?:no\.?|number|id|ref)?"
    r"\s*[:#]?\s+)?(?P<code>[A-Z]{0,5}[-/. ]?\d[\w]{0,6}(?:[-/.]\d[\w]{0,6}){0,3})",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+(?:\d{1,2},\s+)?\d{4})",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"(?:status\s*:?\s*)?(?:open|closed|completed?|(?:fully\s+|partially\s+|partly\s+|not\s+)?"
    r"(?:implemented|accepted|addressed|met|started|agreed)|in\s+progress|ongoing|rejected"
    r"|superseded|outstanding|overdue|on\s+track)\b.{0,40}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:view|read|show|see|open|download|back|expand|collapse|more|https?:)\b.{0,60}",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£$€]\s?\d|\b(?:savings|cost|amount)\s*:", re.IGNORECASE)
_FIELD = re.compile(r"[A-Z][\w /()-]{1,40}:\s\S.{0,120}")
_SHORT = 70
_LONG = 40
_FEWEST = 2
_FEWEST_HEADS = 3
_MOST_PIECES = 60  # in one record
_NEARLY_ALL = 0.7
_FARTHEST_LINE = 9  # about an item, from its words or code


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Hold a record's pieces, from its first place to before another, and its code."""

    first: int
    after: int
    code: str | None
    text: int


def records_of(outline: Outline, known: set[int]) -> list[Record]:
    """Read a document's records by their codes, by a heading that comes back, or by like lines.

    `known` holds the ends of the pieces that begin items: like lines count only where some are
    missing.
    """
    return _coded(outline) or _headed(outline) or _repeating(outline, known)


# --- records that begin or end with a code


def _coded(outline: Outline) -> list[Record]:
    codes = list(_codes(outline))
    if len(codes) < _FEWEST:
        return []
    shapes = Counter(shape for _, _, shape in codes)
    shape, count = shapes.most_common(1)[0]
    if count < _FEWEST:
        return []
    same = [(place, code) for place, code, own in codes if own == shape]
    if len({code for _, code in same}) < len(same):
        return []
    for records in (_below(outline, same), _above(outline, same)):
        if len(records) >= max(_FEWEST, len(same) * _NEARLY_ALL) and _is_register(outline, records):
            return records
    return []


def _codes(outline: Outline) -> Iterator[tuple[int, str, str]]:
    for place, block in enumerate(outline.blocks):
        if block.cell is not None or outline.is_contents(place):
            continue
        text = block.printed
        found = _CODE.fullmatch(text) if len(text) < 40 else None
        if (
            found is None
            or _DATE.fullmatch(text)
            or (found["code"].isdecimal() and not found["named"])
        ):
            continue
        stem = re.sub(r"\d+", "9", re.sub(r"[A-Za-z]+", "A", found["code"]))
        yield place, found["code"], f"{(found['named'] or '').strip().lower()} {stem}"


def _below(outline: Outline, codes: Sequence[tuple[int, str]]) -> list[Record]:
    """Read records whose code stands above their words."""
    records: list[Record] = []
    places = [place for place, _ in codes]
    for (place, code), following in zip(codes, [*places[1:], len(outline)], strict=True):
        text = next(
            (
                at
                for at in range(place + 1, min(following, place + _FARTHEST_LINE))
                if _is_asked(outline, at)
            ),
            None,
        )
        if text is not None:
            after = min(following, place + _MOST_PIECES)
            records.append(Record(first=place, after=after, code=code, text=text))
    return records


def _above(outline: Outline, codes: Sequence[tuple[int, str]]) -> list[Record]:
    """Read records whose code stands below their words."""
    records: list[Record] = []
    last = -1
    for place, code in codes:
        text = None
        for at in range(place - 1, max(last, place - _MOST_PIECES), -1):
            if kind_of(outline, at) is not None:
                break
            text = at if _is_asked(outline, at) else text
        if text is not None:
            records.append(Record(first=text, after=place + 1, code=code, text=text))
        last = place
    ends = [*(one.first for one in records[1:]), len(outline)][: len(records)]
    return [
        replace(one, after=min(end, one.after + _FARTHEST_LINE))
        for one, end in zip(records, ends, strict=True)
    ]


def _is_register(outline: Outline, records: Sequence[Record]) -> bool:
    """Say whether lines about the item, its status or dates, stand in nearly every record."""
    told = sum(
        any(kind_of(outline, at) not in (None, "code") for at in range(one.first, one.after))
        for one in records
    )
    return told >= len(records) * _NEARLY_ALL


def kind_of(outline: Outline, place: int) -> str | None:
    """Name what a short line says about an item; None for words that may be the item's own."""
    block = outline.blocks[place]
    text = block.printed
    if len(text) > _SHORT or (block.mark is not None and not block.mark.counts):
        return None
    if _CODE.fullmatch(text) and any(letter.isdigit() for letter in text):
        return "code"
    if _STATUS.fullmatch(text) and not text.endswith("."):
        return "status"
    if _DATE.search(text) and not lays_duty(text):
        return "date"
    if _LINK.fullmatch(text) and not text.endswith("."):
        return "link"
    if _MONEY.search(text):
        return "money"
    return "field" if outline.field(place) is not None else None


def _is_asked(outline: Outline, place: int) -> bool:
    """Say whether the words of an item stand there."""
    block = outline.blocks[place]
    if block.cell is not None or kind_of(outline, place) is not None:
        return False
    label = outline.label(place)
    text = label.rest if label is not None else block.text
    if len(text) < _LONG or is_answer(text) or (label is None and _FIELD.fullmatch(text)):
        return False
    return lays_duty(first_sentence(text))


# --- records below a heading that comes back


def _headed(outline: Outline) -> list[Record]:
    """Read pages that each have the same heading over the one recommendation they hold."""
    counted: dict[str, list[int]] = {}
    for place, block in enumerate(outline.blocks[:-1]):
        if block.mark is None and block.cell is None and len(block.text) < _SHORT:
            section = outline.section(place)
            if section is not None and section.kind in (
                Kind.RECOMMENDATION,
                Kind.LEARNING,
            ):
                counted.setdefault(block.text.lower().strip(" :"), []).append(place)
    places = max(counted.values(), key=len, default=[])
    if len(places) < _FEWEST_HEADS:
        return []
    records = []
    for place, following in zip(places, [*places[1:], len(outline)], strict=True):
        after = min(following, place + _MOST_PIECES)
        said = [at for at in range(place + 1, after) if _recommends(outline, at)]
        if len(said) > 1:
            return []
        if said == [place + 1]:
            records.append(
                Record(first=_titled(outline, place), after=after, code=None, text=said[0])
            )
    return records if len(records) >= len(places) * _NEARLY_ALL else []


def _titled(outline: Outline, place: int) -> int:
    """Find the title of a page above its heading, where it names the recommendation as well."""
    for above in range(place - 1, max(-1, place - _FARTHEST_LINE), -1):
        if outline.label(above) is not None or outline.section(above) is not None:
            return above
    return place


def _recommends(outline: Outline, place: int) -> bool:
    block = outline.blocks[place]
    if block.mark is not None or block.cell is not None or len(block.text) < _LONG:
        return False
    return says_recommend(first_sentence(block.text))


# --- records without a code: words, and below them the same kinds of lines


def _repeating(outline: Outline, known: set[int]) -> list[Record]:
    """Read records of which each begins with what is asked, and the lines below it are alike."""
    records: list[tuple[str, Record]] = []
    if not any("recommend" in block.text.casefold() for block in outline.blocks):
        return []
    place = 0
    while place < len(outline):
        if not _is_asked(outline, place):
            place += 1
            continue
        below = place + 1
        while below < len(outline) and outline.blocks[below].mark is not None:
            below += 1
        after = below
        while after < len(outline) and after - below < _FARTHEST_LINE and kind_of(outline, after):
            after += 1
        if after - below >= _FEWEST:
            kind = kind_of(outline, below) or ""
            records.append((kind, Record(first=place, after=after, code=None, text=place)))
        place = max(after, place + 1)
    usual = Counter(kind for kind, _ in records).most_common(1)
    same = [record for kind, record in records if usual and kind == usual[0][0]]
    unknown = any(outline.blocks[record.text].end not in known for record in same)
    return same if len(same) >= _FEWEST_HEADS and unknown else []
