"""Work stopped dead at each of its steps on the disk, one after another.

A child is forked for each step and ends itself, with nothing cleaned up, as a killed program does,
just before its Nth opening, renaming or removing of a file.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"})
STOPPED = 9


def stopped_at_each_step(work: Callable[[], object], within: Path) -> Iterator[int]:
    """Do the work again and again, ended before its first, second … step, until it comes through.

    Only steps on files inside `within` count; between two the caller looks at what is there.
    """
    step = 1
    while _ends_early(work, within, step):
        yield step
        step += 1


def _ends_early(work: Callable[[], object], within: Path, step: int) -> bool:
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(_Stopper(within, step))
            work()
        except BaseException:  # noqa: BLE001 - a child must never go on into its parent's work
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, STOPPED):
        raise RuntimeError(f"the work failed at step {step}")
    return code == STOPPED


class _Stopper:
    def __init__(self, within: Path, step: int) -> None:
        self._within = str(within)
        self._left = step

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event not in STEPS or self._within not in str(args[:1]):
            return
        self._left -= 1
        if self._left == 0:
            os._exit(STOPPED)
