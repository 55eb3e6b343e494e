"""Recommendations as rows of a list, many at once in a handful of queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from gainboard.domain import closing, rag
from gainboard.domain.query import matching
from gainboard.domain.recommendation import (
    Action,
    Addressee,
    Clause,
    Evidence,
    EvidenceClause,
    Recommendation,
    Update,
)
from gainboard.domain.record import Record
from gainboard.domain.report import Report
from gainboard.domain.sentences import in_short
from gainboard.domain.states import OPEN_STATUSES, ActionStatus, ForceStatus, UpdateState
from gainboard.domain.views import Summary
from gainboard.domain.words import shorten
from gainboard.services.dating import Current, Dating
from gainboard.services.settings import board_settings
from gainboard.store.register import Register
from gainboard.store.table import Table

R = TypeVar("R", bound=Record)
_OF = "recommendation_id IN (SELECT value FROM json_each(?))"


def summaries(register: Register, query: str = "") -> list[Summary]:
    """Return the recommendations a query finds, by report and printed order.

    Raises GainboardError E-BAD-QUERY for words the search box does not know.
    """
    wanted = matching(query, register.clock().date())
    found = register.tables.recommendations.all(order="report_id, position, id")
    return [one for one in summarise(register, found) if wanted(one)]


def summary(register: Register, of: Recommendation) -> Summary:
    """Return one recommendation as a row of a list."""
    return summarise(register, [of])[0]


def summarise(register: Register, found: Sequence[Recommendation]) -> list[Summary]:
    """Return these recommendations as rows of a list, in the order given."""
    loaded = _Loaded(register, found)
    return [loaded.summary(one) for one in found]


class _Loaded:
    """Everything the rows need, fetched once for all of them."""

    def __init__(self, register: Register, found: Sequence[Recommendation]) -> None:
        tables = register.tables
        keys = str([one.id for one in found])
        self.today = register.clock().date()
        self.stale_days = board_settings(register).stale_days
        self.dating = Dating(register, found)
        self.reports = {report.id: report for report in _reports(register, found)}
        self.people = {person.id: person.name for person in tables.people.all()}
        self.groups = {group.id: group.name for group in tables.groups.all()}
        self.clauses = _by_parent(tables.clauses, keys, "position")
        self.addressees = _by_parent(tables.addressees, keys, "position")
        self.actions = _by_parent(tables.actions, keys, "id")
        self.evidence = _by_parent(tables.evidence, keys, "position")
        self.offered = _offered(register, keys)
        self.updates = _latest_updates(register, keys)
        self.extensions = _granted(register, keys)
        self.decisions = _last_decisions(register, keys)

    def summary(self, one: Recommendation) -> Summary:
        """Put one row together."""
        report = self.reports[one.report_id]
        current = self.dating.current(one)
        standings = self._standings(one)
        updates = self.updates[one.id]
        is_open = one.force_status in OPEN_STATUSES
        return Summary(
            **_own(one),
            **_of_report(report),
            **self._leads(one),
            clauses=tuple(self.clauses[one.id]),
            addressees=tuple(addressee.name for addressee in self.addressees[one.id]),
            rag=rag.shown(one.force_status, one.rag, self._counted(current), self.today),
            deadlines=self.dating.views(one),
            current_date=current.on,
            is_projected=current.is_projected,
            extensions=self.extensions.get(one.id, 0),
            days_late=_days_late(self._counted(current), self.today) if is_open else 0,
            is_stale=self._is_stale(one, report, updates),
            latest_update=self._told(updates[0]) if updates else "",
            previous_update=self._told(updates[1]) if len(updates) > 1 else "",
            last_decision=self.decisions.get(one.id, ""),
            evidence_held=_held(self.evidence[one.id]),
            open_actions=self._open_actions(one),
            missing=closing.missing(standings) if is_open else "",
            is_ready=bool(standings) and all(s.is_met for s in standings) and is_open,
        )

    def _standings(self, one: Recommendation) -> list[closing.ClauseStanding]:
        offered = self.offered[one.id]
        return [
            closing.standing(clause, offered, one.delivery_lead_id)
            for clause in self.clauses[one.id]
        ]

    def _leads(self, one: Recommendation) -> dict[str, Any]:
        return {
            "chief_officer": self._name(one.chief_officer_id),
            "delivery_lead": self._name(one.delivery_lead_id),
            "group": self.groups[one.delivery_group_id] if one.delivery_group_id else "",
        }

    def _name(self, key: int | None) -> str:
        return self.people[key] if key else ""

    def _counted(self, current: Current) -> date | None:
        """Return the date lateness counts from; a projected one binds nobody yet."""
        return None if current.is_projected else current.on

    def _is_stale(self, one: Recommendation, report: Report, updates: Sequence[Update]) -> bool:
        """Count from the newest update; without one, from the day the report came."""
        if one.force_status is not ForceStatus.IN_PROGRESS:
            return False
        since = updates[0].made_on if updates else report.received
        return since is None or (self.today - since).days > self.stale_days

    def _told(self, update: Update) -> str:
        by = f" ({self._name(update.by_id)})" if update.by_id else ""
        state = "" if update.state is UpdateState.ACCEPTED else f" [{update.state}]"
        return f"{in_short(update.made_on)}{by}{state}: {update.text}"

    def _open_actions(self, one: Recommendation) -> str:
        return "\n".join(
            f"{action.ref} {shorten(action.text)}"
            + (f" ({self._name(action.owner_id)}" if action.owner_id else " (no owner")
            + (f", due {in_short(action.due)})" if action.due else ")")
            for action in self.actions[one.id]
            if action.status is ActionStatus.OPEN
        )


def _own(one: Recommendation) -> dict[str, Any]:
    return {
        "id": one.id,
        "ref": one.ref,
        "number": one.number,
        "kind": one.kind,
        "rating": one.rating,
        "text": one.text,
        "applicability": one.applicability,
        "force_status": one.force_status,
        "inspectorate_status": one.inspectorate_status,
        "forecast": one.forecast_rag,
        "paf_area": one.paf_area,
        "recheck_on": one.recheck_on,
    }


def _of_report(report: Report) -> dict[str, Any]:
    return {
        "report_code": report.code,
        "report_title": report.title,
        "source_kind": report.source_kind,
        "published": report.published,
    }


Child = Clause | Addressee | Action | Evidence | Update
C = TypeVar("C", bound=Child)


def _reports(register: Register, of: Sequence[Recommendation]) -> list[Report]:
    keys = str(sorted({one.report_id for one in of}))
    return register.tables.reports.where("id IN (SELECT value FROM json_each(?))", keys)


def _by_parent(table: Table[C], keys: str, order: str) -> dict[int, list[C]]:
    return _grouped(table.where(_OF, keys, order=order), lambda child: child.recommendation_id)


def _grouped(records: Iterable[R], parent: Callable[[R], int]) -> dict[int, list[R]]:
    grouped: dict[int, list[R]] = defaultdict(list)
    for record in records:
        grouped[parent(record)].append(record)
    return grouped


def _offered(register: Register, keys: str) -> dict[int, list[EvidenceClause]]:
    lines = register.tables.evidence_clauses.where(
        f"evidence_id IN (SELECT id FROM evidence WHERE {_OF})", keys
    )
    sql = f"SELECT id, recommendation_id FROM evidence WHERE {_OF}"
    parents = dict(register.db.execute(sql, [keys]).fetchall())
    return _grouped(lines, lambda line: int(parents[line.evidence_id]))


def _latest_updates(register: Register, keys: str) -> dict[int, list[Update]]:
    newest = (
        "id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY recommendation_id "
        f"ORDER BY made_on DESC, id DESC) AS nth FROM progress_update WHERE {_OF} "
        "AND state <> 'rejected') WHERE nth <= 2)"
    )
    updates = register.tables.updates.where(newest, keys, order="made_on DESC, id DESC")
    return _grouped(updates, lambda update: update.recommendation_id)


def _granted(register: Register, keys: str) -> dict[int, int]:
    sql = (
        f"SELECT recommendation_id, count(*) FROM extension WHERE {_OF} "
        "AND verdict = 'granted' AND former_date IS NOT NULL GROUP BY recommendation_id"
    )
    return dict(register.db.execute(sql, [keys]).fetchall())


def _last_decisions(register: Register, keys: str) -> dict[int, str]:
    sql = (
        "SELECT recommendation_id, decision.ref, sentence, "
        "coalesce(meeting.held_on, date(made_at)), "
        "max(decision.id) FROM decision LEFT JOIN meeting ON meeting.id = meeting_id "
        f"WHERE {_OF} GROUP BY recommendation_id"
    )
    return {
        key: f"{in_short(date.fromisoformat(on))} ({ref}): {words}"
        for key, ref, words, on, _ in register.db.execute(sql, [keys]).fetchall()
    }


def _held(evidence: Sequence[Evidence]) -> str:
    return "\n".join(
        f"E{piece.position} {shorten(piece.text)}"
        + (f" ({in_short(piece.dated)})" if piece.dated else "")
        for piece in evidence
    )


def _days_late(current: date | None, today: date) -> int:
    return max(0, (today - current).days) if current else 0
