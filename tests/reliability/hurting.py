"""Ways a register file gets hurt, and the journal a stopped program leaves beside it."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def patch(path: Path, at: int, value: bytes) -> None:
    """Write bytes into a file in place."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(value)


def shorten(path: Path, size: int) -> None:
    """Cut a file; a negative size counts from its end."""
    os.truncate(path, size if size >= 0 else path.stat().st_size + size)


def edit(path: Path, *statements: str) -> None:
    """Change a register by SQL as the sqlite3 shell would: no triggers of ours but those kept."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)


def journal_of(path: Path) -> Path:
    """Return the rollback journal's place beside a register."""
    return path.with_name(path.name + "-journal")


def leave_hot(path: Path) -> None:
    """Leave a register as a stop in mid-write does: pages written, and a journal to undo them."""
    live = path.with_name("live.db")
    shutil.copyfile(path, live)
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DROP TRIGGER journal_payload_stays")
        connection.execute("UPDATE journal_payload SET changes = changes || ' '")
        shutil.copyfile(live, path)
        shutil.copyfile(journal_of(live), journal_of(path))
    live.unlink()
    journal_of(live).unlink(missing_ok=True)


def leave_wal(path: Path) -> None:
    """Leave a register as another program does that turned write-ahead logging on and died."""
    live = path.with_name("live.db")
    shutil.copyfile(path, live)
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE setting SET value = value || '!'")
        for end in ("", "-wal", "-shm"):
            shutil.copyfile(f"{live}{end}", f"{path}{end}")
    for end in ("", "-wal", "-shm"):
        Path(f"{live}{end}").unlink(missing_ok=True)
