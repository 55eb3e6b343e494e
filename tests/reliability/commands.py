"""The program as an outsider runs it: its commands, what they said, what they acknowledged."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from gainboard.app import desk
from gainboard.cli.main import commands

PROGRAM = (sys.executable, "-m", "gainboard")
ACK = 3
"""The descriptor a script's acknowledgements are written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """Return the JSON document on standard output; an empty one where there is none."""
        try:
            found = json.loads(self.out)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def crashed(self) -> bool:
        """Tell whether the program showed its insides, died, or called it a bug of its own."""
        shown = any(word in self.err + self.out for word in ("Traceback", "E-BUG"))
        return shown or self.code not in (0, 1, 2, 3)


def environment(data: Path | None = None) -> dict[str, str]:
    """Return the environment a command runs in: no screen, no data folder of the user's."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    if data is not None:
        told["GAINBOARD_DATA_DIR"] = str(data)
    return told


def run(*words: object, before: Sequence[str] = (), patience: float = 120) -> Told:
    """Run a command in a process of its own; `before` is put before it, a tracer for one."""
    line = [*before, *PROGRAM, *(str(word) for word in words)]
    done = subprocess.run(
        line, capture_output=True, text=True, timeout=patience, env=environment(), check=False
    )
    return Told(code=done.returncode, out=done.stdout, err=done.stderr)


def run_here(*words: object) -> Told:
    """Run a command inside this process, fifty times as fast; an exception is a crash."""
    done = CliRunner().invoke(commands, [str(word) for word in words], obj=desk())
    bug = done.exception is not None and not isinstance(done.exception, SystemExit)
    said = f"{done.stderr}\nTraceback: {done.exception!r}" if bug else done.stderr
    return Told(code=done.exit_code, out=done.stdout, err=said)


def write_script(path: Path, operations: Iterable[dict[str, Any]]) -> Path:
    """Write a script, one operation a line."""
    path.write_text("".join(json.dumps(one) + "\n" for one in operations), "utf-8")
    return path


def acknowledged(text: str) -> list[tuple[int, str]]:
    """Return number and hash of every whole line of acknowledgements."""
    whole = [line for line in text.splitlines(keepends=True) if line.endswith("\n")]
    return [(told["seq"], told["hash"]) for told in map(json.loads, whole)]


def entries(register: Path) -> dict[int, str]:
    """Return the hash of every entry as SQLite reads it, without the program."""
    connection = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    try:
        return dict(connection.execute("SELECT seq, hash FROM journal_entry").fetchall())
    finally:
        connection.close()


def lost(register: Path, acks: Iterable[tuple[int, str]]) -> list[int]:
    """Return the numbers of acknowledged entries the register does not hold."""
    kept = entries(register)
    return [seq for seq, digest in acks if kept.get(seq) != digest]
