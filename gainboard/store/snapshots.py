"""A snapshot of a register: taken through its own connection, checked in full, zipped."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from gainboard.errors import Damaged
from gainboard.store import at_rest, rotation
from gainboard.store.backup_file import Backup, Contents, pack, verify
from gainboard.store.check import Fault, Findings
from gainboard.store.faults import ALL_KEPT, explain, explain_os


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A copy of the register as it was at one moment, not yet checked; the `number`th begun."""

    register: Path
    path: Path
    made_at: datetime
    reason: str
    number: int


class FoundFaults(Damaged):
    """A register was checked and is hurt; `faults` say where."""

    def __init__(self, says: str, faults: tuple[Fault, ...]) -> None:
        super().__init__("E-DAMAGED", says)
        self.faults = faults


def begin(db: Database, register: Path, made_at: datetime, reason: str) -> Snapshot:
    """Take a snapshot through the register's own connection, outside any operation."""
    with telling(register):
        folder = rotation.make_folder(rotation.folder_of(register))
        rotation.clear_leftovers(folder)
        path = rotation.unfinished(folder)
        try:
            _copy(db, path)
        except BaseException:
            _clear(path)
            _drop_if_empty(folder)
            raise
    return Snapshot(
        register=register,
        path=path,
        made_at=made_at.astimezone(UTC),
        reason=reason,
        number=rotation.next_number(),
    )


@contextmanager
def ending(snapshot: Snapshot) -> Iterator[None]:
    """Take the snapshot away at the end, and the folder where no backup came into it."""
    try:
        yield
    finally:
        _clear(snapshot.path)
        _drop_if_empty(snapshot.path.parent)


def contents_of(snapshot: Snapshot) -> Contents:
    """Sync a snapshot and return what it holds; raises Damaged where it cannot be read."""
    _sync_file(snapshot.path)
    try:
        with closing(at_rest.unchanging(snapshot.path)) as db:
            seq, digest, label = at_rest.head_of(db)
            return Contents(
                name=snapshot.register.stem,
                made_at=snapshot.made_at,
                reason=snapshot.reason,
                schema=at_rest.schema_of(db),
                seq=seq,
                hash=digest,
                label=label,
                founding=at_rest.founding_of(db),
                attachments=at_rest.attachments_of(db),
            )
    except at_rest.UNREADABLE as fault:
        if at_rest.is_damage(fault):
            raise _damaged(snapshot.register, ()) from fault
        raise


def checked_and_packed(
    snapshot: Snapshot, told: Contents, zipped: Path, files: Mapping[str, Path]
) -> tuple[Findings, Backup]:
    """Check a snapshot, and zip it and read the zip again at the same time.

    Raises Damaged where the check finds faults in anything but the attachments.
    """
    spare = rotation.unfinished(snapshot.path.parent)
    with ThreadPoolExecutor(1) as pool:
        packing = pool.submit(_pack, zipped, snapshot.path, told, files)
        findings = at_rest.look_through(snapshot.path, snapshot.register, spare)
    faults = findings.integrity + findings.chain + findings.tables
    if faults:
        raise _damaged(snapshot.register, faults)
    return findings, packing.result()


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Give a file's temporary name; what is still under it at the end is taken away."""
    try:
        yield path
    finally:
        _clear(path)


@contextmanager
def telling(path: Path, failed: str = "No backup was made.") -> Iterator[None]:
    """Raise what the disk or SQLite says of the register at `path` in the program's own words.

    `failed` is the sentence that says first what came of it.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        told = (
            explain(fault, path, ALL_KEPT)
            if isinstance(fault, sqlite3.Error)
            else explain_os(fault, path, ALL_KEPT)
        )
        raise type(told)(told.id, f"{failed} {told.says}") from fault


def _copy(db: Database, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        # The copy is synced as a whole when it is there; a killed one is thrown away.
        target.execute("PRAGMA synchronous = OFF")
        target.execute("PRAGMA journal_mode = OFF")
        db.conn.backup(target)


def _pack(zipped: Path, register: Path, told: Contents, files: Mapping[str, Path]) -> Backup:
    pack(zipped, register, told, files)
    return verify(zipped)


def _damaged(register: Path, faults: tuple[Fault, ...]) -> Damaged:
    number = f"{len(faults)} fault{'' if len(faults) == 1 else 's'}"
    found = f"its check found {number}" if faults else "part of it cannot be read"
    return FoundFaults(
        f"{register.name} is damaged: {found}. No backup was made of it, and those made before "
        "are kept. Run the check to see where, and restore a backup.",
        faults,
    )


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _clear(path: Path) -> None:
    # A file that cannot be taken away is taken away by the next backup.
    with suppress(OSError):
        at_rest.clear(path)


def _drop_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
