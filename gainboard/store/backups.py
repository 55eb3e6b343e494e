"""Backups: a snapshot, checked in full and zipped before it is given a backup's name.

They lie in a folder beside the register, attachments once for all of them; `rotation` thins them.
"""

import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from gainboard.errors import Damaged, GainboardError
from gainboard.store import aside, at_rest, attachments, kept_copies, rotation, second_place
from gainboard.store.backup_file import Backup, Contents
from gainboard.store.check import Findings
from gainboard.store.durable import sync_folder
from gainboard.store.faults import cannot_write, is_there
from gainboard.store.journal import Clock
from gainboard.store.kept_copies import UNFINISHED
from gainboard.store.snapshots import (
    FoundFaults,
    Snapshot,
    begin,
    checked_and_packed,
    contents_of,
    ending,
    telling,
    unfinished,
)
from gainboard.store.triage import judge

__all__ = [
    "Done",
    "FoundFaults",
    "Snapshot",
    "abandon",
    "before_migration",
    "begin",
    "finish",
    "finish_to",
    "forget_others",
    "look_over",
    "refuse_out",
]

BEFORE_MIGRATION = "before an older register was brought up to date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A backup made. `findings` hold no fault but of attachments.

    `second_says` is one sentence why the second place has it not, or nothing.
    """

    backup: Backup
    findings: Findings
    second_says: str = ""


def finish(snapshot: Snapshot, second: Path | None = None) -> Done:
    """Check the snapshot, zip it, read the zip again and give it its name; then thin.

    Raises Damaged where the snapshot has faults; no backup is touched then.
    """
    folder = rotation.folder_of(snapshot.register)
    with ending(snapshot), telling(snapshot.register):
        told = contents_of(snapshot)
        with unfinished(rotation.unfinished(folder)) as zipped:
            findings, backup = checked_and_packed(snapshot, told, zipped, {})
            with rotation.turn:
                _refuse_outdated(snapshot, folder)
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
    with ending(snapshot), telling(snapshot.register):
        told = contents_of(snapshot)
        files = _attached(snapshot.register, told)
        with telling(out):
            _clear_leftovers(out)
            beside = out.with_name(f".{out.name}.{secrets.token_hex(4)}{UNFINISHED}")
            with unfinished(beside) as zipped:
                findings, backup = checked_and_packed(snapshot, told, zipped, files)
                zipped.replace(out)
                sync_folder(out.parent)
    return Done(backup=replace(backup, path=out), findings=findings)


def look_over(snapshot: Snapshot) -> Findings:
    """Check a snapshot in full and make no backup of it; on any thread."""
    with ending(snapshot), telling(snapshot.register, "It was not checked."):
        spare = rotation.unfinished(snapshot.path.parent)
        return at_rest.look_through(snapshot.path, snapshot.register, spare)


def refuse_out(register: Path, out: Path) -> None:
    """Raise what stands against writing a backup at `out`: a folder, no folder, a register."""
    if is_there(out) and out.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{out.name} is a folder; no backup was made. Name a file in it."
        )
    if is_there(out) and not out.is_file():
        raise GainboardError(
            "E-NOT-A-FILE",
            f"{out.name} is a pipe or a device; no backup was made and it was left as it is. "
            "Name a file.",
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
    with telling(register, "The older backups are still there."):
        with rotation.turn:
            rotation.forget_others(backup.path.parent, backup)
        aside.forget(register)


def before_migration(db: Database, path: Path, clock: Clock) -> Path:
    """Back up a register of an older schema, checked, and return the backup's path.

    Raises Damaged where it has faults; it should then not be migrated.
    """
    return finish(begin(db, path, clock(), BEFORE_MIGRATION)).backup.path


def abandon(snapshot: Snapshot) -> None:
    """Take away a snapshot that nobody will finish."""
    with ending(snapshot):
        return


def _refuse_outdated(snapshot: Snapshot, folder: Path) -> None:
    if rotation.is_outdated(folder, snapshot.number):
        raise GainboardError(
            "E-OUTDATED-BACKUP",
            f"A backup of {snapshot.register.name} was given up, for it was begun before records "
            "were disposed of and would have held them. The one made after that is kept.",
        )


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
