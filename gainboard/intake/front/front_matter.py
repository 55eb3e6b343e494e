"""What a document says about the report itself: its title, its date, the bodies behind it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gainboard.domain.draft import Basis
from gainboard.domain.stated_dates import Stated, read_stated
from gainboard.intake.front.title_page import bodies_on, dates_on, find_title
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.body_names import split_names
from gainboard.intake.signs.duty import sentences

_TITLE = re.compile(
    r"(?:[*_]{0,2})(?:(?:full\s+)?title(?:\s+of\s+(?:the\s+)?(?:inspection|report|review|audit))?"
    r"|(?:inspection|report|review|audit)\s+(?:title|name)|name\s+of\s+(?:the\s+)?(?:inspection"
    r"|report))[*_]{0,2}\s*(?:[-–—:]+|$)\s*(?P<value>.{0,300})",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:[*_]{0,2})(?:date\s+(?:of\s+)?(?:the\s+)?(?:(?:inspection|report)\s+)?(?:was\s+)?"
    r"(?:publication|published|issued?)|(?:(?:inspection|report|review)\s+)?(?:first\s+)?"
    r"(?:published|publication\s+date|publication|issued|date\s+issued)|report\s+date"
    r"|date\s+of\s+(?:the\s+)?(?:report|recommendations?))(?:\s+(?:on|in|date))?"
    r"(?:\s+of\s+(?:inspection|report))?"
    r"[*_]{0,2}\s*(?:[-–—:]+\s*|\s+(?=\d)|\s+(?=[A-Z][a-z]{2,8}\s\d)|$)(?P<value>.{0,60})",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:Published|PUBLISHED|Publication\s+date|Date\s+of\s+(?:publication|report)|Issued)\s*"
    r"(?:on\b|:|–|-)?\s*(?=[\dA-Z])"
    r"|\b(?:[Tt]oday|report\s+was\s+published\s+on)[\s,:]+(?=[\dA-Z])"
)
_PRINTED = re.compile(r"\bto\s+be\s+printed(?:\s+on)?\s+(?=\d)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|crown\s+copyright)[^\d]{0,60}((?:19|20)\d\d)\b", re.IGNORECASE)
_BODIES = re.compile(
    r"(?:inspect(?:ing|ion)\s+bod(?:y|ies)|inspectorates?|carried\s+out\s+by|inspected\s+by"
    r"|published\s+by|prepared\s+by|report\s+by|author(?:ed\s+by|s)?|audit(?:ed\s+by|ors?))\s*"
    r"(?:[-–—:]|(?<=\sby)\s)\s*(?P<value>.{2,300})",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s(?:(?:have|has)\s+)?(?:jointly\s+)?(?:carried\s+out|conducted|undertook|undertaken"
    r"|inspected|published)\s(?=.{0,80}\b(?:inspection|review|audit|investigation|report|inquiry))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^,;]{2,120}?\([A-Z][A-Za-z]{1,11}\)|\b[A-Z]{3,8}\b|\bOfsted\b")
_BETWEEN_NAMED = r"(?<=\)),?\s+and\s+|(?<=\)),\s+"
_ACRONYM = re.compile(r"\b(?:HM[A-Z]{2,6}|HMI\s[A-Z]\w+|IOPC|CQC|NAO|Ofsted|Estyn|IPCO)\b")
_MAKER = re.compile(
    r"\b(?:inspectorate|inspectors?|committee|commission(?!er)|commissioners?['’]s?\s+office|ombudsman"
    r"|audit|auditor|inquiry|investigation|ofsted|estyn|coroner|senate|congress|parliament|office\s+for"
    r"|standards|regulator|authority\s+for|law\s+commission|board\s+of\s+inquiry|accounts|house\s+of"
    r"|quality\s+commission|complaints|united\s+nations|government)\b",
    re.IGNORECASE,
)
_PARENT = re.compile(r"(?:the\s+)?(?:house\s+of\s+\w+|senate|parliament)$", re.IGNORECASE)
_FRONT_BLOCKS = 120
_FIRST_BLOCKS = 40
_LONGEST = 600


def front_of(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the pieces before the first item."""
    for place, block in enumerate(blocks[:_FRONT_BLOCKS]):
        if headings.read_label(block.text) and not headings.is_contents(block.text):
            return blocks[:place]
    return blocks[:_FRONT_BLOCKS]


def read_title(front: Sequence[Block]) -> tuple[str | None, bool]:
    """Read the title, and say whether the document calls it so."""
    labelled = _labelled(front, _TITLE)
    if labelled:
        return labelled.strip(' .*_“”"'), True
    return find_title(front), False


def read_published(front: Sequence[Block]) -> tuple[date | None, str | None]:
    """Read the report's publication date, and the doubt where the words give no day."""
    value = _labelled(front, _PUBLISHED)
    if value is not None:
        start = re.match(r"(?:on\s+|the\s+|in\s+)*", value, re.IGNORECASE)
        stated = read_stated(value, start.end() if start else 0)
        if stated is None:
            return None, f"the publication date “{value}” could not be read"
        return _day_of(stated, value)
    said = next(_said(front, _SAID), None)
    if said is not None:
        return _day_of(said, said.words)
    alone = list(dates_on(front))
    days = list(dict.fromkeys(one.first for one in alone if one.basis is Basis.STATED_DAY))
    if len(days) == 1 and days[0] is not None:
        return days[0], None
    if alone and not days:
        return None, f"the publication date “{alone[0].words}” names no day"
    printed = next(_said(front, _PRINTED), None)
    if printed is not None and printed.basis is Basis.STATED_DAY:
        return (
            printed.first,
            f"the day it was ordered to be printed, {printed.words}, is taken for its publication",
        )
    return None, _copyright(front)


def read_bodies(front: Sequence[Block]) -> tuple[str, ...]:
    """List the bodies that made the report, as the document first names them."""
    labelled = _labelled(front, _BODIES)
    if labelled:
        return split_names(labelled)
    for block in front:
        for sentence in sentences(block.text[:3000]):
            made = _MADE.search(sentence)
            named = _names(sentence[: made.start()]) if made and made.start() < 260 else ()
            if named:
                return named
    makers = tuple(dict.fromkeys(one for one in bodies_on(front) if _makes_reports(one)))
    return tuple(one for one in makers if not _PARENT.match(one)) or makers or _heads(front[:8])


def _makes_reports(body: str) -> bool:
    return _MAKER.search(body) is not None and not body.lower().endswith(
        ("inspector", "inspectors")
    )


def _said(front: Sequence[Block], pattern: re.Pattern[str]) -> Iterator[Stated]:
    """Give the dates that running words of the first pages call the publication's."""
    for block in front[:_FIRST_BLOCKS]:
        for said in pattern.finditer(block.text[:_LONGEST]):
            stated = read_stated(block.text, said.end())
            if stated is not None and stated.first is not None:
                yield stated


def _day_of(stated: Stated, words: str) -> tuple[date | None, str | None]:
    if stated.basis is not Basis.STATED_DAY or stated.first is None:
        return None, f"the publication date “{words}” names no day"
    return stated.first, None


def _copyright(front: Sequence[Block]) -> str | None:
    """Say that only a year is known, where a copyright line gives it."""
    for block in front[:_FIRST_BLOCKS]:
        if year := _COPYRIGHT.search(block.text[:_LONGEST]):
            return f"only the year of the copyright, {year[1]}, is known of the publication date"
    return None


def _labelled(front: Sequence[Block], pattern: re.Pattern[str]) -> str | None:
    """Give what follows a label, on its line or the next."""
    for place, block in enumerate(front):
        found = pattern.match(block.text)
        if found is None:
            continue
        if found["value"].strip():
            return str(found["value"]).strip()
        if place + 1 < len(front):
            return front[place + 1].text[:300]
    return None


def _names(subject: str) -> tuple[str, ...]:
    """Name the bodies of a subject such as "The X Inspectorate (XI) and the Y (YI)"."""
    names = []
    brackets = ")" in subject
    for part in re.split(_BETWEEN_NAMED if brackets else r",?\s+and\s+|,\s+", subject):
        named = _NAMED.search(part)
        if named:
            whole = re.sub(r"^.{0,60},\s", "", named[0].strip())
            names.append(re.sub(r"^(?:and\s+)?the\s+", "", whole, flags=re.IGNORECASE).strip())
    if not names or any(len(name.split()) > 14 for name in names):
        return ()
    return tuple(names)


def _heads(front: Sequence[Block]) -> tuple[str, ...]:
    """Fall back on an inspectorate's initials in the first headings."""
    found: dict[str, None] = {}
    for block in front:
        if len(block.text) < 200:
            found |= dict.fromkeys(_ACRONYM.findall(block.text))
    return tuple(found)
