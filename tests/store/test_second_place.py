"""A second place for backups: used where it can be, and never in the way of the first."""

import errno
import os
from pathlib import Path

import pytest

from gainboard.services.evidence import offer
from gainboard.store import rotation
from gainboard.store.backup_file import verify
from gainboard.store.backups import Done, begin, finish
from gainboard.store.register import Register
from tests.builders import StoppedClock, a_year


def backed_up(register: Register, second: Path) -> Done:
    return finish(begin(register.db, register.path, register.clock(), "asked"), second)


def there(second: Path) -> list[str]:
    return sorted(file.name for file in second.rglob("*") if file.is_file())


@pytest.fixture
def second(tmp_path: Path) -> Path:
    folder = tmp_path / "second"
    folder.mkdir()
    return folder


def test_a_backup_is_copied_there_with_its_attachments(tmp_path: Path, second: Path) -> None:
    (tmp_path / "sample.txt").write_text("dip sample")
    with a_year(tmp_path) as register:
        offer(register, "CCP25-1", text="Sample", file=tmp_path / "sample.txt")
        done = backed_up(register, second)
    assert done.second_says == ""
    assert there(second) == sorted([done.backup.path.name, *done.backup.attachments])
    copied = second / "north.gainboard-backups" / done.backup.path.name
    assert verify(copied).sha256 == done.backup.sha256


def test_backups_are_thinned_there_too(tmp_path: Path, second: Path) -> None:
    clock = StoppedClock()
    with a_year(tmp_path, clock=clock) as register:
        for _ in range(3):
            backed_up(register, second)
        clock.forward(days=9)
        done = backed_up(register, second)
    assert len(there(second)) == 2
    assert done.backup.path.name in there(second)


def test_another_registers_files_there_stay(tmp_path: Path, second: Path) -> None:
    clock = StoppedClock()
    (tmp_path / "other").mkdir()
    for folder in (tmp_path / "other", tmp_path):
        with a_year(folder, clock=clock) as register:
            assert backed_up(register, second).second_says == ""
        clock.forward(days=900)
    assert len(there(second)) == 2


@pytest.mark.parametrize("place", ["gone", "letter.txt", "second"])
def test_a_place_that_takes_nothing_is_told_and_the_first_backup_stands(
    tmp_path: Path, second: Path, place: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear board")
    (second / "north.gainboard-backups").write_text("a file where the folder should be")
    with a_year(tmp_path) as register:
        done = backed_up(register, tmp_path / place)
    assert done.second_says.endswith(".")
    assert str(tmp_path / place) in done.second_says
    assert rotation.backups(done.backup.path.parent) == [done.backup]


def test_the_registers_own_folder_is_no_second_place(tmp_path: Path) -> None:
    with a_year(tmp_path) as register:
        done = backed_up(register, tmp_path)
    assert "choose another folder" in done.second_says
    assert len(rotation.backups(done.backup.path.parent)) == 1


@pytest.mark.parametrize("age", [0, 100_000])
def test_only_what_was_left_there_long_ago_is_cleared(
    tmp_path: Path, second: Path, age: int
) -> None:
    left = second / "north.gainboard-backups" / "0123abcd-0123abcd.part"
    left.parent.mkdir()
    left.write_bytes(b"half, perhaps of another computer at work")
    os.utime(left, (left.stat().st_mtime - age,) * 2)
    with a_year(tmp_path) as register:
        backed_up(register, second)
    assert left.exists() == (age == 0)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "its disk is full. Free some space there"),
        (errno.EACCES, "it cannot be written. Allow writing there"),
        (errno.EIO, "it does not answer. Bring its disk or network back"),
    ],
)
def test_what_a_second_place_refuses_is_said_with_what_to_do(
    tmp_path: Path, second: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "in the system's own language")

    # The system's answer is given here, for no disk is so full.
    monkeypatch.setattr("gainboard.store.second_place._copy_file", refuse)
    with a_year(tmp_path) as register:
        says = backed_up(register, second).second_says
    assert f"{words}, or choose another place." in says
    assert "language" not in says
