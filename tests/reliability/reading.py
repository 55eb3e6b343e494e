"""One file from outside, read as the program reads it, and what is to be said of that."""

import re
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gainboard.errors import GainboardError
from gainboard.intake.apart.limits import SECONDS
from gainboard.intake.apart.parent import apart
from tests.reliability.commands import Told, run

PATIENCE = SECONDS + 15
TRACKERS = (".xlsx", ".ods", ".csv")
_SENTENCE = re.compile(r"[^\n]{10,600} \(E-[A-Z-]+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How the reading of one file ended: `id` is empty where it was read."""

    what: str
    path: Path
    id: str
    says: str
    seconds: float
    wrong: str = ""

    @property
    def broke(self) -> bool:
        """Tell whether a reader failed instead of refusing; said well, but to be looked into."""
        return "its reader failed" in self.says or self.id == "E-TOO-LONG"


def read_apart(what: str, path: Path, expected: str = "") -> Read:
    """Read a file in a child process, as a report or, by its suffix, as a tracker."""
    asked: dict[str, Any] = {"path": str(path), "published": None, "month_rule": "last_day"}
    work = "tracker" if path.suffix in TRACKERS else "document"
    began = time.monotonic()
    refused = says = wrong = ""
    try:
        apart(work, asked, name=path.name)
    except GainboardError as refusal:
        refused, says = refusal.id, str(refusal)
        wrong = "" if _SENTENCE.fullmatch(says) else "no clear sentence"
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
        wrong = f"{type(fault).__name__} came through"
    seconds = time.monotonic() - began
    wrong = wrong or _late(seconds) or _unlike(expected, refused)
    return Read(what=what, path=path, id=refused, says=says, seconds=seconds, wrong=wrong)


def read_by_command(what: str, path: Path, register: Path) -> Read:
    """Extract a file by the command, and take it in; a refusal has to leave the register alone."""
    began, before = time.monotonic(), register.read_bytes()
    told = run("extract", path.absolute(), patience=PATIENCE)
    seconds = time.monotonic() - began
    wrong = _unclear(told) or _late(seconds)
    if register.read_bytes() != before:
        wrong = wrong or "extract changed the register"
    taken = run("intake", register, path.absolute(), patience=PATIENCE)
    wrong = wrong or _unclear(taken)
    if taken.code and register.read_bytes() != before:
        wrong = wrong or "a refused intake changed the register"
    if not taken.code and run("check", register).code:
        wrong = wrong or "the register is not sound afterwards"
    refused = told.err.rstrip(")\n").rpartition("(")[2] if told.code else ""
    return Read(what=what, path=path, id=refused, says=told.err, seconds=seconds, wrong=wrong)


def table(reads: Iterable[Read]) -> str:
    """Count how the readings ended, in lines."""
    read = list(reads)
    counts = Counter(one.id or "read" for one in read)
    lines = [f"{how:<22}{count:>7}" for how, count in counts.most_common()]
    longest = max(read, key=lambda one: one.seconds, default=None)
    if longest is not None:
        lines.append(f"{'longest':<22}{longest.seconds:>6.1f}s  {longest.what}")
    lines.append(f"{'wrong':<22}{sum(bool(one.wrong) for one in read):>7}")
    return "\n".join(lines)


def _late(seconds: float) -> str:
    return f"took {seconds:.0f} seconds" if seconds > PATIENCE else ""


def _unlike(expected: str, id: str) -> str:
    return f"{id or 'read'} and not {expected}" if expected and id != expected else ""


def _unclear(told: Told) -> str:
    """Say what is wrong with how a command ended; empty where nothing is."""
    if told.crashed or told.code not in (0, 1):
        return f"ended with {told.code}"
    if told.code == 0:
        return "said something beside its answer" if told.err else ""
    return "" if _SENTENCE.fullmatch(told.err.removesuffix("\n")) else "no clear sentence"
