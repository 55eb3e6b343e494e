"""What a disposal erases: guards, payloads, files, pages, and how the check looks at it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from gainboard.domain.directory import Person
from gainboard.services.registers import check_register
from gainboard.store.attachments import folder_of
from gainboard.store.check import Fault
from gainboard.store.erasing import (
    COPIES,
    as_they_are,
    erase_payloads,
    finish,
    guards_down,
    leave_to_erase,
    left,
)
from gainboard.store.register import Register, open_register
from tests.builders import a_register

DROP = "DROP TRIGGER journal_payload_kept;"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with a_register(tmp_path) as made:
        for name in ("Ann", "Zephyrine"):
            with made.journal.operation("Add somebody"):
                made.tables.people.add(Person(name=name))
        yield made


def erase_zephyrine(register: Register) -> None:
    """Erase entry 3 as a disposal does."""
    with register.journal.operation("Dispose") as change:
        with guards_down(register.db):
            register.db.execute("DELETE FROM person WHERE name = 'Zephyrine'")
            erase_payloads(register.db, {3}, 4)
        change.retell = lambda rows: as_they_are(register.db, {(row.table, row.id) for row in rows})


def faults_after(register: Register, sql: str) -> set[tuple[str | None, int | None, str | None]]:
    register.close()
    behind = sqlite3.connect(register.path)
    behind.executescript(sql)
    behind.close()
    return {(one.table, one.id, one.column) for one in check_register(register.path).faults}


def guards(register: Register) -> set[tuple[str, str]]:
    sql = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"
    return set(register.db.execute(sql).fetchall())


def test_the_guards_are_put_up_again_as_they_were(register: Register) -> None:
    before = guards(register)
    erase_zephyrine(register)
    assert guards(register) == before


def test_the_guards_stand_where_the_disposal_was_taken_back(register: Register) -> None:
    before = guards(register)
    broken = pytest.raises(ZeroDivisionError)
    with broken, register.journal.operation("Dispose"), guards_down(register.db):
        _ = 1 // 0
    assert guards(register) == before


def test_guards_come_down_inside_a_transaction_only(register: Register) -> None:
    with pytest.raises(RuntimeError), guards_down(register.db):
        pass


def test_an_erased_payload_is_no_fault(register: Register) -> None:
    erase_zephyrine(register)
    assert faults_after(register, "") == set()


def test_a_payload_that_nobody_erased_is_missing(register: Register) -> None:
    erase_zephyrine(register)
    found = faults_after(register, f"{DROP} DELETE FROM journal_payload WHERE seq = 2")
    assert ("journal_payload", 2, None) in found


def test_a_forged_erasure_hides_no_missing_payload(register: Register) -> None:
    sql = f"{DROP} DELETE FROM journal_payload WHERE seq = 2; "
    found = faults_after(register, f"{sql} INSERT INTO erasure VALUES (7, 2, 3)")
    assert {("journal_payload", 2, None), ("erasure", 7, None)} <= found


def test_an_altered_erasure_is_named_by_its_column(register: Register) -> None:
    erase_zephyrine(register)
    found = faults_after(register, "UPDATE erasure SET entry = 2")
    assert ("erasure", 1, "entry") in found


def test_a_payload_that_is_back_is_a_fault(register: Register) -> None:
    kept = register.db.execute("SELECT * FROM journal_payload WHERE seq = 3").fetchone()
    erase_zephyrine(register)
    values = ", ".join(f"'{value}'" for value in kept)
    found = faults_after(register, f"INSERT INTO journal_payload VALUES ({values})")
    assert found == {("journal_payload", 3, None)}


def test_the_check_says_by_which_entry_it_was_erased(register: Register) -> None:
    erase_zephyrine(register)
    register.close()
    behind = sqlite3.connect(register.path)
    behind.executescript("INSERT INTO journal_payload VALUES (3, 'x', '[]')")
    behind.close()
    told: list[Fault] = list(check_register(register.path).faults)
    assert "erased by entry 4" in told[-1].says


def test_retention_rows_are_checked_like_any_other(register: Register) -> None:
    found = faults_after(register, "UPDATE retention_class SET keep_years = 1 WHERE id = 2")
    assert found == {("retention_class", 2, "keep_years")}


def test_finishing_takes_away_the_bytes_and_strikes_them_off(register: Register) -> None:
    erase_zephyrine(register)
    leave_to_erase(register.db)
    assert finish(register.db, register.path) == ()
    assert left(register.db) == [COPIES]
    assert b"Zephyrine" not in register.path.read_bytes()


def test_only_files_that_no_row_names_are_taken_away(register: Register) -> None:
    folder = folder_of(register.path) / "ab"
    folder.mkdir(parents=True)
    named, orphan, half = ("ab" + end * 62 for end in "123")
    for name in (named, orphan, f"{half}.new", "Notes.txt"):
        (folder / name).touch()
    with register.journal.operation("Name a file"):
        sql = "INSERT INTO attachment (sha256, name, size) VALUES (?, 'a', 0)"
        register.db.execute(sql, [named])
    leave_to_erase(register.db)
    finish(register.db, register.path)
    assert {one.name for one in folder.iterdir()} == {named, "Notes.txt"}


def test_what_the_disk_refuses_is_returned_and_waits_for_the_next_opening(
    register: Register,
) -> None:
    odd = folder_of(register.path) / "ab" / ("ab" + "1" * 62)
    odd.mkdir(parents=True)
    leave_to_erase(register.db)
    assert len(finish(register.db, register.path)) == 1
    assert len(left(register.db)) == 2
    odd.rmdir()
    register.close()
    with open_register(register.path) as again:
        assert left(again.db) == [COPIES]
