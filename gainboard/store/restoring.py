"""Restoring: a command, never a copy. At any moment the file is the old register or the restored.

The restored one is made whole and checked beside the file; the old one is copied aside whole with
its journal; only then does one rename change them over.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gainboard.errors import Damaged, GainboardError
from gainboard.store import aside, at_rest, attachments, backup_file, kept_copies, rotation
from gainboard.store.backup_file import Backup
from gainboard.store.durable import sync_folder
from gainboard.store.faults import ALL_KEPT, cannot_write, explain_os, is_there
from gainboard.store.journal import Clock
from gainboard.store.lock import Lock
from gainboard.store.snapshots import telling
from gainboard.store.triage import MAGIC, is_unfinished, judge
from gainboard.store.whereabouts import refuse_shared

_FAILED = "Nothing was restored."
PLAIN_COPY = "a plain copy of a register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What now stands in the register's place, up to which entry.

    `aside` is the folder that holds what stood there before, None where nothing did; `missing`
    are the hashes of attachments that were found nowhere.
    """

    aside: Path | None
    seq: int
    hash: str
    missing: tuple[str, ...] = ()


def read(path: Path) -> Backup:
    """Return what a backup says it is; a plain copy of a register counts as one.

    Raises GainboardError as `backup_file.read` does.
    """
    if not _is_register(path):
        return backup_file.read(path)
    schema = _judge(path)
    with (
        telling(path, "It could not be read."),
        _hurt(path),
        at_rest.reading(path, aside.reading_name(path)) as db,
    ):
        seq, digest, label = at_rest.head_of(db)
        told = path.stat()
        return Backup(
            path=path,
            made_at=datetime.fromtimestamp(int(told.st_mtime), UTC),
            seq=seq,
            hash=digest,
            schema=schema,
            size=told.st_size,
            reason=PLAIN_COPY,
            label=label,
            name=path.stem,
            founding=at_rest.founding_of(db),
            attachments=at_rest.attachments_of(db),
        )


def restore(source: Path, register: Path, clock: Clock) -> Restored:
    """Put a backup in the place of a register; it returns once that is durable.

    Raises GainboardError, and then the file is as it was: E-NOT-A-BACKUP, E-BACKUP-DAMAGED,
    E-NEWER-REGISTER, E-LOCKED, E-FOLDER, E-SYNCED-FOLDER, E-NETWORK-DRIVE, E-DISK-FULL …
    """
    file = _refuse_place(source, register)
    backup = read(source)
    with Lock(register), telling(register, _FAILED), _beside(file) as restored:
        _make(backup, restored, aside.trial_name(file))
        with closing(at_rest.unchanging(restored)) as db:
            seq, digest, _ = at_rest.head_of(db)
            wanted = list(at_rest.attachments_of(db))
        live = attachments.folder_of(register)
        lacking = [one for one in wanted if not kept_copies.is_sound(live, one)]
        altered = kept_copies.there(live, lacking)
        _refuse_in_use(file)
        kept = aside.put_aside(register, file, altered, clock())
        kept_copies.clear_interrupted(live)
        missing = [
            one for one in lacking if not kept_copies.bring(live, one, _sources(backup, register))
        ]
        kept_copies.settle(live, wanted)
        _leave_no_journal(file)
        if file.exists():
            shutil.copymode(file, restored)
        restored.replace(file)
        _make_sure(file)
    return Restored(aside=kept, seq=seq, hash=digest, missing=tuple(missing))


def _judge(path: Path) -> int:
    try:
        return judge(path)
    except GainboardError as fault:
        if fault.id == "E-NOT-A-REGISTER":
            raise backup_file.foreign(path) from None
        raise


def _refuse_place(source: Path, register: Path) -> Path:
    """Return the file to be replaced, behind a link where there is one."""
    try:
        file = register.resolve()
    except (OSError, RuntimeError):
        file = register
    if is_there(file) and file.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{register.name} is a folder; nothing was changed. Name a file."
        )
    if is_there(file) and not file.is_file():
        raise GainboardError(
            "E-NOT-A-REGISTER",
            f"{register.name} is a pipe or a device; nothing was changed. Name a file.",
        )
    refusal = cannot_write(file)
    if refusal is not None:
        raise refusal
    refuse_shared(file)
    if is_there(file) and is_there(source) and source.samefile(file):
        raise GainboardError(
            "E-NOT-A-BACKUP",
            f"{source.name} is the register itself; nothing was changed. Choose a backup.",
        )
    return file


def _is_register(path: Path) -> bool:
    """Tell whether a file begins as a database does; whether it is ours is judged later."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError as fault:
        raise explain_os(fault, path, ALL_KEPT) from fault


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """Give the one name beside a register under which a restored one is made."""
    aside.clear_unfinished(file)
    try:
        yield aside.restoring_name(file)
    finally:
        # What cannot be taken away now is taken away by the next restore.
        with suppress(OSError):
            aside.clear_unfinished(file)


def _make(backup: Backup, target: Path, spare: Path) -> None:
    """Write the register of a backup to `target`, synced and checked in full."""
    if backup.reason == PLAIN_COPY:
        with _hurt(backup.path):
            _copy_plain(backup.path, target)
    else:
        backup_file.unpack(backup, target)
    found = at_rest.look_through(target, target, spare)
    faults = found.integrity + found.chain + found.tables
    if faults:
        raise Damaged(
            "E-BACKUP-DAMAGED",
            f"The register in {backup.path.name} is damaged: its check found {len(faults)} "
            f"fault{'' if len(faults) == 1 else 's'}. Nothing was changed; choose another backup.",
        )


@contextmanager
def _hurt(backup: Path) -> Iterator[None]:
    """Tell what SQLite finds wrong in a plain copy as a fault of the backup."""
    try:
        yield
    except at_rest.UNREADABLE as fault:
        if at_rest.is_damage(fault):
            raise backup_file.hurt(backup, "part of it cannot be read") from fault
        raise


def _copy_plain(source: Path, target: Path) -> None:
    at_rest.copy_settled(source, target)
    with target.open("rb+") as copied:
        os.fsync(copied.fileno())


def _make_sure(file: Path) -> None:
    try:
        sync_folder(file.parent)
    except OSError as fault:
        raise GainboardError(
            explain_os(fault, file).id,
            f"{file.name} is restored, but its disk does not confirm that it is safely there. "
            "What stood there is kept aside. Check the disk, then restore it again.",
        ) from fault


def _sources(backup: Backup, register: Path) -> list[kept_copies.Source]:
    """Return where the attachments of a backup may be, the likeliest first."""
    folders = [
        rotation.attachments_of(backup.path.parent),
        rotation.attachments_of(rotation.folder_of(register)),
    ]
    if backup.reason == PLAIN_COPY:
        return [
            kept_copies.from_folder(folder)
            for folder in (attachments.folder_of(backup.path), *folders)
        ]
    return [
        lambda sha256: backup_file.attachment(backup.path, sha256),
        *(kept_copies.from_folder(folder) for folder in folders),
    ]


def _refuse_in_use(file: Path) -> None:
    """Raise where another program holds the old register; one being changed is met later."""
    if is_unfinished(file) or not _is_register(file):
        return
    try:
        with closing(sqlite3.connect(file, timeout=2, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
            db.execute("ROLLBACK")
    except at_rest.UNREADABLE as fault:
        if not at_rest.is_damage(fault):
            raise


def _leave_no_journal(file: Path) -> None:
    """Take back a change under way in the old register, so that its journal meets no other file.

    Everything was saved aside before; a journal that SQLite cannot use is taken away.
    """
    there = [at_rest.beside(file, suffix) for suffix in at_rest.BESIDE]
    if not any(part.exists() for part in there):
        return
    if file.exists():
        try:
            at_rest.settle(file)
        except at_rest.UNREADABLE as fault:
            if not at_rest.is_damage(fault):
                raise
    for part in there:
        part.unlink(missing_ok=True)
    sync_folder(file.parent)
