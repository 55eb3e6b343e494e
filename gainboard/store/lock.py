"""One holder of a register at a time: a lock of the operating system, gone with its process.

The lock file says who holds it. A holder leaves it empty or takes it away, so that words in it
while nobody holds it tell of one that was ended: killed, or by a power cut.
"""

import getpass
import os
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Literal

from gainboard.errors import GainboardError
from gainboard.store.faults import ALL_KEPT, explain_os
from gainboard.store.whereabouts import real

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

Kind = Literal["window", "command"]
_LOOKS, _BETWEEN = 5, 0.04
_WORDS: dict[Kind, str] = {"window": "a window of the program", "command": "a command"}


class Lock:
    """Hold the lock file beside a register until released; a left-over file locks nothing."""

    def __init__(self, register: Path, kind: Kind = "command") -> None:
        self._path = lock_file(register)
        self._register = register
        self._kind = kind
        self._fd = -1
        self.found_ended = False
        """Whether the holder before this one never released it; known once it is taken."""

    def take(self) -> None:
        """Take the lock or raise E-LOCKED, saying who holds it; other ids where it has no place."""
        while True:
            fd = self._open()
            if not _try_lock(fd):
                note = _read_soon(fd)
                os.close(fd)
                raise _locked(self._register, note)
            if _is_still_there(fd, self._path):
                break
            os.close(fd)
        self._fd = fd
        self.found_ended = bool(_read(fd))
        # The lock holds without its note, so a full disk need not keep anybody from reading.
        with suppress(OSError):
            _write(fd, _note(self._kind))

    def release(self) -> None:
        """Let the register go; the lock file goes with it where the system allows."""
        if self._fd < 0:
            return
        # Tidying up; the lock itself goes with the descriptor, and what is left locks nothing.
        with suppress(OSError):
            if sys.platform == "win32":
                os.ftruncate(self._fd, 0)
            else:
                self._path.unlink(missing_ok=True)
        os.close(self._fd)
        self._fd = -1

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise explain_os(fault, self._register, ALL_KEPT) from fault

    def __enter__(self) -> "Lock":
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.release()


def lock_file(register: Path) -> Path:
    """Return the lock file of a register, the same by whatever link it is reached."""
    file = real(register)
    return file.with_name(file.name + "-lock")


def holder(register: Path) -> GainboardError | None:
    """Return E-LOCKED where somebody holds the register, else None; only reads."""
    note = _held_by(register)
    return None if note is None else _locked(register, note)


def was_left(register: Path) -> bool:
    """Tell whether the last holder was ended before it let the register go; only reads."""
    try:
        return bool(lock_file(register).read_bytes()[1:].strip(b"\0 "))
    except OSError:
        return False


def knock(register: Path) -> bool:
    """Ask the window that holds a register to come to the front; False where no window does.

    The window watches its lock file, whose time of change is what a knock touches.
    """
    note = _held_by(register)
    if note is None or not note.startswith(_WORDS["window"]):
        return False
    try:
        os.utime(lock_file(register))
    except OSError:
        return False
    return True


def _held_by(register: Path) -> str | None:
    """Return the note of whoever holds the register, None where nobody does."""
    try:
        fd = os.open(lock_file(register), os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _try_lock(fd, shared=True) else _read(fd)
    finally:
        os.close(fd)


def _try_lock(fd: int, *, shared: bool = False) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(fd, 0, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(fd: int, path: Path) -> bool:
    """Tell whether the locked file is the one under that name; its last holder may have gone."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def _note(kind: Kind) -> str:
    since = datetime.now().astimezone()
    return f"{_WORDS[kind]} ({_user()}process {os.getpid()}, since {since:%H:%M})"


def _user() -> str:
    try:
        return f"{getpass.getuser()}, "
    except (OSError, KeyError, ImportError):
        return ""


# The note begins behind the first byte: Windows lets nobody read a byte that is locked.
def _read(fd: int) -> str:
    """Return the note, empty where the disk does not give it: nothing hangs on it but words."""
    try:
        os.lseek(fd, 1, os.SEEK_SET)
        return os.read(fd, 200).decode("utf-8", "replace").strip("\0 ")
    except OSError:
        return ""


def _read_soon(fd: int) -> str:
    """Return the note of a holder that may have the lock and not have written it yet."""
    for _ in range(_LOOKS):
        if note := _read(fd):
            return note
        time.sleep(_BETWEEN)
    return ""


def _write(fd: int, note: str) -> None:
    os.ftruncate(fd, 0)
    os.lseek(fd, 1, os.SEEK_SET)
    os.write(fd, note.encode())


def _locked(register: Path, note: str) -> GainboardError:
    by = note or "another window of the program"
    return GainboardError(
        "E-LOCKED",
        f"{register.name} is open in {by}; nothing was changed. Close it there, then try again.",
    )
