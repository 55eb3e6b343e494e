"""Approved minutes: the file itself refuses to change them."""

import sqlite3
from collections.abc import Iterator

import pytest

from gainboard.domain.meeting import Addendum
from gainboard.domain.states import Presence
from gainboard.services.meetings import (
    approve_minutes,
    attend,
    finish_meeting,
    note_position,
)
from gainboard.store.register import Register
from tests.builders import MEETING, TODAY, a_year, dump, in_meeting

OF_A_MEETING = ("attendance", "agenda_item", "decision")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Give one register with approved minutes to all: what is refused leaves it as it was."""
    with a_year(tmp_path_factory.mktemp("approved")) as made:
        in_meeting(made)
        attend(made, "ACC Justice", presence=Presence.PRESENT)
        note_position(made, "CCP25-4")
        finish_meeting(made)
        approve_minutes(made, MEETING)
        in_meeting(made, "GAIN 2026/04")
        attend(made, "Insp Form", presence=Presence.PRESENT)
        note_position(made, "CCP25-5")
        yield made


def refused(register: Register, sql: str) -> None:
    before = dump(register)
    with (
        pytest.raises(sqlite3.IntegrityError, match="approved minutes never change"),
        register.journal.operation("Forge"),
    ):
        register.db.execute(sql)
    assert dump(register) == before


@pytest.mark.parametrize("table", OF_A_MEETING)
def test_a_row_of_approved_minutes_is_not_updated(register: Register, table: str) -> None:
    refused(register, f"UPDATE {table} SET meeting_id = meeting_id WHERE meeting_id = 1")


@pytest.mark.parametrize("table", OF_A_MEETING)
def test_a_row_is_not_moved_into_approved_minutes(register: Register, table: str) -> None:
    refused(register, f"UPDATE {table} SET meeting_id = 1 WHERE meeting_id = 2")


@pytest.mark.parametrize("table", OF_A_MEETING)
def test_a_row_of_approved_minutes_is_not_deleted(register: Register, table: str) -> None:
    refused(register, f"DELETE FROM {table} WHERE meeting_id = 1")


@pytest.mark.parametrize("table", OF_A_MEETING)
def test_a_row_of_approved_minutes_is_not_replaced(register: Register, table: str) -> None:
    columns = [row[1] for row in register.db.execute(f"PRAGMA table_info({table})").fetchall()]
    moved = ", ".join("2" if name == "meeting_id" else name for name in columns)
    refused(register, f"REPLACE INTO {table} SELECT {moved} FROM {table} WHERE meeting_id = 1")


@pytest.mark.parametrize("table", OF_A_MEETING)
def test_a_row_is_not_added_to_approved_minutes(register: Register, table: str) -> None:
    columns = [row[1] for row in register.db.execute(f"PRAGMA table_info({table})").fetchall()]
    free = {"id": "id + 900", "meeting_id": "1", "ref": "'GAIN-X'", "person_id": "9"}
    values = ", ".join(free.get(name, name) for name in columns)
    refused(register, f"INSERT INTO {table} SELECT {values} FROM {table} WHERE meeting_id = 2")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE meeting SET state = 'minutes_draft' WHERE id = 1",
        "DELETE FROM meeting WHERE id = 1",
        "REPLACE INTO meeting SELECT * FROM meeting WHERE id = 1",
        "UPDATE approved_minutes SET body = '{}'",
        "DELETE FROM approved_minutes",
        "REPLACE INTO approved_minutes SELECT * FROM approved_minutes",
        "REPLACE INTO approved_minutes SELECT id + 1, meeting_id, '{}', approved_on "
        "FROM approved_minutes",
    ],
)
def test_the_meeting_and_its_words_stay(register: Register, sql: str) -> None:
    refused(register, sql)


def test_the_meeting_in_session_can_be_written(register: Register) -> None:
    with register.journal.operation("Tidy") as change:
        register.db.execute("UPDATE agenda_item SET why = 'x' WHERE meeting_id = 2")
    assert change.done.touched("agenda_item")


def test_a_correction_is_an_addendum(register: Register) -> None:
    words = Addendum(meeting_id=1, corrects="D01", text="It was item 5.", made_on=TODAY)
    with register.journal.operation("Correct D01"):
        kept = register.tables.addenda.add(words)
    assert kept.id
