"""The real cause behind what SQLite and the system say."""

import errno
import sqlite3
from pathlib import Path

import pytest

from gainboard.store.faults import ALL_KEPT, explain, explain_os, fault_in, is_ours


def fault(code: int) -> sqlite3.Error:
    made = sqlite3.OperationalError("disk I/O error")
    made.sqlite_errorcode = code
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "north.gainboard"
    file.write_bytes(b"x")
    return file


@pytest.mark.parametrize(
    ("code", "id"),
    [
        (sqlite3.SQLITE_CORRUPT, "E-DAMAGED"),
        (sqlite3.SQLITE_NOTADB, "E-DAMAGED"),
        (sqlite3.SQLITE_BUSY, "E-LOCKED"),
        (sqlite3.SQLITE_FULL, "E-DISK-FULL"),
        (sqlite3.SQLITE_READONLY, "E-READ-ONLY"),
        (sqlite3.SQLITE_CANTOPEN, "E-READ-ONLY"),
        (sqlite3.SQLITE_IOERR_FSYNC, "E-DEVICE"),
        (sqlite3.SQLITE_IOERR_WRITE, "E-DEVICE"),
    ],
)
def test_a_fault_of_the_disk_is_told_by_its_cause(path: Path, code: int, id: str) -> None:
    told = explain(fault(code), path)
    assert told.id == id
    assert told.says.startswith(("north.gainboard", "The disk"))


def test_a_file_that_went_away_is_said_to_be_gone(path: Path) -> None:
    path.unlink()
    assert explain(fault(sqlite3.SQLITE_IOERR_READ), path).id == "E-FILE-GONE"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE])
def test_a_bug_of_ours_is_not_the_disks(code: int) -> None:
    assert not is_ours(fault(code))


@pytest.mark.parametrize(
    ("number", "id"),
    [
        (errno.ENOSPC, "E-DISK-FULL"),
        (errno.EROFS, "E-READ-ONLY"),
        (errno.EACCES, "E-READ-ONLY"),
        (errno.ENAMETOOLONG, "E-BAD-NAME"),
        (errno.EIO, "E-DEVICE"),
    ],
)
def test_what_the_system_says_is_told_by_its_cause(path: Path, number: int, id: str) -> None:
    assert explain_os(OSError(number, "no"), path).id == id


def test_the_disk_itself_is_asked_where_sqlite_does_not_say(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("os.fsync", full)
    assert explain(fault(sqlite3.SQLITE_IOERR_FSYNC), path).id == "E-DISK-FULL"
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


@pytest.mark.parametrize(
    ("says", "id"),
    [
        ("Page 7: unable to get the page. error code=266", "E-DEVICE"),
        ("Tree 3 page 7: btreeInitPage() returns error code 11", "E-DAMAGED"),
    ],
)
def test_a_page_the_disk_does_not_give_is_no_damage(path: Path, says: str, id: str) -> None:
    assert explain(fault_in(says), path).id == id


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY]
)
def test_the_last_step_is_said_to_be_lost_only_where_there_was_one(path: Path, code: int) -> None:
    assert "the last step was not saved" in explain(fault(code), path).says
    assert "the last step" not in explain(fault(code), path, ALL_KEPT).says
    assert "what was saved before is kept" in explain(fault(code), path, ALL_KEPT).says
