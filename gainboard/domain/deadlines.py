"""Deadlines as UK reports write them: the words, what they count from, and the date they give.

The rules are the table of the domain's section 4. A date is never guessed: where the words or
the facts give no day, `due` is None and the rule says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gainboard.domain import dates
from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.domain.numerals import WHOLE_NUMBER, whole_number
from gainboard.domain.phrase_place import (
    dates_a_thing,
    follows_modal,
    opens_a_duty,
    opens_a_sentence,
)
from gainboard.domain.stated_dates import Stated, read_stated, written

__all__ = ["Basis", "Found", "find_deadlines", "locate_deadlines", "projected", "resolve_dependent"]

MonthRule = Literal["last_day", "first_day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold a deadline and the half-open range of the text it was read from."""

    start: int
    end: int
    deadline: DraftDeadline


def find_deadlines(
    text: str, published: date | None, month_rule: MonthRule = "last_day"
) -> tuple[DraftDeadline, ...]:
    """List the deadlines in a recommendation's words, in reading order (domain, section 4)."""
    return tuple(found.deadline for found in locate_deadlines(text, published, month_rule))


def locate_deadlines(
    text: str, published: date | None, month_rule: MonthRule = "last_day"
) -> tuple[Found, ...]:
    """List the deadlines with their places; of two that overlap the longer is kept."""
    readers: tuple[Iterator[Found], ...] = (
        _stated(text, month_rule),
        _periods(text, published),
        _counted_after(text),
        _on_completion(text),
        _at_once(text, published),
        _in_due_course(text),
    )
    every = sorted((f for reader in readers for f in reader), key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for found in every:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def projected(deadline: DraftDeadline, when_parent_due: date | None) -> date | None:
    """Give the date a dependent deadline would fall due if its parent met its own date."""
    if deadline.basis is not Basis.RELATIVE_TO_RECOMMENDATION or when_parent_due is None:
        return None
    if deadline.period_count is None or deadline.period_unit is None:
        return None
    return resolve_dependent(deadline.period_count, deadline.period_unit, when_parent_due)


def resolve_dependent(period_count: int, period_unit: str, completed_on: date) -> date:
    """Give the due date of a deadline counted from the day its parent was completed."""
    return dates.add_period(completed_on, period_count, period_unit)


# --- stated days, months, years and seasons -------------------------------------------------

_LEAD = re.compile(
    r"\b(?P<lead>(?:by\s+)?no(?:t)?\s+later\s+than|on\s+or\s+before|before|prior\s+to|by"
    r"|(?:target|due|implementation|completion)\s+date\s*[:–-]|(?:deadline|timescale|target|due)\s*[:–-])"
    r"\s*(?P<edge>(?:the\s+)?(?:close|end|start|beginning|middle)(?:\s+of)?\s+"
    r"|(?:the\s+)?(?:mid|early|late)[\s–-]+(?:of\s+)?)?",
    re.IGNORECASE,
)
_BARE_YEAR_FOLLOWS = re.compile(r"\s*(?:[,.;:)]|$|\n)")


def _stated(text: str, month_rule: MonthRule) -> Iterator[Found]:
    for lead in _LEAD.finditer(text):
        stated = read_stated(text, lead.end())
        if stated is None or not _means_a_deadline(text, lead, stated):
            continue
        edge = (lead["edge"] or "").lower()
        due, rule = _stated_due(stated, _first_word(lead["lead"]), edge, month_rule)
        assumption = due is not None and stated.basis is not Basis.STATED_DAY
        yield _found(text, lead.start(), stated.end, stated.basis, due, rule, assumption)


def _means_a_deadline(text: str, lead: re.Match[str], stated: Stated) -> bool:
    """Refuse "offences before 1 April 2026" and "by 2026 officers": words about something else."""
    if _first_word(lead["lead"]) in ("before", "prior"):
        return opens_a_duty(text, lead.start()) and not dates_a_thing(text, lead.start())
    bare_year = stated.basis is Basis.STATED_YEAR and not lead["edge"]
    if bare_year or stated.first is None:
        followed = _BARE_YEAR_FOLLOWS.match(text, stated.end) is not None
        return followed or opens_a_duty(text, lead.start())
    return True


def _stated_due(
    stated: Stated, lead: str, edge: str, month_rule: MonthRule
) -> tuple[date | None, str]:
    kind = stated.basis.value.replace("_", " ")
    if stated.first is None or stated.last is None:
        return None, f"{kind}: no date, {stated.doubt}"
    if "mid" in edge or "early" in edge or "late" in edge:
        return None, f"{kind}: no date, “{edge.strip()} {stated.words}” names no day"
    at_end, at_start = "end" in edge or "close" in edge, "start" in edge or "beginning" in edge
    if lead in ("before", "prior") and not at_end:
        return _day_before(stated, kind)
    if stated.basis is Basis.STATED_DAY:
        return stated.last, f"{kind}: {stated.words}"
    first_day = at_start or (
        stated.basis is Basis.STATED_MONTH and month_rule == "first_day" and not at_end
    )
    due, which = (stated.first, "first") if first_day else (stated.last, "last")
    return due, f"{kind}: {which} day of {stated.words} (assumption)"


def _day_before(stated: Stated, kind: str) -> tuple[date | None, str]:
    if stated.first is None:
        return None, kind
    note = "" if stated.basis is Basis.STATED_DAY else " (assumption)"
    day = stated.first - timedelta(days=1)
    return day, f"{kind}: the day before {written(stated.first)}{note}"


# --- periods: within six months of … --------------------------------------------------------

_UNIT = r"(?P<unit>(?:(?:calendar|working|business)\s+)?(?:day|week|month|year)s?)\b(?:['’])?"
_WITHIN = re.compile(
    r"\b(?P<lead>within|in|over|during|by|(?:by\s+)?no(?:t)?\s+later\s+than)\s+"
    r"(?P<next>the\s+(?:next|following|first)\s+)?(?:a\s+(?:further\s+)?period\s+of\s+)?"
    rf"(?:an?\s+(?=\d))?(?P<count>{WHOLE_NUMBER})(?:\s*\(\d{{1,3}}\))?[\s-]+{_UNIT}"
    r"(?:\s+(?:period|time))?",
    re.IGNORECASE,
)
_RECOMMENDATION = (
    r"(?:the\s+)?(?:recommendations?|rec|area\s+for\s+improvement|afi)\s*(?:no\.?|number)?\s*"
    r"(?P<rec>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix"
    r"|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\b"
    r"(?P<more>(?:\s*,\s*\d{1,3}){0,9}(?:\s+(?:and|or)\s+\d{1,3}\b)?)"
)
_COMPLETING = (
    r"(?:the\s+)?(?:date\s+of\s+)?(?:full\s+|successful\s+)?(?:the\s+)?"
    r"(?:completion|completing|implementation|implementing|delivery|delivering|achievement"
    r"|conclusion|closure|discharge)\s+(?:of\s+)?"
)
_DONE = (
    r"(?:['’]s\s+(?:completion|implementation|closure))?"
    r"(?:,?\s+(?:is|are|was|has\s+been|have\s+been|being|having\s+been)\s+(?:fully\s+)?"
    r"(?:completed?|implemented|delivered|met|closed|discharged|achieved|in\s+place))?"
)
_FROM = r"\s+(?:of|from|after|following|post)\s+"
_AFTER_RECOMMENDATION = re.compile(
    rf"{_FROM}(?:{_COMPLETING})?{_RECOMMENDATION}{_DONE}", re.IGNORECASE
)
_REPORT = r"(?:final\s+|inspection\s+|joint\s+|audit\s+|interim\s+){0,3}(?:report|review)"
_AFTER_PUBLICATION = re.compile(
    rf"{_FROM}(?:"
    rf"(?:(?:the|this|our|its)\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:publication|publishing|issue"
    rf"|release)(?:\s+date)?(?:\s+of\s+(?:the|this|our)\s+{_REPORT}\b|(?!\s+of\b))"
    rf"|(?:the\s+)?date\s+of\s+(?:the|this|our)\s+{_REPORT}\b"
    rf"|(?:this|our)\s+{_REPORT}\b(?:['’]s\s+publication|\s+(?:being|is|was)\s+published)?"
    rf"|the\s+(?:final\s+|inspection\s+|audit\s+){{0,2}}report\b"
    rf"(?:['’]s\s+publication|\s+(?:being|is|was)\s+published)?)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<count>{WHOLE_NUMBER})[\s-]+{_UNIT}(?=\s+(?:after|following|from)\s)", re.IGNORECASE
)
_AFTER_EVENT = re.compile(rf"{_FROM}(?P<event>[^,.;:\n]{{3,120}})", re.IGNORECASE)
_THEREAFTER = re.compile(r"\s+thereafter\b", re.IGNORECASE)
_PAST_OR_APART = re.compile(r"\s+(?:before|prior|either|each|ago|apart|old)\b", re.IGNORECASE)


def _periods(text: str, published: date | None) -> Iterator[Found]:
    for within in _WITHIN.finditer(text):
        if _PAST_OR_APART.match(text, within.end()):
            continue
        count, unit = whole_number(within["count"]), _unit(within["unit"])
        anchored = _anchored(text, within, count, unit, published)
        if anchored is not None:
            yield anchored
        elif _stands_alone(text, within):
            due, rule = _after_publication(published, count, unit, assumed=True)
            yield _found(
                text,
                within.start(),
                within.end(),
                Basis.RELATIVE_TO_PUBLICATION,
                due,
                rule,
                due is not None,
                period=(count, unit),
            )


def _counted_after(text: str) -> Iterator[Found]:
    """Read "six months after the completion of recommendation 4", with no word before it."""
    for counted in _COUNTED.finditer(text):
        after = _AFTER_RECOMMENDATION.match(text, counted.end())
        if after and opens_a_sentence(text, counted.start()):
            period = whole_number(counted["count"]), _unit(counted["unit"])
            yield _dependent(text, counted.start(), after, period)


def _anchored(
    text: str, within: re.Match[str], count: int, unit: str, published: date | None
) -> Found | None:
    start, period = within.start(), (count, unit)
    after = _AFTER_RECOMMENDATION.match(text, within.end())
    if after:
        return _dependent(text, start, after, period)
    after = _AFTER_PUBLICATION.match(text, within.end())
    if after:
        due, rule = _after_publication(published, count, unit, assumed=False)
        basis = Basis.RELATIVE_TO_PUBLICATION
        return _found(text, start, after.end(), basis, due, rule, period=period)
    after = _THEREAFTER.match(text, within.end())
    if after:
        rule = f"follows its parent: {count} {unit} after what comes before it is done"
        return _found(text, start, after.end(), Basis.FOLLOWS_PARENT, None, rule, period=period)
    after = _AFTER_EVENT.match(text, within.end())
    if after and _is_deadline_lead(within):
        rule = f"relative to an event: {count} {unit} from {after['event'].strip()}; no date known"
        basis = Basis.RELATIVE_TO_EVENT
        return _found(text, start, after.end(), basis, None, rule, period=period)
    return None


def _dependent(text: str, start: int, after: re.Match[str], period: tuple[int, str]) -> Found:
    number = after["rec"]
    if number.isalpha():
        number = str(whole_number(number))
    also = f" (and {after['more'].strip(' ,')})" if after["more"] else ""
    rule = (
        f"relative to recommendation {number}{also}: {period[0]} {period[1]} after it is complete"
    )
    basis = Basis.RELATIVE_TO_RECOMMENDATION
    return _found(text, start, after.end(), basis, None, rule, depends_on=number, period=period)


def _after_publication(
    published: date | None, count: int, unit: str, *, assumed: bool
) -> tuple[date | None, str]:
    words = f"relative to publication: {count} {unit} after publication"
    if published is None:
        return None, f"{words}; no date, the publication date is not known"
    try:
        due = dates.add_period(published, count, unit)
    except (OverflowError, ValueError):
        return None, f"{words}; no date, it lies outside the calendar"
    return due, words + (" (assumption: no starting point is given)" if assumed else "")


def _is_deadline_lead(within: re.Match[str]) -> bool:
    return within["lead"].lower() not in ("in", "over", "during") and not within["next"]


def _stands_alone(text: str, within: re.Match[str]) -> bool:
    """Accept a period without a starting point only where it governs the duty itself."""
    lead = within["lead"].lower()
    if lead == "within":
        return opens_a_duty(text, within.start())
    return bool(within["next"]) and opens_a_sentence(text, within.start())


def _unit(words: str) -> str:
    unit = " ".join(words.lower().split())
    unit = unit if unit.endswith("s") else unit + "s"
    return (
        unit.replace("business", "working")
        .removeprefix("calendar ")
        .replace("working weeks", "weeks")
        .replace("working months", "months")
        .replace("working years", "years")
    )


# --- on completion; at once; in due course --------------------------------------------------

_ON_COMPLETION = re.compile(
    rf"\b(?:(?:following|after|upon|on|once|when)\s+(?:{_COMPLETING})?{_RECOMMENDATION}{_DONE})",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?P<words>with\s+immediate\s+effect|immediately|forthwith|straight\s?away)\b"
    r"(?P<pub>\s+(?:on|upon|after|following)\s+publication)?"
    r"(?!\s+(?:after|following|before|prior|upon|on|preceding|adjacent|available)\b)",
    re.IGNORECASE,
)
_IN_DUE_COURSE = re.compile(
    r"\bas\s+soon\s+as\s+(?:is\s+)?(?:reasonably\s+)?(?:possible|practicable|practical)\b"
    r"(?P<parent>\s+(?:thereafter|afterwards|after\s+(?:that|this)))?",
    re.IGNORECASE,
)


def _on_completion(text: str) -> Iterator[Found]:
    for found in _ON_COMPLETION.finditer(text):
        words = found[0].lower()
        finished = words.startswith(("once", "when")) or re.search(r"complet|implement|clos", words)
        if finished and opens_a_sentence(text, found.start()):
            yield _dependent(text, found.start(), found, (0, "days"))


def _at_once(text: str, published: date | None) -> Iterator[Found]:
    for found in _AT_ONCE.finditer(text):
        alone = found["words"].lower() == "immediately"
        if alone and not opens_a_duty(text, found.start()):
            continue
        rule = "immediate: the day of publication"
        if published is None:
            rule = "immediate: no date, the publication date is not known"
        yield _found(text, found.start(), found.end(), Basis.IMMEDIATE, published, rule)


def _in_due_course(text: str) -> Iterator[Found]:
    for found in _IN_DUE_COURSE.finditer(text):
        if found["parent"]:
            rule, basis = "follows its parent: no date of its own", Basis.FOLLOWS_PARENT
        elif opens_a_sentence(text, found.start()) or follows_modal(text, found.start()):
            rule, basis = "no date: “as soon as possible” names none", Basis.NONE
        else:
            continue
        yield _found(text, found.start(), found.end(), basis, None, rule)


def _first_word(words: str) -> str:
    return words.split()[0].lower()


def _found(
    text: str,
    start: int,
    end: int,
    basis: Basis,
    due: date | None,
    rule: str,
    assumption: bool = False,
    *,
    depends_on: str | None = None,
    period: tuple[int, str] | None = None,
) -> Found:
    words = " ".join(text[start:end].split()).rstrip(" ,.;:")
    count, unit = period or (None, None)
    deadline = DraftDeadline(
        text=words,
        basis=basis,
        due=due,
        rule=rule,
        assumption=assumption,
        depends_on=depends_on,
        period_count=count,
        period_unit=unit,
    )
    return Found(start=start, end=end, deadline=deadline)
