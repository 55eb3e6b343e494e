"""Registers as files: opening one, judging one, and checking one however hurt it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gainboard.errors import Damaged
from gainboard.store.check import Fault, Findings, check
from gainboard.store.lock import Kind, knock, lock_file
from gainboard.store.register import Register, now, open_register
from gainboard.store.triage import Triage, triage
from gainboard.store.whereabouts import real

__all__ = [
    "Fault",
    "Findings",
    "Kind",
    "Register",
    "Triage",
    "check_open",
    "check_register",
    "knock",
    "lock_file",
    "now",
    "open_register",
    "real",
    "triage",
]


def check_register(path: Path, anchors: Sequence[tuple[int, str]] = ()) -> Findings:
    """Check everything in a register; what cannot even be opened is a finding too.

    Raises GainboardError where the file is not a register of ours at all.
    """
    try:
        with open_register(path, look=False) as register:
            return check_open(register, anchors)
    except Damaged as fault:
        hurt = Fault(says=f"{fault.says} ({fault.id})")
        return Findings(entries=0, integrity=(hurt,), chain=(), tables=(), attachments=())


def check_open(register: Register, anchors: Sequence[tuple[int, str]] = ()) -> Findings:
    """Check everything in a register that is open."""
    found = check(register.db, register.path, anchors)
    if not register.was_misnumbered:
        return found
    altered = Fault(
        says="the schema number in the file's head was altered; it was put right",
        column="user_version",
    )
    return replace(found, integrity=(altered, *found.integrity))
