"""Putting a finished paper in its place."""

import errno
import io
import os
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gainboard.errors import GainboardError
from gainboard.exports.saving import (
    check_target,
    explained,
    put_in_place,
    save_workbook,
    workbook_bytes,
)
from tests.exports.builders import MADE_AT

FAILURES = [
    (OSError(errno.ENOSPC, "full"), False, "E-DISK-FULL"),
    (OSError(errno.EDQUOT, "quota"), False, "E-DISK-FULL"),
    (PermissionError(errno.EACCES, "no"), False, "E-NO-PERMISSION"),
    (OSError(errno.EROFS, "read-only"), False, "E-NO-PERMISSION"),
    (FileNotFoundError(errno.ENOENT, "gone"), False, "E-NOT-FOUND"),
    (NotADirectoryError(errno.ENOTDIR, "file"), False, "E-NOT-FOUND"),
    (OSError(errno.ENAMETOOLONG, "long"), False, "E-BAD-NAME"),
    (OSError(errno.EIO, "broken"), False, "E-NOT-WRITTEN"),
    (PermissionError(errno.EACCES, "held"), True, "E-FILE-OPEN"),
]


@pytest.mark.parametrize(("error", "windows", "id"), FAILURES)
def test_each_failure_has_its_sentence(error: OSError, windows: bool, id: str) -> None:
    said = explained(error, Path("t.xlsx"), replacing=windows, windows=windows)
    assert said.id == id
    assert said.says.endswith(".")


def test_what_was_there_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"old and much longer")
    put_in_place(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OSError) as caught:  # noqa: PT011
        full.write(b"x")
    assert explained(caught.value, tmp_path / "t.xlsx").id == "E-DISK-FULL"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "t.xlsx"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(GainboardError, match="E-DISK-FULL"):
            put_in_place(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(GainboardError, match="E-NO-PERMISSION"):
        save_workbook(Workbook(), path, MADE_AT)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("t.xls", "E-BAD-NAME"),
        ("t", "E-BAD-NAME"),
        ("nul\0.xlsx", "E-BAD-NAME"),
        ("x" * 300 + ".xlsx", "E-BAD-NAME"),
        ("missing/t.xlsx", "E-NOT-FOUND"),
        ("file/t.xlsx", "E-NOT-FOUND"),
        ("folder.xlsx", "E-FOLDER"),
        ("folder", "E-FOLDER"),
    ],
)
def test_a_bad_target_is_refused_and_nothing_made(tmp_path: Path, name: str, id: str) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(GainboardError, match=id):
        save_workbook(Workbook(), tmp_path / name, MADE_AT)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_upper_case_suffix_is_taken(tmp_path: Path) -> None:
    check_target(tmp_path / "T.XLSX", ".xlsx")


def test_the_same_book_gives_the_same_bytes() -> None:
    assert workbook_bytes(Workbook(), MADE_AT) == workbook_bytes(Workbook(), MADE_AT)


def test_a_book_is_made_and_modified_when_its_imprint_says() -> None:
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    book = load_workbook(io.BytesIO(workbook_bytes(Workbook(), summer)))
    assert book.properties.created == book.properties.modified == datetime(2026, 7, 1, 8, 30)  # noqa: DTZ001


def test_the_parts_of_a_book_bear_no_time_of_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(Workbook(), MADE_AT))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 3, 12, 14, 5, 0)}
