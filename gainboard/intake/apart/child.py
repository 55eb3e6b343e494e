"""The process that reads what comes in: without a window, without a register, bounded.

It takes one request, a line of JSON on standard input, and answers in lines of JSON on standard
output: `{"read", "of"}` of the way, `{"part"}` of the result, and last `{"done"}`,
`{"refused", "says"}` or `{"broke"}`.
"""

import gc
import json
import os
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from gainboard.errors import GainboardError
from gainboard.intake.apart.limits import bind, end_with_asker
from gainboard.intake.apart.progress import told_to

OUT_OF_MEMORY = "memory"
_MOMENT = 0.05
_SELDOM = 100_000  # things made, before it is looked for those that nothing needs any more


def main() -> None:
    """Do the one piece of work that is asked for, and leave the process."""
    bind()
    gc.set_threshold(_SELDOM)  # it makes much, lets little go and ends soon
    answers = _own_output()
    try:
        answers.write(_line(_work(answers)))
        answers.flush()
    finally:
        # At once: taking down what a hostile document has built may crash, or take long.
        os._exit(0)


def _work(answers: BinaryIO) -> dict[str, Any]:
    """Send the parts of the result, and return the last line."""
    try:
        from gainboard.intake.apart.works import WORKS

        with os.fdopen(0, "rb", closefd=False) as asked:
            request = json.loads(asked.readline())
        end_with_asker(0)
        with told_to(_Teller(answers)):
            for part in WORKS[request["work"]](request["payload"]):
                answers.write(_line({"part": part}))
    except GainboardError as refusal:
        return {"refused": refusal.id, "says": refusal.says}
    except MemoryError:
        return {"broke": OUT_OF_MEMORY}
    except BaseException as fault:  # noqa: BLE001 - libraries fail in ways of their own, Rust's too
        return {"broke": _place(fault)}
    return {"done": True}


class _Teller:
    """Tells how far it has come, no more often than an eye can follow."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._last = 0.0

    def __call__(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last >= _MOMENT:
            self._last = now
            self._answers.write(_line({"read": done, "of": of}))
            self._answers.flush()


def _own_output() -> BinaryIO:
    """Return standard output, which no library can write to from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def _place(fault: BaseException) -> str:
    """Return the kind of a fault and its place in the program, and nothing it says."""
    kind = type(fault).__name__
    places = [
        f"{Path(frame.filename).name} {frame.lineno}"
        for frame in traceback.extract_tb(fault.__traceback__, limit=-40)
        if f"{os.sep}gainboard{os.sep}" in frame.filename
    ]
    return f"{kind}, {places[-1]}" if places else kind


if __name__ == "__main__":
    main()
