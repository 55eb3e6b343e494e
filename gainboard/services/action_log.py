"""The action log: every open action with its owner and its recommendation, in a few queries."""

from gainboard.domain.views import ActionView
from gainboard.store.register import Register

_OPEN = "status = 'open'"


def open_actions(register: Register) -> list[ActionView]:
    """Return the open actions, the soonest due first and those without a date last."""
    tables = register.tables
    sql = f"id IN (SELECT {{}} FROM action WHERE {_OPEN})"
    parents = {one.id: one for one in tables.recommendations.where(sql.format("recommendation_id"))}
    owners = {one.id: one.name for one in tables.people.where(sql.format("owner_id"))}
    meetings = {one.id: one.ref for one in tables.meetings.where(sql.format("meeting_id"))}
    return [
        ActionView(
            action=action,
            owner=owners.get(action.owner_id or 0, ""),
            parent=parents[action.recommendation_id].ref,
            parent_text=parents[action.recommendation_id].text,
            meeting=meetings.get(action.meeting_id or 0, ""),
        )
        for action in tables.actions.where(_OPEN, order="due IS NULL, due, id")
    ]
