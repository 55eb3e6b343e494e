"""What a document says about the report itself: its title, its date, the bodies behind it."""

import re
from collections.abc import Sequence
from datetime import date

from gainboard.domain.draft import Basis
from gainboard.domain.stated_dates import read_stated
from gainboard.intake import headings
from gainboard.intake.addressees import split_names
from gainboard.intake.blocks import Block
from gainboard.intake.duty import sentences

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
    r"|date\s+of\s+(?:the\s+)?report)(?:\s+(?:on|in|date))?(?:\s+of\s+(?:inspection|report))?"
    r"[*_]{0,2}\s*(?:[-–—:]+\s*|\s+(?=\d)|\s+(?=[A-Z][a-z]{2,8}\s\d)|$)(?P<value>.{0,60})",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"(?:inspect(?:ing|ion)\s+bod(?:y|ies)|inspectorates?|carried\s+out\s+by|inspected\s+by"
    r"|published\s+by|report\s+by|author(?:ed\s+by|s)?|audit(?:ed\s+by|ors?))\s*[-–—:]\s*"
    r"(?P<value>.{2,300})",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\s(?:(?:have|has)\s+)?(?:jointly\s+)?(?:carried\s+out|conducted|undertook|undertaken"
    r"|inspected|published)\s(?=.{0,80}\b(?:inspection|review|audit|investigation|report|inquiry))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[^,;]{2,120}?\([A-Z][A-Za-z]{1,11}\)|\b[A-Z]{3,8}\b|\bOfsted\b")
_FORM = re.compile(r"FORMCHECKBOX|\btype of inspection\b|[☐☒☑]", re.IGNORECASE)
_BETWEEN_NAMED = r"(?<=\)),?\s+and\s+|(?<=\)),\s+"
_ACRONYM = re.compile(r"\b(?:HM[A-Z]{2,6}|HMI\s[A-Z]\w+|IOPC|CQC|NAO|Ofsted|Estyn|IPCO)\b")
_FRONT_BLOCKS = 120
_TITLE_BLOCKS = 6


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
    for block in front[:_TITLE_BLOCKS]:
        words = block.text.strip("# *_")
        if _could_be_title(words):
            return words, False
    return None, False


def read_published(front: Sequence[Block]) -> tuple[date | None, str | None]:
    """Read the report's publication date, and the doubt where the words give no day."""
    value = _labelled(front, _PUBLISHED)
    if value is None:
        return None, None
    start = re.match(r"(?:on\s+|the\s+|in\s+)*", value, re.IGNORECASE)
    stated = read_stated(value, start.end() if start else 0)
    if stated is None:
        return None, f"the publication date “{value}” could not be read"
    if stated.basis is not Basis.STATED_DAY or stated.first is None:
        return None, f"the publication date “{value}” names no day"
    return stated.first, None


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
    return _heads(front[:8])


def _could_be_title(words: str) -> bool:
    if not 8 <= len(words) <= 200 or " " not in words or words.endswith((".", ":", ";")):
        return False
    return not (_FORM.search(words) or _PUBLISHED.match(words) or headings.read_section(words))


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
