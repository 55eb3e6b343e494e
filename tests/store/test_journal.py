"""The one write path: operations, their entries, and what may never be written."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gainboard.domain.directory import Body, Person
from gainboard.errors import GainboardError
from gainboard.store import chain
from gainboard.store.check import check
from gainboard.store.reading import entries
from gainboard.store.register import Register
from tests.builders import a_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with a_register(tmp_path) as made:
        yield made


def add(register: Register, name: str) -> None:
    with register.journal.operation(f"Add {name}"):
        register.tables.people.add(Person(name=name))


def test_an_operation_tells_what_it_changed(register: Register) -> None:
    with register.journal.operation("Add somebody") as change:
        person = register.tables.people.add(Person(name="Insp Custody"))
    assert change.done.touched("person") == {person.id}
    assert (change.done.seq, change.done.hash) == register.journal.head()


def test_what_an_operation_did_is_not_known_before_the_commit(register: Register) -> None:
    with register.journal.operation("Add somebody") as change:
        with pytest.raises(RuntimeError, match="not committed"):
            _ = change.done
        register.tables.people.add(Person(name="Insp Custody"))


def test_a_write_outside_an_operation_fails(register: Register) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        register.tables.people.add(Person(name="Insp Custody"))
    assert register.tables.people.all() == []


def test_operations_do_not_nest(register: Register) -> None:
    with (
        pytest.raises(RuntimeError, match="nest"),
        register.journal.operation("Outer"),
        register.journal.operation("Inner"),
    ):
        pass
    assert register.journal.head()[0] == 1


def test_an_exception_inside_leaves_no_trace(register: Register) -> None:
    before = register.journal.head()
    with pytest.raises(ZeroDivisionError), register.journal.operation("Break off"):
        _ = register.tables.people.add(Person(name="Insp Custody")).id / 0
    assert register.tables.people.all() == []
    assert register.journal.head() == before


def test_work_goes_on_after_an_exception(register: Register) -> None:
    with pytest.raises(ZeroDivisionError), register.journal.operation("Break off"):
        _ = 1 / 0
    add(register, "Insp Custody")
    assert entries(register.db)[-1].label == "Add Insp Custody"


def test_an_operation_that_changes_nothing_leaves_no_entry(register: Register) -> None:
    before = register.journal.head()
    with register.journal.operation("Do nothing") as change:
        pass
    assert register.journal.head() == before
    assert change.done.rows == ()


def test_a_change_taken_back_within_an_operation_leaves_no_entry(register: Register) -> None:
    before = register.journal.head()
    with register.journal.operation("Think again"):
        person = register.tables.people.add(Person(name="Insp Custody"))
        register.tables.people.remove(person)
    assert register.journal.head() == before


def test_a_row_changed_twice_is_told_once(register: Register) -> None:
    with register.journal.operation("Add and name") as change:
        person = register.tables.people.add(Person(name="Insp Custody"))
        register.tables.people.change(person, post="Custody")
    [row] = change.done.rows
    assert row.after == {"name": "Insp Custody", "post": "Custody", "body_id": None}


def test_a_replaced_row_is_recorded(register: Register) -> None:
    add(register, "Insp Custody")
    with register.journal.operation("Replace") as change:
        register.db.execute("REPLACE INTO person (id, name) VALUES (1, 'Insp Courts')")
    [row] = change.done.rows
    assert (row.before, row.after) == ({"name": "Insp Custody"}, {"name": "Insp Courts"})


def test_an_entry_hangs_on_the_one_before(register: Register) -> None:
    add(register, "Insp Custody")
    rows = list(register.db.query("SELECT * FROM journal_entry ORDER BY seq"))
    assert rows[0]["previous"] == chain.GENESIS
    assert rows[1]["previous"] == rows[0]["hash"]
    assert rows[1]["hash"] == chain.hash_entry(rows[1])


def test_an_entry_is_committed_to_its_changes(register: Register) -> None:
    sql = "SELECT commitment, salt, changes FROM journal_entry JOIN journal_payload USING (seq)"
    [(commitment, salt, changes)] = register.db.execute(sql).fetchall()
    assert chain.commit_to(salt, changes) == commitment


def test_the_same_change_is_committed_to_under_another_salt(register: Register) -> None:
    add(register, "Insp Custody")
    register.undo.undo()
    register.undo.redo()
    sql = "SELECT count(DISTINCT salt) FROM journal_payload"
    assert register.db.execute(sql).fetchone()[0] == 4


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET label = 'x'",
        "DELETE FROM journal_entry",
        "REPLACE INTO journal_entry SELECT * FROM journal_entry",
        "UPDATE journal_payload SET changes = '[]'",
        "DELETE FROM journal_payload",
        "REPLACE INTO journal_payload SELECT * FROM journal_payload",
    ],
)
def test_the_journal_is_append_only(register: Register, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        register.db.execute(sql)
    assert check(register.db, register.path).faults == ()


def test_a_label_nobody_can_keep_is_made_safe(register: Register) -> None:
    with register.journal.operation("Allocate to \ud800\nhim"):
        register.tables.bodies.add(Body(name="Northmoor Courts"))
    assert entries(register.db)[-1].label == "Allocate to \ufffd him"


def test_a_full_disk_is_told_and_leaves_no_trace(register: Register) -> None:
    register.db.execute("PRAGMA max_page_count = 1")
    before = register.journal.head()
    with pytest.raises(GainboardError, match="E-DISK-FULL"):
        add(register, "x" * 1_000_000)
    assert register.journal.head() == before


def test_a_draft_on_a_full_disk_is_told(register: Register) -> None:
    register.db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(GainboardError, match="E-DISK-FULL"):
        register.drafts.keep("discussion/1", "x" * 1_000_000)


def test_history_lists_newest_last(register: Register) -> None:
    add(register, "Insp Custody")
    register.undo.undo()
    kinds = [(one.kind, one.undone_by) for one in entries(register.db)]
    assert kinds == [("founding", None), ("do", 3), ("undo", None)]


def test_nothing_is_called_saved_in_a_file_that_was_taken_away(register: Register) -> None:
    aside = register.path.with_suffix(".aside")
    register.path.rename(aside)
    with pytest.raises(GainboardError, match="E-FILE-GONE"):
        add(register, "Insp Custody")
    aside.rename(register.path)
    add(register, "Insp Custody")
    assert len(register.tables.people.all()) == 1


@pytest.mark.parametrize("written_before", [False, True])
def test_nothing_is_called_saved_in_a_file_that_was_replaced(
    register: Register, written_before: bool
) -> None:
    if written_before:
        add(register, "Ch Insp Custody")
    other = register.path.with_suffix(".other")
    other.write_bytes(register.path.read_bytes())
    other.replace(register.path)
    with pytest.raises(GainboardError, match="E-FILE-GONE"):
        add(register, "Insp Custody")


class LateDisk:
    """A disk whose sync fails when all of a commit is written; for good where it `stays`."""

    def __init__(self, register: Register, *, stays: bool) -> None:
        self._execute = register.db.conn.execute
        self._stays = stays
        self.has_failed = False

    def __call__(self, *statement: Any) -> Any:
        done = self._execute(*statement)
        ends = statement[0] == "COMMIT" or (self.has_failed and "user_version =" in statement[0])
        if ends and (self._stays or not self.has_failed):
            self.has_failed = True
            raise GainboardError("E-DEVICE", "The disk reports a fault.")
        return done


def test_a_commit_whose_last_sync_failed_is_made_sure_of(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register.db.conn, "execute", LateDisk(register, stays=False))
    with register.journal.operation("Add somebody") as change:
        register.tables.people.add(Person(name="Insp Custody"))
    assert (change.done.seq, change.done.hash) == register.journal.head()


def test_a_commit_the_disk_does_not_confirm_is_not_called_lost(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register.db.conn, "execute", LateDisk(register, stays=True))
    with pytest.raises(GainboardError, match="in the register, but the disk did not confirm it"):
        add(register, "Insp Custody")
    assert [person.name for person in register.tables.people.all()] == ["Insp Custody"]


def test_a_disk_that_does_not_answer_at_all_leaves_it_open(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = LateDisk(register, stays=True)

    def dead(*statement: Any) -> Any:
        if disk.has_failed and statement[0].startswith("SELECT seq, hash"):
            raise GainboardError("E-DEVICE", "The disk reports a fault.")
        return disk(*statement)

    monkeypatch.setattr(register.db.conn, "execute", dead)
    with pytest.raises(GainboardError, match="does not say whether the last step was saved"):
        add(register, "Insp Custody")
