"""The log: what gets in, what never does, how large it grows, and that it stops nobody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.logs import noting

CANARY = "Zibelthorpe"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Close the log after each test."""
    yield
    noting.close()


def written() -> str:
    """Return every byte of the log's folder as text."""
    files = sorted(noting.folder().glob("*"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def a_fault(words: str = CANARY) -> Exception:
    """Return a fault, after another, whose words name a witness."""
    try:
        try:
            raise sqlite3.OperationalError(words)
        except sqlite3.OperationalError as cause:
            raise ValueError(words) from cause
    except ValueError as fault:
        fault.add_note(words)
        return fault


def test_a_refusal_is_noted_by_its_id_alone() -> None:
    noting.note(GainboardError("E-DISK-FULL", f"There is no room for {CANARY}."))
    assert written().endswith("Z refused E-DISK-FULL\n")


def test_an_id_that_is_none_is_not_written() -> None:
    noting.note(GainboardError(f"E-{CANARY} was here", ""))
    assert written().endswith(" refused ?\n")


def test_a_fault_is_noted_by_kinds_and_places() -> None:
    noting.note_fault(a_fault())
    said = written()
    assert "fault E-BUG\nValueError\n  test_noting.py:" in said
    assert "after sqlite3.OperationalError" in said


def test_words_of_a_record_are_in_no_byte_of_the_log() -> None:
    noting.note_fault(a_fault())
    noting.note_fault(a_fault(), times=4)
    noting.note_qt("warning", f"{CANARY} and others")
    noting.note_start(qt=f"6.12 of {CANARY}")
    noting.note_trace([f'  File "/home/{CANARY}/x.py", line 3 in f', f"  says {CANARY}"])
    assert CANARY.casefold() not in written().casefold()


def test_the_folders_of_the_user_are_in_no_byte_of_the_log(tmp_path: Path) -> None:
    noting.note_fault(FileNotFoundError(2, "No such file", str(tmp_path / "jane.doe.txt")))
    assert "FileNotFoundError 2" in written()
    assert tmp_path.name not in written()
    assert "jane" not in written()


def test_an_entry_is_noted_by_its_number() -> None:
    noting.note_entry(79)
    assert written().endswith(" entry 79\n")


def test_the_log_never_grows_beyond_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noting, "SIZE", 2000)
    for number in range(1000):
        noting.note_entry(number)
    sizes = [file.stat().st_size for file in noting.folder().glob("*")]
    assert len(sizes) == noting.FILES
    assert max(sizes) <= 2000


def test_the_program_goes_on_where_there_can_be_no_folder(data_folder: Path) -> None:
    data_folder.write_text("in the way", encoding="utf-8")
    noting.note_entry(1)
    assert data_folder.read_text(encoding="utf-8") == "in the way"


def test_the_program_goes_on_where_the_log_cannot_be_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (noting.folder() / noting.NAME).mkdir(parents=True)
    noting.note_entry(1)
    assert list((noting.folder() / noting.NAME).iterdir()) == []
    assert capsys.readouterr().err == ""


def test_the_newest_of_the_log_is_given_with_the_versions() -> None:
    for number in range(noting.NEWEST + 5):
        noting.note_entry(number)
    first, _, *lines = noting.newest(qt="6.12.0").splitlines()
    assert first.startswith("gainboard ")
    assert first.endswith("qt 6.12.0")
    assert len(lines) == noting.NEWEST


def test_without_a_log_it_says_so() -> None:
    assert noting.newest().endswith("There is no log.")
