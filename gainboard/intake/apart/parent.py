"""Work on what is not trusted, done in a child process that is ended when it takes too much."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

from gainboard.errors import GainboardError
from gainboard.intake.apart.child import OUT_OF_MEMORY
from gainboard.intake.apart.limits import SECONDS

ARGUMENT = "--read-apart"
LONGEST_LINE = 64 * 1024 * 1024
MOST = 256 * 1024 * 1024
_GRACE = 2.0


class Reading:
    """One reading, as whoever waits for it sees it; to be used once."""

    def __init__(
        self, told: Callable[[int, int], None] | None = None, seconds: float = SECONDS
    ) -> None:
        self.told = told
        self.seconds = seconds
        self.ended_by = ""
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def stop(self, why: str = "stopped") -> None:
        """End the reading at once, from any thread; one not begun yet will not begin."""
        with self._lock:
            self.ended_by = self.ended_by or why
            if self._child is not None:
                _kill(self._child)

    def begun(self, child: subprocess.Popen[bytes]) -> None:
        """Take the child that reads."""
        with self._lock:
            self._child = child
            if self.ended_by:
                _kill(child)

    def ended(self) -> None:
        """Let the child go, and end it where it has not ended by itself."""
        with self._lock:
            child, self._child = self._child, None
            if child is not None:
                _kill(child)
        if child is not None:
            child.wait()  # not under the lock: a window that stops it must not wait as well


def apart(
    work: str, payload: dict[str, Any], *, name: str, reading: Reading | None = None
) -> list[Any]:
    """Have a work of `works.py` done in a child process, and return the parts of its result.

    `name` is what the sentences call it. Raises what the work refuses, and E-UNREADABLE,
    E-TOO-LONG or E-TOO-BIG where the child crashes or takes too much.
    """
    reading = reading or Reading()
    child = _started()
    clock = threading.Timer(reading.seconds, reading.stop, ("clock",))
    clock.daemon = True
    clock.start()
    try:
        reading.begun(child)
        _ask(child, {"work": work, "payload": payload})
        assert child.stdout is not None
        parts, last = _answers(child.stdout, reading, name)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(_GRACE)  # for its own end to be known, before it is ended
    finally:
        clock.cancel()
        reading.ended()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # words that it did not wait for
                    pipe.close()
    if last.get("done"):
        return parts
    raise _refusal(last, child.returncode, reading, name)


def _started() -> subprocess.Popen[bytes]:
    if getattr(sys, "frozen", False):
        line = [sys.executable, ARGUMENT]
    else:
        # -P: nothing is imported from the folder the user happens to be in.
        line = [sys.executable, "-P", "-m", "gainboard.intake.apart.child"]
    try:
        return subprocess.Popen(
            line,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fault:
        raise GainboardError(
            "E-NOT-STARTED",
            "The part of the program that reads documents could not be started"
            f" ({fault.strerror or 'no reason was given'}); nothing was changed. Try again.",
        ) from None


def _ask(child: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n")
        child.stdin.flush()
    except OSError:
        # It has ended already: its silence is told of when its answer is read.
        return


def _answers(pipe: IO[bytes], reading: Reading, name: str) -> tuple[list[Any], dict[str, Any]]:
    """Return the parts and the last line of a child; the last is empty where it fell silent."""
    parts: list[Any] = []
    taken = 0
    while line := pipe.readline(LONGEST_LINE + 1):
        taken += len(line)
        if len(line) > LONGEST_LINE or taken > MOST:
            raise _too_big(name)
        answer = _answer(line)
        if "part" in answer:
            parts.append(answer["part"])
        elif "read" in answer:
            if reading.told is not None:
                reading.told(int(answer["read"]), int(answer["of"]))
        else:
            return parts, answer
    return parts, {}


def _answer(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError:  # cut off: the child was ended while it wrote
        return {}
    return answer if isinstance(answer, dict) else {}


def _refusal(last: dict[str, Any], code: int, reading: Reading, name: str) -> GainboardError:
    if "refused" in last:
        return GainboardError(str(last["refused"]), str(last["says"]))
    if reading.ended_by == "clock" or -code == getattr(signal, "SIGXCPU", None):
        return GainboardError(
            "E-TOO-LONG",
            f"“{name}” took more than {reading.seconds:g} seconds to read and was given up; "
            "nothing was changed. Save it as plain text (.txt), or split it, and take that in.",
        )
    if reading.ended_by:
        return GainboardError("E-STOPPED", f"Reading “{name}” was stopped; nothing was changed.")
    if last.get("broke") == OUT_OF_MEMORY:
        return _too_big(name)
    why = str(last["broke"]) if "broke" in last else _end(code)
    return unreadable(name, f"its reader failed: {why}")


def unreadable(name: str, why: str) -> GainboardError:
    """Return the refusal of a document that broke its reader."""
    return GainboardError(
        "E-UNREADABLE",
        f"“{name}” could not be read safely ({why}); nothing was changed. "
        "Save it as .docx or .txt in the program it belongs to, and take that in.",
    )


def _too_big(name: str) -> GainboardError:
    return GainboardError(
        "E-TOO-BIG",
        f"“{name}” holds more than can be read within 1 GB of memory; nothing was changed. "
        "Split it, or save it as plain text (.txt), and take that in.",
    )


def _end(code: int) -> str:
    names = {each.value: each.name for each in signal.Signals}
    return names.get(-code, f"end {code}")


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End a child and whatever it may have started."""
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)
