"""An open register: opened by the rules, in this order, and closed the same way.

Judge the file, lock it, judge it again, connect with the pragmas (which takes back a change that
was under way), look at the pages, migrate after a verified backup, finish erasing, watch.
"""

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from gainboard.errors import Damaged, GainboardError
from gainboard.store.backups import before_migration
from gainboard.store.connection import Connection
from gainboard.store.drafts import Drafts
from gainboard.store.erasing import finish as finish_erasing
from gainboard.store.faults import (
    ALL_KEPT,
    cannot_write,
    damaged,
    explain,
    fault_in,
    is_ours,
    is_there,
)
from gainboard.store.journal import Clock, Journal
from gainboard.store.lock import Kind, Lock
from gainboard.store.migrations import is_misnumbered, is_older, migrate
from gainboard.store.tables import RECORDS, Tables, misfit
from gainboard.store.triage import is_unfinished, judge
from gainboard.store.undo import Undo
from gainboard.store.whereabouts import real, refuse_shared

_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "recursive_triggers = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
)


def now() -> datetime:
    """Return the time as the register writes it: UTC."""
    return datetime.now(UTC)


class Register:
    """One open register file. Everything in it is reached from here, on one thread.

    `ended_badly` tells that its last holder was ended before it closed the file; it is then due
    a full check. `was_misnumbered` tells of a schema number that opening has put right.
    """

    def __init__(self, db: Database, path: Path, lock: Lock, clock: Clock, by: str) -> None:
        self.path = path
        self.db = db
        self.clock = clock
        self.by = by
        self.ended_badly = lock.found_ended
        self.was_misnumbered = False
        self.tables = Tables(db)
        self.journal = Journal(db, tuple(RECORDS), clock, by)
        self.undo = Undo(db, self.journal)
        self.drafts = Drafts(db, clock)
        self._lock = lock

    def close(self) -> None:
        """Close the file and let go of it."""
        self.db.close()
        _clear_empty_journal(self.path)
        self._lock.release()

    def __enter__(self) -> "Register":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()


def open_register(
    path: Path,
    *,
    clock: Clock = now,
    by: str = "Secretariat",
    look: bool = True,
    holder: Kind = "command",
) -> Register:
    """Open an existing register; `look=False` leaves out the look at its pages.

    `holder` is what a second start is told of this one. Raises GainboardError (E-NOT-FOUND,
    E-FOLDER, E-EMPTY, E-NOT-A-REGISTER, E-NEWER-REGISTER, E-TRUNCATED, E-DAMAGED,
    E-SYNCED-FOLDER, E-NETWORK-DRIVE, E-LOCKED, E-NO-PERMISSION …); the file is then as it was.
    """
    judge(path)
    path = real(path)
    refuse_shared(path)
    _refuse_unwritable(path)
    lock = Lock(path, holder)
    lock.take()
    unfinished = is_unfinished(path)
    try:
        judge(path)
        lock.found_ended |= unfinished
        db = _connect(path)
        return _ready(db, path, lock, clock, by, look=look)
    except (sqlite3.Error, Damaged) as fault:
        lock.release()
        told = _told(fault, path)
        told = _hurt_in_mid_change(path, told) if unfinished else told
        if told is fault:
            raise
        raise told from fault
    except BaseException:
        lock.release()
        raise


def create_register(path: Path, *, clock: Clock = now, by: str = "Secretariat") -> Register:
    """Make an empty register at `path`; raises GainboardError where a file is already there."""
    if is_there(path):
        raise GainboardError(
            "E-EXISTS",
            f"There is already a file {path.name} there; it was left as it is. "
            "Choose another name, or open it.",
        )
    _refuse_unwritable(path)
    refuse_shared(path)
    lock = Lock(path)
    lock.take()
    try:
        db = _connect(path)
        return _ready(db, path, lock, clock, by, look=False)
    except BaseException as fault:
        _clear_away(path)
        lock.release()
        if isinstance(fault, sqlite3.Error):
            raise explain(fault, path, "nothing was made") from fault
        raise


def _ready(db: Database, path: Path, lock: Lock, clock: Clock, by: str, *, look: bool) -> Register:
    try:
        if look:
            _look_at_pages(db)
        misnumbered = is_misnumbered(db)
        if is_older(db):
            before_migration(db, path, clock)
        migrate(db)
        if look:
            _look_at_columns(db, path)
        db.execute("PRAGMA foreign_keys = ON")
        register = Register(db, path, lock, clock, by)
        register.was_misnumbered = misnumbered
        if look:
            finish_erasing(db, path)
        return register
    except BaseException:
        db.close()
        raise


def _connect(path: Path) -> Database:
    conn = Connection(path, isolation_level=None)
    conn.execute("PRAGMA busy_timeout = 2000")
    db = Database(conn, execute_plugins=False)
    try:
        for pragma in _PRAGMAS:
            conn.execute(f"PRAGMA {pragma}").fetchall()
        _try_writing(conn)
        if path.exists():
            conn.watch_file()
    except BaseException:
        conn.close()
        raise
    return db


def _try_writing(conn: sqlite3.Connection) -> None:
    """Find here what SQLite could open for reading only, and not at the first operation.

    Nothing is written: it is taken back at once. On a full disk a register may be read.
    """
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute(f"PRAGMA user_version = {_version(conn)}")
    except GainboardError as fault:
        if fault.id != "E-DISK-FULL":
            raise
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


def _version(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _look_at_pages(db: Database) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()
    if found and found[0] != "ok":
        raise fault_in(str(found[0]))


def _look_at_columns(db: Database, path: Path) -> None:
    """Raise E-DAMAGED where a table is not what its records are."""
    table = misfit(db.conn)
    if table:
        raise damaged(path, f"its table {table} was altered")


def _told(fault: sqlite3.Error | Damaged, path: Path) -> GainboardError:
    """Say what stands against opening: SQL of ours that is refused tells of an altered schema."""
    if isinstance(fault, Damaged):
        return fault
    if not is_ours(fault):
        return damaged(path, "its tables were altered")
    return explain(fault, path, ALL_KEPT)


def _refuse_unwritable(path: Path) -> None:
    refusal = cannot_write(path)
    if refusal is not None:
        raise refusal


def _hurt_in_mid_change(path: Path, told: GainboardError) -> GainboardError:
    """Say what opening did to a register that was being changed when the program ended."""
    if told.id != "E-DAMAGED":
        return told
    return Damaged(
        "E-DAMAGED",
        f"{path.name} was being changed when the program ended, and part of it cannot be read. "
        "That change was taken back and all else is as it was; restore a backup.",
    )


def _clear_empty_journal(path: Path) -> None:
    """Tidy away the rollback journal that TRUNCATE leaves; one that holds anything stays."""
    journal = path.with_name(path.name + "-journal")
    # An empty journal that cannot be taken away does no harm.
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()


def _clear_away(path: Path) -> None:
    # What brought it here is told; whoever builds here next clears away what is left.
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
