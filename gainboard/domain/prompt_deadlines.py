"""Deadlines that give no day of their own: at once, on completion, before an event, when able."""

import re
from collections.abc import Iterator
from datetime import date

from gainboard.domain.draft import Basis
from gainboard.domain.found_deadlines import Found, found
from gainboard.domain.period_deadlines import dependent
from gainboard.domain.phrase_place import Prose, Stand
from gainboard.domain.reference_points import IS_DONE, ON_COMPLETION, ON_WORK

_AT_ONCE = re.compile(
    r"\b(?P<words>with\s+immediate\s+effect|immediately|forthwith|straight\s?away)\b"
    r"(?P<pub>\s+(?:on|upon|after|following)\s+publication)?"
    r"(?!\s+(?:after|following|before|prior|upon|on|preceding|adjacent|available|when|if|where"
    r"|apparent|obvious|clear|necessary|surrounding)\b)",
    re.IGNORECASE,
)
_EVERY_CASE = re.compile(
    r"\b(?:each|every|any|always|whenever|when|if|where|concerns|incidents|allegations)\b", re.I
)
_IN_DUE_COURSE = re.compile(
    r"\b(?:as\s+soon\s+as\s+(?:is\s+)?(?:reasonably\s+)?(?:possible|practicable|practical)"
    r"|at\s+the\s+earliest\s+(?:possible\s+)?opportunity|as\s+a\s+matter\s+of\s+urgency"
    r"|without\s+(?:further\s+|undue\s+)?delay|urgently|promptly)\b"
    r"(?P<parent>\s+(?:thereafter|afterwards|after\s+(?:that|this)))?",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of|by\s+the\s+time\s+of|by|no\s+later\s+than"
    r"|at)\s+(?!the\s+\w+\s+of\s+(?:each|every))(?P<event>parliament\s+(?:rises|returns|dissolves)\b[^,.;:\n]{0,60}"
    r"|(?:the|its|our|their|this)\s+(?:\w+\s+){0,4}?(?:inspection|recess|launch|roll-?out|election"
    r"|go[\s-]live|opening|commencement|session|spending\s+review|budget|academic\s+year|term"
    r"|school\s+year|financial\s+year|calendar\s+year|year|parliament|legislation|act|bill"
    r"|conclusion|completion|introduction|implementation|enactment|anniversary)\b"
    r"(?:\s+of\s+[^,.;:\n]{2,80})?)"
    r"|\b(?:following|after|upon|on)\s+(?P<done>(?:the\s+)?(?:\w+\s+)?(?:conclusion|completion|introduction"
    r"|enactment|commencement|launch|opening|passage)\s+of\s+[^,.;:\n]{2,80})",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(
    r"(?P<lead>by\s+the\s+end\s+of|before\s+the\s+end\s+of|by|within|in|during)\s+(?:the\s+)?"
    r"(?P<which>this|current|present|next|coming)\s+(?P<kind>(?:financial|fiscal|calendar)\s+)?year\b",
    re.IGNORECASE,
)


_LAST_YEAR = date.max.year - 2


def read_prompt_deadlines(prose: Prose, published: date | None) -> Iterator[Found]:
    """Read the deadlines that wait for something, or that ask for no delay."""
    yield from _on_completion(prose)
    if prose.holds(("immediate", "forthwith", "straight")):
        yield from _at_once(prose, published)
    if prose.holds(("soon", "opportunity", "urgen", "delay", "promptly")):
        yield from _in_due_course(prose)
    if prose.holds(("year",)):
        yield from _this_year(prose, published)
    yield from _before_events(prose)


def _on_completion(prose: Prose) -> Iterator[Found]:
    for on in ON_COMPLETION.finditer(prose.text):
        words = on[0].lower()
        finished = words.startswith(("once", "when")) or re.search(r"complet|implement|clos", words)
        if finished and (prose.opens_a_sentence(on.start()) or prose.follows_modal(on.start())):
            yield from dependent(prose.text, on.start(), on, (0, "days"))
    for on in ON_WORK.finditer(prose.text):
        known = ON_COMPLETION.match(prose.text, on.start()) is not None
        if not known and IS_DONE.search(on["work"]) and prose.opens_a_sentence(on.start()):
            yield from dependent(prose.text, on.start(), on, (0, "days"))


def _at_once(prose: Prose, published: date | None) -> Iterator[Found]:
    for now in _AT_ONCE.finditer(prose.text):
        if now["words"].lower() in ("immediately", "straightaway") and not _asks_at_once(
            prose, now
        ):
            continue
        rule = "immediate: the day of publication"
        if published is None:
            rule = "immediate: no date, the publication date is not known"
        yield found(prose.text, now.start(), now.end(), Basis.IMMEDIATE, published, rule)


def _asks_at_once(prose: Prose, now: re.Match[str]) -> bool:
    stand = prose.stand(now.start(), now.end())
    around = prose.before(now.start()), prose.after(now.end())
    if stand is Stand.GOVERNS:
        return _EVERY_CASE.search(around[1][:80]) is None or prose.opens_a_sentence(now.start())
    plainly = re.search(r"\b(?:ensur|make\s+sure|making\s+sure)", around[0], re.IGNORECASE) is None
    return stand is Stand.CLOSES and plainly and not any(map(_EVERY_CASE.search, around))


def _in_due_course(prose: Prose) -> Iterator[Found]:
    for soon in _IN_DUE_COURSE.finditer(prose.text):
        words = " ".join(soon[0].lower().split())
        if soon["parent"]:
            rule, basis = "follows its parent: no date of its own", Basis.FOLLOWS_PARENT
        elif prose.opens_a_sentence(soon.start()) or prose.follows_modal(soon.start()):
            rule, basis = f"no date: “{words}” names none", Basis.NONE
        else:
            continue
        yield found(prose.text, soon.start(), soon.end(), basis, None, rule)


def _this_year(prose: Prose, published: date | None) -> Iterator[Found]:
    for year in _THIS_YEAR.finditer(prose.text):
        if prose.stand(year.start(), year.end()) not in (Stand.GOVERNS, Stand.CLOSES):
            continue
        due, rule = _end_of_year(year, published)
        basis = Basis.STATED_YEAR
        yield found(prose.text, year.start(), year.end(), basis, due, rule, due is not None)


def _end_of_year(year: re.Match[str], published: date | None) -> tuple[date | None, str]:
    words = " ".join(year["which"].lower().split())
    if published is None:
        return (
            None,
            f"stated year: no date, the publication date that “{words}” refers to is not known",
        )
    if published.year > _LAST_YEAR:
        return None, "stated year: no date, it lies outside the calendar"
    kind = (year["kind"] or "calendar").strip().lower()
    later = words in ("next", "coming")
    if kind == "calendar":
        due = date(published.year + later, 12, 31)
    else:
        begun = published.year if (published.month, published.day) >= (4, 1) else published.year - 1
        due = date(begun + 1 + later, 3, 31)
    return due, f"stated year: last day of the {words} {kind} year at publication (assumption)"


def _before_events(prose: Prose) -> Iterator[Found]:
    for event in _EVENT.finditer(prose.text):
        stand = prose.stand(event.start(), event.end())
        closes = stand is Stand.CLOSES and event["event"] and event[0][:2].lower() != "at"
        if stand is not Stand.GOVERNS and not closes:
            continue
        name = " ".join((event["event"] or event["done"]).split())
        rule = f"relative to an event: {name}; no date known"
        basis = Basis.RELATIVE_TO_EVENT
        yield found(prose.text, event.start(), event.end(), basis, None, rule)
