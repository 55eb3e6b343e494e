"""Erasing for good: payloads of the journal, and the bytes that a deleted row leaves behind."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from gainboard.domain.changes import RowChange
from gainboard.errors import GainboardError
from gainboard.store.attachments import folder_of
from gainboard.store.durable import sync_folder
from gainboard.store.faults import explain_os
from gainboard.store.lives import Key
from gainboard.store.tables import RECORDS

_FILES, _PAGES = "the files of erased records", "the traces of erased rows"
COPIES = "the backups made before"
_OURS = re.compile(r"[0-9a-f]{64}(\.new)?")


@contextmanager
def guards_down(db: Database) -> Iterator[None]:
    """Take down the guards of what never changes and put the very same up again.

    Only inside a transaction: where it is rolled back, the guards were never down.
    """
    if not db.conn.in_transaction:
        raise RuntimeError("guards come down inside a transaction only")
    sql = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    guards = db.execute(sql).fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER main.{name}")
    yield
    for _, statement in guards:
        db.execute(statement)


def erase_payloads(db: Database, entries: Iterable[int], disposal: int) -> None:
    """Delete what these entries keep and say so by an erasure for each; the guards are down."""
    for seq in sorted(entries):
        db.execute("DELETE FROM journal_payload WHERE seq = ?", [seq])
        db.execute("INSERT INTO erasure (entry, disposal) VALUES (?, ?)", [seq, disposal])


def as_they_are(db: Database, keys: Collection[Key]) -> tuple[RowChange, ...]:
    """Tell each row whole as it is now, and that it is not there where it is gone.

    Replayed, this gives these rows without any earlier entry. Parents come before what hangs on
    them.
    """
    order = {table: nth for nth, table in enumerate(RECORDS)}
    told = []
    for table, key in sorted(keys, key=lambda one: (order[one[0]], one[1])):
        found = next(iter(list(db.query(f"SELECT * FROM {table} WHERE id = ?", [key]))), None)
        row = {name: value for name, value in found.items() if name != "id"} if found else None
        told.append(RowChange(table=table, id=key, before=None, after=row))
    return tuple(told)


def leave_to_erase(db: Database) -> None:
    """Note inside the running transaction what can only be erased once it is committed."""
    for what in (_FILES, _PAGES, COPIES):
        db.execute("INSERT OR IGNORE INTO left_to_erase (what) VALUES (?)", [what])


def left(db: Database) -> list[str]:
    """Name what is still to be erased."""
    return [str(row[0]) for row in db.execute("SELECT what FROM left_to_erase ORDER BY id")]


def strike_off(db: Database, what: str) -> None:
    """Note that this is erased."""
    db.execute("DELETE FROM left_to_erase WHERE what = ?", [what])


def finish(db: Database, path: Path) -> tuple[GainboardError, ...]:
    """Erase what was left: files that no row names, and what deleted rows leave in the pages.

    Copies of the register are not its own to erase; they stay noted. Called after a disposal and
    whenever a register is opened; what the disk refuses is returned and stays noted as well.
    """
    refused = []
    for what in left(db):
        try:
            if what == _FILES:
                _sweep(db, path)
                strike_off(db, what)
            elif what == _PAGES:
                db.execute("VACUUM")
                strike_off(db, what)
        except OSError as fault:
            refused.append(explain_os(fault, path))
        except GainboardError as fault:
            refused.append(fault)
    return tuple(refused)


def _sweep(db: Database, path: Path) -> None:
    """Remove the files that no row names: what only undone steps named is past undoing."""
    folder = folder_of(path)
    named = {row[0] for row in db.execute("SELECT sha256 FROM attachment").fetchall()}
    for file in sorted(folder.glob("??/*")):
        if _OURS.fullmatch(file.name) and file.name not in named:
            file.unlink()
            sync_folder(file.parent)
