"""Writing the log. There is a function for each thing that is noted, and none takes a sentence."""

import logging
import re
import threading
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.logs.faults import checked, kind_of, place_of, safe_trace, told, versions
from gainboard.places import data_dir

NAME = "gainboard.log"
SIZE, FILES = 512 * 1024, 5
NEWEST = 200
_ID = re.compile(r"E-[A-Z0-9]+(-[A-Z0-9]+)*")


class _Handler(RotatingFileHandler):
    """Writes lines and nothing that logging would add of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the time and the line; an exception beside it is left out."""
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        return f"{at} {record.msg}"

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Go on without the log.

        A full or read-only disk is told of by whatever loses work by it. The log alone may fall
        silent: that it cannot write is nothing anybody waits for.
        """


class _Log:
    """The one log of this process, opened when there is something to write."""

    def __init__(self) -> None:
        self._logger = logging.Logger("gainboard")
        self._folder: Path | None = None
        self._lock = threading.RLock()

    def write(self, line: str) -> None:
        """Write a line, which no caller outside this module puts together."""
        with self._lock:
            if self._folder != folder():
                self._open()
            self._logger.info(line)

    def close(self) -> None:
        """Close the file; the next line opens it again."""
        with self._lock:
            self._folder = None
            for handler in list(self._logger.handlers):
                self._logger.removeHandler(handler)
                handler.close()

    def _open(self) -> None:
        self.close()
        self._folder = folder()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:  # no folder, no log; see handleError
            self._logger.addHandler(logging.NullHandler())
            return
        path, kept = self._folder / NAME, FILES - 1
        self._logger.addHandler(
            _Handler(path, maxBytes=SIZE, backupCount=kept, encoding="utf-8", delay=True)
        )


_log = _Log()


def folder() -> Path:
    """Return the folder of the log; it may not exist yet."""
    return data_dir() / "logs"


def close() -> None:
    """Close the log until something is noted again."""
    _log.close()


def note(refusal: GainboardError) -> None:
    """Note that something was refused, by its id."""
    _log.write(f"refused {refusal.id if _ID.fullmatch(refusal.id) else '?'}")


def note_entry(number: int) -> None:
    """Note that an entry of the journal was written."""
    _log.write(f"entry {int(number)}")


def note_start(**versions_of: str) -> None:
    """Note that the program started, and in what versions."""
    _log.write(f"start {versions(**versions_of)}")


def note_end() -> None:
    """Note that the program ended as it should."""
    _log.write("end")


def note_qt(severity: str, category: str) -> None:
    """Note that Qt warned of something, by how grave and what it is about."""
    _log.write(f"qt {checked(severity)} {checked(category)}")


def note_fault(fault: BaseException, times: int = 1) -> None:
    """Note a fault of the program by its kind and places, or how often it has come by now."""
    if times > 1:
        _log.write(f"fault E-BUG, {int(times)} times: {kind_of(fault)} at {place_of(fault)}")
    else:
        _log.write("\n".join(["fault E-BUG", *told(fault)]))


def note_trace(lines: list[str]) -> None:
    """Note where an earlier run broke off, as its fault handler wrote it."""
    _log.write("\n".join(["broken off", *safe_trace(lines)]))


def newest(**versions_of: str) -> str:
    """Return the versions and the newest of the log, for whoever looks after the program."""
    try:
        lines = (folder() / NAME).read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = ["There is no log."]
    return "\n".join([versions(**versions_of), "", *lines[-NEWEST:]])
