"""What is left to do once a record was disposed of: erase its traces, and renew the backups."""

from dataclasses import dataclass
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.services.backups import renew
from gainboard.store import aside, erasing, rotation
from gainboard.store.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What became of the copies of what was erased: `says` in a sentence, `done` if all is gone."""

    says: str
    done: bool


def clear_copies(register: Register, *, second: Path | None = None) -> Aftermath:
    """Put a fresh backup in the place of all that hold the words, and finish erasing.

    Nothing of it is ever raised: the disposal itself is done and saved.
    """
    left = erasing.finish(register.db, register.path)
    if left:
        says = f"Its traces could not all be erased yet: {left[0].says} It is tried again whenever"
        return Aftermath(says=f"{says} the register is opened.", done=False)
    if not _has_copies(register.path):
        erasing.strike_off(register.db, erasing.COPIES)
        return Aftermath(says="No backup held its words.", done=True)
    try:
        done = renew(register, second=second)
    except GainboardError as fault:
        says = f"The backups still hold its words, for a fresh one could not be made: {fault.says}"
        return Aftermath(says=says, done=False)
    if done.second_says:
        says = f"The backups beside it were renewed; the second place was not: {done.second_says}"
        return Aftermath(says=says, done=False)
    erasing.strike_off(register.db, erasing.COPIES)
    says = f"A fresh backup was made, {done.backup.path.name}, and the older ones were removed."
    return Aftermath(says=says, done=True)


def are_copies_left(register: Register) -> bool:
    """Tell whether copies of what a disposal erased were not renewed yet: it was broken off."""
    return erasing.COPIES in erasing.left(register.db)


def _has_copies(register: Path) -> bool:
    folders = (rotation.folder_of(register), aside.folder_of(register))
    try:
        return any(next(folder.iterdir(), None) for folder in folders if folder.is_dir())
    except OSError:
        # Renewing looks again, and says what stands against it.
        return True
