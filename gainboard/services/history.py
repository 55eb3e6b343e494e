"""The history of a register, and taking the newest step back or doing it again."""

from gainboard.domain.changes import Changes, Entry, RowChange
from gainboard.domain.words import clean_name
from gainboard.services import lookup
from gainboard.store.reading import entries
from gainboard.store.register import Register

# What hangs on a record points at it by one of these columns.
_PARENTS = {
    "report_id": "report",
    "recommendation_id": "recommendation",
    "evidence_id": "evidence",
    "meeting_id": "meeting",
    "action_id": "action",
    "decision_id": "decision",
}
Key = tuple[str, int]
Root = tuple[str, int, str]


def history(register: Register, ref: str = "", newest: int | None = None) -> list[Entry]:
    """Return the journal or its `newest` entries, newest last; with a reference, that record's.

    A report's code and a recommendation's, meeting's, action's or decision's reference are
    understood; what hangs on the record counts as the record.
    """
    if not ref.strip():
        return entries(register.db, newest)
    root = _key(register, clean_name(ref))
    known: set[Key] = set()
    # What hangs on a record is learnt from its first entry on, so that all are read.
    found = [entry for entry in entries(register.db) if _touches(entry, root, known)]
    return found if newest is None else found[len(found) - min(newest, len(found)) :]


def undo(register: Register) -> Changes:
    """Take back the newest operation; raises Refused where there is none."""
    return register.undo.undo()


def redo(register: Register) -> Changes:
    """Do again what was taken back last; raises Refused where there is nothing."""
    return register.undo.redo()


def _key(register: Register, ref: str) -> Root:
    tables = register.tables
    for table, found in (
        ("recommendation", tables.recommendations.first("ref = ?", ref)),
        ("meeting", tables.meetings.first("ref = ?", ref)),
        ("report", tables.reports.first("code = ?", ref)),
        ("action", tables.actions.first("ref = ?", ref)),
        ("decision", tables.decisions.first("ref = ?", ref)),
    ):
        if found is not None:
            return table, found.id, ref.casefold()
    raise lookup.unknown(ref, "record")


def _touches(entry: Entry, root: Root, known: set[Key]) -> bool:
    """Tell whether an entry touches a known record, and learn what newly hangs on one.

    An id that undo has freed may come back as another record's, so what is deleted is forgotten.
    """
    touched = False
    for row in entry.rows:
        if _is_root(row, root) or _belongs(row, known):
            touched = True
            known.add((row.table, row.id))
            if row.after is None:
                known.discard((row.table, row.id))
    return touched


def _is_root(row: RowChange, root: Root) -> bool:
    table, key, ref = root
    if (row.table, row.id) != (table, key) or row.before is not None or row.after is None:
        return False
    return str(row.after.get("code" if table == "report" else "ref")).casefold() == ref


def _belongs(row: RowChange, known: set[Key]) -> bool:
    if (row.table, row.id) in known:
        return True
    values = {**(row.before or {}), **(row.after or {})}
    return any((table, values.get(column)) in known for column, table in _PARENTS.items())
