"""Deadlines that name their day, month, season, quarter or year: "By the end of July 2026"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gainboard.domain.draft import Basis
from gainboard.domain.found_deadlines import Found, MonthRule, found
from gainboard.domain.phrase_place import Prose, Stand
from gainboard.domain.reference_points import RESPONSE
from gainboard.domain.stated_dates import Stated, may_state, read_stated, written

_CLOCK = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[:.]\d\d|noon|midday|midnight"
    r"|close\s+of\s+(?:play|business))\s+(?:on\s+)?)?"
)
_EDGE = (
    r"(?P<edge>(?:the\s+)?(?:very\s+)?(?:close|end|start|beginning|middle)(?:\s+of)?[\s–-]+"
    r"|(?:the\s+)?(?:mid|early|late)[\s–-]+(?:of\s+)?)?"
)
_LEAD = re.compile(
    r"\b(?P<lead>(?:by\s+)?no(?:t)?\s+later\s+than|on\s+or\s+before|(?<!not\s)before|prior\s+to|by"
    r"|ahead\s+of|in\s+advance\s+of|with\s+effect\s+from|(?:take|have)\s+effect\s+(?:from|on)"
    r"|come\s+into\s+(?:effect|force)\s+(?:from|on)|with\s+a\s+deadline\s+of|deadline\s+of"
    r"|(?:(?:target|due|implementation|completion|delivery|review|deadline|agreed|revised)\s+){1,2}"
    r"date\s*(?:[:–-]|of|is)|(?:deadline|timescales?|timeframe|target|due|by\s+when|when)\s*[:–-]"
    r"|(?:(?:agreed|target|due|revised)\s+)?(?:date|deadline|timescale)\s+(?:for|of)\s+(?:completion"
    r"|implementation|delivery)\s*[:–-]|(?:due|target)\s+date\s+(?=\d)"
    r"|(?:for|due)\s+(?:completion|implementation|delivery)\s+(?:by|in)|from|in)"
    rf"\s*{_CLOCK}{_EDGE}",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(r"\s*,?\s*(?:of\s+)?(?:each|every|annually|in\s+each)\b", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:report|update|write|publish|return|repeat|(?:should|must|shall|to)\s+review)"
    r"(?:\s+(?:back|again|to|on|its|the|us|progress|this|committee|board|findings)){0,6}\s+$",
    re.IGNORECASE,
)
_IS_DUE = re.compile(
    r"\b(?:submit|present|publish|send)\s+(?:its|their|the|an?)\s+(?:\w+\s+){0,6}?reports?,?\s+(?:which\s+is\s+)?due\s+$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b(?:increas|reduc|ris|rais|cut|lower|grow|expand|fall)\w*\b", re.IGNORECASE)
_NEAR = 50  # characters in which "respond to this report" still speaks of the same date
_STARTS = ("from", "with effect", "take effect", "have effect", "come into")
_BEFORE = ("before", "prior", "ahead", "in advance")


def read_stated_deadlines(
    prose: Prose, published: date | None, month_rule: MonthRule
) -> Iterator[Found]:
    """Read every deadline that names its day or a period of whole days."""
    text = prose.text
    if not may_state(text):
        return
    for lead in _LEAD.finditer(text):
        stated = read_stated(text, lead.end())
        if stated is None or _EVERY_YEAR.match(text, stated.end):
            continue
        words = " ".join(lead["lead"].lower().split())
        due, rule = _due(stated, words, (lead["edge"] or "").lower(), month_rule)
        stand = _stand(prose, lead, words, stated)
        past = due is not None and published is not None and due <= published
        if stand is Stand.APART or (past and stand is not Stand.GOVERNS):
            continue
        if stand is Stand.TOLD or (stand is Stand.UNSURE and stated.basis is not Basis.STATED_DAY):
            due, rule = None, f"{_kind(stated)}: no date, {stand.value}"
        assumed = due is not None and (stand is Stand.UNSURE or _assumed(stated))
        yield found(text, lead.start(), stated.end, stated.basis, due, rule, assumed)


def due_of(stated: Stated, edge: str, month_rule: MonthRule) -> tuple[date | None, str, bool]:
    """Give the day a bare date names as a deadline, the rule, and whether it is an assumption."""
    due, rule = _due(stated, "by", edge.lower(), month_rule)
    return due, rule, due is not None and _assumed(stated)


def _assumed(stated: Stated) -> bool:
    return stated.basis is not Basis.STATED_DAY


def _stand(prose: Prose, lead: re.Match[str], words: str, stated: Stated) -> Stand:
    """Refuse "by 2026 officers" and "in March": words that date something else."""
    start, end = lead.start(), stated.end
    if words[-1:] in ":–-" or words.endswith(" date"):
        return Stand.GOVERNS
    if RESPONSE.search(prose.before(start)[-_NEAR:]):
        return Stand.APART
    if _IS_DUE.search(prose.before(start)):
        return Stand.GOVERNS
    stand = prose.stand(start, end)
    if words == "in":
        reports = stated.first is not None and _REPORTS.search(prose.before(start))
        return stand if reports and stand in (Stand.CLOSES, Stand.GOVERNS) else Stand.APART
    if words.startswith(_STARTS):
        firm = stand is Stand.GOVERNS or words != "from"
        named = stated.basis in (Basis.STATED_DAY, Basis.STATED_MONTH) and stated.first is not None
        return stand if firm and named else Stand.APART
    bare_year = stated.basis is Basis.STATED_YEAR and not lead["edge"] and stated.words.isdecimal()
    if bare_year and stand is not Stand.GOVERNS and _AMOUNT.search(prose.before(start)):
        return Stand.APART
    if (bare_year or stated.first is None) and stand in (Stand.UNSURE, Stand.TOLD):
        return Stand.APART
    return stand


def _due(stated: Stated, lead: str, edge: str, month_rule: MonthRule) -> tuple[date | None, str]:
    kind = _kind(stated)
    if stated.first is None or stated.last is None:
        return None, f"{kind}: no date, {stated.doubt}"
    if "mid" in edge or "early" in edge or "late" in edge:
        return None, f"{kind}: no date, “{edge.strip(' -–')} {stated.words}” names no day"
    at_end, at_start = "end" in edge or "close" in edge, "start" in edge or "beginning" in edge
    if lead.startswith(_BEFORE) and not at_end:
        return _day_before(stated, kind)
    if stated.basis is Basis.STATED_DAY:
        return stated.last, f"{kind}: {stated.words}"
    starts = lead.startswith(_STARTS) and not at_end
    by_rule = stated.basis is Basis.STATED_MONTH and month_rule == "first_day" and not at_end
    first_day = at_start or starts or by_rule
    due, which = (stated.first, "first") if first_day else (stated.last, "last")
    return due, f"{kind}: {which} day of {stated.words} (assumption)"


def _day_before(stated: Stated, kind: str) -> tuple[date | None, str]:
    if stated.first is None:
        return None, kind
    note = "" if stated.basis is Basis.STATED_DAY else " (assumption)"
    day = stated.first - timedelta(days=1)
    return day, f"{kind}: the day before {written(stated.first)}{note}"


def _kind(stated: Stated) -> str:
    return stated.basis.value.replace("_", " ")
