"""Every state a file may be in when somebody asks what it is, and the answer that is right."""

import gzip
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.hurting import (
    PAGE,
    edit,
    journal_of,
    leave_hot,
    leave_wal,
    patch,
    shorten,
)

OLD = Path(__file__).parents[1] / "data" / "schema-1.gainboard.gz"
Make = Callable[[Path], Path | None]
"""Hurts the register at a path; returns another path where the file asked about is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state: how it comes about, which ids are right for it, and the exit code."""

    name: str
    make: Make
    ids: tuple[str | None, ...]
    codes: tuple[int, ...]
    held: bool = False
    without_rights: bool = False


def _state(name: str, make: Make, ids: str, *codes: int, **more: bool) -> State:
    said = tuple(None if one == "sound" else one for one in ids.split())
    return State(name=name, make=make, ids=said, codes=codes, **more)


def _nothing(path: Path) -> None:
    """Leave the register as it is."""


def _instead(content: bytes) -> Make:
    return lambda path: (path.write_bytes(content), None)[1]


def _patched(at: int, value: bytes) -> Make:
    return lambda path: patch(path, at, value)


def _cut(size: int) -> Make:
    return lambda path: shorten(path, size)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")


def _other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER PRIMARY KEY)")
        connection.execute("PRAGMA user_version = 2")


def _old(path: Path) -> None:
    path.write_bytes(gzip.decompress(OLD.read_bytes()))


def _half_made(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {0x4741494E}")
        connection.execute("CREATE TABLE setting (id INTEGER PRIMARY KEY)")


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _zeroed_pages(path: Path) -> None:
    for page in range(5, 12):
        patch(path, page * PAGE, bytes(PAGE))


def _hot_and_hurt(path: Path) -> None:
    leave_hot(path)
    shorten(path, 30 * PAGE)
    patch(path, 10 * PAGE, b"\xff" * 700)


def _hot_journal_hurt(path: Path) -> None:
    leave_hot(path)
    patch(journal_of(path), 0, b"\xff" * 28)


def _journal_of_another(path: Path) -> None:
    journal_of(path).write_bytes(b"no journal of SQLite's, but not empty either\n" * 30)


def _no_rights(path: Path) -> None:
    path.chmod(0)


def _read_only_file(path: Path) -> None:
    path.chmod(0o444)


def _read_only_folder(path: Path) -> None:
    path.parent.chmod(0o555)


def _closed_folder(path: Path) -> None:
    path.parent.chmod(0)


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.gainboard")


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _link(path: Path) -> Path:
    link = path.with_name("link.gainboard")
    link.symlink_to(path.name)
    return link


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _appended(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"appended by a transfer\r\n" * 300)


def _no_attachments(path: Path) -> None:
    shutil.rmtree(path.with_name(f"{path.name}-attachments"))


def _synced(path: Path) -> Path:
    folder = path.parent / "OneDrive - Northmoor Police"
    folder.mkdir()
    return Path(shutil.copy(path, folder))


def _altered(path: Path) -> None:
    edit(path, "UPDATE recommendation SET text = text || '.' WHERE id = 1")


def _schema_gone(path: Path) -> None:
    edit(path, "DELETE FROM sqlite_master WHERE name = 'recommendation'")


STATES = (
    _state("sound", _nothing, "sound", 0),
    _state("missing", lambda path: path.unlink(), "E-NOT-FOUND", 1),
    _state("no such folder", lambda path: path.parent / "no" / "x.gainboard", "E-NOT-FOUND", 1),
    _state("a folder", _folder, "E-FOLDER", 1),
    _state("empty", _instead(b""), "E-EMPTY", 1, 3),
    _state("a text", _instead(b"Minutes of the board.\n" * 40), "E-NOT-A-REGISTER", 1),
    _state("a short text", _instead(b"Minutes"), "E-NOT-A-REGISTER", 1),
    _state("noise", _instead(bytes(range(255, -1, -1)) * 100), "E-NOT-A-REGISTER", 1),
    _state("a zip", _zip, "E-NOT-A-REGISTER E-A-BACKUP", 1),
    _state("another program's database", _other_database, "E-NOT-A-REGISTER", 1),
    _state("newer", _patched(60, (999).to_bytes(4, "big")), "E-NEWER-REGISTER", 1),
    _state("older", _old, "E-OLDER-REGISTER", 1),
    _state("half made", _half_made, "E-UNFINISHED-REGISTER", 1, 3),
    _state("cut in the header", _cut(60), "E-TRUNCATED E-NOT-A-REGISTER", 1, 3),
    _state("cut after the header", _cut(100), "E-TRUNCATED", 3),
    _state("cut at a page", _cut(20 * PAGE), "E-TRUNCATED", 3),
    _state("cut in a page", _cut(20 * PAGE + 77), "E-TRUNCATED", 3),
    _state("one byte short", _cut(-1), "E-TRUNCATED", 3),
    _state("zeroed pages", _zeroed_pages, "E-DAMAGED", 3),
    _state("zeros of the right length", _zeros, "E-DAMAGED E-EMPTY E-NOT-A-REGISTER", 1, 3),
    _state("first page zeroed", _patched(0, bytes(PAGE)), "E-DAMAGED E-NOT-A-REGISTER", 1, 3),
    _state("magic hurt", _patched(0, b"SQLote"), "E-DAMAGED E-NOT-A-REGISTER", 1, 3),
    _state("page size hurt", _patched(16, b"\x03\x21"), "E-DAMAGED E-TRUNCATED", 3),
    _state("another page size", _patched(16, b"\x20\x00"), "E-DAMAGED E-TRUNCATED", 3),
    _state("encoding hurt", _patched(56, b"\0\0\0\x07"), "E-DAMAGED", 3),
    _state("another encoding", _patched(56, b"\0\0\0\x02"), "E-DAMAGED", 3),
    _state("reserved space hurt", _patched(20, b"\xf0"), "E-DAMAGED", 3),
    _state("length in the header hurt", _patched(28, b"\0\0\xff\0"), "E-DAMAGED E-TRUNCATED", 3),
    _state("format marked unknown", _patched(18, b"\x09\x09"), "E-DAMAGED E-NEWER-REGISTER", 1, 3),
    _state("schema without a table", _schema_gone, "E-DAMAGED", 3),
    _state("garbage appended", _appended, "sound E-DAMAGED", 0, 3),
    _state("stopped in mid-write", leave_hot, "E-UNFINISHED", 1, 3),
    _state("stopped in mid-write, and hurt", _hot_and_hurt, "E-UNFINISHED E-DAMAGED", 1, 3),
    _state("journal that undoes nothing", _hot_journal_hurt, "E-DAMAGED E-UNFINISHED", 1, 3),
    _state("foreign journal beside", _journal_of_another, "sound E-UNFINISHED", 0, 1, 3),
    _state("write-ahead log beside", leave_wal, "E-UNFINISHED E-DAMAGED E-WAL", 1, 3),
    _state("held by another process", _nothing, "E-LOCKED", 1, held=True),
    _state("no right to read", _no_rights, "E-NO-PERMISSION", 1, without_rights=True),
    _state("file read-only", _read_only_file, "sound E-READ-ONLY", 0, 1, without_rights=True),
    _state("folder read-only", _read_only_folder, "sound E-READ-ONLY", 0, 1, without_rights=True),
    _state("folder closed", _closed_folder, "E-NO-PERMISSION", 1, without_rights=True),
    _state("link to nothing", _dangling, "E-NOT-FOUND", 1),
    _state("link to itself", _loop, "E-NOT-FOUND E-NOT-A-REGISTER E-BAD-NAME", 1),
    _state("link to a register", _link, "sound", 0),
    _state("a pipe", _pipe, "E-NOT-A-REGISTER", 1),
    _state("a device", lambda _: Path("/dev/zero"), "E-NOT-A-REGISTER", 1),
    _state("name too long", lambda path: path.with_name("x" * 300), "E-BAD-NAME", 1),
    _state("attachments gone", _no_attachments, "sound E-ATTACHMENTS-MISSING", 0, 3),
    _state("in a synced folder", _synced, "E-SYNCED-FOLDER", 1),
    _state("a value altered by hand", _altered, "sound E-DAMAGED", 0, 3),
)
