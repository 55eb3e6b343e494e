"""Backups of a register: made, read, thought of in time, restored."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from gainboard.domain.changes import Entry
from gainboard.store import backups as store
from gainboard.store import restoring, rotation, second_place, since
from gainboard.store.backup_file import Backup
from gainboard.store.backups import Done, FoundFaults, Snapshot, abandon, finish, look_over
from gainboard.store.journal import Clock
from gainboard.store.register import Register, now
from gainboard.store.restoring import Restored
from gainboard.store.whereabouts import real

__all__ = [
    "AFTER_DISPOSAL",
    "ASKED",
    "Backup",
    "Done",
    "FoundFaults",
    "Loss",
    "Restored",
    "Snapshot",
    "abandon",
    "back_up",
    "backups",
    "begin",
    "due",
    "finish",
    "is_own_place",
    "look_over",
    "loss",
    "read_backup",
    "renew",
    "restore",
]

ASKED = "asked"
AFTER_DISPOSAL = "after a disposal"
_BETWEEN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a register holds that a backup does not: entries, oldest first, without their changes.

    Where `known` is false the register cannot be read, or it and the backup have parted ways.
    """

    known: bool
    entries: tuple[Entry, ...] = ()


def backups(register: Path) -> list[Backup]:
    """Return the backups beside a register, newest first; what cannot be read is left out."""
    return rotation.backups(rotation.folder_of(register))


def is_own_place(register: Path, folder: Path) -> bool:
    """Tell whether a folder holds the register or its own backups, so is no second place."""
    return real(folder) in (real(register).parent, real(rotation.folder_of(real(register))))


def read_backup(path: Path) -> Backup:
    """Return what a backup says it is; a plain copy of a register counts as one.

    Raises GainboardError: E-NOT-FOUND, E-FOLDER, E-NOT-A-BACKUP, E-BACKUP-DAMAGED,
    E-NEWER-REGISTER …
    """
    return restoring.read(path)


def begin(register: Register, reason: str) -> Snapshot:
    """Take a snapshot, quickly, on the register's own thread."""
    return store.begin(register.db, register.path, register.clock(), reason)


def back_up(
    register: Register, reason: str = ASKED, *, to: Path | None = None, second: Path | None = None
) -> Done:
    """Make a verified backup beside the register, or one that stands alone at `to`.

    Raises Damaged where the register has faults, and GainboardError where the disk refuses; what
    backups there are is then untouched.
    """
    if to is None:
        return finish(begin(register, reason), second)
    store.refuse_out(register.path, to)
    return store.finish_to(begin(register, reason), to)


def renew(register: Register, *, second: Path | None = None) -> Done:
    """Make a fresh backup after a disposal, then take away all that holds the words erased.

    That is every older backup of the register, in both places, and what restoring put aside.
    """
    done = back_up(register, AFTER_DISPOSAL, second=second)
    store.forget_others(register.path, done.backup)
    if second is None or done.second_says:
        return done
    says = second_place.forget_others(done.backup, second)
    return Done(backup=done.backup, findings=done.findings, second_says=says)


def due(newest: Backup | None, head_seq: int, now: datetime) -> str:
    """Say why a backup is due: "start of day", "every half hour", or nothing.

    Days are those of the zone that `now` is told in.
    """
    if newest is None or newest.made_at.astimezone(now.tzinfo).date() != now.date():
        return "start of day"
    if newest.seq != head_seq and now - newest.made_at >= _BETWEEN:
        return "every half hour"
    return ""


def loss(register: Path, backup: Backup) -> Loss:
    """Tell what restoring a backup would lose; reads only, whatever state the register is in.

    It may take seconds where the register has to be put right in a copy to be read.
    """
    found = since.entries_since(register, backup)
    return Loss(known=found is not None, entries=found or ())


def restore(backup: Path, register: Path, *, clock: Clock = now) -> Restored:
    """Put a backup in the place of a register, which is put aside whole.

    Killed at any moment the file is the old register or the restored one, and doing it again
    works. Raises GainboardError, and then nothing was changed.
    """
    return restoring.restore(backup, register, clock)
