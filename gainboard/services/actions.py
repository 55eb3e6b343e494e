"""Actions: improvement activity, always under its recommendation."""

from datetime import date

from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Action
from gainboard.domain.references import action_ref as numbered
from gainboard.domain.sentences import in_full, stopped
from gainboard.domain.states import ActionStatus, DecisionKind
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.sittings import decide, next_number, operation, sitting
from gainboard.store.register import Register


def raise_action(
    register: Register, ref: str, *, text: str, owner: str = "", due: date | None = None
) -> Changes:
    """Raise an action on a recommendation; it gets the meeting's next number."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(text, f"The text of the action on {one.ref}")
    where = sitting(register)
    name = numbered(where.series, next_number(register, "action", f"{where.series}-A"))
    with operation(register, f"Raise {name} on {one.ref}") as change:
        action = register.tables.actions.add(
            Action(
                ref=name,
                recommendation_id=one.id,
                text=words,
                owner_id=lookup.person_id(register, owner),
                due=due,
                original_due=due,
                meeting_id=where.meeting.id if where.meeting else None,
            )
        )
        decide(
            register,
            DecisionKind.RAISE_ACTION,
            one,
            action_id=action.id,
            action=name,
            text=stopped(words),
            owner=_owner(owner, due),
        )
    return change.done


def complete_action(register: Register, action_ref: str) -> Changes:
    """Record an action as done."""
    action = lookup.action(register, action_ref)
    if action.status is ActionStatus.COMPLETE:
        raise Refused("E-ALREADY-DONE", f"{action.ref} is complete already; nothing was changed.")
    one = register.tables.recommendations.get(action.recommendation_id)
    with operation(register, f"Complete {action.ref}") as change:
        register.tables.actions.change(
            action, status=ActionStatus.COMPLETE, completed_on=sitting(register).on
        )
        decide(register, DecisionKind.COMPLETE_ACTION, one, action_id=action.id, action=action.ref)
    return change.done


def _owner(owner: str, due: date | None) -> str:
    who = f"Owner {owner.strip()}" if owner.strip() else ""
    when = f"due {in_full(due)}" if due else ""
    told = ", ".join(part for part in (who, when) if part)
    return f" {told[0].upper()}{told[1:]}." if told else ""
