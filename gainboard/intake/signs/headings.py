"""Headings: labels of single items, sections that list items, and the rest, which end them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gainboard.domain.draft import Kind
from gainboard.domain.numerals import whole_number
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.signs.heads import LABELS
from gainboard.intake.signs.sections import read_section as read_section

_NUMBER = (
    r"(?:[A-Z]{1,3}[-. /]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}(?:[a-z]\b|\s?\([a-z]\))?(?![\w%])"
    r"|[IVX]{1,6}(?=[:.)\s–—-]|$)|[A-H](?=[:.)\s–—-]|$)"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_LABELS = tuple(
    (
        re.compile(
            r"(?:#{1,6}\s*)?[*_]{0,3}(?:[A-Z]{2,8}\s+(?=[A-Z]?[a-z]))?(?:(?i:new|key|national|local|force|joint|strategic|safety"
            r"|committee|audit|our|operational|organisational|individual|general|urgent|main|further"
            r"|additional|immediate|interim|supplementary|policy|legislative|specific|thematic|priority)\s+)?"
            rf"(?P<word>(?i:{head.words}))(?:\(s\))?(?![A-Za-z])(?:\s*(?i:no\b\.?|number|ref\b\.?|#)|:(?=\s?\d{{1,3}}(?:\.\d{{1,2}})?\s*$))?\s{{0,4}}"
            rf"(?P<number>{_NUMBER})?(?:\s+of\s+\d{{1,3}}\b)?[*_]{{0,3}}\s{{0,4}}"
            r"(?P<rating>[(\[][^)\]]{1,40}[)\]])?\s{0,4}[*_]{0,3}"
            r"(?P<separator>[:.)|–—-]{0,2})[*_]{0,3}\s{0,4}(?P<rest>.*)",
            re.DOTALL,
        ),
        head,
    )
    for head in LABELS
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINAL = re.compile(
    rf"(?:#{{1,6}}\s*)?[*_]{{0,3}}(?:The\s+)?(?P<nth>{'|'.join(_ORDINALS)})\s+recommendation[*_]{{0,3}}"
    r"(?:\s*[:.]\s*(?P<rest>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_MAY_LABEL = re.compile(
    r"rec|\bR\s?\d|matters?\s+for|area|afi|cause|compliance|finding|observation|learning|concern|action"
    r"|require|suggest|propos|opportunit|\bofi|\b(?:must|should)[\s-]do",
    re.IGNORECASE,
)
_LAST_WORDS = 70
_LONGEST_LABEL = 90
_STATUS = re.compile(
    r"(?:is\s+)?(?:not\s+|partially\s+|partly\s+|fully\s+)?(?:accepted|agreed|rejected|complete[d]?"
    r"|closed|met|implemented|noted|ongoing|in\s+progress|superseded|n/?a)\W*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:date|title|type|published|publication|report|inspection|inspectorates?|inspect(?:ed|ing)"
    r"|carried\s+out\s+by|lead\s+inspector|reference|authors?)\b[^.:–-]{0,40}\s?(?::|[–-]\s)"
    r"|is\s.{2,60}\bquoted\s+in\s",
    re.IGNORECASE,
)
_LEADERS = ("....", ". . . . ", "……", "______")
_PAGE_AFTER_BAR = re.compile(r"[^|]\s\|\s*\d{1,3}$")
_NUMBERED = re.compile(
    r"(?:conclusion|commitment|lesson|theme|chapter|part|section|appendix|annex(?:e)?|figure|table"
    r"|box|finding|observation|exhibit|case\s+study|step|objective|question|issue)\s+"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z]|[IVX]{1,5})(?:\s*[:.–—-]|\s+(?-i:[A-Z])|$)",
    re.IGNORECASE,
)
_FORM_ENDS = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?:action\s+should\s+be\s+taken|your\s+response|copies\s+and\s+publication"
    r"|comments|requests\s+for\s+information)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-HIVX]{1,6}")
_CLOSES = re.compile(
    r"(?:#{1,6}\s*)?[*_]{0,3}(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?"
    r"(?:appendi(?:x|ces)|annex(?:es|e)?|glossary|acknowledge?ments?|references|bibliography"
    r"|(?:key\s+|main\s+|detailed\s+|inspection\s+|summary\s+of\s+)?findings|background|method\w*|about\s"
    r"|(?:formal\s+)?minutes|witness\w*|next\s+steps|terms\s+of\s+reference|(?:end)?notes?|index"
    r"|signed|what\s+happens\s+next|information\s+about|(?:our|this)\s+inspection|list\s+of"
    r"|(?:written|oral)\s+evidence|published|good\s+practice|learning\s+points?"
    r"|(?:(?:audit|overall|inspection|review)\s+)?conclusions?$|introduction|foreword"
    r"|legal\s+framework|the\s+evidence)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:previous(?:ly)?|prior|earlier|last)\s+(?:\w+\s+){0,3}?"
    r"(?:recommendations?|audits?|inspections?|reports?|reviews?|actions?|findings?)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"(?:^|[.)]\s+)(?:(?:fully|partially|partly|not)\s+(?:yet\s+)?)?(?:achieved|addressed|met|implemented"
    r"|completed?)\W*$|(?:^|[.)]\s+)no\s+longer\s+(?:relevant|applicable)\W*$"
    r"|^(?:not\s+)?met\s*[:–—-]\s.{2,40}$|\bha(?:s|ve)\s+(?:not\s+)?been\s+(?:\w{4,9}\s+)?(?:achieved|met)\W*$"
    r"|\b(?:requirement|recommendation|area\s+for\s+improvement)\s+was\s+made\s+(?:on|in)\s.{4,20}$",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(
    r"what\s+(?:[\w’'-]{2,20}\s+){1,5}?(?:has|have)\s+done\s+(?:to\s+(?:meet|address)|about|since)\b"
    r".{0,90}\b(?:last|previous)\s+(?:inspection|report|review|audit)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:reiterat\w+|repeat\w*|renew\w*|restat\w+|still|since)\b", re.IGNORECASE)
_NO_REPLY = re.compile(r"comments|.*\brecommendations,\s+comments\b.*", re.IGNORECASE)
_REPLY = re.compile(r"\b(?:responses?|comments?|reply|management\s+action)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Hold an item's label: its kind, number as printed, and the words after it on the line."""

    kind: Kind
    number: str | None
    rest: str
    spoken: bool  # the words after it follow a colon or stop
    rating: str = ""
    asking: bool = False  # only words that ask make what stands below it an item


@lru_cache(maxsize=4096)
def read_label(line: str) -> Label | None:
    """Read "Recommendation 5", "Area for improvement:", …; None for running text."""
    if not _MAY_LABEL.search(line[:_LONGEST_LABEL]):
        return None
    ordinal = _ORDINAL.fullmatch(line)
    if ordinal is not None:
        number = str(_ORDINALS.index(ordinal["nth"].lower()) + 1)
        return Label(
            kind=Kind.RECOMMENDATION, number=number, rest=ordinal["rest"] or "", spoken=True
        )
    for pattern, head in _LABELS:
        found = pattern.match(line)
        if found is None:
            continue
        if not found[0].lstrip("#*_ ")[:1].isupper():
            return None
        number, rest = found["number"], found["rest"]
        number = f"R{number}" if found["word"] == "R" and number else number
        if (number is None and head.numbered) or not _labels(found):
            return None
        rest = "" if _STATUS.fullmatch(rest) else rest
        return Label(
            kind=head.kind,
            number=_plain(number),
            rest=rest,
            spoken=bool(found["separator"]),
            rating=(found["rating"] or "").strip("()[] "),
            asking=head.asking,
        )
    return None


def level_of(text: str) -> int:
    """Count the # of a Markdown heading; 0 where there are none."""
    return len(text) - len(text.lstrip("#"))


def stands_apart(text: str) -> bool:
    """Say whether a line is surely a heading of its own, whatever stands before and after."""
    if text.isupper() and " " in text and sum(map(str.isalpha, text)) > 5:
        return True
    if text.startswith("#") and level_of(text) <= 6:
        return True
    if len(text) < 130 and _NUMBERED.match(text) and not text.endswith((".", ";")):
        return True
    return _tells_done(text) or (len(text) < 60 and _FORM_ENDS.fullmatch(text) is not None)


def _tells_done(text: str) -> bool:
    """Say whether a heading is of the kind "What the home has done since the last inspection"."""
    return text[:5].lower() == "what " and _HAS_DONE.fullmatch(text) is not None


def is_heading(text: str) -> bool:
    """Say whether a paragraph reads as a heading: short, capital first, no stop, no duty."""
    if not text:
        return False
    if stands_apart(text):
        return True
    if text[0] in "*_" and text[-1] in "*_":
        return is_heading(text.strip("*_ "))
    if len(text) > 110 or len(text.split()) > 16 or not (text[0].isupper() or text[0].isdigit()):
        return False
    return not text.endswith((".", ":", ";", ",")) and not holds_duty(text)


def is_field(line: str) -> bool:
    """Say whether a line is a field of a form: "Date published: …"."""
    return line[:1].isupper() and _FIELD.match(line) is not None


def is_reply(text: str) -> bool:
    """Say whether a heading opens somebody's answer to the items: "Force response"."""
    if len(text) >= 110 or text.endswith((".", ";")) or _NO_REPLY.fullmatch(text):
        return False
    return _REPLY.search(text) is not None


def closes_list(text: str) -> bool:
    """Say whether a heading opens a part that follows lists of items and holds none."""
    return _CLOSES.match(text) is not None


def is_history(text: str) -> bool:
    """Say whether a heading opens what earlier reports asked for, and what came of it."""
    if _tells_done(text):
        return True
    return len(text) < 130 and _HISTORY.search(text) is not None and not _AGAIN.search(text)


def is_judged(text: str) -> bool:
    """Say whether words end with what an inspector found of an earlier ask: "Not achieved"."""
    return _JUDGED.search(text[-_LAST_WORDS:]) is not None


def is_contents(text: str) -> bool:
    """Say whether a paragraph is a line of a table of contents by its row of dots."""
    if any(leader in text for leader in _LEADERS):
        return True
    return "|" in text and _PAGE_AFTER_BAR.search(text) is not None


def _labels(found: re.Match[str]) -> bool:
    rest = found["rest"]
    if not rest:
        return True
    if found["separator"]:
        return found["number"] is not None or "|" not in found["separator"]
    return found["number"] is not None and (rest[0].isupper() or rest[0] in "“‘\"'")


def _plain(number: str | None) -> str | None:
    if number is None or not number.isalpha() or _LETTERS.fullmatch(number):
        return number
    return str(whole_number(number))
