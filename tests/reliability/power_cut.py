"""Cut the power at every step of a recorded run, in every way, and open what is left.

    python -m tests.reliability.power_cut [--operations 50] [--torn 6]

At each step the disk is left with nothing of what was unsynced, with its data only, with its
names only, with all of it, and with parts of it by chance. Two controls run the same script with
settings known to be unsafe: that they lose shows that the cuts are real.
"""

import hashlib
import multiprocessing
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tests.reliability import power_scenes as scenes
from tests.reliability.disk import Disk, State
from tests.reliability.power_scenes import Scene
from tests.reliability.recording import MISSING, Recording, can_trace, record
from tests.reliability.steps import Ack

DELETE = '"locking_mode = NORMAL", "journal_mode = DELETE", "synchronous = FULL"'
NO_SYNC = '"synchronous = OFF"'
_MEMORY = Path("/dev/shm")
_WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one scene: how many steps and states, and the faults by kind."""

    scene: Scene
    steps: int
    acks: int
    states: int
    faults: Counter[str]
    examples: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Tell whether the scene ended as it must: nothing lost, or for a control something."""
        return bool(self.faults) is self.scene.loses


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """One state after a cut, with what had been promised."""

    step: int
    how: str
    state: State
    ack: Ack | None
    done: bool


def cut(scene: Scene, torn: int, seed: int = 1, every: int = 1) -> Result:
    """Record a scene and ask every state; `every` cuts only at each so many of its steps."""
    place = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as scratch:
        folder = Path(scratch) / "disk"
        words = scene.prepare(folder)
        before = Path(scratch) / "before"
        shutil.copytree(folder, before, symlinks=True)
        recording = record(words, folder, scene.program)
        if recording.code != 0:
            raise RuntimeError(f"{scene.name} ended with {recording.code}: {recording.err}")
        shutil.rmtree(folder)
        shutil.copytree(before, folder)
        tasks = [(scene.name, folder, recording, torn, seed, nth, every) for nth in range(_WORKERS)]
        _SCENES[scene.name] = scene
        with multiprocessing.get_context("fork").Pool(_WORKERS) as pool:
            found = pool.starmap(_ask_share, tasks)
    return _sum(scene, recording, found)


_SCENES: dict[str, Scene] = {}
_Found = tuple[int, list[tuple[str, str]]]


def _ask_share(
    name: str, folder: Path, recording: Recording, torn: int, seed: int, share: int, every: int
) -> _Found:
    """Ask one worker's share of the states; each worker follows the whole recording."""
    scene, scratch = _SCENES[name], folder.parent / f"state {share}" / "disk"
    faults, asked = [], 0
    for nth, one in enumerate(_distinct(_cuts(folder, recording, torn, seed, every))):
        if nth % _WORKERS != share:
            continue
        _lay_out(one.state, scratch)
        asked += 1
        wrong = scene.ask(scratch, one.ack, one.done)
        if wrong:
            faults.append((wrong, f"after step {one.step} ({one.how}): {wrong}"))
    return asked, faults


def _cuts(folder: Path, recording: Recording, torn: int, seed: int, every: int) -> Iterator[_Cut]:
    disk, dice = Disk(folder), random.Random(seed)
    for nth, step in enumerate(recording.steps, 1):
        disk.follow(step)
        ack = disk.acks[-1] if disk.acks else None
        done = nth == len(recording.steps)
        if nth % every and not done:
            continue
        for how, state in disk.states(torn, dice):
            yield _Cut(step=nth, how=how, state=state, ack=ack, done=done)


def _distinct(cuts: Iterator[_Cut]) -> Iterator[_Cut]:
    """Leave out a state that was there before with the same promise."""
    seen = set()
    for one in cuts:
        digest = hashlib.blake2b(repr((one.ack, one.done)).encode())
        for path, content in sorted(one.state.items()):
            digest.update(path.encode() + b"\0" + (content or b"\0folder"))
        if digest.digest() not in seen:
            seen.add(digest.digest())
            yield one


def _lay_out(state: State, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, content in sorted(state.items()):
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def _sum(scene: Scene, recording: Recording, found: list[_Found]) -> Result:
    faults = [fault for _, share in found for fault in share]
    return Result(
        scene=scene,
        steps=len(recording.steps),
        acks=sum(isinstance(step, Ack) for step in recording.steps),
        states=sum(asked for asked, _ in found),
        faults=Counter(kind.partition(":")[0] for kind, _ in faults),
        examples=tuple(told for _, told in faults[:4]),
    )


def every_scene(count: int) -> tuple[Scene, ...]:
    """Return all scenes, the controls last."""
    return (
        scenes.scripted(count),
        scenes.WITH_FILES,
        scenes.NEW,
        scenes.MIGRATION,
        scenes.BACKUP,
        scenes.BACKUP_OUT,
        scenes.RESTORE,
        scenes.RESTORE_OVER_HURT,
        scenes.RESTORE_OVER_HOT,
        scenes.RESTORE_ALL_GONE,
        scenes.scripted(count, "control: DELETE, FULL", pragmas=DELETE),
        scenes.scripted(count, "control: sync off", pragmas=NO_SYNC),
    )


@click.command()
@click.option("--operations", "count", default=50, help="Operations in the script.")
@click.option("--torn", default=6, help="States by chance at each step.")
@click.option("--only", default="", help="Only the scenes whose name holds this.")
def main(count: int, torn: int, only: str) -> None:
    """Print a table of states and losses; exit 1 if one was lost, or a control lost none."""
    if not can_trace():
        raise click.ClickException(MISSING)
    click.echo(
        f"{'scene':24}{'steps':>7}{'acks':>6}{'states':>8}{'lost':>6}{'unread.':>8}{'other':>6}"
    )
    right = True
    for scene in every_scene(count):
        if only in scene.name:
            right &= _show(cut(scene, torn))
    sys.exit(not right)


def _show(one: Result) -> bool:
    lost, unreadable = one.faults["lost"], one.faults["unreadable"]
    click.echo(
        f"{one.scene.name:24}{one.steps:7}{one.acks:6}{one.states:8}{lost:6}{unreadable:8}"
        f"{one.faults.total() - lost - unreadable:6}  {'right' if one.right else 'WRONG'}"
    )
    for told in () if one.right else one.examples:
        click.echo(f"    {told}")
    return one.right


if __name__ == "__main__":
    main()
