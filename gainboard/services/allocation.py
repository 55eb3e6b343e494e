"""Allocating a recommendation to its chief officer lead, delivery lead and delivery group."""

from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.states import OPEN_STATUSES, Applicability, DecisionKind, ForceStatus
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.sittings import decide, operation
from gainboard.store.register import Register


def allocate(
    register: Register,
    ref: str,
    *,
    chief_officer: str,
    delivery_lead: str,
    group: str,
    sentence: str = "",
) -> Changes:
    """Assign the leads and the group that tracks it; work is then in progress.

    Raises Refused for a recommendation that is not the force's, or is settled.
    """
    one = lookup.recommendation(register, ref)
    _refuse_not_ours(one)
    for words, what in (
        (chief_officer, "The chief officer lead"),
        (delivery_lead, "The delivery lead"),
        (group, "The delivery group"),
    ):
        lookup.required(words, what)
    with operation(register, f"Allocate {one.ref}") as change:
        chief = lookup.person(register, chief_officer)
        lead = lookup.person(register, delivery_lead)
        tracked = lookup.group(register, group)
        register.tables.recommendations.change(
            one,
            chief_officer_id=chief.id,
            delivery_lead_id=lead.id,
            delivery_group_id=tracked.id,
            force_status=_status(one),
        )
        decide(
            register,
            DecisionKind.ALLOCATE,
            one,
            own_words=sentence,
            chief_officer=chief.name,
            delivery_lead=lead.name,
            group=tracked.name,
        )
    return change.done


def _status(one: Recommendation) -> ForceStatus:
    waiting = one.force_status is ForceStatus.AWAITING_ALLOCATION
    return ForceStatus.IN_PROGRESS if waiting else one.force_status


def _refuse_not_ours(one: Recommendation) -> None:
    if one.force_status not in OPEN_STATUSES:
        raise Refused(
            "E-NOT-OPEN",
            f"{one.ref} is {one.force_status.words} and takes no leads; nothing was changed. "
            "Decide first that it is for the force, or reopen it.",
        )
    if one.applicability is Applicability.UNDECIDED:
        raise Refused(
            "E-UNDECIDED",
            f"Nobody has decided whose {one.ref} is; nothing was changed. "
            "Decide that it is for the force, then allocate it.",
        )
