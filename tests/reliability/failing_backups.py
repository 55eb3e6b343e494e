"""Let the Nth call of a backup, a restore or a migration fail, for every N, once and for good.

    python -m tests.reliability.failing_backups

Whatever fails: no traceback, the cause named, no bad backup, the register the old or the new one
and sound, and the same command done again works.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click

from tests.reliability import power_scenes as scenes
from tests.reliability.commands import Told, run
from tests.reliability.failing import crash
from tests.reliability.faulty import Fault, calls_of, faults_of, run_faulty
from tests.reliability.power_scenes import NAME, Scene
from tests.reliability.recording import MISSING, can_trace

# Temporary names are made by chance, so calls are not told apart by path: none is made elsewhere.
CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "mkdir", "unlink", "sendfile")
_CAUSES = ("E-DISK-FULL", "E-DEVICE", "E-READ-ONLY", "E-BACKUP-DAMAGED")
SCENES = (
    scenes.BACKUP,
    scenes.BACKUP_OUT,
    scenes.RESTORE,
    scenes.RESTORE_ALL_GONE,
    scenes.MIGRATION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one faulty run ended, and what is wrong with that."""

    fault: Fault
    code: int
    wrong: str


def suffer_all(scene: Scene, scratch: Path, every: int = 1) -> list[Outcome]:
    """Prepare a scene once, learn its calls, and let each of them fail on a fresh copy."""
    words = scene.prepare(scratch / "disk")
    shutil.copytree(scratch / "disk", scratch / "model")
    calls = calls_of(words, [], CALLS, scratch / "calls.trace")
    faults = [
        fault
        for error in ("ENOSPC", "EIO")
        for lasting in (False, True)
        for fault in faults_of(calls, CALLS, error, lasting)
    ]

    def suffer(fault: Fault) -> Outcome:
        return _suffer(scene, words, fault, scratch)

    with ThreadPoolExecutor(2) as pool:
        return [*pool.map(suffer, faults[::every])]


def _suffer(scene: Scene, words: list[object], fault: Fault, scratch: Path) -> Outcome:
    place = scratch / f"{fault.error}-{fault.nth}-{fault.lasting}"
    folder = place / "disk"
    shutil.copytree(scratch / "model", folder)
    moved = [_moved(word, scratch / "disk", folder) for word in words]
    told, _ = run_faulty(moved, [], fault, place / "faulty.trace")
    wrong = (
        crash(told)
        or _manners(told)
        or scene.ask(folder, None, told.code == 0)
        or _again(moved, lambda: scene.ask(folder, None, True))
    )
    shutil.rmtree(place)
    return Outcome(fault=fault, code=told.code, wrong=wrong)


def _moved(word: object, old: Path, new: Path) -> object:
    return Path(str(word).replace(str(old), str(new))) if isinstance(word, Path) else word


def _manners(told: Told) -> str:
    if told.code == 0:
        return ""
    if told.code not in (1, 3):
        return f"exit {told.code}"
    named = any(f"({one})" in told.err for one in _CAUSES)
    return "" if named else f"names no cause: {told.err[-300:]}"


def _again(words: list[object], ask: Callable[[], str]) -> str:
    told = run(*words)
    return ask() if told.code == 0 else f"done again: exit {told.code} {told.err[-300:]}"


@click.command()
@click.option("--only", default="", help="Only the scenes whose name holds this.")
@click.option("--every", default=1, help="Only each so many of the faults.")
def main(only: str, every: int) -> None:
    """Print what came of each; exit 1 if one was not borne well."""
    if not can_trace():
        raise click.ClickException(MISSING)
    wrong = False
    for scene in (one for one in SCENES if only in one.name):
        with tempfile.TemporaryDirectory() as scratch:
            (Path(scratch) / NAME).mkdir()
            outcomes = suffer_all(scene, Path(scratch) / NAME, every)
        bad = [one for one in outcomes if one.wrong]
        wrong |= bool(bad)
        ended = sum(one.code == 0 for one in outcomes)
        click.echo(
            f"{scene.name:20}{len(outcomes):5} faulty runs, {ended:4} ended well all the same, "
            f"{len(bad)} wrong"
        )
        for one in bad[:12]:
            click.echo(f"    {one.fault}: {one.wrong}")
    sys.exit(wrong)


if __name__ == "__main__":
    main()
