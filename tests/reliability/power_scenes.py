"""What is cut off in mid-work: commands, and what must hold of the disk they leave."""

import gzip
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.store import backup_file
from gainboard.store.check import check
from gainboard.store.register import open_register
from tests.reliability.commands import PROGRAM, entries, run_here, write_script
from tests.reliability.file_states import OLD
from tests.reliability.hurting import edit, leave_hot, shorten
from tests.reliability.kept_backups import backups_of, bad_backups, newest_entry
from tests.reliability.material import a_sitting, operations
from tests.reliability.steps import Ack

_OTHER_PRAGMAS = """
import gainboard.store.register as register
from gainboard.app import main
register._PRAGMAS = (*register._PRAGMAS, {0})
main()
"""
NAME = "north.gainboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One command to record: how its folder is prepared, its words, and what to ask after a cut.

    `ask` gets the folder as the cut left it, the newest acknowledgement before the cut, and
    whether the command had ended well; it returns what is wrong, or nothing.
    """

    name: str
    prepare: Callable[[Path], list[object]]
    ask: Callable[[Path, Ack | None, bool], str]
    program: tuple[str, ...] = PROGRAM
    loses: bool = False


def scripted(count: int, name: str = "script", *, pragmas: str = "") -> Scene:
    """Return a scripted sitting; with other pragmas it is a control, and must lose."""
    driver = (sys.executable, "-c", _OTHER_PRAGMAS.format(pragmas))
    return Scene(
        name=name,
        prepare=lambda folder: _script(folder, count),
        ask=sound,
        program=driver if pragmas else PROGRAM,
        loses=bool(pragmas),
    )


def sound(folder: Path, ack: Ack | None, done: bool) -> str:  # noqa: ARG001
    """Say what is wrong with the register a cut left; open it as the program does."""
    path = folder / NAME
    try:
        with open_register(path) as register:
            found = check(register.db, path)
    except GainboardError as fault:
        return f"unreadable: {fault.id}"
    if found.faults:
        return f"unsound: {found.faults[0]}"
    if ack is not None and entries(path).get(ack.seq) != ack.hash:
        return f"lost: entry {ack.seq}"
    return ""


def _script(folder: Path, count: int) -> list[object]:
    path = a_sitting(folder)
    script = write_script(folder.parent / "script.jsonl", operations(count, 1))
    return ["script", path, script, "--ack", 1]


def _files(folder: Path) -> list[object]:
    """Evidence with files, the same file twice, and a report taken in."""
    path = a_sitting(folder)
    told: list[dict[str, object]] = []
    for nth in range(6):
        file = folder.parent / f"paper {nth % 4}.txt"
        file.write_text(f"Sample {nth % 4}\n" * 700, "utf-8")
        told.append({"do": "evidence", "ref": "CCP25-4", "text": f"{nth}", "file": str(file)})
    return ["script", path, write_script(folder.parent / "script.jsonl", told), "--ack", 1]


def _old(folder: Path) -> list[object]:
    folder.mkdir()
    path = folder / NAME
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    shutil.copyfile(path, folder.parent / "before.gainboard")
    return ["script", path, write_script(folder.parent / "script.jsonl", []), "--ack", 1]


def _migrated(folder: Path, ack: Ack | None, done: bool) -> str:
    """Old or new, and every entry of before in it."""
    wrong = sound(folder, ack, done)
    if wrong:
        return wrong
    before = entries(folder.parents[1] / "before.gainboard")
    now = entries(folder / NAME)
    return "" if before.items() <= now.items() else "lost: entries of the old register"


def _new(folder: Path) -> list[object]:
    folder.mkdir()
    return ["new", folder / NAME, "--force", "Northmoor Police"]


def _founded(folder: Path, ack: Ack | None, done: bool) -> str:
    """Nothing, or a sound register; the register once the command has ended."""
    if not done and not (folder / NAME).exists():
        return ""
    return sound(folder, ack, done)


def _backed_up(folder: Path) -> Path:
    """Make a register with a backup, changed since."""
    path = a_sitting(folder)
    assert run_here("backup", path).code == 0
    later = write_script(folder.parent / "later.jsonl", operations(3, 5))
    assert run_here("script", path, later).code == 0
    shutil.copyfile(path, folder.parent / "before.gainboard")
    return path


def _backup(folder: Path) -> list[object]:
    return ["backup", _backed_up(folder)]


def _backup_made(folder: Path, ack: Ack | None, done: bool) -> str:
    """No bad backup, the old one there, and the new one once the command has ended."""
    path = folder / NAME
    wrong = bad_backups(path)
    if wrong:
        return wrong
    if len(backups_of(path)) < 1 + done:
        return f"lost: a backup of {1 + done}"
    return sound(folder, ack, done)


def _backup_out(folder: Path) -> list[object]:
    """Replace an older single-file backup by a new one."""
    path = _backed_up(folder)
    out = folder / "out.zip"
    assert run_here("backup", path, "--to", out).code == 0
    edit(path, "DELETE FROM draft")
    return ["backup", path, "--to", out]


def _out_made(folder: Path, ack: Ack | None, done: bool) -> str:
    try:
        backup_file.verify(folder / "out.zip")
    except GainboardError as fault:
        return f"bad backup: out.zip: {fault.id}"
    return sound(folder, ack, done)


def _restore(folder: Path) -> list[object]:
    path = _backed_up(folder)
    return ["restore", backups_of(path)[0], path]


def _restore_over_hurt(folder: Path) -> list[object]:
    path = _backed_up(folder)
    shorten(path, path.stat().st_size // 2 + 100)
    shutil.copyfile(path, folder.parent / "before.gainboard")
    return ["restore", backups_of(path)[0], path]


def _restore_over_hot(folder: Path) -> list[object]:
    path = _backed_up(folder)
    leave_hot(path)
    return ["restore", backups_of(path)[0], path]


def _restore_all_gone(folder: Path) -> list[object]:
    """Restore where nothing but the backups is left: no register, none of its attachments."""
    path = _backed_up(folder)
    path.unlink()
    shutil.rmtree(folder / f"{NAME}-attachments")
    return ["restore", backups_of(path)[0], path]


def _restored(folder: Path, ack: Ack | None, done: bool) -> str:
    """Say what is wrong unless FILE is the old register or the restored, the latter once done."""
    path, before = folder / NAME, folder.parents[1] / "before.gainboard"
    if not path.exists():
        return "lost: the register's name"
    if not done and path.read_bytes() == before.read_bytes():
        return bad_backups(path)
    wrong = sound(folder, ack, done) or bad_backups(path)
    if wrong:
        return wrong
    restored = newest_entry(path)
    heads = {restored} if done else {restored, *_head_of(before)}
    return "" if max(entries(path)) in heads else f"lost: the head is {max(entries(path))}"


def _head_of(path: Path) -> set[int]:
    try:
        return {max(entries(path))}
    except sqlite3.Error:
        return set()


BACKUP = Scene(name="backup", prepare=_backup, ask=_backup_made)
BACKUP_OUT = Scene(name="backup --to", prepare=_backup_out, ask=_out_made)
RESTORE = Scene(name="restore", prepare=_restore, ask=_restored)
RESTORE_OVER_HURT = Scene(name="restore over hurt", prepare=_restore_over_hurt, ask=_restored)
RESTORE_OVER_HOT = Scene(name="restore over hot", prepare=_restore_over_hot, ask=_restored)
RESTORE_ALL_GONE = Scene(name="restore, all gone", prepare=_restore_all_gone, ask=_founded)
WITH_FILES = Scene(name="evidence with files", prepare=_files, ask=sound)
MIGRATION = Scene(name="migration", prepare=_old, ask=_migrated)
NEW = Scene(name="new register", prepare=_new, ask=_founded)
