"""What hangs on a report or a meeting, and who is named by it alone."""

from dataclasses import dataclass

from gainboard.store.lives import Hangs, Place, Words
from gainboard.store.pointers import Ids, column, is_pointed_at, pointed_at, remove
from gainboard.store.register import Register

_ON_REPORT = ("report_id", "report")
_ON_ONE = ("recommendation_id", "recommendation")

OF_A_REPORT: Hangs = {
    "retention": (_ON_REPORT,),
    "report_document": (_ON_REPORT,),
    "report_body": (_ON_REPORT,),
    "response": (_ON_REPORT,),
    "finding": (_ON_REPORT,),
    "recommendation": (_ON_REPORT,),
    "response_line": (("response_id", "response"), _ON_ONE),
    "clause": (_ON_ONE,),
    "deadline": (_ON_ONE,),
    "addressee": (_ON_ONE,),
    "theme": (_ON_ONE,),
    "status_entry": (_ON_ONE,),
    "action": (_ON_ONE,),
    "progress_update": (_ON_ONE,),
    "evidence": (_ON_ONE,),
    "evidence_clause": (("evidence_id", "evidence"), ("clause_id", "clause")),
    "extension": (_ON_ONE,),
    "dispatch_row": (_ON_ONE,),
}
# What a journal tells of a report besides: what stood about it in meetings.
TOLD_OF_A_REPORT: Hangs = {
    **OF_A_REPORT,
    "agenda_item": (_ON_REPORT, _ON_ONE),
    "decision": (_ON_ONE, ("action_id", "action"), ("agenda_item_id", "agenda_item")),
}
_ON_MEETING = ("meeting_id", "meeting")
OF_A_MEETING: Hangs = {
    "retention": (_ON_MEETING,),
    "attendance": (_ON_MEETING,),
    "agenda_item": (_ON_MEETING,),
    "decision": (_ON_MEETING, ("agenda_item_id", "agenda_item")),
    "addendum": (_ON_MEETING,),
    "approved_minutes": (_ON_MEETING,),
}


# A record that was taken back is known by its reference alone, which may be either's.
OF_EITHER: Hangs = {
    **TOLD_OF_A_REPORT,
    **{table: (*TOLD_OF_A_REPORT.get(table, ()), *OF_A_MEETING[table]) for table in OF_A_MEETING},
}
_DIRECTORY = ("delivery_group", "person", "body", "attachment")
_CALLED = {"delivery_group": "name", "person": "name", "body": "name", "attachment": "sha256"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """Rows that nothing names any more, by table, and the words earlier rows of theirs went by."""

    rows: dict[str, set[int]]
    words: Words


def named_by(register: Register, rows: Ids) -> dict[str, set[int]]:
    """Return the people, bodies, groups and files that these rows name."""
    return {table: pointed_at(register.db, rows, table) for table in _DIRECTORY}


def remove_orphans(register: Register, once_named: Ids) -> Orphans:
    """Remove those of these that nothing names now; the force, partners and groups set up stay."""
    rows: dict[str, set[int]] = {}
    words: dict[Place, frozenset[str]] = {}
    waiting = {table: set(ids) for table, ids in once_named.items()}
    for table in _DIRECTORY:
        gone = {key for key in waiting[table] if _is_orphan(register, table, key)}
        if table == "person":
            waiting["body"] |= pointed_at(register.db, {table: gone}, "body")
        called = _CALLED[table]
        words[table, called] = frozenset(
            name.casefold() for name in column(register.db, table, called, gone)
        )
        rows[table] = gone
        remove(register.db, {table: gone})
    return Orphans(rows=rows, words=words)


def _is_orphan(register: Register, table: str, id: int) -> bool:
    if is_pointed_at(register.db, table, id):
        return False
    if table == "body":
        body = register.tables.bodies.get(id)
        return not body.is_own and not body.is_partner
    return table != "delivery_group" or register.tables.groups.get(id).chair_id is None
