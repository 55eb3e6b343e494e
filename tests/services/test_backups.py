"""Backups as the window and the commands use them."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.services.backups import (
    Backup,
    back_up,
    backups,
    begin,
    due,
    finish,
    loss,
    read_backup,
    renew,
    restore,
)
from gainboard.services.evidence import offer
from gainboard.services.registers import open_register
from gainboard.store.register import Register
from tests.builders import StoppedClock

NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)


def made(at: datetime, seq: int = 2) -> Backup:
    return Backup(path=Path("x"), made_at=at, seq=seq, hash="", schema=2, size=1, reason="asked")


def worked_on(register: Register) -> None:
    offer(register, "CCP25-1", text="Sampled")


def test_backups_are_listed_newest_first(register: Register, clock: StoppedClock) -> None:
    first = back_up(register).backup
    clock.forward(days=1)
    second = back_up(register, "start of day").backup
    assert backups(register.path) == [second, first]
    assert [one.reason for one in backups(register.path)] == ["start of day", "asked"]


def test_a_register_without_backups_has_an_empty_list(register: Register) -> None:
    assert backups(register.path) == []


def test_a_snapshot_holds_the_moment_it_was_begun(register: Register) -> None:
    snapshot = begin(register, "before taking in")
    worked_on(register)
    done = finish(snapshot)
    assert (done.backup.seq, register.journal.head()[0]) == (2, 3)
    assert done.findings.faults == ()


def test_a_backup_is_read_by_itself(register: Register) -> None:
    done = back_up(register)
    assert read_backup(done.backup.path) == done.backup


@pytest.mark.parametrize("name", ["north.gainboard", "north.gainboard-lock"])
def test_no_backup_replaces_the_register(register: Register, name: str) -> None:
    with pytest.raises(GainboardError, match="E-EXISTS"):
        back_up(register, to=register.path.with_name(name))
    worked_on(register)


def test_no_backup_replaces_another_register(register: Register, tmp_path: Path) -> None:
    other = tmp_path / "other.gainboard"
    other.write_bytes(register.path.read_bytes())
    with pytest.raises(GainboardError, match="E-EXISTS"):
        back_up(register, to=other)


@pytest.mark.parametrize(("to", "id"), [(".", "E-FOLDER"), ("no/out.zip", "E-NOT-FOUND")])
def test_a_place_that_takes_no_file_is_told(register: Register, to: str, id: str) -> None:
    with pytest.raises(GainboardError, match=id):
        back_up(register, to=register.path.parent / to)
    assert backups(register.path) == []


def test_a_file_where_the_folder_should_be_is_told(register: Register) -> None:
    in_the_way = register.path.with_name("north.gainboard-backups")
    in_the_way.write_text("a letter")
    with pytest.raises(GainboardError, match="E-EXISTS"):
        back_up(register)
    assert in_the_way.read_text() == "a letter"


@pytest.mark.parametrize(
    ("newest", "seq", "says"),
    [
        (None, 2, "start of day"),
        (made(NOW - timedelta(days=1)), 2, "start of day"),
        (made(NOW - timedelta(minutes=29)), 3, ""),
        (made(NOW - timedelta(minutes=30)), 3, "every half hour"),
        (made(NOW - timedelta(hours=5)), 2, ""),
    ],
)
def test_a_backup_is_due(newest: Backup | None, seq: int, says: str) -> None:
    assert due(newest, seq, NOW) == says


def test_a_day_begins_where_the_board_sits() -> None:
    summer = timezone(timedelta(hours=1))
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert late.astimezone(summer).date() == date(2026, 6, 2)
    assert due(made(late), 2, (late + timedelta(hours=6)).astimezone(summer)) == ""


def test_what_would_be_lost_is_told_by_its_labels(register: Register) -> None:
    backup = back_up(register).backup
    worked_on(register)
    worked_on(register)
    lost = loss(register.path, backup)
    assert (lost.known, [entry.seq for entry in lost.entries]) == (True, [3, 4])
    assert lost.entries[0].label


def test_where_nothing_stands_nothing_is_lost(register: Register, tmp_path: Path) -> None:
    backup = back_up(register).backup
    (tmp_path / "empty.gainboard").write_bytes(b"")
    assert loss(tmp_path / "gone.gainboard", backup).known
    assert loss(tmp_path / "empty.gainboard", backup).known


def test_what_an_unreadable_register_loses_is_not_known(register: Register, tmp_path: Path) -> None:
    backup = back_up(register).backup
    (tmp_path / "hurt.gainboard").write_bytes(register.path.read_bytes()[:9000])
    assert not loss(tmp_path / "hurt.gainboard", backup).known


def test_what_was_restored_goes_on_as_before(register: Register, clock: StoppedClock) -> None:
    backup = back_up(register).backup
    worked_on(register)
    register.close()
    restored = restore(backup.path, register.path, clock=clock)
    assert restored.aside is not None
    assert restored.aside.name == "2026-03-12T093000Z"
    with open_register(register.path, clock=clock) as again:
        worked_on(again)
        assert back_up(again).backup.seq == 3


def test_after_a_disposal_no_older_copy_is_left(
    register: Register, clock: StoppedClock, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    old = back_up(register, second=second).backup
    register.close()
    restore(old.path, register.path, clock=clock)
    with open_register(register.path, clock=clock) as again:
        clock.forward(days=1)
        done = renew(again, second=second)
    assert done.second_says == ""
    assert backups(register.path) == [done.backup]
    assert [file.name for file in second.rglob("*.zip")] == [done.backup.path.name]
    assert not register.path.with_name("north.gainboard-replaced").exists()


def test_a_second_place_that_keeps_older_copies_is_told(register: Register, tmp_path: Path) -> None:
    back_up(register)
    done = renew(register, second=tmp_path / "gone")
    assert "gone" in done.second_says
    assert backups(register.path) == [done.backup]
