"""Records in and out of tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.directory import Body, Person
from gainboard.domain.meeting import Meeting
from gainboard.domain.recommendation import Extension
from gainboard.domain.states import ExtensionVerdict, MeetingState
from gainboard.store.register import Register, create_register
from gainboard.store.table import from_row, to_row


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with create_register(tmp_path / "new.gainboard") as made:
        yield made


def test_a_record_comes_back_as_it_was_put_in(register: Register) -> None:
    meeting = Meeting(ref="GAIN 2026/01", held_on=date(2026, 1, 8), state=MeetingState.IN_SESSION)
    with register.journal.operation("Add a meeting"):
        kept = register.tables.meetings.add(meeting)
    assert register.tables.meetings.get(kept.id) == kept
    assert kept.state is MeetingState.IN_SESSION


def test_what_add_returns_is_what_was_kept(register: Register) -> None:
    with register.journal.operation("Add a body"):
        kept = register.tables.bodies.add(Body(name="Cafe\u0301\r\nBoard", is_own=True))
    assert kept.name == "Café\nBoard"
    assert register.tables.bodies.get(kept.id) == kept


def test_a_change_writes_only_what_differs(register: Register) -> None:
    people = register.tables.people
    with register.journal.operation("Add somebody"):
        somebody = people.add(Person(name="Insp Custody"))
    with register.journal.operation("Name the post") as change:
        people.change(somebody, name="Insp Custody", post="Custody")
    [row] = change.done.rows
    assert (row.before, row.after) == ({"post": ""}, {"post": "Custody"})


def test_a_record_that_is_pointed_at_is_not_deleted(register: Register) -> None:
    with register.journal.operation("Add a body"):
        body = register.tables.bodies.add(Body(name="Northmoor Police"))
        register.tables.people.add(Person(name="Insp Custody", body_id=body.id))
    with pytest.raises(Exception, match="FOREIGN KEY"), register.journal.operation("Remove it"):
        register.tables.bodies.remove(body)


def test_a_record_that_is_not_there_is_a_bug(register: Register) -> None:
    with pytest.raises(KeyError, match="body 7"):
        register.tables.bodies.get(7)


def test_names_are_found_in_any_case(register: Register) -> None:
    with register.journal.operation("Add a body"):
        register.tables.bodies.add(Body(name="Northmoor Police"))
    assert register.tables.bodies.first("name = ?", "northmoor POLICE")


def test_a_lone_surrogate_is_looked_for_without_a_fault(register: Register) -> None:
    assert register.tables.people.where("name = ?", "\ud800") == []


def test_an_extension_goes_through_a_row_and_back() -> None:
    asked = Extension(
        recommendation_id=3,
        requested_to=date(2026, 9, 30),
        requested_on=date(2026, 3, 12),
        verdict=ExtensionVerdict.GRANTED,
    )
    assert from_row(Extension, to_row(asked)) == asked


@given(name=st.text(st.characters(exclude_categories=())), is_own=st.booleans())
def test_any_text_becomes_a_row(name: str, is_own: bool) -> None:
    row = to_row(Body(name=name, is_own=is_own))
    assert from_row(Body, row).is_own is is_own
    assert str(row["name"]).encode() is not None
