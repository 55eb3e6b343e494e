"""Real disks that are full, read-only or gone: the cause is named, the words kept, retry works.

python -m tests.reliability.full_disk
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from gainboard.errors import GainboardError
from gainboard.services.meetings import discuss
from gainboard.store.register import Register, open_register
from tests.reliability.commands import Told, acknowledged, lost, run, run_here, write_script
from tests.reliability.footprint import differences, footprint
from tests.reliability.kept_backups import backups_of, bad_backups
from tests.reliability.material import a_sitting, operations
from tests.reliability.small_disk import NO_DISK, can_mount, fill, read_only, small_disk
from tests.reliability.states import NO_RIGHTS

_ROOM = 1500
_LITTLE = 24 * 1024


def script_on_a_full_disk(scratch: Path) -> str:
    """Acknowledged stays, the rest is refused by its cause, and goes on once there is room."""
    with small_disk(scratch / "disk", _ROOM) as disk:
        path = a_sitting(disk)
        script = write_script(scratch / "script.jsonl", operations(60, 2))
        filler = fill(disk, _LITTLE)
        told = run("script", path, script, "--ack", 1)
        filler.unlink()
        again = run("script", path, script, "--ack", 1)
        acks = acknowledged(_acks(told)) + acknowledged(_acks(again))
        return (
            _refusal(told, "E-DISK-FULL")
            or ("" if again.code == 0 and "refused" not in again.out else f"again: {again.err}")
            or (f"lost: {lost(path, acks)}" if lost(path, acks) else "")
            or _checked(path)
        )


def window_keeps_open(scratch: Path) -> str:
    """In one run: refused while the disk is full, saved when it is not, from the same opening."""
    with small_disk(scratch / "disk", _ROOM) as disk:
        path = a_sitting(disk)
        with open_register(path) as register:
            filler = fill(disk, 0)
            refused = _refused(register, "word " * 3000)
            filler.unlink()
            saved = _refused(register, "word " * 3000)
        if refused != "E-DISK-FULL" or saved:
            return f"full: {refused or 'saved'}; then: {saved or 'saved'}"
        return _checked(path)


def backup_on_a_full_disk(scratch: Path) -> str:
    """Refused, no bad backup, the register as it was."""
    with small_disk(scratch / "disk", _ROOM) as disk:
        path = a_sitting(disk)
        first = run("backup", path)
        filler = fill(disk, _LITTLE)
        told, kept = run("backup", path), backups_of(path)
        filler.unlink()
        if first.code != 0 or len(kept) != 1 or bad_backups(path):
            return f"{first.err} {len(kept)} backups, {bad_backups(path)}"
        left = [one.name for one in path.parent.rglob("*.part*")]
        return _refusal(told, "E-DISK-FULL") or _checked(path) or (f"left {left}" if left else "")


def restore_on_a_full_disk(scratch: Path) -> str:
    """Refused, and no byte of the register changed; then done."""
    with small_disk(scratch / "disk", 4 * _ROOM) as disk:
        path = a_sitting(disk)
        run("backup", path)
        [backup] = backups_of(path)
        filler, before = fill(disk, _LITTLE), path.read_bytes()
        told = run("restore", backup, path)
        same = path.read_bytes() == before
        filler.unlink()
        again = run("restore", backup, path)
        wrong = _refusal(told, "E-DISK-FULL") or ("" if same else "the register was changed")
        return wrong or (again.err if again.code else "") or _checked(path)


def disk_read_only(scratch: Path) -> str:
    """Writing is refused by its cause; nothing is changed."""
    with small_disk(scratch / "disk", _ROOM) as disk:
        path = a_sitting(disk)
        script = write_script(scratch / "script.jsonl", operations(2, 2))
        before = footprint(disk)
        with read_only(disk):
            told = run("script", path, script, "--ack", 1)
        changed = differences(before, footprint(disk))
        return _refusal(told, "E-READ-ONLY", "E-NO-PERMISSION") or ", ".join(changed)


def folder_read_only(scratch: Path) -> str:
    """A user without the right to write in the folder is told so; nothing is changed."""
    path = a_sitting(scratch / "folder")
    script = write_script(scratch / "script.jsonl", operations(2, 2))
    path.parent.chmod(0o555)
    before = footprint(path.parent)
    told = run("script", path, script, before=NO_RIGHTS if os.getuid() == 0 else ())
    changed = differences(before, footprint(path.parent))
    path.parent.chmod(0o755)
    return _refusal(told, "E-READ-ONLY", "E-NO-PERMISSION") or ", ".join(changed)


def file_removed(scratch: Path) -> str:
    """Nothing is called saved in a file that was taken away."""
    return _while_open(scratch, lambda path: path.unlink())


def file_replaced(scratch: Path) -> str:
    """Nothing is called saved in a file that another took the place of."""

    def replace(path: Path) -> None:
        other = Path(shutil.copyfile(path, path.with_name("other")))
        other.replace(path)

    return _while_open(scratch, replace)


def folder_moved(scratch: Path) -> str:
    """Nothing is called saved where the folder is no longer there."""
    return _while_open(scratch, lambda path: path.parent.rename(scratch / "elsewhere"))


def _while_open(scratch: Path, happen: Callable[[Path], object]) -> str:
    path = a_sitting(scratch / "folder")
    with open_register(path) as register:
        happen(path)
        refused = _refused(register, "words")
    return "" if refused == "E-FILE-GONE" else f"says {refused or 'saved'}"


def _refused(register: Register, words: str) -> str:
    try:
        discuss(register, words)
    except GainboardError as fault:
        return fault.id
    return ""


def _acks(told: Told) -> str:
    return "".join(line for line in told.out.splitlines(keepends=True) if '"hash"' in line)


def _refusal(told: Told, *ids: str) -> str:
    """Say what is wrong with a refusal: its code, its cause, its words."""
    if told.crashed:
        return f"crashed with {told.code}: {told.err[-300:]}"
    named = [one for one in ids if one in told.out + told.err]
    if told.code != 1 or not named:
        return f"exit {told.code}, said {told.out[-200:]} {told.err[-200:]}"
    return "" if f"({named[0]})" in told.err else f"not on standard error: {told.err[-200:]}"


def _checked(path: Path) -> str:
    told = run_here("check", path)
    return "" if told.code == 0 else f"check: {told.out} {told.err}"


ON_A_SMALL_DISK = (
    script_on_a_full_disk,
    window_keeps_open,
    backup_on_a_full_disk,
    restore_on_a_full_disk,
    disk_read_only,
)
ANYWHERE = (folder_read_only, file_removed, file_replaced, folder_moved)


@click.command()
def main() -> None:
    """Print what came of each; exit 1 if one was not borne well."""
    wrong = False
    with tempfile.TemporaryDirectory() as scratch:
        scenes = [*ANYWHERE, *(ON_A_SMALL_DISK if can_mount(Path(scratch)) else ())]
        for scene in scenes:
            place = Path(scratch) / scene.__name__
            place.mkdir()
            said = scene(place)
            wrong |= bool(said)
            click.echo(f"{scene.__name__.replace('_', ' '):26} {said or 'right'}")
    if len(scenes) == len(ANYWHERE):
        click.echo(NO_DISK)
    sys.exit(wrong)


if __name__ == "__main__":
    main()
