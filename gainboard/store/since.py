"""What a register holds that a backup does not; reads only, whatever state the register is in."""

from pathlib import Path

from gainboard.domain.changes import Entry
from gainboard.errors import GainboardError
from gainboard.store import at_rest, backup_file
from gainboard.store.aside import reading_name
from gainboard.store.backup_file import Backup


def entries_since(register: Path, backup: Backup) -> tuple[Entry, ...] | None:
    """Return the entries after the backup's newest, without their changes; None where unknown."""
    try:
        if register.stat().st_size == 0:
            return ()
        with at_rest.reading(register, reading_name(register)) as db:
            found = at_rest.entries_since(db, backup.seq, backup.hash)
            seq, digest, _ = at_rest.head_of(db)
        if found is None and seq < backup.seq and _holds(backup, register, seq, digest):
            return ()
        return found
    except FileNotFoundError:
        return ()
    except (*at_rest.UNREADABLE, OSError, GainboardError):
        return None


def _holds(backup: Backup, register: Path, seq: int, digest: str) -> bool:
    """Tell whether a backup goes on from the entry at which the register stops."""
    if backup.unpacked == 0:
        return False
    spare = reading_name(register)
    try:
        backup_file.unpack(backup, spare)
        with at_rest.reading(spare, spare) as db:
            return at_rest.entries_since(db, seq, digest) is not None
    finally:
        at_rest.clear(spare)
