"""When an item is due: the deadlines of its words, and of the words that stand outside them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gainboard.domain.deadlines import MOST_DEADLINES, MonthRule, locate_deadlines
from gainboard.domain.draft import OF_ANSWERED, Basis, DraftDeadline
from gainboard.domain.due_words import Outside, read_due_words
from gainboard.domain.stated_dates import written
from gainboard.domain.term_bands import Bands, locate_bands, read_band
from gainboard.intake.front.answered import Answered
from gainboard.intake.wording.clauses import Wording

ALL_CLAUSES = "clauses"
_STATED = (Basis.STATED_DAY, Basis.STATED_MONTH, Basis.STATED_YEAR, Basis.STATED_SEASON)
_COUNTED = (Basis.RELATIVE_TO_PUBLICATION, Basis.IMMEDIATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Hold what deadlines are counted by; `answered` where the document answers a report.

    `bands` is what the document says that its "short term" and the like are.
    """

    published: date | None
    month_rule: MonthRule = "last_day"
    answered: Answered | None = None
    bands: Bands = field(default_factory=dict)

    @property
    def start(self) -> date | None:
        """Give the day that "this report" was published on."""
        if self.answered is not None and self.answered.published is not None:
            return self.answered.published
        return self.published


def read_deadlines(
    wording: Wording, due_words: str | None, counting: Counting
) -> tuple[DraftDeadline, ...]:
    """List an item's deadlines, each with the label of its clause or of all of them.

    A column's date goes before what the item says; a group's heading counts where it says nothing.
    """
    own = _own(wording, counting)
    outside = Outside(deadlines=(), bare=False)
    if due_words:
        outside = _outside(due_words, counting)
    if outside.bare:
        dated = any(one.due and one.basis in _STATED for one in outside.deadlines)
        kept = (_undated(one) if dated and one.assumption else one for one in own)
        own = (*outside.deadlines, *kept)
    elif not any(one.clause in (None, ALL_CLAUSES) and _tells(one) for one in own):
        own = (*outside.deadlines, *own)
    return tuple(_counted(one, counting.answered) for one in own)


def date_doubts(deadlines: Sequence[DraftDeadline], answered: Answered | None) -> list[str]:
    """Say of each deadline that names a time but no day why it gives no date."""
    doubts = [
        f"“{one.text}” gives no date ({one.rule})"
        for one in deadlines
        if one.due is None
        and (one.basis in _STATED or "it may be" in one.rule or "can be read" in one.rule)
    ]
    counted = any(one.due and one.basis in _COUNTED for one in deadlines)
    if counted and answered is not None and answered.doubt:
        doubts.append(answered.doubt)
    if len(deadlines) >= MOST_DEADLINES:
        doubts.append(f"it holds {len(deadlines)} deadlines or more: those beyond were not read")
    return doubts


def _own(wording: Wording, counting: Counting) -> tuple[DraftDeadline, ...]:
    dated = locate_deadlines(wording.text, counting.start, counting.month_rule)
    banded = locate_bands(wording.text, counting.bands, counting.start)
    found = sorted((*dated, *banded), key=lambda one: one.start)
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


def _outside(due_words: str, counting: Counting) -> Outside:
    """Read words outside an item: a date, or else a band of time that the document defines."""
    read = read_due_words(due_words, counting.start, counting.month_rule)
    if any(one.basis is not Basis.NONE for one in read.deadlines):
        return read
    band = read_band(due_words, counting.bands, counting.start)
    return Outside(deadlines=(band,), bare=True) if band is not None else read


def _introduction(wording: Wording) -> int:
    """Give where the sentence begins that leads to the clauses; past the end if none does."""
    lead = wording.lead.rstrip()
    if not wording.parts or not lead.endswith(":"):
        return len(wording.text)
    return max(lead.rfind(". "), lead.rfind(".\n")) + 1


def _tells(one: DraftDeadline) -> bool:
    return one.due is not None or one.basis in (
        Basis.RELATIVE_TO_RECOMMENDATION,
        Basis.RELATIVE_TO_EVENT,
        Basis.RELATIVE_TO_PUBLICATION,
    )


def _undated(one: DraftDeadline) -> DraftDeadline:
    """Leave a period without a starting point undated where a date stands beside the item."""
    if one.basis is not Basis.RELATIVE_TO_PUBLICATION:
        return one
    rule = (
        f"{one.period_count} {one.period_unit}: no date of its own, one is stated beside the item"
    )
    return replace(one, due=None, rule=rule, assumption=False)


def _counted(one: DraftDeadline, answered: Answered | None) -> DraftDeadline:
    if answered is None or answered.published is None or one.basis not in _COUNTED:
        return one
    said = f"{one.rule} {OF_ANSWERED}, {written(answered.published)}"
    return replace(one, rule=said) if one.due else one
