"""A register brought to this computer: whole and checked, or not at all."""

from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.services.founding import found
from gainboard.services.moving import copy_here
from gainboard.services.registers import check_register
from gainboard.store.attachments import folder_of
from gainboard.store.register import open_register


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """Return a register that lies in a synchronised folder, with a file of its own."""
    made = tmp_path / "north.gainboard"
    found(made, force="Northmoor Police")
    kept = folder_of(made) / "ab" / ("ab" * 32)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a letter")
    synced = tmp_path / "OneDrive - Northmoor"
    synced.mkdir()
    folder_of(made).rename(synced / folder_of(made).name)
    return made.rename(synced / made.name)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return the folder for registers of this computer."""
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


def test_the_copy_is_whole_and_the_original_stays(away: Path, here: Path) -> None:
    before = away.read_bytes()
    copy = copy_here(away, here)
    assert copy == here / "north.gainboard"
    assert away.read_bytes() == before
    assert check_register(copy).faults == ()
    assert [file.read_bytes() for file in folder_of(copy).glob("*/*")] == [b"a letter"]


def test_nothing_else_is_left_beside_the_copy(away: Path, here: Path) -> None:
    copy_here(away, here)
    assert sorted(file.name for file in here.iterdir()) == [
        "north.gainboard",
        "north.gainboard-attachments",
    ]


def test_a_register_of_that_name_stays_as_it_is(away: Path, here: Path) -> None:
    (here / "north.gainboard").write_bytes(b"another")
    assert copy_here(away, here) == here / "north 2.gainboard"
    assert (here / "north.gainboard").read_bytes() == b"another"


def test_a_register_in_use_is_not_copied(away: Path, here: Path, tmp_path: Path) -> None:
    plain = away.rename(tmp_path / "north.gainboard")
    with open_register(plain), pytest.raises(GainboardError) as refusal:
        copy_here(plain, here)
    assert refusal.value.id == "E-LOCKED"
    assert list(here.iterdir()) == []


def test_a_damaged_register_is_not_kept(away: Path, here: Path) -> None:
    hurt = bytearray(away.read_bytes())
    hurt[4096 * 3 : 4096 * 4] = bytes(4096)
    away.write_bytes(hurt)
    with pytest.raises(GainboardError) as refusal:
        copy_here(away, here)
    assert refusal.value.id == "E-DAMAGED"
    assert list(here.iterdir()) == []
