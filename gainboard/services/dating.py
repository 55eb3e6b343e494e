"""Dates as they stand: what is due, what is only projected, what the board works to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from gainboard.domain.deadlines import Basis, resolve_dependent
from gainboard.domain.recommendation import Deadline, Recommendation
from gainboard.domain.views import DeadlineView
from gainboard.store.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """The date the board works to; `is_projected` where it hangs on another's date."""

    on: date | None
    is_projected: bool = False


def counted_from(deadline: Deadline, completed_on: date) -> date | None:
    """Return the day a dependent deadline falls due; None past the end of the calendar."""
    count, unit = deadline.period_count or 0, deadline.period_unit or "days"
    try:
        return resolve_dependent(count, unit, completed_on)
    except (ValueError, OverflowError):
        return None


def period(deadline: Deadline) -> str:
    """Return a deadline's period in words: "12 months after", or "on the day"."""
    count, unit = deadline.period_count or 0, deadline.period_unit or "days"
    if not count:
        return "on the day"
    return f"{count} {unit.removesuffix('s') if count == 1 else unit} after"


class Dating:
    """Answer for the dates of recommendations, following dependences as far as they go."""

    def __init__(self, register: Register, loaded: Iterable[Recommendation] = ()) -> None:
        self._tables = register.tables
        self._recommendations = {one.id: one for one in loaded}
        self._deadlines: dict[int, list[Deadline]] = {}
        for deadline in self._load(list(self._recommendations)):
            self._deadlines.setdefault(deadline.recommendation_id, []).append(deadline)
        self._known: dict[int, Current] = {}

    def current(self, of: Recommendation) -> Current:
        """Return the agreed date, else the first due one, else the first projected one."""
        return self._current(of.id, frozenset())

    def views(self, of: Recommendation) -> tuple[DeadlineView, ...]:
        """Return the deadlines of a recommendation as shown."""
        return tuple(self._view(deadline, frozenset()) for deadline in self._of(of.id))

    def _current(self, key: int, path: frozenset[int]) -> Current:
        if key not in self._known:
            self._known[key] = self._work_out(key, path | {key})
        return self._known[key]

    def _work_out(self, key: int, path: frozenset[int]) -> Current:
        agreed = self._recommendation(key).agreed_date
        if agreed is not None:
            return Current(on=agreed)
        views = [self._view(deadline, path) for deadline in self._of(key)]
        phrases = list(_phrases(views))
        for phrase in phrases:
            if all(view.due for view in phrase):
                return Current(on=_last(view.due for view in phrase))
        projected = next(filter(None, map(_projected, phrases)), None)
        return Current(on=projected, is_projected=projected is not None)

    def _view(self, deadline: Deadline, path: frozenset[int]) -> DeadlineView:
        return DeadlineView(
            words=deadline.words,
            basis=deadline.basis,
            rule=deadline.rule,
            due=deadline.due,
            projected=None if deadline.due else self._projected(deadline, path),
            assumed=deadline.assumed,
            on_clauses=deadline.on_clauses,
        )

    def _projected(self, deadline: Deadline, path: frozenset[int]) -> date | None:
        parent = deadline.depends_on_id
        if parent is None or parent in path or deadline.basis != Basis.RELATIVE_TO_RECOMMENDATION:
            return None
        done = self._recommendation(parent).completed_on or self._current(parent, path).on
        if done is None:
            return None
        return counted_from(deadline, done)

    def _recommendation(self, key: int) -> Recommendation:
        if key not in self._recommendations:
            self._recommendations[key] = self._tables.recommendations.get(key)
        return self._recommendations[key]

    def _of(self, key: int) -> list[Deadline]:
        if key not in self._deadlines:
            self._deadlines[key] = self._load([key])
        return self._deadlines[key]

    def _load(self, keys: list[int]) -> list[Deadline]:
        return self._tables.deadlines.where(
            "recommendation_id IN (SELECT value FROM json_each(?))",
            str(keys),
            order="recommendation_id, on_clauses, position",
        )


def _phrases(views: Iterable[DeadlineView]) -> Iterator[list[DeadlineView]]:
    """Group the deadlines of one phrase: "recommendations 2 and 3" waits for both of them."""
    for _, phrase in groupby(views, key=lambda view: (view.words, view.basis)):
        together = list(phrase)
        if together[0].basis == Basis.RELATIVE_TO_RECOMMENDATION:
            yield together
        else:
            yield from ([one] for one in together)


def _projected(phrase: list[DeadlineView]) -> date | None:
    known = [view.due or view.projected for view in phrase]
    return _last(known) if all(known) else None


def _last(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)
