"""Making a new register."""

from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.services.founding import LISTS, found
from gainboard.store.check import check
from gainboard.store.register import open_register
from tests.builders import FORCE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "north.gainboard"


def test_a_register_is_founded_with_its_force_and_lists(path: Path) -> None:
    found(path, force=FORCE)
    with open_register(path) as register:
        assert [body.name for body in register.tables.bodies.where("is_own = 1")] == [FORCE]
        assert register.tables.choices.count() == sum(map(len, LISTS.values()))
        assert check(register.db, path).faults == ()


def test_nothing_but_the_register_is_left(path: Path) -> None:
    found(path, force=FORCE)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_there_is_left_alone(path: Path) -> None:
    path.write_text("Minutes")
    with pytest.raises(GainboardError, match="E-EXISTS"):
        found(path, force=FORCE)
    assert path.read_text() == "Minutes"


@pytest.mark.parametrize("force", ["", "  ", "\u202e"])
def test_a_force_has_a_name(path: Path, force: str) -> None:
    with pytest.raises(GainboardError, match="E-MISSING"):
        found(path, force=force)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-NOT-FOUND"):
        found(tmp_path / "nowhere" / "north.gainboard", force=FORCE)


def test_a_name_no_disk_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-BAD-NAME"):
        found(tmp_path / ("x" * 300), force=FORCE)
    assert list(tmp_path.iterdir()) == []


def test_a_founding_that_broke_off_is_begun_anew(path: Path) -> None:
    path.with_name(".north.gainboard.new").write_bytes(b"half")
    found(path, force=FORCE)
    open_register(path).close()
