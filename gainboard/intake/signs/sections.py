"""Headings that announce a list of items: which kind, and how strictly its entries are judged."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gainboard.domain.draft import Kind
from gainboard.intake.signs.heads import SECTIONS

_KEYWORD = re.compile(
    r"recommendations|calls\s+to\s+action|areas\s+\w+|improvements?|concerns?|issues|actions?",
    re.IGNORECASE,
)
_NO_LIST_BEFORE = re.compile(
    r"\b(?:respon[ds]\w{0,10}|repl(?:y|ies)|progress\w{0,6}|implement\w{0,8}|previous\w{0,2}|prior"
    r"|past|earlier|last|follow(?:ed|ing)?[\s-]?up|status|monitor\w{0,4}|accept\w{0,5}|closed"
    r"|outstanding|updates?|trackers?|background|methodology|how|why|about|against|deliver\w{0,4}"
    r"|address\w{0,4}|number|consider\w{0,6}|due|rating|definitions?|criteria|of\s+the|see"
    r"|index|open|closed|makes?|made|contains?|includes?|sets?|has|have|had|is|are|was|were|gives?|these|those)\b",
    re.IGNORECASE,
)
_NO_LIST_AFTER = re.compile(
    r"\b(?:accepted|rejected|outstanding|implement\w{0,8}|progress\w{0,3}|status|previous\w{0,2}"
    r"|not|followed|follow[\s-]up|made\s+in\s+(?:our\s+|the\s+)?\d{4}|last|are|is|was|were|has|have"
    r"|will|should)\b",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\b(?:conclusions?|findings?|observations?|commentary|discussion|analysis)\b|\bsummary\s+and\b"
    r"|\bby\s+chapter\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:previous(?:ly)?|earlier|last|prior)\s[^.]{0,160}$", re.IGNORECASE)
_CONCERNS_FOLLOW = re.compile(
    r"\bmatters?\s+of\s+concern\s+(?:is|are)(?:\s+as\s+follows)?\W{0,6}$", re.IGNORECASE
)
_FOLLOW = re.compile(
    r"\brecommendations?\b[^.;]{0,120}[:–-]\s?$"
    r"|\brecommend(?:s|ed)?(?:\s+(?:that|as\s+follows|the\s+following))?\s?[:–-]\s?$",
    re.IGNORECASE,
)
_CALLS_ON = re.compile(
    r"(?:^|[.;]\s)(?:accordingly,?\s+)?(?:we|i|the\s+(?:\w{2,14}\s+){0,2}\w{4,14})\s+"
    r"(?:therefore\s+|also\s+|further\s+|hereby\s+|strongly\s+)*"
    r"(?:urges?|calls?\s+(?:up)?on|calls?\s+for|requests?|asks?|proposes?|resolves?|invites?)"
    r"(?:\s+(?:that|the\s+following|as\s+follows))?\s?:$",
    re.IGNORECASE,
)
_THE_FOLLOWING = re.compile(
    r"\b(?:recommends?|urges?|calls?\s+(?:up)?on|proposes?)\b[^.;]{0,200}?\s(?:the\s+)?following"
    r"(?:\s+(?:\w+\s+){0,2}(?:recommendations?|actions?|steps|measures|changes|proposals|improvements)"
    r"\b[^.;:]{0,80})?\s?[:.]$",
    re.IGNORECASE,
)
_TO_TAKE = re.compile(
    r"\b(?:shall|must|should|(?:is|are)\s+required\s+to)\s+(?:now\s+)?(?:take|carry\s+out)\s+"
    r"(?:all\s+)?(?:of\s+)?the\s+following\s+(?:steps|actions?|measures)\s?:$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\brecommends?(?:\s+that)?$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:we|i|the\s+(?:\w{2,14}\s+)?\w{4,14})\s+(?:(?:also|therefore|further)\s+)?recommends?(?:\s+that)?:?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]{1,80}\)$")
_THAT_BODY = re.compile(r"\brecommends?\s+that\s+(?:the\s+)?[A-Z][^.;:]{1,100}:$")
_HEADING_MARK = re.compile(
    r"(?:#{1,6}\s*)?[*_]{0,3}"
    r"(?:(?:volume|section|part|chapter|theme|module|appendix|annex(?:e)?)\s+\w{1,5}\s*[:.–-]?\s*)?"
    r"(?:(?:\d{1,3}|[A-Z]|[ivx]{1,5})(?:\.\d{1,3}){0,3}[.):]?\s+)?",
    re.IGNORECASE,
)
_LONGEST = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Say what a heading announces: `mixed` where entries that ask stand between others,
    `whole` where each entry is a statement with all its paragraphs, `inline` where a sentence
    that ends in a colon announces the list and no heading does, `joined` where paragraphs that
    are not numbered are one statement, `concludes` where it names conclusions as well.
    """

    kind: Kind
    mixed: bool = False
    whole: bool = False
    inline: bool = False
    joined: bool = False
    concludes: bool = False


@lru_cache(maxsize=4096)
def read_section(text: str) -> Section | None:
    """Say which kind of item a heading announces a list of; None where it announces none."""
    if len(text) > _LONGEST:
        return None
    words = bare(text)
    if text.endswith(":") and _SAYS.search(words):
        return None
    if not words or (words[0].islower() and words != "recommendations"):
        return None
    named = _ASIDE.sub("", words)
    for pattern, kind in SECTIONS:
        if pattern.fullmatch(named):
            if kind is not Kind.OTHER and (text.endswith(".") or _speaks_of_others(words)):
                return None
            mixed = kind is Kind.RECOMMENDATION and _MIXED.search(text) is not None
            whole = kind is Kind.OTHER and "concern" in words.lower()
            joined = whole and "matters" in words.lower()
            concludes = mixed and "conclusion" in words.lower()
            return Section(kind=kind, mixed=mixed, whole=whole, joined=joined, concludes=concludes)
    return None


def read_announcement(text: str) -> Section | None:
    """Read a sentence that leads to a list: "I recommend:", "The matters of concern are: "."""
    ending = text[-240:]
    if "concern" in ending.lower() and _CONCERNS_FOLLOW.search(ending):
        return Section(kind=Kind.OTHER, whole=True, inline=True, joined=True)
    if any(lead.search(ending) for lead in (_TO_TAKE, _THAT_BODY, _CALLS_ON, _THE_FOLLOWING)):
        return Section(kind=Kind.RECOMMENDATION, inline=True)
    leads = ending.rstrip().endswith((":", "–", "-"))
    if leads and _FOLLOW.search(ending) and not _OF_OTHERS.search(ending):
        return Section(kind=Kind.RECOMMENDATION, inline=True)
    return None


def says_only(text: str) -> bool:
    """Say whether words only begin a sentence that what stands below them ends: "I recommend"."""
    return _BEGINS.fullmatch(text) is not None


def _speaks_of_others(words: str) -> bool:
    """Say whether a heading is about recommendations, their progress say, and lists none."""
    if words.lower().startswith(("what ", "action")):
        return False
    keyword = _KEYWORD.search(words)
    if keyword is None:
        return False
    before, after = words[: keyword.start()], words[keyword.end() :]
    return bool(_NO_LIST_BEFORE.search(before) or _NO_LIST_AFTER.search(after))


def bare(text: str) -> str:
    """Give a heading's words without its number, its "Appendix B" and its Markdown."""
    mark = _HEADING_MARK.match(text)
    return text[mark.end() if mark else 0 :].strip(" *_:#.–—-")
