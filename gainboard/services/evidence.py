"""Evidence: offered for clauses, judged by somebody else than the delivery lead, or waived."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Clause, Evidence, EvidenceClause, Recommendation
from gainboard.domain.references import clause_ref as full_ref
from gainboard.domain.sentences import because
from gainboard.domain.states import DecisionKind, Verdict
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.sittings import decide, operation, sitting
from gainboard.store.attachments import keep
from gainboard.store.register import Register


def offer(
    register: Register,
    ref: str,
    *,
    clauses: Sequence[str] = (),
    text: str,
    dated: date | None = None,
    file: Path | None = None,
    held_at: str = "",
) -> Changes:
    """Record evidence for the named clauses, all of them where none is named.

    A file goes into the register's attachments; `held_at` says where it is kept otherwise.
    """
    one = lookup.recommendation(register, ref)
    chosen = lookup.clauses(register, one, tuple(clauses))
    words = lookup.required(text, f"What the evidence for {one.ref} shows")
    kept = keep(register.path, file) if file else None
    with operation(register, f"Record evidence for {one.ref}") as change:
        tables = register.tables
        attachment = tables.attachments.first("sha256 = ?", kept.sha256) if kept else None
        attachment = attachment or (tables.attachments.add(kept) if kept else None)
        piece = tables.evidence.add(
            Evidence(
                recommendation_id=one.id,
                position=tables.evidence.count("recommendation_id = ?", one.id) + 1,
                text=words,
                dated=dated,
                added_on=sitting(register).on,
                attachment_id=attachment.id if attachment else None,
                held_at=held_at,
            )
        )
        for clause in chosen:
            tables.evidence_clauses.add(EvidenceClause(evidence_id=piece.id, clause_id=clause.id))
    return change.done


def judge(
    register: Register,
    ref: str,
    *,
    clauses: Sequence[str] = (),
    verdict: Verdict,
    by: str,
    reason: str = "",
) -> Changes:
    """Record what somebody other than the delivery lead found of the evidence for clauses.

    Raises Refused where the judge leads on delivery, or nothing was offered for a clause.
    """
    one = lookup.recommendation(register, ref)
    chosen = lookup.clauses(register, one, tuple(clauses))
    lookup.required(by, "The name of who judged the evidence")
    lines = [line for clause in chosen for line in _offered(register, one, clause)]
    with operation(register, f"Judge the evidence for {one.ref} {verdict}") as change:
        judge_ = lookup.person(register, by)
        _refuse_own_work(one, judge_.id, judge_.name)
        for line in lines:
            register.tables.evidence_clauses.change(
                line,
                verdict=verdict,
                judged_by_id=judge_.id,
                judged_on=sitting(register).on,
                reason=reason.strip(),
            )
    return change.done


def waive(register: Register, clause_ref: str, *, reason: str, sentence: str = "") -> Changes:
    """Waive a clause, with the reason; it then needs no evidence."""
    one, clause = lookup.clause(register, clause_ref)
    words = lookup.required(reason, "The reason for waiving")
    name = full_ref(one.ref, clause.label)
    with operation(register, f"Waive {name}") as change:
        register.tables.clauses.change(clause, waived_on=sitting(register).on, waiver_reason=words)
        decide(
            register,
            DecisionKind.WAIVE,
            one,
            own_words=sentence,
            ref=name,
            because=because(words),
        )
    return change.done


def _offered(register: Register, one: Recommendation, clause: Clause) -> list[EvidenceClause]:
    """Return the newest evidence lines of a clause that have no verdict, else its newest line."""
    lines = register.tables.evidence_clauses.where("clause_id = ?", clause.id, order="id DESC")
    if not lines:
        raise Refused(
            "E-NO-EVIDENCE",
            f"Nothing has been offered for {full_ref(one.ref, clause.label)} yet, so there is "
            "nothing to judge; nothing was changed. Record the evidence first.",
        )
    return [line for line in lines if line.verdict is None] or lines[:1]


def _refuse_own_work(one: Recommendation, judge_id: int, name: str) -> None:
    if judge_id == one.delivery_lead_id:
        raise Refused(
            "E-OWN-WORK",
            f"{name} leads on the delivery of {one.ref} and cannot judge its evidence; "
            "nothing was changed. Somebody else must.",
        )
