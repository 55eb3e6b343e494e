"""A second place for backups: a folder of the user's choice, on a network or in the cloud too.

What goes wrong there is said and never raised: the backup beside the register is made already.
"""

import errno
import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.store import kept_copies, rotation
from gainboard.store.backup_file import CHUNK, Backup
from gainboard.store.durable import sync_folder

# Another computer may be writing into the same folder just now.
_STALE = timedelta(days=1)
_OR = "or choose another place"


def copy(backup: Backup, second: Path) -> str:
    """Copy a backup with its attachments there, read it back and thin; say what failed, or ""."""
    try:
        with rotation.turn:
            return _copy(backup, second)
    except GainboardError as fault:
        return _failed(second, fault.says)
    except OSError as fault:
        return _failed(second, _why(fault))


def forget_others(backup: Backup, second: Path) -> str:
    """Take every other backup of the register away there; say what failed, or ""."""
    folder = folder_in(second, backup)
    try:
        there = next((one for one in rotation.backups(folder) if one.hash == backup.hash), None)
        if there is None:
            return _remains(second, "the new one is not there")
        with rotation.turn:
            rotation.forget_others(folder, there)
    except OSError as fault:
        return _remains(second, _why(fault))
    return ""


def folder_in(second: Path, backup: Backup) -> Path:
    """Return the folder of the second place that holds a register's backups."""
    return second / backup.path.parent.name


def _copy(backup: Backup, second: Path) -> str:
    if not second.is_dir():
        return _failed(second, f"the folder is not there. Bring it back, {_OR}")
    folder = folder_in(second, backup)
    if folder.resolve() == backup.path.parent.resolve():
        return _failed(second, "it is where the register's own backups are; choose another folder")
    rotation.make_folder(folder)
    rotation.clear_leftovers(folder, _STALE)
    _bring_attachments(backup, folder)
    unfinished = rotation.unfinished(folder)
    try:
        if not _copy_file(backup.path, unfinished):
            return _failed(second, "what was written there reads otherwise")
        there = rotation.take_in(replace(backup, path=unfinished), folder)
        sync_folder(folder)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    rotation.thin(folder, there)
    return ""


def _bring_attachments(backup: Backup, folder: Path) -> None:
    kept = rotation.attachments_of(folder)
    source = kept_copies.from_folder(rotation.attachments_of(backup.path.parent))
    for sha256, size in backup.attachments.items():
        if not kept_copies.is_whole(kept, sha256, size):
            kept_copies.bring(kept, sha256, [source])
    kept_copies.settle(kept, backup.attachments)


def _copy_file(source: Path, target: Path) -> bool:
    """Copy a file, synced, and tell whether it reads back as the same."""
    with source.open("rb") as given, target.open("xb") as out:
        while chunk := given.read(CHUNK):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return _digest(source) == _digest(target)


def _digest(file: Path) -> bytes:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").digest()


def _why(fault: OSError) -> str:
    """Say what a place refused, and what to do; the system's own words may be in any language."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"its disk is full. Free some space there, {_OR}"
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"it cannot be written. Allow writing there, {_OR}"
    return f"it does not answer. Bring its disk or network back, {_OR}"


def _failed(second: Path, why: str) -> str:
    return (
        f"The backup is kept beside the register but not in the second place {second}: "
        f"{why.rstrip('.')}."
    )


def _remains(second: Path, why: str) -> str:
    return f"Older backups in the second place {second} were left there: {why.rstrip('.')}."
