"""Restoring: at any moment the file is the old register or the restored one."""

import gzip
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from gainboard.errors import GainboardError
from gainboard.services.evidence import offer
from gainboard.services.registers import check_register
from gainboard.store import at_rest
from gainboard.store.backup_file import Backup
from gainboard.store.backups import before_migration, begin, finish, finish_to
from gainboard.store.check import check
from gainboard.store.journal import Clock
from gainboard.store.register import Register, open_register
from gainboard.store.restoring import Restored, read, restore
from gainboard.store.since import entries_since
from tests.builders import StoppedClock, a_year
from tests.store.stopping import stopped_at_each_step

CLOCK: Clock = StoppedClock()
SPILL = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
for pragma in ("journal_mode = TRUNCATE", "cache_size = 1"):
    db.execute("PRAGMA " + pragma).fetchall()
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE recommendation SET text = text || hex(zeroblob(9000))")
os._exit(9)
"""


@pytest.fixture
def backup(tmp_path: Path) -> Backup:
    """Make a register with a file, back it up, and change it after."""
    with a_year(tmp_path) as register:
        sample = tmp_path / "sample.txt"
        sample.write_bytes(b"dip sample")
        offer(register, "CCP25-1", text="Sample", file=sample)
        made = backed_up(register)
        offer(register, "CCP25-1", text="Later")
    return made


@pytest.fixture
def path(backup: Backup) -> Path:
    return backup.path.parent.with_name("north.gainboard")


def backed_up(register: Register) -> Backup:
    return finish(begin(register.db, register.path, register.clock(), "asked")).backup


def restored(backup: Backup, path: Path) -> Restored:
    return restore(backup.path, path, CLOCK)


def refused(source: Path, path: Path) -> str:
    before = everything(path.parent)
    with pytest.raises(GainboardError) as told:
        restore(source, path, CLOCK)
    assert everything(path.parent) == before
    return told.value.id


def everything(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file): file.read_bytes() for file in files if not file.name.endswith("-lock")}


def head(path: Path) -> int:
    """Return the newest entry's number of a register that is sound."""
    with open_register(path) as register:
        assert check(register.db, path).faults == ()
        return register.journal.head()[0]


def attachment(path: Path) -> Path:
    [kept] = path.with_name("north.gainboard-attachments").glob("*/*")
    return kept


def left_in_mid_change(path: Path) -> bytes:
    """Leave a hot journal beside the register, as a killed program does; return the hurt file."""
    subprocess.run([sys.executable, "-c", SPILL, str(path)], check=False)
    assert at_rest.beside(path, "-journal").stat().st_size > 0
    return path.read_bytes()


def test_a_register_is_again_what_it_was(backup: Backup, path: Path) -> None:
    done = restored(backup, path)
    assert (done.seq, done.hash, done.missing) == (backup.seq, backup.hash, ())
    assert head(path) == 3


def test_the_old_register_is_kept_aside_byte_for_byte(backup: Backup, path: Path) -> None:
    before = path.read_bytes()
    aside = restored(backup, path).aside
    assert aside is not None
    assert (aside / "north.gainboard").read_bytes() == before


def test_nothing_else_is_left_beside_it(backup: Backup, path: Path) -> None:
    before = {file.name for file in path.parent.iterdir()}
    restored(backup, path)
    assert {file.name for file in path.parent.iterdir()} - before == {"north.gainboard-replaced"}


def test_a_register_that_is_gone_is_made_again(backup: Backup, path: Path) -> None:
    path.unlink()
    assert restored(backup, path).aside is None
    assert head(path) == 3


@pytest.mark.parametrize("content", [b"", b"somebody's letter", b"SQLite format 3\0" + b"x" * 5000])
def test_whatever_stands_there_is_put_aside(backup: Backup, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    aside = restored(backup, path).aside
    assert aside is not None
    assert (aside / path.name).read_bytes() == content
    assert head(path) == 3


def test_a_damaged_register_is_restored(backup: Backup, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    restored(backup, path)
    assert check_register(path).faults == ()


def test_a_journal_left_beside_meets_no_other_file(backup: Backup, path: Path) -> None:
    hurt = left_in_mid_change(path)
    journal = at_rest.beside(path, "-journal").read_bytes()
    aside = restored(backup, path).aside
    assert aside is not None
    assert (aside / path.name).read_bytes() == hurt
    assert at_rest.beside(aside / path.name, "-journal").read_bytes() == journal
    assert head(path) == 3


def test_what_was_put_aside_with_its_journal_can_be_opened(backup: Backup, path: Path) -> None:
    left_in_mid_change(path)
    aside = restored(backup, path).aside
    assert aside is not None
    (aside / "north.gainboard-attachments").symlink_to(
        path.with_name("north.gainboard-attachments")
    )
    assert head(aside / path.name) == 4


@pytest.mark.parametrize("there", [True, False])
def test_a_journal_without_its_register_is_put_aside(
    backup: Backup, path: Path, there: bool
) -> None:
    left_in_mid_change(path)
    path.write_bytes(b"torn") if there else path.unlink()
    restored(backup, path)
    assert head(path) == 3


def test_a_write_ahead_log_left_beside_is_put_aside(backup: Backup, path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        at_rest.beside(path, suffix).write_bytes(b"left by another program")
    aside = restored(backup, path).aside
    assert aside is not None
    assert at_rest.beside(aside / path.name, "-wal").read_bytes() == b"left by another program"
    assert check_register(path).faults == ()


@pytest.mark.slow
@pytest.mark.parametrize("unfinished", [False, True])
def test_killed_at_any_step_it_is_the_old_or_the_restored(
    backup: Backup, path: Path, unfinished: bool
) -> None:
    if unfinished:
        left_in_mid_change(path)
    begun = everything(path.parent)
    seen = []
    for _ in stopped_at_each_step(lambda: restored(backup, path), path.parent):
        seen.append(head(path))
        put_back(path.parent, begun)
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {3, 4}


def put_back(folder: Path, begun: dict[str, bytes]) -> None:
    for name in everything(folder).keys() - begun.keys():
        Path(name).unlink()
    for name, content in begun.items():
        Path(name).write_bytes(content)


def test_it_can_be_done_again_after_any_interruption(backup: Backup, path: Path) -> None:
    left_in_mid_change(path)
    attachment(path).write_bytes(b"altered")
    for _ in stopped_at_each_step(lambda: restored(backup, path), path.parent):
        pass
    restored(backup, path)
    assert head(path) == 3
    names = [file.name for file in path.parent.rglob("*")]
    assert [name for name in names if "restoring" in name or name.endswith(".part")] == []


def test_a_lost_attachment_is_put_back(backup: Backup, path: Path) -> None:
    attachment(path).unlink()
    restored(backup, path)
    assert attachment(path).read_bytes() == b"dip sample"


def test_an_altered_attachment_is_replaced_and_kept_aside(backup: Backup, path: Path) -> None:
    kept = attachment(path)
    kept.write_bytes(b"altered")
    aside = restored(backup, path).aside
    assert aside is not None
    assert (aside / kept.name).read_bytes() == b"altered"
    assert kept.read_bytes() == b"dip sample"


def test_an_attachment_found_nowhere_is_told(backup: Backup, path: Path) -> None:
    for folder in (path.parent / "north.gainboard-attachments", backup.path.parent):
        [kept] = folder.rglob("?" * 64)
        kept.unlink()
    assert restored(backup, path).missing == tuple(backup.attachments)


def test_a_copy_that_stands_alone_brings_its_attachments(path: Path, tmp_path: Path) -> None:
    with open_register(path, clock=CLOCK) as register:
        finish_to(begin(register.db, path, CLOCK(), "asked"), tmp_path / "out.zip")
    (tmp_path / "elsewhere").mkdir()
    there = tmp_path / "elsewhere" / "north.gainboard"
    restore(tmp_path / "out.zip", there, CLOCK)
    assert check_register(there).faults == ()
    assert attachment(there).read_bytes() == b"dip sample"


def test_a_plain_copy_of_a_register_is_a_backup_too(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    there = tmp_path / "elsewhere" / "north.gainboard"
    restore(path, there, CLOCK)
    assert head(there) == 4


def test_a_plain_copy_not_closed_properly_is_put_right_and_left_as_it_is(
    path: Path, tmp_path: Path
) -> None:
    left_in_mid_change(path)
    before = everything(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    there = tmp_path / "elsewhere" / "north.gainboard"
    restore(path, there, CLOCK)
    assert check_register(there).faults == ()
    assert {name: everything(tmp_path)[name] for name in before} == before


def test_an_older_backup_is_restored_as_it_is_and_opens(tmp_path: Path, root: Path) -> None:
    packed = (root / "tests" / "data" / "schema-1.gainboard.gz").read_bytes()
    older = tmp_path / "older.gainboard"
    older.write_bytes(gzip.decompress(packed))
    with closing(Database(older)) as db:
        made = before_migration(db, older, CLOCK)
    restore(made, tmp_path / "again.gainboard", CLOCK)
    assert read(tmp_path / "again.gainboard").schema == 1
    assert check_register(tmp_path / "again.gainboard").faults == ()


def test_a_register_held_elsewhere_is_left_alone(backup: Backup, path: Path) -> None:
    with open_register(path):
        assert refused(backup.path, path) == "E-LOCKED"


def test_what_is_no_backup_changes_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear board")
    assert refused(tmp_path / "letter.txt", path) == "E-NOT-A-BACKUP"
    assert refused(tmp_path, path) == "E-FOLDER"
    assert refused(tmp_path / "gone.zip", path) == "E-NOT-FOUND"
    assert refused(path, path) == "E-NOT-A-BACKUP"


def test_another_programs_database_is_no_backup(path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "photos.db") as db:
        db.execute("CREATE TABLE photo (id)")
    db.close()
    assert refused(tmp_path / "photos.db", path) == "E-NOT-A-BACKUP"


def test_a_hurt_backup_changes_nothing(backup: Backup, path: Path) -> None:
    whole = backup.path.read_bytes()
    other = bytes(255 - byte for byte in whole[5000:5002])
    backup.path.write_bytes(whole[:5000] + other + whole[5002:])
    assert refused(backup.path, path) == "E-BACKUP-DAMAGED"


def test_a_plain_copy_with_forged_rows_changes_nothing(path: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.gainboard"
    forged.write_bytes(path.read_bytes())
    with sqlite3.connect(forged) as db:
        db.execute("UPDATE recommendation SET text = 'forged' WHERE id = 2")
    db.close()
    assert refused(forged, path) == "E-BACKUP-DAMAGED"


def test_a_newer_plain_copy_changes_nothing(path: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.gainboard"
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    newer.write_bytes(content)
    assert refused(newer, path) == "E-NEWER-REGISTER"


def test_no_register_is_restored_where_a_folder_stands(backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "folder.gainboard").mkdir()
    assert refused(backup.path, tmp_path / "folder.gainboard") == "E-FOLDER"
    assert refused(backup.path, tmp_path / "nowhere" / "north.gainboard") == "E-NOT-FOUND"


def test_no_register_is_restored_into_a_synchronised_folder(backup: Backup, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    assert refused(backup.path, tmp_path / "Dropbox" / "north.gainboard") == "E-SYNCED-FOLDER"


def test_behind_a_link_the_file_is_replaced_and_the_link_stays(
    backup: Backup, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.gainboard"
    link.symlink_to(path)
    restore(backup.path, link, CLOCK)
    assert link.is_symlink()
    assert head(path) == 3


def test_what_would_be_lost_is_known_and_nothing_is_touched(backup: Backup, path: Path) -> None:
    before = everything(path.parent)
    lost = entries_since(path, backup)
    assert lost is not None
    assert [entry.label for entry in lost] == ["Record evidence for CCP25-1"]
    assert everything(path.parent) == before


def test_what_would_be_lost_is_known_after_an_unclean_end(backup: Backup, path: Path) -> None:
    left_in_mid_change(path)
    before = everything(path.parent)
    lost = entries_since(path, backup)
    assert lost is not None
    assert [entry.seq for entry in lost] == [4]
    assert everything(path.parent) == before


def test_going_on_to_a_newer_backup_loses_nothing(backup: Backup, path: Path) -> None:
    with open_register(path, clock=CLOCK) as register:
        newer = backed_up(register)
    restored(backup, path)
    assert entries_since(path, newer) == ()


def test_where_histories_part_what_would_be_lost_is_not_known(backup: Backup, path: Path) -> None:
    with open_register(path, clock=CLOCK) as register:
        newer = backed_up(register)
    restored(backup, path)
    with open_register(path) as register:
        offer(register, "CCP25-1", text="Another way")
    assert entries_since(path, newer) is None
