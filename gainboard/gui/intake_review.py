"""The review of what was found in a document: frozen, and changed only by making the next one."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gainboard.domain.deadlines import MonthRule, find_deadlines
from gainboard.domain.draft import (
    OF_ANSWERED,
    Basis,
    Draft,
    DraftClause,
    DraftDeadline,
    DraftItem,
    DraftReport,
)
from gainboard.domain.due_words import read_due_words
from gainboard.domain.stated_dates import written
from gainboard.domain.states import Applicability
from gainboard.gui.date_field import read_date
from gainboard.services.documents import drafted_item

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item under review; `applicability` is None while the proposal stands."""

    item: DraftItem
    reviewed: bool = False
    applicability: Applicability | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A whole review; `at` is the entry looked at, -1 for the report itself."""

    name: str
    report: DraftReport
    entries: tuple[Entry, ...]
    source: str
    warnings: tuple[str, ...] = ()
    at: int = -1
    code: str = ""
    source_kind: str = ""
    month_rule: MonthRule = "last_day"

    @property
    def current(self) -> Entry | None:
        """Return the entry looked at, or None on the report."""
        return self.entries[self.at] if 0 <= self.at < len(self.entries) else None

    @property
    def counted(self) -> str:
        """Say how far the review has come."""
        done = sum(entry.reviewed for entry in self.entries)
        return f"{done} of {len(self.entries)} reviewed"

    @property
    def draft(self) -> Draft:
        """Return the draft as it would be accepted."""
        items = tuple(entry.item for entry in self.entries)
        return Draft(report=self.report, items=items, warnings=self.warnings, source=self.source)

    @property
    def choices(self) -> dict[int, Applicability]:
        """Return the applicability chosen by hand, by position."""
        return {
            position: entry.applicability
            for position, entry in enumerate(self.entries)
            if entry.applicability is not None
        }


def begin(draft: Draft, name: str, month_rule: MonthRule = "last_day") -> Review:
    """Begin the review of a draft at its report."""
    return Review(
        name=name,
        report=draft.report,
        entries=tuple(Entry(item=item) for item in draft.items),
        source=draft.source,
        warnings=draft.warnings,
        month_rule=month_rule,
    )


def go(review: Review, at: int) -> Review:
    """Look at another entry; -1 is the report."""
    return replace(review, at=max(-1, min(at, len(review.entries) - 1)))


def mark_reviewed(review: Review) -> Review:
    """Call the current entry reviewed and go to the next that is not, from here round."""
    entry = review.current
    marked = _put(review, replace(entry, reviewed=True)) if entry else review
    count = len(marked.entries)
    order = [(marked.at + step) % count for step in range(1, count + 1)] if count else []
    left = [at for at in order if not marked.entries[at].reviewed]
    return go(marked, left[0] if left else marked.at)


def next_in_doubt(review: Review) -> int | None:
    """Return the place of the next item with a doubt, from the current one round; None for none."""
    count = len(review.entries)
    order = [(review.at + step) % count for step in range(1, count + 1)] if count else []
    return next((at for at in order if review.entries[at].item.doubts), None)


def change_item(review: Review, **values: Any) -> Review:
    """Change values of the current item; new text has its deadlines read again."""
    entry = review.current
    if entry is None:
        return review
    item = replace(entry.item, **values)
    if item.text != entry.item.text:
        outside = _outside(entry.item)
        item = replace(item, deadlines=(*_deadlines(review, item), *outside))
    return _put(review, replace(entry, item=item))


def set_deadline(review: Review, words: str) -> Review | None:
    """Give the current item a deadline in a reader's own words; None where they name none."""
    entry = review.current
    found = _by_hand(review, words)
    if entry is None or found is None:
        return None
    item = replace(entry.item, deadlines=(*entry.item.deadlines, found))
    return _put(review, replace(entry, item=item))


def drop_deadline(review: Review, place: int) -> Review:
    """Take a deadline of the current item out."""
    entry = review.current
    if entry is None or not 0 <= place < len(entry.item.deadlines):
        return review
    rest = entry.item.deadlines[:place] + entry.item.deadlines[place + 1 :]
    return _put(review, replace(entry, item=replace(entry.item, deadlines=rest)))


def choose_applicability(review: Review, value: Applicability | None) -> Review:
    """Choose the applicability of the current item; None lets the proposal stand."""
    entry = review.current
    return _put(review, replace(entry, applicability=value)) if entry else review


def change_report(review: Review, **values: Any) -> Review:
    """Change values of the report; another publication date moves what is counted from it."""
    report = replace(review.report, **values)
    changed = replace(review, report=report)
    if report.published == review.report.published:
        return changed
    entries = tuple(_redated(changed, entry, report.published) for entry in review.entries)
    return replace(changed, entries=entries)


def merge_next(review: Review) -> Review:
    """Join the next item to the current one; without a next one nothing changes."""
    if review.current is None or review.at + 1 >= len(review.entries):
        return review
    first, second = review.current, review.entries[review.at + 1]
    joined = Entry(item=_joined(first.item, second.item), applicability=first.applicability)
    entries = (*review.entries[: review.at], joined, *review.entries[review.at + 2 :])
    return replace(review, entries=entries)


def split_at(review: Review, offset: int) -> Review:
    """Split the current item's text; a place at its edge changes nothing."""
    entry = review.current
    if entry is None:
        return review
    item = entry.item
    left, right = item.text[:offset].rstrip(), item.text[offset:].lstrip()
    if not left or not right:
        return review
    middle = _place_of_word(review.source, item.span, len(_WORD.findall(left)))
    own = [clause for clause in item.clauses if clause.text in left]
    rest = [clause for clause in item.clauses if clause.text not in left]
    halves = (
        _part(review, item, left, own, (item.span[0], middle)),
        replace(_part(review, item, right, rest, (middle, item.span[1])), number=None),
    )
    fresh = tuple(Entry(item=half, applicability=entry.applicability) for half in halves)
    entries = (*review.entries[: review.at], *fresh, *review.entries[review.at + 1 :])
    return replace(review, entries=entries)


def offset_of(review: Review, position: int) -> int | None:
    """Return where in the current item's text a place of the document is; None if outside it."""
    entry = review.current
    if entry is None or not entry.item.span[0] < position < entry.item.span[1]:
        return None
    before = len(_WORD.findall(review.source[entry.item.span[0] : position]))
    words = list(_WORD.finditer(entry.item.text))
    return words[before].start() if before < len(words) else None


def drop(review: Review) -> Review:
    """Take the current item out."""
    if review.current is None:
        return review
    entries = (*review.entries[: review.at], *review.entries[review.at + 1 :])
    return go(replace(review, entries=entries), min(review.at, len(entries) - 1))


def drop_all(review: Review, places: Collection[int]) -> Review:
    """Take the items at these places out."""
    entries = tuple(e for at, e in enumerate(review.entries) if at not in places)
    before = sum(at not in places for at in range(max(0, review.at)))
    return go(replace(review, entries=entries), before if review.at >= 0 else -1)


def add(review: Review, start: int, end: int) -> Review:
    """Add what is selected in the document as an item, in its place among the others."""
    text = review.source[start:end].strip()
    if not text:
        return review
    start = review.source.index(text, start)
    item = drafted_item(text, review.report.published, review.month_rule)
    item = replace(item, span=(start, start + len(text)))
    place = sum(entry.item.span[0] <= start for entry in review.entries)
    entries = (*review.entries[:place], Entry(item=item), *review.entries[place:])
    return replace(review, entries=entries, at=place)


def relabel(clauses: list[DraftClause] | tuple[DraftClause, ...]) -> tuple[DraftClause, ...]:
    """Label clauses a, b, … in their order."""
    return tuple(
        DraftClause(label=_letter(nth), text=clause.text) for nth, clause in enumerate(clauses)
    )


def _put(review: Review, entry: Entry) -> Review:
    entries = (*review.entries[: review.at], entry, *review.entries[review.at + 1 :])
    return replace(review, entries=entries)


def _deadlines(review: Review, item: DraftItem) -> tuple[DraftDeadline, ...]:
    found = find_deadlines(item.text, review.report.published, review.month_rule)
    return tuple(replace(deadline, clause=_owner(item, deadline)) for deadline in found)


def _outside(item: DraftItem) -> tuple[DraftDeadline, ...]:
    """Return what stands in a heading or column, or was set by hand: the text does not give it."""
    return tuple(deadline for deadline in item.deadlines if deadline.text not in item.text)


def _by_hand(review: Review, words: str) -> DraftDeadline | None:
    day = read_date(words)
    if day is not None:
        rule = f"stated day: {written(day)}, set at intake review"
        return DraftDeadline(text=words, basis=Basis.STATED_DAY, due=day, rule=rule)
    every = read_due_words(words, review.report.published, review.month_rule).deadlines
    found = next((one for one in every if one.basis is not Basis.NONE), None)
    return replace(found, rule=f"{found.rule}, set at intake review") if found else None


def _owner(item: DraftItem, deadline: DraftDeadline) -> str | None:
    return next((c.label for c in item.clauses if deadline.text in c.text), None)


def _redated(review: Review, entry: Entry, published: date | None) -> Entry:
    def again(deadline: DraftDeadline) -> DraftDeadline:
        found = find_deadlines(deadline.text, published, review.month_rule)
        if len(found) != 1 or found[0].basis is not deadline.basis:
            return deadline
        if OF_ANSWERED in deadline.rule:  # another report's publication, which has not moved
            return deadline
        new = found[0]
        return replace(deadline, due=new.due, rule=new.rule, assumption=new.assumption)

    deadlines = tuple(again(deadline) for deadline in entry.item.deadlines)
    return replace(entry, item=replace(entry.item, deadlines=deadlines))


def _joined(first: DraftItem, second: DraftItem) -> DraftItem:
    clauses = relabel([*first.clauses, *second.clauses])
    moved = clauses[len(first.clauses) :]
    labels = {old.label: new.label for old, new in zip(second.clauses, moved, strict=True)}
    later = tuple(
        replace(deadline, clause=labels.get(deadline.clause or "", deadline.clause))
        for deadline in second.deadlines
    )
    return replace(
        first,
        text=f"{first.text}\n{second.text}",
        clauses=clauses,
        deadlines=first.deadlines + later,
        addressees=tuple(dict.fromkeys(first.addressees + second.addressees)),
        span=(min(first.span[0], second.span[0]), max(first.span[1], second.span[1])),
        doubts=first.doubts + second.doubts,
    )


def _part(
    review: Review, item: DraftItem, text: str, clauses: list[DraftClause], span: tuple[int, int]
) -> DraftItem:
    part = replace(item, text=text, clauses=relabel(clauses), span=span, deadlines=())
    return replace(part, deadlines=(*_deadlines(review, part), *_outside(item)))


def _place_of_word(source: str, span: tuple[int, int], nth: int) -> int:
    """Return where in the document the nth word of a span begins, or the span's end."""
    words = list(_WORD.finditer(source, *span))
    return words[nth].start() if nth < len(words) else span[1]


def _letter(nth: int) -> str:
    return chr(97 + nth) if nth < 26 else f"{chr(96 + nth // 26)}{chr(97 + nth % 26)}"
