"""A register brought from where it may not lie to this computer: copied, checked, then named."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

from gainboard.errors import Damaged, GainboardError
from gainboard.services.registers import check_register
from gainboard.store.attachments import folder_of
from gainboard.store.durable import sync_folder
from gainboard.store.faults import ALL_KEPT, explain_os, is_there
from gainboard.store.lock import holder
from gainboard.store.triage import judge


def copy_here(register: Path, folder: Path) -> Path:
    """Copy a register with its files into a folder of this computer and return the copy's path.

    The original stays as it is. Raises GainboardError where it is no register, in use, changed
    while it was copied, or found damaged; nothing is left in the folder then.
    """
    judge(register)
    if held := holder(register):
        raise held
    target = _free_place(register, folder)
    with _telling(target), _arriving(target) as arriving:
        _copy_all(register, arriving)
        _refuse_hurt(register, arriving)
        _give_names(arriving, target)
    return target


def _free_place(register: Path, folder: Path) -> Path:
    """Return a path in the folder that nothing has, by the register's own name if it can be."""
    names = chain([register.stem], (f"{register.stem} {n}" for n in count(2)))
    places = (folder / f"{name}{register.suffix}" for name in names)
    return next(p for p in places if not is_there(p) and not is_there(folder_of(p)))


def _copy_all(register: Path, arriving: Path) -> None:
    journal = register.with_name(f"{register.name}-journal")
    parts = [register, *([journal] if journal.is_file() else [])]
    before = [_digest(part) for part in parts]
    for part in parts:
        _copy(part, arriving.with_name(arriving.name + part.name.removeprefix(register.name)))
    copies = [arriving, *([arriving.with_name(f"{arriving.name}-journal")] if parts[1:] else [])]
    if not before == [_digest(part) for part in parts] == [_digest(copy) for copy in copies]:
        raise GainboardError(
            "E-LOCKED",
            f"{register.name} changed while it was copied; the original was left as it is and "
            "nothing was kept. Close the program that uses it, then try again.",
        )
    for file in folder_of(register).glob("*/*"):
        _copy(file, folder_of(arriving) / file.parent.name / file.name)


def _refuse_hurt(register: Path, arriving: Path) -> None:
    """Open the copy, which puts right what a crash left, and check everything in it."""
    faults = check_register(arriving).faults
    if faults:
        raise Damaged(
            "E-DAMAGED",
            f"{register.name} was copied and the copy checked: it is damaged ({len(faults)} "
            "faults). The original was left as it is and nothing was kept; restore a backup.",
        )


def _give_names(arriving: Path, target: Path) -> None:
    if folder_of(arriving).is_dir():
        folder_of(arriving).rename(folder_of(target))
    sync_folder(target.parent)
    arriving.rename(target)
    sync_folder(target.parent)


@contextmanager
def _arriving(target: Path) -> Iterator[Path]:
    """Yield where to build the copy: under its own name, in a folder that goes afterwards."""
    workshop = target.with_name(f".{target.stem}.arriving")
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    try:
        yield workshop / target.name
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


@contextmanager
def _telling(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise explain_os(fault, target, ALL_KEPT) from fault


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, target.open("xb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())
    sync_folder(target.parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
