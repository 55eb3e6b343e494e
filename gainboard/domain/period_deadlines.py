"""Deadlines that give a period: "Within six months of …", and what it is counted from."""

import re
from collections.abc import Iterator
from datetime import date

from gainboard.domain import dates
from gainboard.domain.draft import Basis
from gainboard.domain.found_deadlines import Found, found
from gainboard.domain.numerals import WHOLE_NUMBER, whole_number
from gainboard.domain.phrase_place import Prose, Stand
from gainboard.domain.reference_points import (
    AFTER_EVENT,
    AFTER_PUBLICATION,
    AFTER_RECOMMENDATION,
    AFTER_WORK,
    RESPONSE,
    THEREAFTER,
    named_recommendations,
    recurs,
)

UNIT = r"(?P<unit>(?:(?:calendar|working|business)\s+)?(?:day|week|month|year|fortnight|quarter)s?)"
_UNITS = ("day", "week", "month", "year", "fortnight", "quarter")
PERIOD = (
    rf"(?:\d{{1,3}}\s?(?:to|[-–])\s?|{WHOLE_NUMBER}\s+to\s+)?(?P<count>{WHOLE_NUMBER})(?:\s*\(\d{{1,3}}\))?"
    rf"[\s–-]+{UNIT}\b(?:['’])?"
)
_WITHIN = re.compile(
    r"\b(?P<lead>within|in|over|during|by|(?:by\s+)?no(?:t)?\s+later\s+than|no\s+more\s+than)\s+"
    r"(?P<next>the\s+(?:next|following|coming|first)\s+)?(?:a\s+(?:further\s+|maximum\s+)?period"
    r"\s+of\s+|a\s+maximum\s+of\s+)?(?:at\s+most\s+)?"
    rf"(?:an?\s+(?=\d))?{PERIOD}(?P<time>\s+(?:period|time))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{PERIOD}(?=\s+(?:after|following|from|of|post)\s)", re.IGNORECASE)
_PAST_OR_APART = re.compile(
    r"\s+(?:before|prior|either|each|ago|apart|old|in\s+advance|to\s+\d|per)\b", re.IGNORECASE
)
_EVERY_CASE = re.compile(r"\b(?:each|every|any|always|routinely|whenever|when|if)\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"\b(?:respon[ds]\w*|repl(?:y|ied|ies)|answer\w*|acknowledg\w*|notif\w*|arriv\w*|attend\w*"
    r"|triag\w*|visit\w*|referr\w*|referrals?|complaints?|requests?|calls?|enquiries|applications?"
    r"|appointments?|assessments?|cases|offences|incidents|victims|patients|prisoners|invoices?"
    r"|reviewed|seen|dealt|handled|processed|uploaded|recorded|held|offered|contacted|disclosed)\b",
    re.IGNORECASE,
)
_SURE_THAT = re.compile(r"\b(?:ensur\w+|make\s+sure|making\s+sure)\b(?P<what>.*)", re.I | re.DOTALL)
_ONE_THING = re.compile(
    r"(?:\s+that)?\s+(?:(?:the|its|their|this|these|those|an?|his)\s|all\s+(?:\w+\s+)?(?:staff"
    r"|officers|employees|personnel|managers|supervisors|forces|members|actions)\b)",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"(?:the|an?|their|its)\s(?!.*\b(?:should|must|shall|will|to)\b)", re.I | re.S
)
_LED = re.compile(r"\b(?:within|in|over|during|by|than|the|of|for)\s+$", re.IGNORECASE)
_NEAR = 12  # letters
_UNSURE = "no date, it may be a standard for every case and not the date of this item"
_LONGEST_PROGRAMME = 18  # months; "over the next five years" says how long, not by when


def read_period_deadlines(prose: Prose, published: date | None) -> Iterator[Found]:
    """Read every deadline that is a period, from publication, a recommendation or an event."""
    if not prose.holds(_UNITS):
        return
    for within in _WITHIN.finditer(prose.text):
        if not _PAST_OR_APART.match(prose.text, within.end()):
            period = plain_period(whole_number(within["count"]), within["unit"])
            yield from _read(prose, within, period, published)
    for counted in _COUNTED.finditer(prose.text):
        opens = prose.opens_a_sentence(counted.start()) or prose.follows_modal(counted.start())
        if opens or _dates_duty(prose, counted):
            period = plain_period(whole_number(counted["count"]), counted["unit"])
            yield from _anchored(prose, counted, period, published, firm=False)


def _dates_duty(prose: Prose, counted: re.Match[str]) -> bool:
    """Say whether a period from publication goes with what is to be done: "Meet a year after …"."""
    after = AFTER_PUBLICATION.match(prose.text, counted.end())
    if after is None or _LED.search(prose.text, max(0, counted.start() - _NEAR), counted.start()):
        return False
    return prose.stand(counted.start(), after.end()) in (Stand.GOVERNS, Stand.CLOSES)


def _read(
    prose: Prose, within: re.Match[str], period: tuple[int, str], published: date | None
) -> Iterator[Found]:
    anchored = tuple(_anchored(prose, within, period, published, firm=_firm(within)))
    if anchored or not _names_no_start(prose, within):
        yield from anchored
        return
    stand = _stand_alone(prose, within, period)
    if stand is Stand.APART:
        return
    basis = Basis.RELATIVE_TO_PUBLICATION
    due, rule = after_publication(published, period, assumed=True)
    if stand is not Stand.GOVERNS and stand is not Stand.CLOSES:
        due, rule = None, f"{_words(period)}: {_UNSURE}"
    start, end = within.start(), within.end()
    yield found(prose.text, start, end, basis, due, rule, due is not None, period=period)


def _anchored(
    prose: Prose,
    lead: re.Match[str],
    period: tuple[int, str],
    published: date | None,
    *,
    firm: bool,
) -> Iterator[Found]:
    text, start = prose.text, lead.start()
    if after := AFTER_RECOMMENDATION.match(text, lead.end()):
        yield from dependent(text, start, after, period)
    elif after := AFTER_PUBLICATION.match(text, lead.end()):
        told = prose.stand(start, after.end()) in (Stand.APART, Stand.TOLD)
        if told or RESPONSE.search(prose.before(start)[-50:]):
            return
        due, rule = after_publication(published, period, assumed=False)
        basis = Basis.RELATIVE_TO_PUBLICATION
        yield found(text, start, after.end(), basis, due, rule, period=period)
    elif after := AFTER_WORK.match(text, lead.end()):
        yield from dependent(text, start, after, period)
    elif after := THEREAFTER.match(text, lead.end()):
        rule = f"follows its parent: {_words(period)} after what comes before it is done"
        yield found(text, start, after.end(), Basis.FOLLOWS_PARENT, None, rule, period=period)
    elif firm and (after := AFTER_EVENT.match(text, lead.end())):
        if prose.stand(start, after.end()) is Stand.APART or recurs(after["event"], period[1]):
            return
        if _EVERY_CASE.search(prose.before(start)[-60:]):
            return
        rule = (
            f"relative to an event: {_words(period)} from {after['event'].strip()}; no date known"
        )
        basis = Basis.RELATIVE_TO_EVENT
        yield found(text, start, after.end(), basis, None, rule, period=period)


def dependent(
    text: str, start: int, after: re.Match[str], period: tuple[int, str]
) -> Iterator[Found]:
    """Give a deadline for each recommendation a phrase waits for; the last one done counts."""
    numbers = named_recommendations(after)
    named = f"recommendation{'s' if len(numbers) > 1 else ''} {_listed(numbers)}"
    done = "the last of them is complete" if len(numbers) > 1 else "it is complete"
    rule = f"relative to {named}: {_words(period)} after {done}"
    basis = Basis.RELATIVE_TO_RECOMMENDATION
    for number in numbers:
        yield found(text, start, after.end(), basis, None, rule, depends_on=number, period=period)


def _stand_alone(prose: Prose, within: re.Match[str], period: tuple[int, str]) -> Stand:
    """Accept a period without a starting point only where it governs the duty itself."""
    lead, start, end = within["lead"].lower(), within.start(), within.end()
    before = prose.before(start)
    if RESPONSE.search(before[-50:]):
        return Stand.APART
    stand = prose.stand(start, end)
    if lead == "in" and not within["next"]:
        timed = within["time"] is not None and stand in (Stand.GOVERNS, Stand.CLOSES)
        return stand if timed else Stand.APART
    if lead in ("over", "during"):
        return _programme(stand, period) if within["next"] else Stand.APART
    if lead in ("by", "no more than") and not within["next"]:
        return Stand.APART
    if stand is Stand.CLOSES or (stand is Stand.GOVERNS and prose.is_limb(start)):
        return _one_or_every(stand, before, prose.after(end), period[1])
    return stand


def _programme(stand: Stand, period: tuple[int, str]) -> Stand:
    months = period[0] * {"years": 12, "months": 1}.get(period[1], 0)
    if stand is not Stand.GOVERNS:
        return Stand.APART
    return stand if months <= _LONGEST_PROGRAMME else Stand.UNSURE


def _one_or_every(stand: Stand, before: str, after: str, unit: str) -> Stand:
    """Tell the date of the duty from a standard for each case that the duty sets."""
    short = unit in ("days", "working days")
    if short and _NOUN_PHRASE.match(before):
        return Stand.APART
    if _EVERY_CASE.search(before) or (short and _SERVICE.search(before)):
        return Stand.APART if short or _SERVICE.search(before) else Stand.UNSURE
    sure = _SURE_THAT.search(before)
    if sure and (short or not _ONE_THING.match(sure["what"])):
        return Stand.APART if short else Stand.UNSURE
    return stand if not _EVERY_CASE.search(after) else Stand.UNSURE


def _names_no_start(prose: Prose, within: re.Match[str]) -> bool:
    after = AFTER_EVENT.match(prose.text, within.end())
    return after is None or not _firm(within)


def _firm(within: re.Match[str]) -> bool:
    return within["lead"].lower() not in ("in", "over", "during") and not within["next"]


def plain_period(count: int, unit: str) -> tuple[int, str]:
    """Give a period in days, working days, weeks, months or years."""
    unit = _unit(unit)
    if unit == "fortnights":
        return 2 * count, "weeks"
    return (3 * count, "months") if unit == "quarters" else (count, unit)


def after_publication(
    published: date | None, period: tuple[int, str], *, assumed: bool
) -> tuple[date | None, str]:
    """Count a period from publication, and say so; `assumed` where nothing says from when."""
    words = f"relative to publication: {_words(period)} after publication"
    if published is None:
        return None, f"{words}; no date, the publication date is not known"
    try:
        due = dates.add_period(published, *period)
    except (OverflowError, ValueError):
        return None, f"{words}; no date, it lies outside the calendar"
    return due, words + (" (assumption: no starting point is given)" if assumed else "")


def _words(period: tuple[int, str]) -> str:
    count, unit = period
    return f"{count} {unit.removesuffix('s') if count == 1 else unit}"


def _listed(numbers: tuple[str, ...]) -> str:
    return " and ".join((", ".join(numbers[:-1]), numbers[-1])) if len(numbers) > 1 else numbers[0]


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
