"""What a file is, from reading only: its place, its first 100 bytes, what lies beside it.

`judge` says what stands against opening it and is asked before SQLite is let near. `triage` looks
deeper and tells also of what opening puts right by itself. Neither changes a byte, nor a journal.
"""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from gainboard.errors import Damaged, GainboardError
from gainboard.store import lock
from gainboard.store.faults import cannot_read, is_there
from gainboard.store.migrations import APPLICATION_ID, SCHEMA
from gainboard.store.tables import misfit
from gainboard.store.whereabouts import real, refuse_shared

MAGIC = b"SQLite format 3\0"
_HEADER = 100
_UNREADABLE = "part of it cannot be read"
_OURS = ("journal_entry", "journal_payload", "recommendation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What a file is: `sound`, or what is wrong with it by its id and one sentence."""

    state: str
    says: str
    id: str | None = None
    exit_code: int = 0


def triage(path: Path) -> Triage:
    """Say what a file is without changing anything."""
    try:
        _look(path)
    except GainboardError as fault:
        state = _STATES.get(fault.id, "not to be opened")
        return Triage(state=state, id=fault.id, says=fault.says, exit_code=fault.exit_code)
    return Triage(state="sound", says=f"{path.name} is a register of this program, and sound.")


def judge(path: Path) -> int:
    """Return the schema of a register that may be opened; raise what stands against it."""
    _judge_place(path)
    head, size = _read_head(path)
    if size == 0:
        raise GainboardError(
            "E-EMPTY",
            f"{path.name} is empty: no register was ever saved in it, or its content was lost. "
            "Nothing was changed; restore a backup.",
        )
    if not head.strip(b"\0"):
        raise _damaged(path, "it holds nothing but zeros where it begins, as after a power cut")
    if MAGIC.startswith(head[: len(MAGIC)]) and len(head) < _HEADER:
        raise _truncated(path, f"only {size} bytes are there")
    if not head.startswith(MAGIC) or _id(head) != APPLICATION_ID:
        raise _hurt_head(path) if _id(head) == APPLICATION_ID else _foreign_or_hurt(path)
    version = int.from_bytes(head[60:64], "big")
    _judge_version(path, version)
    _judge_length(path, head, size)
    return version


def is_unfinished(path: Path) -> bool:
    """Tell whether a change was under way when the program ended; opening takes it back."""
    return any(_begins(path.with_name(path.name + suffix)) for suffix in ("-journal", "-wal"))


def _look(path: Path) -> None:
    _judge_place(path)
    path = real(path)
    held = lock.holder(path)
    if held is not None:
        raise held
    version = judge(path)
    refuse_shared(path)
    if is_unfinished(path):
        raise Damaged(
            "E-UNFINISHED",
            f"{path.name} was not closed properly: a change was under way when the program ended. "
            "Nothing was changed; opening it takes that change back and keeps all that was saved.",
        )
    _look_inside(path, version)
    if lock.was_left(path):
        raise Damaged(
            "E-UNFINISHED",
            f"{path.name} was not closed properly, though no change was under way. Nothing was "
            "changed; opening it checks it and keeps all that was saved.",
        )
    if version < SCHEMA:
        raise GainboardError(
            "E-OLDER-REGISTER",
            f"{path.name} was written by an older GAIN Board (schema {version}, this one writes "
            f"{SCHEMA}). Nothing was changed; opening it keeps a backup and brings it up to date.",
        )


def _judge_place(path: Path) -> None:
    if not is_there(path):
        raise GainboardError(
            "E-NOT-FOUND",
            f"There is no file {path}; nothing was changed. It may have been moved or deleted: "
            "look for it, or restore a backup of it.",
        )
    if path.is_dir():
        raise GainboardError(
            "E-FOLDER",
            f"{path.name} is a folder, not a register; nothing was changed. Name a file.",
        )
    # Reading a pipe or a device may wait for ever.
    if not path.is_file():
        raise _foreign(path)


def _read_head(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER), os.fstat(file.fileno()).st_size
    except OSError as fault:
        raise cannot_read(fault, path) from None


def _id(head: bytes) -> int:
    return int.from_bytes(head[68:72], "big")


def _judge_version(path: Path, version: int) -> None:
    if version > SCHEMA:
        raise GainboardError(
            "E-NEWER-REGISTER",
            f"{path.name} was written by a newer GAIN Board (schema {version}, this one knows "
            f"{SCHEMA}); nothing was changed. Install the newer program to open it.",
        )
    if version < 1 and _holds_entries(path):
        raise _hurt_head(path)
    if version < 1:
        raise Damaged(
            "E-UNFINISHED-REGISTER",
            f"{path.name} was being made when the program stopped; nothing is in it. "
            "Delete it and make it again.",
        )


def _judge_length(path: Path, head: bytes, size: int) -> None:
    """Compare the length the header tells with the file's; a hot journal may explain a gap."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if page < 512 or page & (page - 1):
        raise _hurt_head(path)
    pages = int.from_bytes(head[28:32], "big")
    if is_unfinished(path) or head[24:28] != head[92:96]:
        return
    if pages * page > size:
        raise _truncated(path, f"{size} of {pages * page} bytes are there")


def _look_inside(path: Path, version: int) -> None:
    table, is_whole = "", False
    # Hurt bytes in what SQLite says make words that cannot be read.
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(_unchanging(path)) as db:
        found = db.execute("PRAGMA integrity_check(1)").fetchone()
        table = misfit(db) if version == SCHEMA else ""
        is_whole = found is not None and found[0] == "ok" and _tables(db).issuperset(_OURS)
    if not is_whole or table:
        raise _damaged(path, f"its table {table} was altered" if table else _UNREADABLE)


def _holds_entries(path: Path) -> bool:
    """Tell whether anything was ever recorded in a register whose schema number is none."""
    try:
        with closing(_unchanging(path)) as db:
            return db.execute("SELECT 1 FROM journal_entry LIMIT 1").fetchone() is not None
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _foreign_or_hurt(path: Path) -> GainboardError:
    """Tell a register whose head was hurt from a file that never was one."""
    try:
        with closing(_unchanging(path)) as db:
            ours = _tables(db).issuperset(_OURS)
    except (sqlite3.Error, UnicodeDecodeError):
        ours = False
    return _hurt_head(path) if ours else _foreign(path)


def _unchanging(path: Path) -> sqlite3.Connection:
    """Open a file so that SQLite takes no lock, reads no journal and writes nothing."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _tables(db: sqlite3.Connection) -> set[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return {str(name) for (name,) in db.execute(sql).fetchall()}


def _begins(journal: Path) -> bool:
    """Tell whether a journal holds anything SQLite would act on: its first byte is not zero."""
    try:
        with journal.open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except OSError:
        return False


def _foreign(path: Path) -> GainboardError:
    return GainboardError(
        "E-NOT-A-REGISTER",
        f"{path.name} is not a GAIN Board register but another program's file; "
        "nothing was changed. Choose a file that ends in .gainboard.",
    )


def _hurt_head(path: Path) -> Damaged:
    return _damaged(path, "where it begins it was altered")


def _damaged(path: Path, how: str) -> Damaged:
    return Damaged(
        "E-DAMAGED", f"{path.name} is damaged: {how}. Nothing was changed; restore a backup."
    )


def _truncated(path: Path, how: str) -> Damaged:
    return Damaged(
        "E-TRUNCATED",
        f"{path.name} is cut short: {how}. Nothing was changed; restore a backup.",
    )


_STATES = {
    "E-NOT-FOUND": "missing",
    "E-FOLDER": "folder",
    "E-EMPTY": "empty",
    "E-NOT-A-REGISTER": "another program's",
    "E-NEWER-REGISTER": "newer",
    "E-OLDER-REGISTER": "older",
    "E-UNFINISHED": "unfinished",
    "E-UNFINISHED-REGISTER": "unfinished",
    "E-TRUNCATED": "truncated",
    "E-DAMAGED": "damaged",
    "E-LOCKED": "in use",
    "E-NO-PERMISSION": "unreadable",
    "E-DEVICE": "unreadable",
}
