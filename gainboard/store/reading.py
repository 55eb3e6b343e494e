"""Reading the journal as history shows it."""

from sqlite_utils import Database

from gainboard.domain.changes import Entry
from gainboard.store import chain

_ALL = -1
_UNDONE_BY = """
    (SELECT CASE turn.kind WHEN 'undo' THEN turn.seq END FROM journal_entry AS turn
     WHERE turn.target = entry.seq ORDER BY turn.seq DESC LIMIT 1)
"""


def entries(db: Database, newest: int | None = None) -> list[Entry]:
    """Return every entry, or so many of the newest, newest last.

    One whose payload was erased has no rows.
    """
    sql = (
        f"SELECT entry.*, {_UNDONE_BY} AS undone_by, changes FROM journal_entry AS entry "
        "LEFT JOIN journal_payload USING (seq) ORDER BY seq DESC LIMIT ?"
    )
    found = [
        Entry(
            seq=row["seq"],
            hash=row["hash"],
            at=row["at"],
            by=row["by"],
            meeting=row["meeting"],
            label=row["label"],
            kind=row["kind"],
            undone_by=row["undone_by"],
            rows=chain.unpack(row["changes"]) if row["changes"] else (),
        )
        for row in db.query(sql, (_ALL if newest is None else newest,))
    ]
    found.reverse()
    return found
