"""Whose a recommendation is: proposed from the addressees, decided with a reason."""

from dataclasses import dataclass

from gainboard.domain.changes import Changes
from gainboard.domain.draft import Draft, DraftItem
from gainboard.domain.own_names import speaks_of_force
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.sentences import applies, because
from gainboard.domain.states import (
    OURS,
    SETTLED_STATUSES,
    Applicability,
    DecisionKind,
    ForceStatus,
)
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.own_names import own_plain_names
from gainboard.services.sittings import decide, in_session, operation
from gainboard.store.register import Register

_STATUS = {
    Applicability.UNDECIDED: ForceStatus.AWAITING_ALLOCATION,
    Applicability.FOR_FORCE: ForceStatus.AWAITING_ALLOCATION,
    Applicability.JOINT: ForceStatus.AWAITING_ALLOCATION,
    Applicability.WATCH: ForceStatus.WATCH,
    Applicability.NOT_APPLICABLE: ForceStatus.NOT_FOR_US,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the addressees suggest, and why in words."""

    value: Applicability
    reason: str


def propose_applicability(register: Register, draft: Draft) -> tuple[Proposal, ...]:
    """Propose for each item of a draft whose it is; an item without addressees stays undecided.

    What one of ours depends on is proposed as watched.
    """
    own = own_plain_names(register)
    first = [_by_addressees(item, own) for item in draft.items]
    watched = {
        deadline.depends_on
        for item, proposal in zip(draft.items, first, strict=True)
        if proposal.value is Applicability.FOR_FORCE
        for deadline in item.deadlines
        if deadline.depends_on
    }
    return tuple(
        _watch(item) if _is_watched(item, proposal, watched) else proposal
        for item, proposal in zip(draft.items, first, strict=True)
    )


def status_for(value: Applicability) -> ForceStatus:
    """Return the force status a recommendation begins with under this applicability."""
    return _STATUS[value]


def decide_applicability(
    register: Register, ref: str, value: Applicability, *, reason: str, joint_with: str = ""
) -> Changes:
    """Decide whose a recommendation is, with the reason; in a meeting it is a minuted decision.

    Raises Refused where the recommendation is settled (closed, not accepted, superseded).
    """
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, f"The reason for deciding on {one.ref}")
    if value is Applicability.JOINT:
        lookup.required(joint_with, f"The partner {one.ref} is joint with")
    _refuse_settled(one)
    then = _next_status(one, value)
    with operation(register, f"Decide that {one.ref} is {value.words}") as change:
        partner = lookup.body(register, joint_with) if value is Applicability.JOINT else None
        register.tables.recommendations.change(
            one,
            applicability=value,
            applicability_reason=words,
            joint_with_id=partner.id if partner else None,
            force_status=then,
            recheck_on=one.recheck_on if then is one.force_status else None,
        )
        if in_session(register):
            text = applies(value, partner.name if partner else "")
            decide(register, DecisionKind.APPLICABILITY, one, text=text, because=because(words))
    return change.done


def _next_status(one: Recommendation, value: Applicability) -> ForceStatus:
    """Keep work under way as it is while the recommendation stays ours."""
    if value in OURS and one.applicability in OURS:
        return one.force_status
    return status_for(value)


def _refuse_settled(one: Recommendation) -> None:
    if one.force_status in SETTLED_STATUSES:
        raise Refused(
            "E-SETTLED",
            f"{one.ref} is {one.force_status.words}; nothing was changed. Reopen it first.",
        )


def _by_addressees(item: DraftItem, own: frozenset[str]) -> Proposal:
    if not item.addressees:
        return Proposal(value=Applicability.UNDECIDED, reason="")
    named = " and ".join(item.addressees)
    ours = any(speaks_of_force(name, own) for name in item.addressees)
    value = Applicability.FOR_FORCE if ours else Applicability.NOT_APPLICABLE
    return Proposal(value=value, reason=f"proposed: it is addressed to {named}")


def _is_watched(item: DraftItem, proposal: Proposal, watched: set[str]) -> bool:
    return item.number in watched and proposal.value is Applicability.NOT_APPLICABLE


def _watch(item: DraftItem) -> Proposal:
    named = " and ".join(item.addressees)
    return Proposal(
        value=Applicability.WATCH,
        reason=f"proposed: it is addressed to {named}, and one of ours depends on it",
    )
