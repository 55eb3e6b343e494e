"""Closing and what may come instead: return, demonstration, reopening, completion elsewhere."""

from collections.abc import Sequence
from datetime import date

from gainboard.domain import closing as rule
from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.sentences import because, in_full, met
from gainboard.domain.states import (
    OURS,
    SETTLED_STATUSES,
    DecisionKind,
    ForceStatus,
    Rag,
    may_follow,
)
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.dating import counted_from, period
from gainboard.services.sittings import decide, operation, sitting
from gainboard.store.register import Register


def standings(register: Register, one: Recommendation) -> list[rule.ClauseStanding]:
    """Return where each clause of a recommendation stands."""
    tables = register.tables
    offered = tables.evidence_clauses.where(
        "evidence_id IN (SELECT id FROM evidence WHERE recommendation_id = ?)", one.id
    )
    return [
        rule.standing(clause, offered, one.delivery_lead_id)
        for clause in tables.clauses.where("recommendation_id = ?", one.id, order="position")
    ]


def why_not_close(register: Register, ref: str) -> str:
    """Return what stands against closing, as the end of a sentence; empty where nothing does."""
    one = lookup.recommendation(register, ref)
    if not may_follow(one.force_status, ForceStatus.CLOSED):
        return f"it is {one.force_status.words}"
    return rule.missing(standings(register, one))


def close(register: Register, ref: str, *, sentence: str = "") -> Changes:
    """Close a recommendation once every clause is met; dates that hang on it are set.

    Raises Refused E-NOT-READY naming the clauses that lack sufficient evidence.
    """
    one = lookup.recommendation(register, ref)
    reason = why_not_close(register, one.ref)
    if reason:
        raise Refused(
            "E-NOT-READY",
            f"{one.ref} cannot be closed: {reason}. Nothing was changed; judge the evidence, "
            "waive what is not needed, or return it.",
        )
    with operation(register, f"Close {one.ref}") as change:
        day = sitting(register).on
        register.tables.recommendations.change(
            one, force_status=ForceStatus.CLOSED, completed_on=day, rag=Rag.BLUE, recheck_on=None
        )
        how = _how_met(standings(register, one))
        decide(register, DecisionKind.CLOSE, one, own_words=sentence, how=how)
        _date_dependents(register, one, day)
    return change.done


def complete(register: Register, ref: str, *, on: date) -> Changes:
    """Note that somebody else completed a recommendation; ours that hang on it get their dates."""
    one = lookup.recommendation(register, ref)
    if one.applicability in OURS:
        raise Refused(
            "E-CLOSE-INSTEAD",
            f"{one.ref} is {one.applicability.words}, so it is completed by closing it; "
            "nothing was changed.",
        )
    with operation(register, f"Note that {one.ref} was completed on {in_full(on)}") as change:
        register.tables.recommendations.change(one, completed_on=on)
        dated = _date_dependents(register, one, on)
        text = "".join(f"; {ref} is therefore due on {in_full(day)}" for ref, day in dated)
        decide(register, DecisionKind.COMPLETE, one, to=in_full(on), text=text)
    return change.done


def return_for_evidence(register: Register, ref: str, *, reason: str) -> Changes:
    """Send a recommendation back for more evidence; work goes on."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, f"The reason for returning {one.ref}")
    _refuse_unless_open(one, "returned")
    with operation(register, f"Return {one.ref} for more evidence") as change:
        register.tables.recommendations.change(
            one, force_status=ForceStatus.IN_PROGRESS, recheck_on=None, status_reason=words
        )
        decide(register, DecisionKind.RETURN, one, because=because(words))
    return change.done


def submit(register: Register, ref: str) -> Changes:
    """Put a recommendation forward for the board's sign-off."""
    one = lookup.recommendation(register, ref)
    _refuse_step(one, ForceStatus.PENDING_SIGN_OFF)
    with operation(register, f"Submit {one.ref} for closure") as change:
        register.tables.recommendations.change(one, force_status=ForceStatus.PENDING_SIGN_OFF)
    return change.done


def demonstrate(register: Register, ref: str, *, recheck_on: date, reason: str = "") -> Changes:
    """Accept the evidence and ask for embedding to be shown until a day that brings it back.

    Raises Refused where a clause lacks sufficient evidence, or the day is not still to come.
    """
    one = lookup.recommendation(register, ref)
    if one.force_status is not ForceStatus.PENDING_SIGN_OFF:
        _refuse_step(one, ForceStatus.PENDING_SIGN_OFF)
    _refuse_unproven(register, one)
    _refuse_past(register, one, recheck_on)
    with operation(register, f"Put {one.ref} on a demonstration period") as change:
        register.tables.recommendations.change(
            one, force_status=ForceStatus.PENDING_SIGN_OFF, recheck_on=recheck_on
        )
        decide(
            register, DecisionKind.DEMONSTRATE, one, to=in_full(recheck_on), because=because(reason)
        )
    return change.done


def not_accept(register: Register, ref: str, *, reason: str) -> Changes:
    """Record that the force does not accept a recommendation, and why."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, f"The reason for not accepting {one.ref}")
    _refuse_step(one, ForceStatus.NOT_ACCEPTED)
    with operation(register, f"Do not accept {one.ref}") as change:
        register.tables.recommendations.change(
            one, force_status=ForceStatus.NOT_ACCEPTED, status_reason=words, recheck_on=None
        )
        decide(register, DecisionKind.NOT_ACCEPT, one, because=because(words))
    return change.done


def supersede(register: Register, ref: str, *, by_ref: str, reason: str = "") -> Changes:
    """Record that another recommendation takes the place of this one."""
    one = lookup.recommendation(register, ref)
    other = lookup.recommendation(register, by_ref)
    if other.id == one.id:
        raise Refused("E-ITSELF", f"{one.ref} cannot supersede itself; nothing was changed.")
    _refuse_step(one, ForceStatus.SUPERSEDED)
    if other.force_status is ForceStatus.SUPERSEDED:
        raise Refused(
            "E-NOT-ALLOWED",
            f"{other.ref} is superseded itself and cannot take the place of {one.ref}; "
            "nothing was changed. Name the one that stands.",
        )
    with operation(register, f"Supersede {one.ref} by {other.ref}") as change:
        register.tables.recommendations.change(
            one,
            force_status=ForceStatus.SUPERSEDED,
            superseded_by_id=other.id,
            status_reason=reason,
            recheck_on=None,
        )
        decide(register, DecisionKind.SUPERSEDE, one, by=other.ref, because=because(reason))
    return change.done


def reopen(register: Register, ref: str, *, reason: str) -> Changes:
    """Open a settled recommendation again, with the reason; dates that hung on it are open too."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, f"The reason for reopening {one.ref}")
    if one.force_status not in SETTLED_STATUSES:
        raise Refused(
            "E-NOT-ALLOWED",
            f"{one.ref} is {one.force_status.words} and needs no reopening; nothing was changed.",
        )
    then = ForceStatus.IN_PROGRESS if one.delivery_lead_id else ForceStatus.AWAITING_ALLOCATION
    _refuse_step(one, then)
    with operation(register, f"Reopen {one.ref}") as change:
        register.tables.recommendations.change(
            one,
            force_status=then,
            status_reason=words,
            completed_on=None,
            superseded_by_id=None,
            rag=None if one.rag is Rag.BLUE else one.rag,
        )
        decide(register, DecisionKind.REOPEN, one, because=because(words))
        _undate_dependents(register, one)
    return change.done


def _date_dependents(register: Register, one: Recommendation, on: date) -> list[tuple[str, date]]:
    """Set the dates of the deadlines counted from this completion; return what they came to."""
    tables = register.tables
    dated = []
    for deadline in tables.deadlines.where("depends_on_id = ?", one.id):
        due = counted_from(deadline, on)
        rule_ = f"{period(deadline)} {one.ref} was completed, {in_full(on)}"
        tables.deadlines.change(deadline, due=due, rule=rule_)
        if due is not None:
            dated.append((tables.recommendations.get(deadline.recommendation_id).ref, due))
    return dated


def _undate_dependents(register: Register, one: Recommendation) -> None:
    """Take back the dates that were counted from a completion that no longer stands."""
    deadlines = register.tables.deadlines
    for deadline in deadlines.where("depends_on_id = ?", one.id):
        deadlines.change(deadline, due=None, rule=f"{period(deadline)} {one.ref} is completed")


def _how_met(standings: Sequence[rule.ClauseStanding]) -> str:
    waived = [one.clause.label for one in standings if one.clause.waived_on is not None]
    return met(waived, len(standings))


def _refuse_unproven(register: Register, one: Recommendation) -> None:
    reason = rule.missing(standings(register, one))
    if reason:
        raise Refused(
            "E-NOT-READY",
            f"{one.ref} cannot go on a demonstration period, for its evidence is not accepted "
            f"yet: {reason}. Nothing was changed; judge the evidence first.",
        )


def _refuse_past(register: Register, one: Recommendation, recheck_on: date) -> None:
    if recheck_on <= sitting(register).on:
        raise Refused(
            "E-NOT-LATER",
            f"{in_full(recheck_on)} is not still to come, so {one.ref} would return at once; "
            "nothing was changed. Give a later day for the re-check.",
        )


def _refuse_step(one: Recommendation, then: ForceStatus) -> None:
    if not may_follow(one.force_status, then):
        raise Refused(
            "E-NOT-ALLOWED",
            f"{one.ref} is {one.force_status.words} and cannot become {then.words}; "
            "nothing was changed.",
        )


def _refuse_unless_open(one: Recommendation, what: str) -> None:
    if one.force_status not in (ForceStatus.IN_PROGRESS, ForceStatus.PENDING_SIGN_OFF):
        raise Refused(
            "E-NOT-ALLOWED",
            f"{one.ref} is {one.force_status.words} and cannot be {what}; nothing was changed.",
        )
