"""One holder of a register at a time: a lock of the operating system, gone with its process."""

import os
import sys
from pathlib import Path
from types import TracebackType

from gainboard.errors import GainboardError
from gainboard.store.faults import explain_os

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock:
    """Hold the lock file beside a register until released; a left-over file locks nothing."""

    def __init__(self, register: Path) -> None:
        self._path = register.with_name(register.name + "-lock")
        self._register = register
        self._fd = -1

    def take(self) -> None:
        """Take the lock or raise E-LOCKED, saying who holds it; other ids where it has no place."""
        while True:
            fd = self._open()
            if not _try_lock(fd):
                holder = _holder(fd)
                os.close(fd)
                raise _locked(self._register, holder)
            if _is_still_there(fd, self._path):
                break
            os.close(fd)
        self._fd = fd
        os.ftruncate(fd, 0)
        os.pwrite(fd, f"process {os.getpid()}".encode(), 1) if sys.platform != "win32" else None

    def release(self) -> None:
        """Let the register go; the lock file goes with it where the system allows."""
        if self._fd < 0:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._fd)
        self._fd = -1

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise explain_os(fault, self._register) from fault

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


def _try_lock(fd: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still_there(fd: int, path: Path) -> bool:
    """Tell whether the locked file is the one under that name; its last holder may have gone."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def _holder(fd: int) -> str:
    if sys.platform == "win32":
        return ""
    return os.pread(fd, 100, 1).decode("utf-8", "replace").strip("\0 ")


def _locked(register: Path, holder: str) -> GainboardError:
    by = f" ({holder})" if holder else ""
    return GainboardError(
        "E-LOCKED",
        f"{register.name} is open in another window of the program{by}; nothing was changed. "
        "Close it there, then try again.",
    )
