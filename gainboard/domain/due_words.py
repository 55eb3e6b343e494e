"""Deadlines in words that stand outside an item: a column, a field, a heading over a group."""

import re
from dataclasses import dataclass
from datetime import date

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.domain.found_deadlines import MonthRule, found
from gainboard.domain.numerals import whole_number
from gainboard.domain.period_deadlines import PERIOD, after_publication, plain_period
from gainboard.domain.stated_dates import Stated, read_stated
from gainboard.domain.stated_deadlines import due_of

_LABEL = re.compile(
    r"(?:(?:target|due|agreed|implementation|completion|delivery|planned|proposed|expected|original"
    r"|revised|action)\s+){0,2}(?:date|deadlines?|timescales?|time\s?frames?|by\s+when|when|due|target"
    r"|completion|implementation)\s*(?:for\s+\w+\s*)?[:–-]\s*|(?:target|due)\s+(?:date\s+)?(?=\d)",
    re.IGNORECASE,
)
_LABEL_WITHIN = re.compile(
    r"(?<=\s)(?:(?:target|due|agreed|implementation|completion)\s+)?(?:date|deadlines?|timescales?"
    r"|time\s?frames?|by\s+when|due)\s*:\s*\S",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"(?:(?:by|before|no\s+later\s+than|until|from|in)\s+)?(?P<edge>(?:the\s+)?(?:close|end|start"
    r"|beginning|middle)(?:\s+of)?[\s–-]+|(?:the\s+)?(?:mid|early|late)[\s–-]+)?$",
    re.IGNORECASE,
)
_DATELIKE = re.compile(
    r"(?<![\w/.-])(?=\d|[a-z])(?=(?:\d{1,4}|q\w*|h[12]|fy|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec|spring|summer|autumn|winter|first|second|third|fourth|financial|mon|tue|wed|thu|fri|sat"
    r"|sun)[a-z\d]*\W)|(?<![\w/.-])(?:19|20)\d\d$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\b(?:by|before|end|the|of|revised|original(?:ly)?|new|target|date|due|from|now|and|to|until|for"
    r"|in|be|on|or|at|latest|completion|complete|completed|implementation|implemented|agreed|start"
    r"|beginning|close|was|previously|extended|within|mid|early|late|recommendations?|actions?"
    r"|deadline|timescale|delivered|overdue|met|not|yet|open|partly|partially|financial|year|updated?|priority|high|medium|low|no|later|than)\b|\W+",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\W*(?:already\s+)?(?:complete[d]?|implemented|closed|done|achieved|in\s+place|discharged)\b",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"\W*(?:ongoing|on-going|continuous(?:ly)?|continuing|in\s+progress|n/?a|not\s+applicable|tb[acd]"
    r"|to\s+be\s+(?:agreed|confirmed|determined)|none|(?:short|medium|long)(?:er)?[\s-]+term"
    r"|business\s+as\s+usual|bau|various|rolling|as\s+soon\s+as\s+\w+|asap|urgent(?:ly)?)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\W*(?:immediate(?:ly)?|with\s+immediate\s+effect|now|at\s+once|forthwith)\W*(?:action|effect"
    r"|recommendations?|priority)?\W*",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\W*(?:(?:short|medium|long)(?:er)?[\s-]+term\W*)?(?:within|in|no\s+later\s+than|up\s+to)?\s*"
    rf"(?:the\s+(?:next|first)\s+)?{PERIOD}(?:\s+(?:of|from|after)\s+(?:publication|issue"
    r"|(?:the\s+)?(?:date\s+of\s+)?(?:this|the)\s+report))?\W*",
    re.IGNORECASE,
)
_REVISED = re.compile(r"\b(?:revised|extended|now|new)\b(?!\s+from\b)[^\d]{0,30}$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|to|and)\s*", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:recommendations?|actions?)\b", re.IGNORECASE)
_LAST_DAY = re.compile(r"[-–,/|;:(]\s*(?=\d{1,2}(?:[/.-]|(?:st|nd|rd|th)?\s))[^-–,|;:(]{6,30}$")
_TO_KEEP = 80
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Hold the deadlines of words outside an item; `bare` where they are nothing but a date."""

    deadlines: tuple[DraftDeadline, ...]
    bare: bool


def read_due_words(
    words: str, published: date | None, month_rule: MonthRule = "last_day"
) -> Outside:
    """Read a column's or field's "31/03/2025", "Q3 2025/26", "Ongoing", or a lead-in's sentence."""
    plain = " ".join(words.split())[:_LONGEST]
    label = _LABEL.match(plain)
    value = plain[label.end() :] if label else plain
    for reader in (_done, _undated, _at_once, _period):
        if one := reader(value, published):
            return Outside(deadlines=(one,), bare=True)
    dated = _dates(value, month_rule)
    if dated:
        return Outside(deadlines=dated, bare=True)
    prose = tuple(one.deadline for one in locate_deadlines(plain, published, month_rule))
    if not prose and (day := _last_day(value, month_rule)):
        return Outside(deadlines=(day,), bare=True)
    if not prose and 0 < len(value) <= _TO_KEEP:
        prose = (_none(value, f"no date: “{value}” gives none that can be read"),)
    return Outside(deadlines=prose, bare=label is not None)


def due_in(words: str | None) -> str | None:
    """Give the part of a line of several fields that is labelled as its deadline."""
    label = _LABEL_WITHIN.search(words or "")
    return words[label.start() :].strip() if words and label else None


def _last_day(value: str, month_rule: MonthRule) -> DraftDeadline | None:
    """Read the day that ends a column of owner and date: "Head of Finance – 31 March 2025"."""
    last = _LAST_DAY.search(value)
    start = last.end() - len(last[0].lstrip("-–,/|;:( ")) if last else 0
    stated = read_stated(value, start) if last else None
    if (
        stated is None
        or stated.basis is not Basis.STATED_DAY
        or stated.end < len(value.rstrip(" .)"))
    ):
        return None
    return _one(value, "", start, stated, month_rule)


def _done(value: str, _: date | None) -> DraftDeadline | None:
    if not _DONE.match(value) or len(value) > 80:
        return None
    return _none(value, f"no date: “{value}” says that it is done")


def _undated(value: str, _: date | None) -> DraftDeadline | None:
    if not _NO_DATE.match(value) or any(character.isdigit() for character in value):
        return None
    return _none(value, f"no date: “{value}” names none") if len(value) <= 80 else None


def _none(value: str, rule: str) -> DraftDeadline:
    return found(value, 0, len(value), Basis.NONE, None, rule).deadline


def _at_once(value: str, published: date | None) -> DraftDeadline | None:
    if not _AT_ONCE.fullmatch(value):
        return None
    rule = "immediate: the day of publication"
    if published is None:
        rule = "immediate: no date, the publication date is not known"
    return found(value, 0, len(value), Basis.IMMEDIATE, published, rule).deadline


def _period(value: str, published: date | None) -> DraftDeadline | None:
    match = _PERIOD.fullmatch(value)
    if match is None:
        return None
    period = plain_period(whole_number(match["count"]), match["unit"])
    due, rule = after_publication(published, period, assumed=True)
    basis = Basis.RELATIVE_TO_PUBLICATION
    assumed = due is not None
    return found(value, 0, len(value), basis, due, rule, assumed, period=period).deadline


def _dates(value: str, month_rule: MonthRule) -> tuple[DraftDeadline, ...]:
    """Read words that are nothing but dates; a revised one goes before the one it replaces."""
    dates: list[tuple[bool, DraftDeadline]] = []
    rest, last = [], 0
    for place in _DATELIKE.finditer(value):
        stated = read_stated(value, place.start()) if place.start() >= last else None
        if stated is None or (stated.words.isdecimal() and _ABOUT.search(value)):
            continue
        before = value[last : place.start()]
        if dates and _RANGE.fullmatch(before):
            dates.pop()
        revised = _REVISED.search(before) is not None
        dates.append((revised, _one(value, before, place.start(), stated, month_rule)))
        rest.append(before)
        last = stated.end
    if not dates or _NOISE.sub("", " ".join((*rest, value[last:]))):
        return ()
    return tuple(one for _, one in sorted(dates, key=lambda pair: not pair[0]))


def _one(
    value: str, before: str, start: int, stated: Stated, month_rule: MonthRule
) -> DraftDeadline:
    lead = _EDGE.search(before)
    edge = (lead["edge"] or "") if lead else ""
    due, rule, assumed = due_of(stated, edge, month_rule)
    begin = start - len(lead[0]) if lead else start
    return found(value, begin, stated.end, stated.basis, due, rule, assumed).deadline
