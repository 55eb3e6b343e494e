"""Registers as files: opening one, and checking one however hurt it is."""

from collections.abc import Sequence
from pathlib import Path

from gainboard.errors import Damaged
from gainboard.store.check import Fault, Findings, check
from gainboard.store.register import Register, now, open_register

__all__ = ["Fault", "Findings", "Register", "check_register", "now", "open_register"]


def check_register(path: Path, anchors: Sequence[tuple[int, str]] = ()) -> Findings:
    """Check everything in a register; what cannot even be opened is a finding too.

    Raises GainboardError where the file is not a register of ours at all.
    """
    try:
        with open_register(path, look=False) as register:
            return check(register.db, register.path, anchors)
    except Damaged as fault:
        hurt = Fault(says=f"{fault.says} ({fault.id})")
        return Findings(entries=0, integrity=(hurt,), chain=(), tables=(), attachments=())
