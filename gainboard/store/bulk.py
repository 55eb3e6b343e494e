"""Many operations in few transactions, for registers the program fills by itself.

The journal is no less whole for it: the same triggers write down each change, the same chain
hashes each entry, an operation is still one entry and one undo step. What is left out is the
commit after each operation, so that a fault loses the batch and not one step, and the random
salts, so that the same content gives the same hashes. Never for what a person enters.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from gainboard.domain.record import Record
from gainboard.store import chain
from gainboard.store.register import Register
from gainboard.store.table import encode, to_row
from gainboard.store.tables import RECORDS

Salt = Callable[[int], str]
R = TypeVar("R", bound=Record)

_NAMES = {kind: name for name, kind in RECORDS.items()}


@contextmanager
def filling(register: Register, *, salt: Salt, per_commit: int = 1000) -> Iterator["Bulk"]:
    """Give the register's bulk path; all is committed when the block has been left.

    `salt` gives an entry's salt from its number. Raises GainboardError where the disk refuses;
    what was committed before then stays, so fill a file that nobody has yet.
    """
    conn = register.db.conn
    if conn.in_transaction:
        raise RuntimeError("a register is not filled inside an operation")
    try:
        conn.execute("BEGIN IMMEDIATE")
        yield Bulk(register, salt, per_commit)
        conn.execute("COMMIT")
    except BaseException:
        _roll_back(conn)
        raise


class Bulk:
    """Operations one after another, committed by the batch."""

    def __init__(self, register: Register, salt: Salt, per_commit: int) -> None:
        self.seq, self.hash = register.journal.head()
        self._register = register
        self._conn = register.db.conn
        self._recorder = register.journal.recorder
        self._salt = salt
        self._per_commit = per_commit

    @contextmanager
    def operation(self, label: str, *, meeting: str = "", kind: str = "do") -> Iterator[None]:
        """Write everything done inside as one entry, at the time the register's clock shows.

        One that fails takes the batch with it: half of it must not reach the next entry.
        """
        if not self._conn.in_transaction:
            raise RuntimeError("the batch was taken back by an operation that failed")
        self._recorder.begin(self.seq + 1)
        try:
            yield
        except BaseException:
            _roll_back(self._conn)
            raise
        rows = self._recorder.end()
        if rows:
            self._write(label, meeting, kind, chain.pack(rows))

    def add(self, record: R) -> R:
        """Insert a record and return it with its id."""
        row = to_row(record)
        del row["id"]
        key = self._insert(_NAMES[type(record)], row)
        return replace(record, id=key)

    def change(self, record: R, **values: Any) -> R:
        """Write the named values of a record; nothing is written where nothing differs."""
        different = {n: value for n, value in values.items() if getattr(record, n) != value}
        if not different:
            return record
        settings = ", ".join(f"{name} = ?" for name in different)
        self._conn.execute(
            f"UPDATE {_NAMES[type(record)]} SET {settings} WHERE id = ?",
            (*map(encode, different.values()), record.id),
        )
        return replace(record, **different)

    def _write(self, label: str, meeting: str, kind: str, packed: str) -> None:
        """Write the entry as the journal does, link and commitment by the chain's own functions."""
        self.seq += 1
        salt = self._salt(self.seq)
        entry: dict[str, Any] = {
            "seq": self.seq,
            "at": self._register.clock().isoformat(timespec="seconds"),
            "by": self._register.by,
            "meeting": meeting,
            "label": label,
            "kind": kind,
            "target": None,
        }
        linked = chain.link(entry, packed, salt, self.hash)
        self.hash = linked["hash"]
        self._insert("journal_entry", linked)
        self._insert("journal_payload", {"seq": self.seq, "salt": salt, "changes": packed})
        if self.seq % self._per_commit == 0:
            self._conn.execute("COMMIT")
            self._conn.execute("BEGIN IMMEDIATE")

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        written = self._conn.execute(_insertion(table, tuple(row)), tuple(row.values()))
        return int(written.lastrowid or 0)


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement once for all rows, so that SQLite prepares it once."""
    marks = ", ".join("?" for _ in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


def _roll_back(conn: sqlite3.Connection) -> None:
    if conn.in_transaction:
        conn.execute("ROLLBACK")
