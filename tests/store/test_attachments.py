"""Files held by the register."""

import hashlib
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.store.attachments import altered, folder_of, keep

REGISTER = Path("north.gainboard")


def a_file(folder: Path, name: str = "sample.txt", content: bytes = b"dip sample") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_under_the_hash_of_its_content(tmp_path: Path) -> None:
    kept = keep(tmp_path / REGISTER, a_file(tmp_path))
    assert kept.sha256 == hashlib.sha256(b"dip sample").hexdigest()
    held = tmp_path / "north.gainboard-attachments" / kept.sha256[:2] / kept.sha256
    assert held.read_bytes() == b"dip sample"


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    first = keep(tmp_path / REGISTER, a_file(tmp_path))
    second = keep(tmp_path / REGISTER, a_file(tmp_path, "again.txt"))
    assert first.sha256 == second.sha256
    held = [path for path in folder_of(tmp_path / REGISTER).rglob("*") if path.is_file()]
    assert len(held) == 1


def test_an_altered_file_is_put_right_by_the_same_content(tmp_path: Path) -> None:
    kept = keep(tmp_path / REGISTER, a_file(tmp_path))
    held = folder_of(tmp_path / REGISTER) / kept.sha256[:2] / kept.sha256
    held.write_bytes(b"dip sanple")
    keep(tmp_path / REGISTER, a_file(tmp_path, "again.txt"))
    assert altered(tmp_path / REGISTER, kept.sha256) == ""


def test_a_name_never_becomes_a_path(tmp_path: Path) -> None:
    kept = keep(tmp_path / REGISTER, a_file(tmp_path, "\u202efdp.txt"))
    assert kept.name == "fdp.txt"
    assert not list(folder_of(tmp_path / REGISTER).rglob("*fdp*"))


@pytest.mark.parametrize("name", ["run.EXE", "go.ps1", "there.lnk", "page.url", "do.bat"])
def test_programs_and_shortcuts_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GainboardError, match="E-NOT-A-DOCUMENT"):
        keep(tmp_path / REGISTER, a_file(tmp_path, name))
    assert not folder_of(tmp_path / REGISTER).exists()


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-NOT-FOUND"):
        keep(tmp_path / REGISTER, tmp_path / "gone.txt")


def test_a_folder_is_no_evidence(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-FOLDER"):
        keep(tmp_path / REGISTER, tmp_path)


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    folder_of(tmp_path / REGISTER).write_bytes(b"a file where the folder should be")
    with pytest.raises(GainboardError, match="E-DEVICE"):
        keep(tmp_path / REGISTER, a_file(tmp_path))


def test_a_hash_that_can_be_no_name_is_told(tmp_path: Path) -> None:
    assert altered(tmp_path / REGISTER, "a" * 64 + "\0") == "its hash can be no file's name"
