"""The deadlines of a tracker's row: its own words and date go before what the text says."""

from dataclasses import replace
from datetime import date

from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import Basis, DraftDeadline
from gainboard.domain.due_words import read_due_words
from gainboard.domain.incoming.entry import Entry
from gainboard.domain.states import OPEN_STATUSES, ForceStatus
from gainboard.intake.wording.one_item import deadlines_of


def deadlines_of_entry(
    entry: Entry, published: date | None, status: ForceStatus, rule: MonthRule
) -> tuple[DraftDeadline, ...]:
    """Return what a row is due by; the words of the text count only for what is still open.

    `published` is the report's day; the row's own, where it gives one, is what periods count from.
    """
    since = entry.published or published
    if entry.due is not None and entry.due.day is not None:
        return (_with_date(entry, since, rule),)
    if entry.deadline_words:
        return read_due_words(entry.deadline_words, since, rule).deadlines or (_words_only(entry),)
    if status in OPEN_STATUSES:
        return deadlines_of(entry.text, since, rule)
    return ()


def _with_date(entry: Entry, since: date | None, rule: MonthRule) -> DraftDeadline:
    """Return the tracker's date, under the rule of its words where these come to the same day."""
    assert entry.due is not None
    for found in read_due_words(entry.deadline_words, since, rule).deadlines:
        if found.due == entry.due.day:
            return replace(found, text=entry.deadline_words)
    return DraftDeadline(
        text=entry.deadline_words,
        basis=entry.due.basis,
        due=entry.due.day,
        rule=f"{entry.due.rule}, as the tracker says",
        assumption=entry.due.assumed,
    )


def _words_only(entry: Entry) -> DraftDeadline:
    return DraftDeadline(
        text=entry.deadline_words,
        basis=Basis.NONE,
        due=None,
        rule="no date: the tracker’s words name none",
    )
