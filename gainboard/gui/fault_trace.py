"""What is left when the program ends without a word: the fault handler's trace, found at start."""

import faulthandler
import os
import sys
from pathlib import Path
from typing import TextIO

from gainboard.logs import noting
from gainboard.logs.faults import safe_trace

LAST = "last-crash.txt"
_TRACES = "crash-*.txt"


class FaultTrace:
    """Keeps a file open that the fault handler writes to if the process dies.

    Each process has its own, so that a second start does not take the first one's away.
    """

    def __init__(self) -> None:
        self._file: TextIO | None = None

    def begin(self) -> bool:
        """Look for what earlier runs left, and begin; True where one of them broke off."""
        broke_off = _take_up_traces()
        try:
            noting.folder().mkdir(parents=True, exist_ok=True)
            self._file = _trace(os.getpid()).open("w", encoding="utf-8")
        except OSError:  # as with the log: the program goes on without
            return broke_off
        faulthandler.enable(self._file)
        return broke_off

    def end(self) -> None:
        """Take the file away: this run ended as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            _clear(Path(self._file.name))
            self._file = None


def _take_up_traces() -> bool:
    """Note what runs that broke off have left, and tidy up after those that left nothing."""
    found = False
    for path in sorted(noting.folder().glob(_TRACES)):
        lines = _read(path)
        if not lines:
            if not _is_running(path):
                _clear(path)
        elif _clear(path):
            found = True
            noting.note_trace(lines)
            _keep(lines)
    return found


def _keep(lines: list[str]) -> None:
    try:
        words = "\n".join(safe_trace(lines)) + "\n"
        (noting.folder() / LAST).write_text(words, encoding="utf-8")
    except OSError:  # the log has it as well
        return


def _read(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _clear(path: Path) -> bool:
    """Delete a trace; Windows refuses while its process runs."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _is_running(path: Path) -> bool:
    """Tell whether the process of a trace may still run; Windows tells by refusing to delete."""
    number = path.stem.removeprefix("crash-")
    if sys.platform == "win32" or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _trace(process: int) -> Path:
    return noting.folder() / f"crash-{process}.txt"
