"""Undo and redo: each a new operation that turns an older one round; nothing is ever deleted."""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database

from gainboard.domain.changes import Changes, RowChange, reverse
from gainboard.errors import GainboardError, Refused
from gainboard.store import chain
from gainboard.store.journal import Journal

_NEWEST_TURN = """
    (SELECT kind FROM journal_entry AS turn WHERE turn.target = {entry}.seq
     ORDER BY turn.seq DESC LIMIT 1)
"""
_LIVE = f"""
    SELECT seq, label, meeting FROM journal_entry AS live
    WHERE kind = 'do' AND {_NEWEST_TURN.format(entry="live")} IS NOT 'undo'
"""
_NEWEST_LIVE = f"{_LIVE} ORDER BY seq DESC LIMIT 1"
_NEWEST_BEYOND = f"{_LIVE} AND substr(label, 1, length(?)) != ? ORDER BY seq DESC LIMIT 1"
_NEXT_UNDONE = f"""
    SELECT seq, label, meeting FROM journal_entry AS gone
    WHERE kind = 'do' AND seq > coalesce((SELECT seq FROM ({_NEWEST_LIVE})), 0)
    AND {_NEWEST_TURN.format(entry="gone")} IS 'undo'
    AND (SELECT max(seq) FROM journal_entry AS turn WHERE turn.target = gone.seq)
        > (SELECT seq FROM journal_entry WHERE kind = 'do' ORDER BY seq DESC LIMIT 1)
    ORDER BY seq LIMIT 1
"""

Step = tuple[int, str, str]
Progress = Callable[[int, int], bool]
_STEP = 20


class Undo:
    """Take back the newest operation that stands, or do again what was last taken back."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def next_undo(self) -> str | None:
        """Return the label of what undo would take back, or None; never a disposal's."""
        step = self._find(_NEWEST_LIVE)
        return step[1] if step and not self._is_disposal(step) else None

    def next_undo_beyond(self, beginning: str) -> str | None:
        """Return the label of the newest that does not begin so, or None; never a disposal's."""
        step = self._find(_NEWEST_BEYOND, beginning, beginning)
        return step[1] if step and not self._is_disposal(step) else None

    def next_redo(self) -> str | None:
        """Return the label of what redo would do again, or None."""
        step = self._find(_NEXT_UNDONE)
        return step[1] if step else None

    def undo_weight(self) -> int:
        """Return how much is written down of what undo would take back, in letters."""
        return self._weight(_NEWEST_LIVE)

    def redo_weight(self) -> int:
        """Return how much is written down of what redo would do again, in letters."""
        return self._weight(_NEXT_UNDONE)

    def undo(self, progress: Progress | None = None) -> Changes:
        """Take back the newest operation; raises Refused where there is none or it must stand.

        `progress` is told rows done and rows in all, and returns False to stop (E-STOPPED).
        """
        step = self._find(_NEWEST_LIVE)
        if step is None:
            raise Refused(
                "E-NOTHING-TO-UNDO", "There is nothing to take back; nothing was changed."
            )
        self._refuse_disposal(step)
        self._refuse_approved(step)
        return self._turn(step, "undo", progress)

    def redo(self, progress: Progress | None = None) -> Changes:
        """Do again what undo took back last, as `undo` does; Refused where there is nothing."""
        step = self._find(_NEXT_UNDONE)
        if step is None:
            raise Refused("E-NOTHING-TO-REDO", "There is nothing to do again; nothing was changed.")
        return self._turn(step, "redo", progress)

    def _find(self, sql: str, *values: str) -> Step | None:
        row = self._db.execute(sql, values).fetchone()
        return (int(row[0]), str(row[1]), str(row[2])) if row else None

    def _weight(self, step: str) -> int:
        sql = f"SELECT length(changes) FROM journal_payload WHERE seq = (SELECT seq FROM ({step}))"
        row = self._db.execute(sql).fetchone()
        return int(row[0]) if row else 0

    def _turn(self, step: Step, kind: str, progress: Progress | None) -> Changes:
        seq, label, meeting = step
        rows = self._payload(seq, label)
        verb = "Undo" if kind == "undo" else "Redo"
        with self._journal.operation(
            f"{verb}: {label}", meeting=meeting, kind=kind, target=seq
        ) as operation:
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            for done, row in enumerate(reverse(rows) if kind == "undo" else rows, 1):
                _apply(self._db.conn, row)
                if progress and (done % _STEP == 0 or done == len(rows)):
                    _go_on(progress, done, len(rows), label)
        return operation.done

    def _payload(self, seq: int, label: str) -> tuple[RowChange, ...]:
        sql = "SELECT changes FROM journal_payload WHERE seq = ?"
        row = self._db.execute(sql, [seq]).fetchone()
        if row is None:
            raise Refused(
                "E-ERASED",
                f"“{label}” cannot be taken back: its details were erased by disposal. "
                "Nothing was changed.",
            )
        return chain.unpack(str(row[0]))

    def _is_disposal(self, step: Step) -> bool:
        sql = "SELECT 1 FROM erasure WHERE disposal = ? LIMIT 1"
        return self._db.execute(sql, [step[0]]).fetchone() is not None

    def _refuse_disposal(self, step: Step) -> None:
        if self._is_disposal(step):
            raise Refused(
                "E-DISPOSED",
                f"“{step[1]}” cannot be taken back: what it erased is kept nowhere, and what was "
                "done before it cannot be taken back either. Nothing was changed.",
            )

    def _refuse_approved(self, step: Step) -> None:
        sql = "SELECT 1 FROM meeting WHERE ref = ? AND state = 'minutes_approved'"
        if step[2] and self._db.execute(sql, [step[2]]).fetchone():
            raise Refused(
                "E-MINUTES-APPROVED",
                f"“{step[1]}” stands in the approved minutes of {step[2]}, which never change; "
                "nothing was taken back. Record a correction as an addendum.",
            )


def _go_on(progress: Progress, done: int, of: int, label: str) -> None:
    if not progress(done, of):
        raise GainboardError(
            "E-STOPPED", f"It was stopped; nothing was changed, and “{label}” is as it was."
        )


def _apply(conn: sqlite3.Connection, row: RowChange) -> None:
    """Write one row change; the table and column names come from our own journal."""
    if row.after is None:
        conn.execute(f"DELETE FROM {row.table} WHERE id = ?", (row.id,))
    elif row.before is None:
        names = ["id", *row.after]
        marks = ", ".join("?" for _ in names)
        values = (row.id, *row.after.values())
        conn.execute(f"INSERT INTO {row.table} ({', '.join(names)}) VALUES ({marks})", values)
    else:
        settings = ", ".join(f"{name} = ?" for name in row.after)
        values = (*row.after.values(), row.id)
        conn.execute(f"UPDATE {row.table} SET {settings} WHERE id = ?", values)
