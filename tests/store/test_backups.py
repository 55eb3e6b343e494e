"""Backups: whole, checked and readable, or not there at all."""

import errno
import gzip
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlite_utils import Database

from gainboard.errors import Damaged, GainboardError
from gainboard.services.evidence import offer
from gainboard.store import rotation
from gainboard.store.backup_file import Backup, read, verify
from gainboard.store.backups import before_migration, begin, finish, finish_to, forget_others
from gainboard.store.migrations import SCHEMA
from gainboard.store.register import Register, create_register
from tests.builders import StoppedClock, a_year
from tests.store.stopping import stopped_at_each_step


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def register(tmp_path: Path, clock: StoppedClock) -> Iterator[Register]:
    with a_year(tmp_path, clock=clock) as made:
        yield made


def backed_up(register: Register) -> Backup:
    return finish(begin(register.db, register.path, register.clock(), "asked")).backup


def alone(register: Register, out: Path) -> Backup:
    return finish_to(begin(register.db, register.path, register.clock(), "asked"), out).backup


def with_a_file(register: Register, words: bytes = b"dip sample") -> Path:
    """Offer evidence with a file, and return where the register keeps it."""
    file = register.path.with_name("sample.txt")
    file.write_bytes(words)
    offer(register, "CCP25-1", text="Sample", file=file)
    [kept] = register.path.with_name("north.gainboard-attachments").glob("*/*")
    return kept


def forge(register: Register) -> None:
    """Change a row past the journal."""
    register.db.execute("DROP TRIGGER temp.record_recommendation_update")
    register.db.execute("UPDATE recommendation SET text = 'forged' WHERE id = 2")


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, "no space left")


@pytest.fixture
def older(tmp_path: Path, root: Path) -> Path:
    """Return a register of the first schema."""
    path = tmp_path / "older.gainboard"
    packed = (root / "tests" / "data" / "schema-1.gainboard.gz").read_bytes()
    path.write_bytes(gzip.decompress(packed))
    return path


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :]


def told_of(made: Backup) -> str:
    """Say what reading a backup through comes to; a byte that tells nothing may differ."""
    try:
        found = verify(made.path)
    except GainboardError as fault:
        return fault.id
    return "sound" if found == made else "another backup"


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*"))


def test_a_backup_holds_the_register_up_to_its_newest_entry(register: Register) -> None:
    made = backed_up(register)
    assert (made.seq, made.hash) == register.journal.head()
    assert (made.made_at, made.reason, made.schema) == (register.clock(), "asked", SCHEMA)


def test_the_name_sorts_by_time_and_is_legal_on_windows(register: Register) -> None:
    made = backed_up(register)
    assert made.path.name == "north 2026-03-12T093000Z 000002.backup.zip"


def test_nothing_else_is_left_in_the_folder(register: Register) -> None:
    made = backed_up(register)
    assert files(made.path.parent) == [made.path.name]


def test_backups_of_one_second_stand_side_by_side(register: Register) -> None:
    made = [backed_up(register).path for _ in range(3)]
    assert len({path.read_bytes() and path for path in made}) == 3
    assert made == sorted(made)


def test_what_is_read_of_a_backup_is_what_was_made(register: Register) -> None:
    made = backed_up(register)
    assert read(made.path) == verify(made.path) == made
    assert rotation.backups(made.path.parent) == [made]


def test_a_damaged_register_is_not_backed_up(register: Register) -> None:
    made = backed_up(register)
    forge(register)
    with pytest.raises(Damaged, match="1 fault"):
        backed_up(register)
    assert files(made.path.parent) == [made.path.name]


def test_where_a_damaged_register_had_no_backups_no_folder_is_left(register: Register) -> None:
    forge(register)
    with pytest.raises(Damaged):
        backed_up(register)
    assert not rotation.folder_of(register.path).exists()


def test_a_damaged_register_replaces_no_copy(register: Register, tmp_path: Path) -> None:
    before = alone(register, tmp_path / "out.zip")
    forge(register)
    with pytest.raises(Damaged):
        alone(register, tmp_path / "out.zip")
    assert verify(tmp_path / "out.zip") == before
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_replaces_what_was_there(register: Register, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_text("an older copy")
    assert alone(register, out) == verify(out)
    assert not rotation.folder_of(register.path).exists()


def test_attachments_are_kept_once_for_all_backups(register: Register) -> None:
    kept = with_a_file(register)
    first, second = backed_up(register), backed_up(register)
    folder = rotation.attachments_of(first.path.parent)
    assert [file.read_bytes() for file in folder.glob("*/*")] == [b"dip sample"]
    assert first.attachments == second.attachments == {kept.name: 10}


def test_a_copy_holds_its_attachments(register: Register, tmp_path: Path) -> None:
    kept = with_a_file(register)
    with ZipFile(alone(register, tmp_path / "out.zip").path) as zipped:
        assert zipped.read(f"attachments/{kept.name[:2]}/{kept.name}") == b"dip sample"


def test_an_attachment_lost_since_is_taken_from_an_older_backup(
    register: Register, tmp_path: Path
) -> None:
    kept = with_a_file(register)
    backed_up(register)
    kept.write_bytes(b"altered")
    assert alone(register, tmp_path / "out.zip").attachments == {kept.name: 10}


def test_an_attachment_lost_everywhere_is_told_and_the_words_are_kept(register: Register) -> None:
    kept = with_a_file(register)
    kept.unlink()
    done = finish(begin(register.db, register.path, register.clock(), "asked"))
    assert [fault.attachment for fault in done.findings.faults] == [kept.name[:12]]
    assert verify(done.backup.path).seq == 3


def test_a_copy_without_one_of_its_attachments_is_refused(
    register: Register, tmp_path: Path
) -> None:
    with_a_file(register).unlink()
    with pytest.raises(Damaged, match="E-ATTACHMENT-MISSING"):
        alone(register, tmp_path / "out.zip")
    assert not (tmp_path / "out.zip").exists()


def test_old_backups_go_and_with_them_what_they_alone_listed(
    register: Register, clock: StoppedClock
) -> None:
    with_a_file(register)
    old = [backed_up(register).path for _ in range(2)]
    register.undo.undo()
    clock.forward(days=9)
    newest = backed_up(register).path
    assert [one.path for one in rotation.backups(newest.parent)] == [newest, old[1]]
    clock.forward(days=900)
    rotation.forget_others(newest.parent, read(newest))
    assert files(newest.parent) == ["attachments", newest.name]


def test_an_unreadable_backup_keeps_its_attachments(register: Register) -> None:
    with_a_file(register)
    made = backed_up(register)
    made.path.write_bytes(made.path.read_bytes()[:-30])
    register.undo.undo()
    newest = backed_up(register)
    assert rotation.backups(newest.path.parent) == [newest]
    assert list(rotation.attachments_of(newest.path.parent).glob("*/*"))


def test_another_registers_backups_are_left_alone(
    register: Register, clock: StoppedClock, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    with a_year(tmp_path / "other", clock=clock) as other:
        foreign = backed_up(other)
    folder = backed_up(register).path.parent
    strange = foreign.path.rename(folder / "other 2026.backup.zip")
    clock.forward(days=900)
    rotation.forget_others(folder, backed_up(register))
    assert strange.exists()


def test_a_backup_begun_before_a_disposal_is_given_up(register: Register) -> None:
    before = begin(register.db, register.path, register.clock(), "every half hour")
    newest = backed_up(register)
    forget_others(register.path, newest)
    with pytest.raises(GainboardError, match="E-OUTDATED-BACKUP"):
        finish(before)
    assert files(newest.path.parent) == [newest.path.name]
    assert backed_up(register).seq == 2


def test_no_hurt_backup_and_nothing_unfinished_outlives_a_disposal(register: Register) -> None:
    hurt = backed_up(register).path
    hurt.write_bytes(hurt.read_bytes()[:-30])
    left = register.path.with_name("north.gainboard.restoring")
    left.write_bytes(b"half")
    newest = backed_up(register)
    forget_others(register.path, newest)
    assert (files(newest.path.parent), left.exists()) == ([newest.path.name], False)


def test_leftovers_of_a_killed_backup_are_cleared_by_the_next(register: Register) -> None:
    folder = backed_up(register).path.parent
    for name in ("0123abcd-0123abcd.part", "0123abcd-0123abcd.part-journal"):
        (folder / name).write_bytes(b"half")
    (folder / "notes.part").write_text("somebody's own")
    backed_up(register)
    assert [name for name in files(folder) if "part" in name] == ["notes.part"]


def test_backups_of_a_register_called_like_a_leftover_stay(tmp_path: Path) -> None:
    with create_register(tmp_path / "0123abcd-0123abcd.part.gainboard") as register:
        made = [backed_up(register).path for _ in range(2)]
    assert all(path.exists() for path in made)


def test_an_empty_register_is_backed_up(tmp_path: Path) -> None:
    with create_register(tmp_path / "north.gainboard") as register:
        assert backed_up(register).seq == 0


def test_a_hurt_backup_is_never_taken_for_a_sound_one(register: Register) -> None:
    made = backed_up(register)
    whole = made.path.read_bytes()
    for at in {*range(60), *range(0, len(whole), 61), *range(len(whole) - 900, len(whole))}:
        made.path.write_bytes(flipped(whole, at))
        assert told_of(made) in ("sound", "E-BACKUP-DAMAGED", "E-NOT-A-BACKUP")


@pytest.mark.parametrize("left", [0, 1, 40, 500, -1])
def test_a_backup_cut_short_is_told(register: Register, left: int) -> None:
    made = backed_up(register)
    made.path.write_bytes(made.path.read_bytes()[:left])
    with pytest.raises(GainboardError, match="E-BACKUP-DAMAGED" if left > 40 else "E-.*BACKUP"):
        verify(made.path)


@pytest.mark.slow
def test_a_backup_killed_at_any_step_leaves_no_bad_one(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_file(register)
    first = backed_up(register).path
    seen = []
    # What a child leaves is not to be taken for this run's own.
    monkeypatch.setattr(rotation, "_RUN", "0123abcd")
    for _ in stopped_at_each_step(lambda: backed_up(register), register.path.parent):
        made = [verify(file).path for file in first.parent.glob("*.backup.zip")]
        for path in set(made) - {first}:
            path.unlink()
        seen.append(len(made))
    assert {1, 2} == set(seen)


def test_what_a_killed_backup_left_is_cleared_by_the_next(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_file(register)
    with monkeypatch.context() as child:
        child.setattr(rotation, "_RUN", "0123abcd")
        killed = stopped_at_each_step(lambda: backed_up(register), register.path.parent)
        assert len(list(islice(killed, 25))) == 25
    folder = rotation.folder_of(register.path)
    assert list(folder.glob("*.part"))
    backed_up(register)
    assert not list(folder.rglob("*.part*"))


def test_an_older_register_is_backed_up_as_it_is(older: Path) -> None:
    with closing(Database(older)) as db:
        made = before_migration(db, older, StoppedClock())
    assert read(made).schema == 1
    assert verify(made).seq > 0


def test_a_damaged_older_register_is_not_backed_up(older: Path) -> None:
    with closing(Database(older)) as db:
        db.execute("UPDATE recommendation SET text = 'forged' WHERE id = 1")
        with pytest.raises(Damaged):
            before_migration(db, older, StoppedClock())
    assert not rotation.folder_of(older).exists()


def test_a_full_disk_is_told_and_no_backup_is_touched(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(register)
    # The system's answer is given here, for no disk is full enough.
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(GainboardError, match="E-DISK-FULL") as told:
        backed_up(register)
    assert told.value.says.startswith("No backup was made. The disk that holds")
    assert "the last step" not in told.value.says
    assert files(made.path.parent) == [made.path.name]


@pytest.mark.parametrize("method", [12, 14])
def test_a_backup_said_to_be_packed_another_way_is_hurt(register: Register, method: int) -> None:
    made = backed_up(register)
    whole = bytearray(made.path.read_bytes())
    listed = whole.rindex(b"PK\x01\x02", 0, whole.rindex(b"PK\x01\x02"))
    whole[8] = whole[listed + 10] = method
    made.path.write_bytes(whole)
    assert told_of(made) == "E-BACKUP-DAMAGED"
