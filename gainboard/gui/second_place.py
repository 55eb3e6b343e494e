"""Where a register's backups are copied to as well: a matter of this computer, not of the board."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSettings

from gainboard.services.registers import real


def second_place(register: Path) -> Path | None:
    """Return the second place chosen for the backups of a register, or None."""
    kept = str(QSettings().value(_key(register), "") or "")
    return Path(kept) if kept else None


def choose_second_place(register: Path, folder: Path | None) -> None:
    """Have the backups of a register copied to a folder as well; None for nowhere."""
    if folder is None:
        QSettings().remove(_key(register))
    else:
        QSettings().setValue(_key(register), str(folder))


def _key(register: Path) -> str:
    # A path holds signs that a key of the settings may not.
    place = str(real(register)).encode("utf-8", "replace")
    return f"second_place/{sha256(place).hexdigest()}"
