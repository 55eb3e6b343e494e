"""When an item is due: the deadlines of its words, each with the clause that it belongs to."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gainboard.domain.deadlines import MonthRule, locate_deadlines
from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.intake.clauses import Wording

ALL_CLAUSES = "clauses"


def read_deadlines(
    wording: Wording, published: date | None, month_rule: MonthRule
) -> tuple[DraftDeadline, ...]:
    """List an item's deadlines, each with the label of its clause or of all of them."""
    found = locate_deadlines(wording.text, published, month_rule)
    starts = [part.start for part in wording.parts]
    covers_from = _introduction(wording)
    deadlines = []
    for place, one in enumerate(found):
        part = bisect_right(starts, one.start) - 1
        clause = None
        if part >= 0 and one.start < wording.parts[part].end:
            clause = wording.parts[part].clause.label
        elif part < 0 and place > 0 and one.start >= covers_from:
            clause = ALL_CLAUSES
        deadlines.append(replace(one.deadline, clause=clause))
    return tuple(deadlines)


def _introduction(wording: Wording) -> int:
    """Give where the sentence begins that leads to the clauses; past the end if none does."""
    lead = wording.lead.rstrip()
    if not wording.parts or not lead.endswith(":"):
        return len(wording.text)
    return max(lead.rfind(". "), lead.rfind(".\n")) + 1


def date_doubts(deadlines: Sequence[DraftDeadline]) -> list[str]:
    """Say of each deadline that names a time but no day why it gives no date."""
    stated = (Basis.STATED_DAY, Basis.STATED_MONTH, Basis.STATED_YEAR, Basis.STATED_SEASON)
    return [
        f"“{deadline.text}” gives no date ({deadline.rule})"
        for deadline in deadlines
        if deadline.due is None and deadline.basis in stated
    ]
