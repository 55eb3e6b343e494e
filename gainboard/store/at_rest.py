"""Reading a register nobody writes to just now, without changing a byte of it or its journal."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from gainboard.domain.changes import Entry
from gainboard.store import chain
from gainboard.store.check import Fault, Findings, check
from gainboard.store.faults import is_ours
from gainboard.store.migrations import SCHEMA, migrate
from gainboard.store.reading import entry_of
from gainboard.store.triage import is_unfinished

BESIDE = ("-journal", "-wal", "-shm")
# What a flipped bit in the schema says is no UTF-8, and Python refuses to read it out.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
_CACHE = "PRAGMA cache_size = -65536"


@contextmanager
def reading(path: Path, spare: Path) -> Iterator[Database]:
    """Open a register to be read; one not closed properly is put right in a copy at `spare`."""
    if not is_unfinished(path):
        with closing(unchanging(path)) as db:
            yield db
        return
    try:
        copy_settled(path, spare)
        with closing(unchanging(spare)) as db:
            yield db
    finally:
        clear(spare)


def copy_settled(path: Path, target: Path) -> None:
    """Copy a register with what lies beside it, and let SQLite put the copy right."""
    clear(target)
    for suffix in ("", *BESIDE):
        source = beside(path, suffix)
        if source.exists():
            shutil.copyfile(source, beside(target, suffix))
    settle(target)


def settle(path: Path) -> None:
    """Let SQLite take back a change that was under way, so that nothing lies beside the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE").fetchall()
        db.execute("SELECT count(*) FROM sqlite_master").fetchall()


def clear(path: Path) -> None:
    """Take away a temporary register with what lies beside it."""
    for suffix in ("", *BESIDE):
        beside(path, suffix).unlink(missing_ok=True)


def beside(path: Path, suffix: str) -> Path:
    """Return the file SQLite keeps beside a database under this suffix."""
    return path.with_name(path.name + suffix)


def unchanging(path: Path) -> Database:
    """Open a file so that SQLite takes no lock, reads no journal and writes nothing."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    conn = sqlite3.connect(uri, uri=True, isolation_level=None)
    db = Database(conn, execute_plugins=False)
    for pragma in ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", _CACHE):
        conn.execute(pragma)
    return db


def look_through(path: Path, register: Path, spare: Path) -> Findings:
    """Check a copy at rest of a register in full; `register` is whose attachments are looked at.

    An older one is judged by a copy at `spare` that is brought up to date: the same check then
    reads every row of it, and the step it has before it is known to succeed.
    """
    with closing(unchanging(path)) as db:
        if schema_of(db) >= SCHEMA:
            return check(db, register)
    try:
        shutil.copyfile(path, spare)
        with closing(Database(sqlite3.connect(spare, isolation_level=None))) as db:
            db.execute("PRAGMA synchronous = OFF")
            migrate(db)
            return check(db, register)
    except UNREADABLE as fault:
        if not is_damage(fault):
            raise
        hurt = Fault(says=f"it cannot be brought up to date ({fault})")
        return Findings(entries=0, integrity=(hurt,), chain=(), tables=(), attachments=())
    finally:
        clear(spare)


def is_damage(fault: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Tell whether the file is what is wrong, and not the disk it is written to."""
    if isinstance(fault, UnicodeDecodeError):
        return True
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or not is_ours(fault)


def schema_of(db: Database) -> int:
    """Return the schema a register says it is of."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def head_of(db: Database) -> tuple[int, str, str]:
    """Return number, hash and label of the newest entry."""
    sql = "SELECT seq, hash, label FROM journal_entry ORDER BY seq DESC LIMIT 1"
    row = db.execute(sql).fetchone()
    return (int(row[0]), str(row[1]), str(row[2])) if row else (0, chain.GENESIS, "")


def founding_of(db: Database) -> str:
    """Return the hash of the first entry, by which one register is known from another."""
    row = db.execute("SELECT hash FROM journal_entry WHERE seq = 1").fetchone()
    return str(row[0]) if row else ""


def attachments_of(db: Database) -> dict[str, int]:
    """Return the hashes of the register's files, with their sizes."""
    rows = db.execute("SELECT sha256, size FROM attachment ORDER BY sha256").fetchall()
    return {str(sha256): int(size) for sha256, size in rows}


def entries_since(db: Database, seq: int, hash: str) -> tuple[Entry, ...] | None:
    """Return the entries after this one, without their changes; None where it is not in there."""
    if seq > 0:
        found = db.execute("SELECT hash FROM journal_entry WHERE seq = ?", [seq]).fetchone()
        if found is None or found[0] != hash:
            return None
    sql = "SELECT * FROM journal_entry WHERE seq > ? ORDER BY seq"
    return tuple(entry_of(row) for row in db.query(sql, (seq,)))
