"""Triage: what a file is, from reading only."""

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gainboard.store.register import create_register, open_register
from gainboard.store.triage import triage
from tests.builders import a_register
from tests.store.old_registers import schema_1

KILL = """
import os, sys
from pathlib import Path
from gainboard.domain.directory import Person
from gainboard.store.register import create_register, open_register
register = open_register(Path(sys.argv[1]))
if sys.argv[2] == "within":
    register.db.execute("PRAGMA cache_size = 1")
    register.db.execute("BEGIN IMMEDIATE")
    register.journal.recorder.begin(9)
    for n in range(2000):
        register.tables.people.add(Person(name=f"Person {n}"))
os.kill(os.getpid(), 9)
"""
Hurt = Callable[[Path], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    a_register(tmp_path).close()
    return tmp_path / "north.gainboard"


def killed(path: Path, when: str) -> None:
    subprocess.run([sys.executable, "-c", KILL, str(path), when], check=False)


def patch(at: int, value: bytes) -> Hurt:
    def hurt(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(value)

    return hurt


def unmade(path: Path) -> None:
    """Leave a register as it is before its first entry."""
    path.unlink()
    create_register(path).close()
    patch(60, bytes(4))(path)


def prints(folder: Path) -> dict[str, tuple[str, int]]:
    """Return the hash and time of change of every file of a folder."""
    return {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in folder.iterdir()
        if file.is_file()
    }


def test_a_sound_register_is_sound(path: Path) -> None:
    before = prints(path.parent)
    found = triage(path)
    assert (found.state, found.id, found.exit_code) == ("sound", None, 0)
    assert prints(path.parent) == before


@pytest.mark.parametrize(
    ("hurt", "id", "exit_code"),
    [
        (patch(0, b"SQLite format 9"), "E-DAMAGED", 3),
        (patch(0, bytes(4096)), "E-DAMAGED", 3),
        (patch(16, b"\x13\x37"), "E-DAMAGED", 3),
        (patch(68, b"JPEG"), "E-DAMAGED", 3),
        (patch(4096, bytes(4096)), "E-DAMAGED", 3),
        (patch(60, (99).to_bytes(4, "big")), "E-NEWER-REGISTER", 1),
        (unmade, "E-UNFINISHED-REGISTER", 3),
        (lambda path: path.write_bytes(path.read_bytes()[:60]), "E-TRUNCATED", 3),
        (lambda path: path.write_bytes(path.read_bytes()[:8192]), "E-TRUNCATED", 3),
        (lambda path: path.write_bytes(b""), "E-EMPTY", 1),
        (lambda path: path.write_bytes(b"Dear board,\n" * 99), "E-NOT-A-REGISTER", 1),
        (lambda path: path.unlink(), "E-NOT-FOUND", 1),
    ],
)
def test_each_state_has_its_id_and_no_byte_is_changed(
    path: Path, hurt: Hurt, id: str, exit_code: int
) -> None:
    hurt(path)
    before = prints(path.parent)
    found = triage(path)
    assert (found.id, found.exit_code) == (id, exit_code)
    assert found.says.endswith(".")
    assert prints(path.parent) == before


@pytest.mark.parametrize("when", ["within", "between"])
def test_a_register_whose_program_was_killed_is_unfinished(path: Path, when: str) -> None:
    killed(path, when)
    before = prints(path.parent)
    assert (triage(path).id, triage(path).exit_code) == ("E-UNFINISHED", 3)
    assert prints(path.parent) == before


@pytest.mark.parametrize("when", ["within", "between"])
def test_opening_puts_an_unfinished_register_right(path: Path, when: str) -> None:
    killed(path, when)
    with open_register(path) as register:
        assert register.ended_badly
        assert register.tables.people.all() == []
    assert triage(path).state == "sound"
    with open_register(path) as register:
        assert not register.ended_badly


def test_a_register_in_use_is_said_to_be_so(path: Path) -> None:
    with open_register(path, holder="window"):
        found = triage(path)
    assert (found.id, found.state) == ("E-LOCKED", "in use")
    assert "a window of the program" in found.says


def test_an_older_register_is_told(tmp_path: Path) -> None:
    assert triage(schema_1(tmp_path)).id == "E-OLDER-REGISTER"


def test_a_journal_sqlite_left_half_checkpointed_is_unfinished(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA user_version = 2")
        copy = path.with_name("copy.gainboard")
        copy.write_bytes(path.read_bytes())
        path.with_name("copy.gainboard-wal").write_bytes(Path(f"{path}-wal").read_bytes() or b"x")
    assert triage(copy).id == "E-UNFINISHED"


def test_a_register_with_entries_is_never_said_to_be_empty(path: Path) -> None:
    patch(63, b"\0")(path)
    assert triage(path).id == "E-DAMAGED"


def test_a_register_without_one_of_its_tables_is_not_sound(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE setting")
    db.close()
    assert "its table setting was altered" in triage(path).says
