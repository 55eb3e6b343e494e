"""The backups beside a register, each read to its last byte by what it says of itself."""

from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.store import backup_file, kept_copies, rotation


def backups_of(register: Path) -> list[Path]:
    """Return every file beside a register that has a backup's name."""
    return sorted(rotation.folder_of(register).glob(f"*{backup_file.SUFFIX}"))


def newest_entry(register: Path) -> int:
    """Return the number of the newest entry in any backup."""
    return max((backup_file.read(path).seq for path in backups_of(register)), default=0)


def bad_backups(register: Path) -> str:
    """Name the first file that has a backup's name and is none, or lacks an attachment."""
    held = rotation.attachments_of(rotation.folder_of(register))
    for path in backups_of(register):
        try:
            backup = backup_file.verify(path)
        except GainboardError as fault:
            return f"bad backup: {path.name}: {fault.id}"
        for sha256 in backup.attachments:
            if not kept_copies.is_sound(held, sha256):
                return f"bad backup: {path.name} lacks attachment {sha256[:12]}"
    return ""
