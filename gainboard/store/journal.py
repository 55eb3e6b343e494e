"""The one write path: an operation is one transaction, one journal entry, one undo step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from gainboard.domain.changes import Changes, RowChange
from gainboard.domain.words import clean_name
from gainboard.errors import GainboardError
from gainboard.store import chain
from gainboard.store.connection import Connection
from gainboard.store.recorder import Recorder

_UNCONFIRMED = (
    "The last step is in the register, but the disk did not confirm it, so that a power cut could "
    "still take it back. See to the disk, and look in the history before doing it again."
)
_UNKNOWN = (
    "The disk fails, and does not say whether the last step was saved; what was saved before is "
    "kept. See to the disk, open the register again, and look in the history before doing it again."
)
Clock = Callable[[], datetime]
Retelling = Callable[[tuple[RowChange, ...]], tuple[RowChange, ...]]


@dataclass(slots=True)
class Operation:
    """An operation under way; `changes` is there once it has been committed.

    `retell` may say what changed in other rows than were watched, as a disposal must, whose entry
    may not hold what it erases; replayed, they have to come to the same tables.
    """

    label: str
    meeting: str = ""
    kind: str = "do"
    target: int | None = None
    changes: Changes | None = None
    retell: Retelling | None = None

    @property
    def done(self) -> Changes:
        """Return what was committed; asking before the commit is a bug."""
        if self.changes is None:
            raise RuntimeError(f"operation {self.label!r} is not committed")
        return self.changes


class Journal:
    """The register's history, and the only way to add to it.

    `recorder` is the one set of triggers a connection has; the bulk path watches by it too.
    """

    def __init__(self, db: Database, tables: tuple[str, ...], clock: Clock, by: str) -> None:
        self._db = db
        self._clock = clock
        self._by = clean_name(by)
        self.recorder = Recorder(db, tables)

    @contextmanager
    def operation(
        self, label: str, *, meeting: str = "", kind: str = "do", target: int | None = None
    ) -> Iterator[Operation]:
        """Write everything done inside as one entry, durable when the block has been left.

        Raises GainboardError with the real cause when the disk refuses; then nothing was written.
        An operation that changes nothing leaves no entry. Operations do not nest.
        """
        if self._db.conn.in_transaction:
            raise RuntimeError("operations do not nest")
        operation = Operation(
            label=clean_name(label), meeting=clean_name(meeting), kind=kind, target=target
        )
        try:
            self._db.conn.execute("BEGIN IMMEDIATE")
            self.recorder.begin(self.head()[0] + 1)
            yield operation
            operation.changes = self._write(operation, self.recorder.end())
            self._refuse_gone()
            self._commit(operation.changes)
        except BaseException:
            operation.changes = None
            self._roll_back()
            raise

    def head(self) -> tuple[int, str]:
        """Return the newest entry's number and hash; 0 and the genesis hash when there is none."""
        sql = "SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1"
        row = self._db.execute(sql).fetchone()
        return (int(row[0]), str(row[1])) if row else (0, chain.GENESIS)

    def _write(self, operation: Operation, rows: tuple[RowChange, ...]) -> Changes:
        seq, previous = self.head()
        rows = operation.retell(rows) if operation.retell else rows
        if not rows:
            return Changes(label=operation.label, seq=seq, hash=previous)
        salt, packed = chain.new_salt(), chain.pack(rows)
        entry = chain.link(self._entry(operation, seq + 1), packed, salt, previous)
        self._insert("journal_entry", entry)
        self._insert("journal_payload", {"seq": seq + 1, "salt": salt, "changes": packed})
        return Changes(label=operation.label, seq=seq + 1, hash=entry["hash"], rows=rows)

    def _entry(self, operation: Operation, seq: int) -> dict[str, Any]:
        return {
            "seq": seq,
            "at": self._clock().isoformat(timespec="seconds"),
            "by": self._by,
            "meeting": operation.meeting,
            "label": operation.label,
            "kind": operation.kind,
            "target": operation.target,
        }

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        marks = ", ".join("?" for _ in row)
        self._db.conn.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
        )

    def _refuse_gone(self) -> None:
        if isinstance(self._db.conn, Connection):
            self._db.conn.refuse_gone()

    def _commit(self, changes: Changes) -> None:
        """Commit, and where that fails look what became of it before anybody is told.

        The last sync of a commit comes when all is written: where that alone fails, the entry
        stands, and another commit makes sure of it.
        """
        try:
            self._db.conn.execute("COMMIT")
        except GainboardError as fault:
            if self._has_failed(changes, fault):
                raise
            try:
                version = self._db.execute("PRAGMA user_version").fetchone()[0]
                self._db.conn.execute(f"PRAGMA user_version = {version}")
            except GainboardError:
                raise GainboardError(fault.id, _UNCONFIRMED) from fault

    def _has_failed(self, changes: Changes, fault: GainboardError) -> bool:
        """Tell whether the entry is not there; raises where the disk does not say even that."""
        try:
            self._roll_back()
            return not changes.rows or self.head() != (changes.seq, changes.hash)
        except GainboardError:
            raise GainboardError(fault.id, _UNKNOWN) from fault

    def _roll_back(self) -> None:
        if self._db.conn.in_transaction:
            self._db.conn.execute("ROLLBACK")
