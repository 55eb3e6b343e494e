"""Runs in which one call of the system to the register's folder fails, made so by strace."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reliability.commands import PROGRAM, Told, environment, run

WRITES = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate")
NAMES = ("openat", "unlink", "unlinkat", "rename", "mkdir")
READS = ("read", "pread64")
_CALL = re.compile(r"^\d+\s+(\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The Nth call fails: which it is among its kind, how, and whether all fail from there on."""

    nth: int
    call: str
    before: tuple[tuple[str, int], ...]
    error: str
    lasting: bool

    @property
    def injections(self) -> list[str]:
        """Return strace's words for it: counts go by kind of call."""
        if self.lasting:
            counts = [f"{call}:error={self.error}:when={done + 1}+" for call, done in self.before]
        else:
            done = dict(self.before)[self.call]
            counts = [f"{self.call}:error={self.error}:when={done + 1}"]
        return [word for one in counts for word in ("-e", f"inject={one}")]

    def __str__(self) -> str:
        how = "for good" if self.lasting else "once"
        return f"call {self.nth} ({self.call}) {self.error} {how}"


def calls_of(
    words: Sequence[object], paths: Sequence[Path], kinds: Sequence[str], trace: Path
) -> list[str]:
    """Run a command and return its calls of these kinds to these paths, or to any, in order."""
    line = [*_tracer(trace, paths, kinds), *PROGRAM, *map(str, words)]
    subprocess.run(line, capture_output=True, env=environment(), check=True)
    return _CALL.findall(trace.read_text("utf-8", "replace"))


def faults_of(calls: Sequence[str], kinds: Sequence[str], error: str, lasting: bool) -> list[Fault]:
    """Return a fault for each call."""
    made, done = [], Counter(dict.fromkeys(kinds, 0))
    for nth, call in enumerate(calls, 1):
        before = tuple(done.items())
        made.append(Fault(nth=nth, call=call, before=before, error=error, lasting=lasting))
        done[call] += 1
    return made


def run_faulty(
    words: Sequence[object], paths: Sequence[Path], fault: Fault, trace: Path
) -> tuple[Told, bool]:
    """Run a command with the fault; return also whether it came to it."""
    kinds = [call for call, _ in fault.before]
    told = run(*words, before=[*_tracer(trace, paths, kinds), *fault.injections])
    return told, "INJECTED" in trace.read_text("utf-8", "replace")


def _tracer(trace: Path, paths: Sequence[Path], kinds: Sequence[str]) -> list[str]:
    line = ["strace", "-f", "--seccomp-bpf", "-s", "0", "-o", str(trace)]
    line += ["-e", "trace=" + ",".join(kinds), "-e", "signal=none"]
    return [*line, *(word for path in paths for word in ("-P", str(path)))]


def answers(out: str) -> tuple[list[tuple[int, str]], list[dict[str, Any]]]:
    """Part a script's output into acknowledgements and refusals."""
    told = [json.loads(line) for line in out.splitlines()]
    acks = [(one["seq"], one["hash"]) for one in told if "hash" in one]
    return acks, [one for one in told if "refused" in one]
