"""The folder of backups beside a register: their names, the list of them, and their thinning."""

import itertools
import re
import secrets
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import time

from gainboard.domain.thinning import staying
from gainboard.errors import GainboardError
from gainboard.store import kept_copies
from gainboard.store.backup_file import SUFFIX, Backup, read
from gainboard.store.durable import sync_folder
from gainboard.store.kept_copies import UNFINISHED

# Files of this run are told by it from those that a killed one has left.
_RUN = secrets.token_hex(4)
_UNFINISHED = re.compile(rf"[0-9a-f.]+-[0-9a-f]{{8}}{re.escape(UNFINISHED)}(-journal|-wal|-shm)?")
_LONGEST = 60

_numbers = itertools.count(1)
_renewed: dict[Path, int] = {}

turn = threading.Lock()
"""Held while a backup and its attachments are put in and others taken out: one at a time."""


def folder_of(register: Path) -> Path:
    """Return the folder that holds a register's backups."""
    return register.with_name(f"{register.stem}.gainboard-backups")


def attachments_of(folder: Path) -> Path:
    """Return where a folder of backups keeps the attachments, once for all of them."""
    return folder / "attachments"


def make_folder(folder: Path) -> Path:
    """Make a folder of backups where there is none, its name synced; E-EXISTS for a file there."""
    if folder.exists() and not folder.is_dir():
        raise GainboardError(
            "E-EXISTS",
            f"{folder.name} should be the folder of the backups but is a file; it was left as it "
            "is and no backup was made. Move it away, then try again.",
        )
    if not folder.is_dir():
        folder.mkdir()
    sync_folder(folder.parent)
    return folder


def unfinished(folder: Path) -> Path:
    """Return a new name for a file not yet whole."""
    return folder / f"{_RUN}-{secrets.token_hex(4)}{UNFINISHED}"


def clear_leftovers(folder: Path, older: timedelta = timedelta()) -> None:
    """Take away what killed runs left, here only what is older than so long."""
    before = time() - older.total_seconds()
    found = [*folder.glob("*"), *attachments_of(folder).glob("*/*")]
    for left in (file for file in found if _UNFINISHED.fullmatch(file.name)):
        if not left.name.startswith(_RUN) and left.lstat().st_mtime <= before:
            left.unlink(missing_ok=True)


def backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder that can be read, newest first."""
    found = [backup for file in _files(folder) if (backup := _readable(file)) is not None]
    return sorted(found, key=lambda one: (one.made_at, one.seq, one.path.name), reverse=True)


def take_in(backup: Backup, folder: Path) -> Backup:
    """Give a verified backup a name of its own in the folder, and return it under that name.

    The name is the caller's to sync.
    """
    stem = backup.name[:_LONGEST]
    name = f"{stem} {backup.made_at:%Y-%m-%dT%H%M%SZ} {backup.seq:06}"
    target = folder / f"{name}{SUFFIX}"
    number = 2
    while target.exists():
        target = folder / f"{name}_{number}{SUFFIX}"
        number += 1
    backup.path.rename(target)
    return replace(backup, path=target)


def thin(folder: Path, newest: Backup) -> None:
    """Let go of what the rule lets go, of this register's backups only."""
    mine = [one for one in reversed(backups(folder)) if one.founding == newest.founding]
    stays = staying([one.made_at for one in mine], newest.made_at)
    for nth, one in enumerate(mine):
        if nth not in stays and one.path != newest.path:
            # A backup that somebody is reading goes another time.
            with suppress(OSError):
                one.path.unlink(missing_ok=True)
    # No backup may come back by a power cut and miss what it lists.
    with suppress(OSError):
        sync_folder(folder)
        clear_attachments(folder)


def next_number() -> int:
    """Return a number greater than any before it, by which what came earlier is known."""
    return next(_numbers)


def is_outdated(folder: Path, number: int) -> bool:
    """Tell whether a snapshot was begun before the backups here were last renewed."""
    return number < _renewed.get(folder.absolute(), 0)


def forget_others(folder: Path, newest: Backup) -> None:
    """Take away every other backup of the register, for the words that disposal erased.

    A snapshot begun before and still being made into one is outdated from now on.
    """
    _renewed[folder.absolute()] = next_number()
    for file in _files(folder):
        if file != newest.path and _is_of(_readable(file), file, newest):
            file.unlink(missing_ok=True)
    sync_folder(folder)
    clear_attachments(folder)


def clear_attachments(folder: Path) -> None:
    """Take away the attachments that no backup lists; none while a backup cannot be read."""
    files = _files(folder)
    there = backups(folder)
    if len(there) < len(files):
        return
    listed = {sha256 for one in there for sha256 in one.attachments}
    kept_copies.clear_unlisted(attachments_of(folder), listed)


def _is_of(one: Backup | None, file: Path, newest: Backup) -> bool:
    """Tell whether a backup is of the same register; one that cannot be read, by its name."""
    if one is None:
        return file.name.startswith(f"{newest.name[:_LONGEST]} 2")
    return one.founding == newest.founding


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.glob(f"*{SUFFIX}") if not file.name.startswith(".")]


def _readable(file: Path) -> Backup | None:
    try:
        return read(file)
    except (GainboardError, OSError):
        return None
