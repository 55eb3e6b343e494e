"""Backups: a snapshot, checked in full and zipped before it is given a backup's name.

They lie in a folder beside the register, attachments once for all of them; `rotation` thins them.
"""

import os
import re
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from gainboard.domain.changes import Entry
from gainboard.errors import Damaged, GainboardError
from gainboard.store import aside, at_rest, attachments, kept_copies, rotation, second_place
from gainboard.store.backup_file import Backup, Contents, pack, verify
from gainboard.store.check import Fault, Findings
from gainboard.store.durable import sync_folder
from gainboard.store.faults import cannot_write, explain, explain_os, is_there
from gainboard.store.journal import Clock
from gainboard.store.kept_copies import UNFINISHED
from gainboard.store.triage import judge

BEFORE_MIGRATION = "before an older register was brought up to date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A copy of the register as it was at one moment, not yet checked."""

    register: Path
    path: Path
    made_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A backup made. `findings` hold no fault but of attachments.

    `second_says` is one sentence why the second place has it not, or nothing.
    """

    backup: Backup
    findings: Findings
    second_says: str = ""


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
            raise
    return Snapshot(register=register, path=path, made_at=made_at.astimezone(UTC), reason=reason)


def finish(snapshot: Snapshot, second: Path | None = None) -> Done:
    """Check the snapshot, zip it, read the zip again and give it its name; then thin.

    Raises Damaged where the snapshot has faults; no backup is touched then.
    """
    folder = rotation.folder_of(snapshot.register)
    with _ending(snapshot), telling(snapshot.register):
        told = _contents(snapshot)
        with _unfinished(rotation.unfinished(folder)) as zipped:
            findings, backup = _checked_and_packed(snapshot, told, zipped, {})
            with rotation.turn:
                _keep_attachments(snapshot.register, folder, told)
                backup = rotation.take_in(backup, folder)
                sync_folder(folder)
                rotation.thin(folder, backup)
    says = second_place.copy(backup, second) if second is not None else ""
    return Done(backup=backup, findings=findings, second_says=says)


def finish_to(snapshot: Snapshot, out: Path) -> Done:
    """Make one backup that needs nothing beside it, in the place of whatever is at `out`.

    Raises Damaged where the snapshot has faults or an attachment is nowhere; `out` stays then.
    """
    with _ending(snapshot), telling(snapshot.register):
        told = _contents(snapshot)
        files = _attached(snapshot.register, told)
        with telling(out):
            _clear_leftovers(out)
            beside = out.with_name(f".{out.name}.{secrets.token_hex(4)}{UNFINISHED}")
            with _unfinished(beside) as zipped:
                findings, backup = _checked_and_packed(snapshot, told, zipped, files)
                zipped.replace(out)
                sync_folder(out.parent)
    return Done(backup=replace(backup, path=out), findings=findings)


def look_over(snapshot: Snapshot) -> Findings:
    """Check a snapshot in full and make no backup of it; on any thread."""
    with _ending(snapshot), telling(snapshot.register):
        spare = rotation.unfinished(snapshot.path.parent)
        return at_rest.look_through(snapshot.path, snapshot.register, spare)


def refuse_out(register: Path, out: Path) -> None:
    """Raise what stands against writing a backup at `out`: a folder, no folder, a register."""
    if is_there(out) and out.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{out.name} is a folder; no backup was made. Name a file in it."
        )
    refusal = cannot_write(out)
    if refusal is not None:
        raise refusal
    own = [at_rest.beside(register, suffix) for suffix in ("", "-lock", *at_rest.BESIDE)]
    if out.resolve() in [path.resolve() for path in own] or _is_register(out):
        raise GainboardError(
            "E-EXISTS",
            f"{out.name} is a register, not a backup; it was left as it is and no backup was "
            "made. Choose another name.",
        )


def forget_others(register: Path, backup: Backup) -> None:
    """Take away the register's other backups beside it, and what restoring put aside."""
    with telling(register):
        with rotation.turn:
            rotation.forget_others(backup.path.parent, backup)
        aside.forget(register)


def entries_since(register: Path, backup: Backup) -> tuple[Entry, ...] | None:
    """Return the entries a register holds after a backup's newest; None where that is unknown."""
    spare = register.with_name(f".{register.name}.reading{UNFINISHED}")
    try:
        if register.stat().st_size == 0:
            return ()
        with at_rest.reading(register, spare) as db:
            return at_rest.entries_since(db, backup.seq, backup.hash)
    except FileNotFoundError:
        return ()
    except (sqlite3.Error, OSError):
        return None


def before_migration(db: Database, path: Path, clock: Clock) -> Path:
    """Back up a register of an older schema, checked, and return the backup's path.

    Raises Damaged where it has faults; it should then not be migrated.
    """
    return finish(begin(db, path, clock(), BEFORE_MIGRATION)).backup.path


def abandon(snapshot: Snapshot) -> None:
    """Take away a snapshot that nobody will finish."""
    with _ending(snapshot):
        return


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Raise what the disk or SQLite says of the register at `path` in the program's own words."""
    try:
        yield
    except sqlite3.Error as fault:
        raise explain(fault, path) from fault
    except OSError as fault:
        raise explain_os(fault, path) from fault


def _copy(db: Database, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        # The copy is synced as a whole when it is there; a killed one is thrown away.
        target.execute("PRAGMA synchronous = OFF")
        target.execute("PRAGMA journal_mode = OFF")
        db.conn.backup(target)


def _contents(snapshot: Snapshot) -> Contents:
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
    except sqlite3.Error as fault:
        if at_rest.is_damage(fault):
            raise _damaged(snapshot.register, ()) from fault
        raise


def _checked_and_packed(
    snapshot: Snapshot, told: Contents, zipped: Path, files: Mapping[str, Path]
) -> tuple[Findings, Backup]:
    """Check and zip at the same time; the zip is thrown away where the check finds faults."""
    spare = rotation.unfinished(snapshot.path.parent)
    with ThreadPoolExecutor(1) as pool:
        packing = pool.submit(_pack, zipped, snapshot.path, told, files)
        findings = at_rest.look_through(snapshot.path, snapshot.register, spare)
    faults = findings.integrity + findings.chain + findings.tables
    if faults:
        raise _damaged(snapshot.register, faults)
    return findings, packing.result()


def _pack(zipped: Path, register: Path, told: Contents, files: Mapping[str, Path]) -> Backup:
    pack(zipped, register, told, files)
    return verify(zipped)


def _keep_attachments(register: Path, folder: Path, told: Contents) -> None:
    kept = rotation.attachments_of(folder)
    source = kept_copies.from_folder(attachments.folder_of(register))
    for sha256 in told.attachments:
        if not kept_copies.is_sound(kept, sha256):
            kept_copies.bring(kept, sha256, [source])
    kept_copies.settle(kept, told.attachments)


def _attached(register: Path, told: Contents) -> dict[str, Path]:
    """Return where each attachment is sound: beside the register, or among its backups."""
    live = attachments.folder_of(register)
    kept = rotation.attachments_of(rotation.folder_of(register))
    files: dict[str, Path] = {}
    for sha256 in told.attachments:
        sound = [one for one in (live, kept) if kept_copies.is_sound(one, sha256)]
        if not sound:
            raise Damaged(
                "E-ATTACHMENT-MISSING",
                f"The attachment {sha256[:12]} of {register.name} is missing or was altered, so "
                "no backup was made and what was there is kept. Run the check, and restore it.",
            )
        files[sha256] = kept_copies.place_of(sound[0], sha256)
    return files


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


def _clear_leftovers(out: Path) -> None:
    name = re.compile(rf"\.{re.escape(out.name)}\.[0-9a-f]{{8}}{re.escape(UNFINISHED)}")
    for left in out.parent.iterdir():
        if name.fullmatch(left.name):
            left.unlink(missing_ok=True)


def _is_register(path: Path) -> bool:
    try:
        judge(path)
    except Damaged:
        return True
    except GainboardError as fault:
        return fault.id == "E-NEWER-REGISTER"
    return True


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Give a file's temporary name; what is still under it at the end is taken away."""
    try:
        yield path
    finally:
        _clear(path)


@contextmanager
def _ending(snapshot: Snapshot) -> Iterator[None]:
    """Take the snapshot away at the end, and the folder where no backup came into it."""
    try:
        yield
    finally:
        _clear(snapshot.path)
        with suppress(OSError):
            snapshot.path.parent.rmdir()


def _clear(path: Path) -> None:
    # A file that cannot be taken away is taken away by the next backup.
    with suppress(OSError):
        at_rest.clear(path)
