"""What the words of a list's entry say by themselves: that they ask, tell, name or announce."""

import re

from gainboard.domain.numerals import WHOLE_NUMBER
from gainboard.intake.signs.duty import (
    holds_duty,
    is_answer,
    lays_duty,
    sentences,
    tells_what_was_asked,
)
from gainboard.intake.structure.growth import asks

_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|does|do|did|\w+n[’']t|we|they"
    r"|found|told|said|made|received|answered|set|give[sn]?|includes?|describes?|provides?)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:was|were|had|did|saw|found|told|said|heard|(?:is|are|remains?)\s+(?:\w{2,12}\s+)?concerned"
    r"|(?:regret|welcome|note|commend|conclude|believe|appreciate)s)\b"
    r"|^(?:we|i|our|in\s+(?:our|my)\s+(?:view|opinion)|this\s+(?:report|chapter|part|section)"
    r"|in\s+this\s+(?:report|chapter|part|section)|the\s+following|overall|there\s+(?:is|are))\b",
    re.IGNORECASE,
)
INTRODUCES = re.compile(
    r"\brecommendations?\s+(?:\w+\s+){0,2}(?:below|that\s+follow|which\s+follow|as\s+follows)\b"
    r"|\b(?:these|following)\s+(?:\w+\s+){0,2}recommendations\b",
    re.IGNORECASE,
)
TO_BE = re.compile(
    r"\bto\s+be\s+(?:\w{2,12}ed|made|taken|put|set|given|kept|built|done|drawn|held|sent|brought)\b"
)
PASSIVE = re.compile(r"\b(?:is|are)\s+to\s+be\s+\w{2,14}\s+(?:[\w’]+\s+){0,3}?by\s+(?!\d)")
_PREFACE = re.compile(
    r"(?:in\s+this\s+(?:chapter|part|section|report),?\s+)?(?:we|i|the\s+\w{4,14})\s+ma[kd]es?\s+"
    r"(?:\w{2,10}\s+){0,2}?recommendations?\b(?!\s+that\b)[^:]*$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:recommends?|makes?|offers?|urges?|proposes?)\s+(?:the\s+)?following(?:\s+\w{3,16}){0,3}[.:]$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"[^.;:]{2,80}?\s(?:has|have|had|received|were\s+given|was\s+given)\s+\d{1,3}\b[^.;:]{0,120}"
    r"\brecommendations?\.?",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\bevidence\s+(?:that\s+)?(?:it|they)\s+ha(?:s|ve)\s+(?:complied\s+with|completed|carried\s+out|done)\s+"
    r"(?:all\s+)?(?:of\s+)?(?:the|these)\s+(?:above\s+|agreed\s+)?(?:actions?|steps|recommendations?)\b",
    re.IGNORECASE,
)
_COMPLETES = re.compile(r"(?:\(?[a-z]{1,3}[.)]\s+)?(?:that\s+(?!is|was|are|were)|[a-z]{3,16}ing\s)")
_NAMES_MANY = re.compile(r"\b(?:following|these)\s+(?:\w+\s+){0,2}recommendations\b[^.;]*:$", re.I)
_COUNTED = re.compile(rf"\b{WHOLE_NUMBER}\s+(?:\w+\s+){{0,2}}recommendations\b", re.IGNORECASE)
_MADE = re.compile(rf"\bmade\s+{WHOLE_NUMBER}\s+(?:\w+\s+)?recommendations?\b(?!.*:$)", re.I)
_LONGEST_PHRASE = 260


def is_preface(text: str) -> bool:
    """Say whether a paragraph only speaks of recommendations: announces them, or counts them.

    Another wants to be shown that they were carried out, or tells of those of an earlier round.
    """
    if tells_what_was_asked(text):
        return True
    if _COUNTS.fullmatch(text) or (_CHECKS.search(text) and len(sentences(text)) == 1):
        return True
    if _LEADS.search(text) and len(sentences(text)) == 1:
        return True
    opening = sentences(text)[0]
    return _PREFACE.match(opening) is not None and not lays_duty(opening)


def counts_made(text: str) -> bool:
    """Say whether a paragraph counts recommendations that stand elsewhere: "It made two …"."""
    return _MADE.search(sentences(text)[0]) is not None


def names_many(text: str) -> bool:
    """Say whether a lead-in calls what it leads to recommendations, and does not count them."""
    return _NAMES_MANY.search(text) is not None and _COUNTED.search(text) is None


def is_phrase(text: str) -> bool:
    """Say whether a paragraph only names what is to improve: "The timeliness of plans."."""
    if len(text) > _LONGEST_PHRASE or not text.endswith(".") or len(sentences(text)) > 1:
        return False
    return _VERB.search(text) is None and not holds_duty(text)


def names_action(text: str) -> bool:
    """Say whether an entry is a clause that its list's head completes: "that …", "adopting …"."""
    return _COMPLETES.match(text) is not None


def tells(text: str) -> bool:
    """Say whether a paragraph asks for nothing, and says what was found, thought or answered."""
    if asks(text):
        return False
    return _TELLS.search(sentences(text)[0]) is not None or is_answer(text)
