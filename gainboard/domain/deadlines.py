"""Deadlines as UK reports write them: the words, what they count from, and the date they give.

The rules are the table of the domain's section 4. A date is never guessed: where the words or
the facts give no day, `due` is None and the rule says why.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from gainboard.domain import dates
from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.domain.found_deadlines import Found, MonthRule
from gainboard.domain.period_deadlines import read_period_deadlines
from gainboard.domain.phrase_place import Prose
from gainboard.domain.prompt_deadlines import read_prompt_deadlines
from gainboard.domain.stated_deadlines import read_stated_deadlines

__all__ = [
    "MOST_DEADLINES",
    "Basis",
    "Found",
    "MonthRule",
    "find_deadlines",
    "locate_deadlines",
    "projected",
    "resolve_dependent",
]

# No recommendation has so many of one form; past it a text is an attack, not a recommendation.
MOST_DEADLINES = 500


def find_deadlines(
    text: str, published: date | None, month_rule: MonthRule = "last_day"
) -> tuple[DraftDeadline, ...]:
    """List the deadlines in a recommendation's words, in reading order (domain, section 4)."""
    return tuple(one.deadline for one in locate_deadlines(text, published, month_rule))


def locate_deadlines(
    text: str, published: date | None, month_rule: MonthRule = "last_day"
) -> tuple[Found, ...]:
    """List the deadlines with their places; of two that overlap the longer is kept.

    Of one form at most MOST_DEADLINES are read. A phrase that waits for two recommendations
    gives two deadlines in one place.
    """
    prose = Prose(text)
    readers: tuple[Iterator[Found], ...] = (
        read_stated_deadlines(prose, published, month_rule),
        read_period_deadlines(prose, published),
        read_prompt_deadlines(prose, published),
    )
    every = sorted(
        (one for reader in readers for one in islice(reader, MOST_DEADLINES)),
        key=lambda one: (one.start, -one.end),
    )
    kept: list[Found] = []
    for one in every:
        if not kept or one.start >= kept[-1].end or _names_another(one, kept[-1]):
            kept.append(one)
    return tuple(kept)


def _names_another(one: Found, last: Found) -> bool:
    """Say whether two are one phrase that waits for two recommendations."""
    same = (one.start, one.end) == (last.start, last.end)
    return same and None not in (one.deadline.depends_on, last.deadline.depends_on)


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
