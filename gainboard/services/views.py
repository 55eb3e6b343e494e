"""What windows and commands ask of a register; frozen answers, nothing changed."""

from gainboard.domain.directory import DeliveryGroup, Person
from gainboard.domain.meeting import Meeting
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.references import clause_ref
from gainboard.domain.report import Report
from gainboard.domain.states import OPEN_STATUSES, OURS
from gainboard.domain.views import (
    ActionView,
    ClauseView,
    Detail,
    EvidenceView,
    ReportView,
    UpdateView,
)
from gainboard.services import lookup
from gainboard.services.clock_views import clocks
from gainboard.services.closing import standings
from gainboard.services.history import history
from gainboard.services.meeting_views import meeting
from gainboard.services.sittings import in_session
from gainboard.services.summaries import summaries, summary
from gainboard.store.register import Register

__all__ = [
    "detail",
    "document",
    "groups",
    "history",
    "in_session",
    "meeting",
    "meetings",
    "people",
    "report",
    "reports",
    "summaries",
]


def detail(register: Register, ref: str) -> Detail:
    """Return one recommendation with all that hangs on it; raises E-UNKNOWN-REFERENCE."""
    one = lookup.recommendation(register, ref)
    tables = register.tables
    return Detail(
        summary=summary(register, one),
        recommendation=one,
        report=tables.reports.get(one.report_id),
        finding=tables.findings.get(one.finding_id) if one.finding_id else None,
        clauses=_clauses(register, one),
        updates=_updates(register, one),
        evidence=_evidence(register, one),
        actions=_actions(register, one),
        extensions=tuple(tables.extensions.where("recommendation_id = ?", one.id)),
        decisions=tuple(tables.decisions.where("recommendation_id = ?", one.id, order="id DESC")),
        statuses=tuple(
            tables.status_entries.where("recommendation_id = ?", one.id, order="id DESC")
        ),
        depends_on=_refs(
            register, "id IN (SELECT depends_on_id FROM deadline WHERE recommendation_id = ?)", one
        ),
        depended_on_by=_refs(
            register, "id IN (SELECT recommendation_id FROM deadline WHERE depends_on_id = ?)", one
        ),
        joint_with=tables.bodies.get(one.joint_with_id).name if one.joint_with_id else "",
    )


def reports(register: Register) -> list[ReportView]:
    """Return every report, newest first."""
    every = register.tables.reports.all(order="published DESC, id DESC")
    return [_report_view(register, one) for one in every]


def report(register: Register, code: str) -> ReportView:
    """Return one report; raises E-UNKNOWN-REFERENCE."""
    return _report_view(register, lookup.report(register, code))


def document(register: Register, code: str) -> str:
    """Return the words of a report's document as read; empty where none is kept."""
    of = lookup.report(register, code)
    kept = register.tables.report_documents.first("report_id = ?", of.id)
    return kept.text if kept else ""


def meetings(register: Register) -> list[Meeting]:
    """Return every meeting, newest first."""
    return register.tables.meetings.all(order="held_on DESC, id DESC")


def people(register: Register) -> list[Person]:
    """Return everybody named, by name."""
    return register.tables.people.all(order="name")


def groups(register: Register) -> list[DeliveryGroup]:
    """Return the delivery groups, by name."""
    return register.tables.groups.all(order="name")


def _report_view(register: Register, one: Report) -> ReportView:
    tables = register.tables
    mine = tables.recommendations.where("report_id = ?", one.id)
    sql = "id IN (SELECT body_id FROM report_body WHERE report_id = ?)"
    return ReportView(
        report=one,
        bodies=tuple(body.name for body in tables.bodies.where(sql, one.id)),
        clocks=clocks(register, one),
        recommendations=len(mine),
        for_force=sum(1 for r in mine if r.applicability in OURS),
        open=sum(1 for r in mine if r.force_status in OPEN_STATUSES),
    )


def _clauses(register: Register, one: Recommendation) -> tuple[ClauseView, ...]:
    pieces = {
        piece.id: piece.position
        for piece in register.tables.evidence.where("recommendation_id = ?", one.id)
    }
    return tuple(
        ClauseView(
            clause=s.clause,
            ref=clause_ref(one.ref, s.clause.label),
            is_met=s.is_met,
            state=f"{s.says}, E{pieces[s.evidence_id]}" if s.evidence_id else s.says,
        )
        for s in standings(register, one)
    )


def _updates(register: Register, one: Recommendation) -> tuple[UpdateView, ...]:
    found = register.tables.updates.where(
        "recommendation_id = ?", one.id, order="made_on DESC, id DESC"
    )
    return tuple(UpdateView(update=update, by=_name(register, update.by_id)) for update in found)


def _evidence(register: Register, one: Recommendation) -> tuple[EvidenceView, ...]:
    tables = register.tables
    found = []
    for piece in tables.evidence.where("recommendation_id = ?", one.id, order="position DESC"):
        lines = tuple(tables.evidence_clauses.where("evidence_id = ?", piece.id))
        judges = {line.clause_id: _name(register, line.judged_by_id) for line in lines}
        found.append(EvidenceView(evidence=piece, for_clauses=lines, judges=judges))
    return tuple(found)


def _actions(register: Register, one: Recommendation) -> tuple[ActionView, ...]:
    tables = register.tables
    return tuple(
        ActionView(
            action=action,
            owner=_name(register, action.owner_id),
            parent=one.ref,
            parent_text=one.text,
            meeting=tables.meetings.get(action.meeting_id).ref if action.meeting_id else "",
        )
        for action in tables.actions.where("recommendation_id = ?", one.id, order="id DESC")
    )


def _refs(register: Register, where: str, one: Recommendation) -> tuple[str, ...]:
    return tuple(other.ref for other in register.tables.recommendations.where(where, one.id))


def _name(register: Register, person_id: int | None) -> str:
    return register.tables.people.get(person_id).name if person_id else ""
