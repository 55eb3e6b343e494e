"""The real cause behind what SQLite says, in one sentence."""

import errno
import os
import re
import shutil
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

from gainboard.errors import Damaged, GainboardError

STEP_LOST = "what was saved before is kept, the last step was not saved"
# For what takes no step: opening, backing up, restoring, looking.
ALL_KEPT = "what was saved before is kept"
_PRIMARY = 0xFF
_ERROR_CODE = re.compile(r"error code=(\d+)")


def explain(fault: sqlite3.Error, path: Path, kept: str = STEP_LOST) -> GainboardError:
    """Return the error to show for a failed read or write of the register at `path`.

    `kept` says what became of the words in it.
    """
    exact = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = exact & _PRIMARY
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if code == sqlite3.SQLITE_BUSY:
        return _say("E-LOCKED", f"{path.name} is held by another program", "Close it there", kept)
    if code == sqlite3.SQLITE_FULL or _disk_is_full(path):
        return _full(path, kept)
    if exact == sqlite3.SQLITE_READONLY_DBMOVED or not path.exists():
        return gone(path, kept)
    # SQLite says only "disk I/O error": the disk itself knows why.
    told = _ask_the_disk(path, kept)
    if told is not None:
        return told
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _read_only(path, kept)
    return _device(path, kept)


def damaged(path: Path, how: str = "part of it cannot be read") -> Damaged:
    """Return the error to show for a register that is hurt."""
    return Damaged(
        "E-DAMAGED", f"{path.name} is damaged: {how}. Nothing was changed; restore a backup."
    )


class NotText(Damaged):
    """Something the register keeps as text is none; the check can read it all the same."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "E-DAMAGED",
            f"{path.name} is damaged: some of its text cannot be read. Nothing was changed; "
            "restore a backup.",
        )


def gone(path: Path, kept: str = STEP_LOST) -> GainboardError:
    """Return the error to show where the register's file is no longer under its name."""
    return _say("E-FILE-GONE", f"{path.name} is no longer there", "Put its file or disk back", kept)


def explain_os(fault: OSError, path: Path, kept: str = STEP_LOST) -> GainboardError:
    """Return the error to show where the system refuses a file beside or at `path`."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(path, kept)
    if fault.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _read_only(path, kept)
    if fault.errno == errno.ENOENT:
        return gone(path, kept)
    if fault.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return GainboardError(
            "E-BAD-NAME", "That is no name for a file; nothing was changed. Choose a shorter one."
        )
    return _device(path, kept)


def is_there(path: Path) -> bool:
    """Tell whether there is a file or folder; raises E-BAD-NAME for what can be no name."""
    try:
        return path.exists()
    except PermissionError as fault:
        raise cannot_read(fault, path) from None
    except OSError as fault:
        raise explain_os(fault, path) from None


def cannot_read(fault: OSError, path: Path) -> GainboardError:
    """Return the error to show where a file cannot be read."""
    if isinstance(fault, PermissionError):
        return GainboardError(
            "E-NO-PERMISSION",
            f"You have no permission to read {path.name}; nothing was changed. "
            "Ask whoever owns the file.",
        )
    return GainboardError(
        "E-DEVICE",
        f"{path.name} could not be read ({fault.strerror}); nothing was changed. "
        "Copy it from a backup or try another disk.",
    )


def is_no_text(fault: Exception) -> bool:
    """Tell whether Python could not decode what SQLite gave: a row, or the words of a fault."""
    return isinstance(fault, UnicodeDecodeError) or "Could not decode" in str(fault)


def is_ours(fault: sqlite3.Error) -> bool:
    """Tell whether the fault is the disk's or the file's, not a bug of the program."""
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    return code not in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE)


def fault_in(says: str) -> sqlite3.DatabaseError:
    """Return the fault behind a line of SQLite's own check; a page not given is no damage."""
    code = _ERROR_CODE.search(says)
    fault = sqlite3.DatabaseError(says)
    fault.sqlite_errorcode = int(code[1]) if code else sqlite3.SQLITE_CORRUPT
    return fault


def cannot_write(path: Path) -> GainboardError | None:
    """Say what stands against writing a file at `path`, or None."""
    folder = path.parent
    if not folder.is_dir():
        return GainboardError(
            "E-NOT-FOUND",
            f"There is no folder {folder}; nothing was written. Make it first, or choose another.",
        )
    if _is_read_only_disk(folder):
        return GainboardError(
            "E-READ-ONLY",
            f"The disk that holds {path.name} can only be read; nothing was changed. Copy it to a "
            "disk of this computer that can be written, or allow writing to this one.",
        )
    if not os.access(folder, os.W_OK) or (is_there(path) and not os.access(path, os.W_OK)):
        return GainboardError(
            "E-NO-PERMISSION",
            f"You have no permission to write {path.name} in {folder.name or folder}; "
            "nothing was changed. Choose another folder or ask whoever owns it.",
        )
    return None


def _is_read_only_disk(folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 64 * 1024
    except OSError:
        return False


def _ask_the_disk(path: Path, kept: str) -> GainboardError | None:
    """Write and sync a page beside the register, and return what stands against it, if anything."""
    probe = path.with_name(f".{path.name}.probe")
    try:
        with probe.open("wb") as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        return explain_os(fault, path, kept)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return None


def _full(path: Path, kept: str) -> GainboardError:
    return _say("E-DISK-FULL", f"The disk that holds {path.name} is full", "Free some space", kept)


def _read_only(path: Path, kept: str) -> GainboardError:
    what = f"{path.name} or its folder cannot be written"
    return _say("E-READ-ONLY", what, "Allow writing", kept)


def _device(path: Path, kept: str) -> GainboardError:
    what = f"The disk that holds {path.name} reports a fault"
    return _say("E-DEVICE", what, "Check the disk", kept)


def _say(id: str, what: str, do: str, kept: str) -> GainboardError:
    return GainboardError(id, f"{what}: {kept}. {do}, then try again.")
