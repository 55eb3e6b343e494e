"""Kill backups, restores and migrations at random moments: old or new, sound, never between.

python -m tests.reliability.interrupted [--kills 200]
"""

import gzip
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from gainboard.services.registers import check_register
from tests.reliability.commands import entries, run, run_here, write_script
from tests.reliability.file_states import OLD
from tests.reliability.kept_backups import backups_of, bad_backups
from tests.reliability.killing import kill_command
from tests.reliability.material import a_sitting, operations

Round = Callable[[], list[object]]
"""Prepares one round and returns the words of the command to kill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """How often a command was killed, how often it was quicker, and what was wrong after."""

    command: str
    killed: int
    ended: int
    wrong: tuple[str, ...]


def interrupt(
    command: str, begin: Round, ask: Callable[[], str], kills: int, seed: int = 1
) -> Interrupted:
    """Kill a command so often, at moments spread over the time it takes, and ask each time."""
    dice, killed, ended, wrong = random.Random(seed), 0, 0, []
    lasts = _duration(begin)
    while killed < kills and ended < 3 * kills + 10:
        words = begin()
        code, err = kill_command(words, lasts * dice.uniform(0.2, 1.0))
        killed, ended = killed + (code < 0), ended + (code >= 0)
        if err or code not in (0, -9):
            wrong.append(f"ended with {code}: {err[-300:]}")
        told = ask()
        if told:
            wrong.append(told)
    return Interrupted(command=command, killed=killed, ended=ended, wrong=tuple(wrong))


def backups(scratch: Path, kills: int) -> Interrupted:
    """Kill backups of a register that is changed between them."""
    path = a_sitting(scratch / "backup")
    assert run_here("backup", path).code == 0
    first = backups_of(path)
    script = write_script(path.parent / "one.jsonl", operations(1, 1))

    def begin() -> list[object]:
        assert run_here("script", path, script).code == 0
        return ["backup", path]

    def ask() -> str:
        lost = "" if set(first) <= set(backups_of(path)) else "lost: the first backup"
        return lost or bad_backups(path) or unsound(path)

    found = interrupt("backup", begin, ask, kills)
    left = [] if run("backup", path).code == 0 else ["no backup could be made at the end"]
    left += [f"left over: {one.name}" for one in path.parent.glob("*-backups/*.part*")]
    return _with(found, *left)


def restores(scratch: Path, kills: int) -> Interrupted:
    """Kill restores of one backup over a register that has gone on since."""
    path = a_sitting(scratch / "restore")
    assert run_here("backup", path).code == 0
    [backup] = backups_of(path)
    restored = max(entries(path))
    script = write_script(path.parent / "two.jsonl", operations(2, 1))
    heads = {restored}

    def begin() -> list[object]:
        assert run_here("script", path, script).code == 0
        heads.add(max(entries(path)))
        return ["restore", backup, path]

    def ask() -> str:
        wrong = unsound(path)
        head = 0 if wrong else max(entries(path))
        for aside in path.parent.glob("*-replaced"):
            shutil.rmtree(aside)
        return wrong or ("" if head in heads else f"neither old nor restored: entry {head}")

    found = interrupt("restore", begin, ask, kills)
    last = run("restore", backup, path)
    ended = last.code == 0 and max(entries(path)) == restored
    return _with(found, *([] if ended else [f"no restore at the end: {last.err}"]))


def migrations(scratch: Path, kills: int) -> Interrupted:
    """Kill the opening of a register of the first schema."""
    path = scratch / "migration" / "old.gainboard"
    old = gzip.decompress(OLD.read_bytes())
    path.parent.mkdir()
    path.write_bytes(old)
    held = entries(path)
    nothing = write_script(scratch / "nothing.jsonl", [])

    def begin() -> list[object]:
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        path.write_bytes(old)
        return ["script", path, nothing]

    def ask() -> str:
        wrong = bad_backups(path) or unsound(path)
        return wrong or ("" if held.items() <= entries(path).items() else "lost: old entries")

    return interrupt("migration", begin, ask, kills)


def unsound(path: Path) -> str:
    """Open a register as a user would next, have it checked, and say what is wrong with it."""
    if run_here("script", path, write_script(path.parent / "none.jsonl", [])).code != 0:
        return "the register does not open"
    faults = check_register(path).faults
    return f"unsound: {faults[0]}" if faults else ""


def _duration(begin: Round) -> float:
    words, before = begin(), time.monotonic()
    run(*words)
    return time.monotonic() - before


def _with(found: Interrupted, *wrong: str) -> Interrupted:
    return Interrupted(
        command=found.command,
        killed=found.killed,
        ended=found.ended,
        wrong=(*found.wrong, *wrong),
    )


@click.command()
@click.option("--kills", default=200, help="How often each command is killed.")
def main(kills: int) -> None:
    """Print what came of the kills; exit 1 if anything was hurt."""
    with tempfile.TemporaryDirectory() as scratch:
        found = [ask(Path(scratch), kills) for ask in (backups, restores, migrations)]
    for one in found:
        click.echo(
            f"{one.command:10} killed {one.killed:4} times, ended before {one.ended:3}, "
            f"{len(one.wrong)} faults"
        )
        for told in one.wrong[:8]:
            click.echo(f"    {told}")
    sys.exit(any(one.wrong for one in found))


if __name__ == "__main__":
    main()
