"""Putting a register aside before another takes its place: whole, byte for byte, and synced."""

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from gainboard.store import at_rest
from gainboard.store.durable import sync_folder
from gainboard.store.kept_copies import UNFINISHED

_STAMP = re.compile(rf"\d{{4}}-\d\d-\d\dT\d{{6}}Z(_\d+)?{re.escape(UNFINISHED)}")


def folder_of(register: Path) -> Path:
    """Return the folder that holds what was put aside for a register."""
    return register.with_name(f"{register.stem}.gainboard-replaced")


def restoring_name(file: Path) -> Path:
    """Return the name beside a register under which a restored one is made."""
    return file.with_name(f"{file.name}.restoring")


def trial_name(file: Path) -> Path:
    """Return the name under which a restored register of an older schema is tried."""
    return file.with_name(f"{file.name}.restoring{UNFINISHED}")


def reading_name(file: Path) -> Path:
    """Return the name of a copy that had to be made for reading."""
    return file.with_name(f".{file.name}.reading{UNFINISHED}")


def clear_unfinished(file: Path) -> None:
    """Take away what a killed restore, or a killed look at a register, left beside it."""
    for left in (restoring_name(file), trial_name(file), reading_name(file)):
        at_rest.clear(left)


def put_aside(register: Path, file: Path, attachments: list[Path], at: datetime) -> Path | None:
    """Copy a register, what SQLite keeps beside it, and these attachments; return the folder.

    None where there is nothing to put aside. A copy that was interrupted is cleared away.
    """
    _clear_leftovers(register)
    parts = [at_rest.beside(file, suffix) for suffix in ("", *at_rest.BESIDE)]
    there = [part for part in parts if part.is_file()] + attachments
    if not there:
        return None
    top = folder_of(register)
    top.mkdir(exist_ok=True)
    folder = _free(top, at)
    gathering = folder.with_name(folder.name + UNFINISHED)
    try:
        gathering.mkdir()
        for one in there:
            _copy(one, gathering / one.name)
        sync_folder(gathering)
        gathering.rename(folder)
    except BaseException:
        shutil.rmtree(gathering, ignore_errors=True)
        raise
    for made in (top, top.parent):
        sync_folder(made)
    return folder


def forget(register: Path) -> None:
    """Take away all that was put aside for a register, for the words that disposal erased."""
    clear_unfinished(register)
    top = folder_of(register)
    if top.is_dir():
        shutil.rmtree(top)
        sync_folder(top.parent)


def _free(top: Path, at: datetime) -> Path:
    name = f"{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    folder, number = top / name, 2
    while folder.exists():
        folder = top / f"{name}_{number}"
        number += 1
    return folder


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as copied:
        os.fsync(copied.fileno())


def _clear_leftovers(register: Path) -> None:
    for left in folder_of(register).glob("*"):
        if _STAMP.fullmatch(left.name):
            shutil.rmtree(left)
