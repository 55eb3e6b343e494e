"""Starting the program, following what it acknowledges, and killing it at a random moment."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.reliability.commands import PROGRAM, acknowledged, environment

PATIENCE = 60.0
"""Seconds a start may take before it is taken to be waiting for an answer."""
DRAFTS = """
import sys
from pathlib import Path
from gainboard.store.register import open_register
with open_register(Path(sys.argv[1])) as register:
    for nth in range(100_000):
        register.drafts.keep("discussion/1", f"words typed {nth} " * (nth % 40 + 1))
        print(nth, flush=True)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What a run had acknowledged when it was killed, and what it said."""

    lines: str
    err: str
    in_mid_run: bool

    @property
    def acks(self) -> list[tuple[int, str]]:
        """Return number and hash of every entry acknowledged."""
        return acknowledged(self.lines)


def kill_script(
    register: Path, script: Path, moment: int, dice: random.Random, window: bool
) -> Killed:
    """Run a script and kill it some time after `moment` acknowledgements."""
    reading, writing = os.pipe()
    words = ["script", str(register), str(script), "--ack", str(writing)]
    line = [*PROGRAM, *words, *(["--window"] if window else [])]
    with os.fdopen(reading, "rb") as acks:
        process = _start(line, pass_fds=(writing,))
        os.close(writing)
        return _follow(process, acks, moment, dice)


def kill_drafts(register: Path, moment: int, dice: random.Random) -> tuple[int, str]:
    """Keep drafts until killed; return the number of the newest acknowledged, and what was said."""
    process = _start([sys.executable, "-c", DRAFTS, str(register)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    killed = _follow(process, process.stdout, moment, dice)
    told = [line for line in killed.lines.splitlines(keepends=True) if line.endswith("\n")]
    return (int(told[-1]) if told else -1), killed.err


def kill_command(words: Sequence[object], after: float) -> tuple[int, str]:
    """Run a command and kill it after so many seconds; return its exit code and what it said."""
    process = _start([*PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
    _, err = process.communicate()
    return process.returncode, err.decode("utf-8", "replace")


def _start(line: Sequence[str], **more: object) -> subprocess.Popen[bytes]:
    told: dict[str, object] = {"stdout": subprocess.DEVNULL, **more}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        line, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(), **told
    )


def _follow(
    process: subprocess.Popen[bytes], acks: IO[bytes], moment: int, dice: random.Random
) -> Killed:
    read = []
    if moment == 0:
        time.sleep(dice.random() * 0.7)
    for _ in range(moment):
        line = acks.readline()
        read.append(line)
        if not line:
            break
    time.sleep(dice.random() * 0.03)
    process.kill()
    read.append(acks.read())
    _, err = process.communicate()
    return Killed(
        lines=b"".join(read).decode("utf-8", "replace"),
        err=err.decode("utf-8", "replace"),
        in_mid_run=process.returncode == -signal.SIGKILL,
    )
