"""Undo and redo: operations of their own, in the order people expect."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gainboard.domain.directory import Person
from gainboard.errors import GainboardError, Refused
from gainboard.store.reading import entries
from gainboard.store.register import Register
from tests.builders import a_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with a_register(tmp_path) as made:
        yield made


def add(register: Register, *names: str) -> None:
    for name in names:
        with register.journal.operation(f"Add {name}"):
            register.tables.people.add(Person(name=name))


def names(register: Register) -> list[str]:
    return [person.name for person in register.tables.people.all()]


def test_undo_takes_back_the_newest(register: Register) -> None:
    add(register, "A", "B")
    changes = register.undo.undo()
    assert names(register) == ["A"]
    assert changes.label == "Undo: Add B"


def test_undo_goes_on_to_the_one_before(register: Register) -> None:
    add(register, "A", "B")
    register.undo.undo()
    register.undo.undo()
    assert names(register) == []


def test_nothing_is_deleted_from_the_history(register: Register) -> None:
    add(register, "A")
    register.undo.undo()
    assert [one.kind for one in entries(register.db)] == ["founding", "do", "undo"]


def test_the_founding_stands(register: Register) -> None:
    assert register.undo.next_undo() is None
    with pytest.raises(Refused, match="E-NOTHING-TO-UNDO"):
        register.undo.undo()


def test_redo_does_again_in_order(register: Register) -> None:
    add(register, "A", "B")
    register.undo.undo()
    register.undo.undo()
    assert register.undo.next_redo() == "Add A"
    register.undo.redo()
    assert (names(register), register.undo.next_redo()) == (["A"], "Add B")


def test_an_operation_done_again_can_be_undone_again(register: Register) -> None:
    add(register, "A")
    register.undo.undo()
    register.undo.redo()
    assert register.undo.next_undo() == "Add A"
    register.undo.undo()
    assert names(register) == []


def test_a_new_operation_drops_what_could_be_done_again(register: Register) -> None:
    add(register, "A")
    register.undo.undo()
    add(register, "B")
    assert register.undo.next_redo() is None
    with pytest.raises(Refused, match="E-NOTHING-TO-REDO"):
        register.undo.redo()


def test_what_was_dropped_stays_dropped_after_another_undo(register: Register) -> None:
    add(register, "A")
    register.undo.undo()
    add(register, "B")
    register.undo.undo()
    assert register.undo.next_redo() == "Add B"
    register.undo.redo()
    assert (names(register), register.undo.next_redo()) == (["B"], None)


def test_what_undo_or_redo_would_turn_is_weighed(register: Register) -> None:
    assert register.undo.undo_weight() == 0
    add(register, "A" * 1000)
    assert register.undo.undo_weight() > 1000
    assert register.undo.redo_weight() == 0
    register.undo.undo()
    assert register.undo.redo_weight() > 1000


def test_undo_tells_how_far_it_has_come(register: Register) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    with register.journal.operation("Add many"):
        for nth in range(50):
            register.tables.people.add(Person(name=f"N{nth}"))
    register.undo.undo(tell)
    assert told == [(20, 50), (40, 50), (50, 50)]


def test_undo_that_is_stopped_changes_nothing(register: Register) -> None:
    add(register, "A")
    with pytest.raises(GainboardError, match="E-STOPPED"):
        register.undo.undo(lambda _done, _of: False)
    assert names(register) == ["A"]
    assert register.undo.next_undo() == "Add A"


def test_undo_skips_what_is_undone_already(register: Register) -> None:
    add(register, "A", "B")
    register.undo.undo()
    add(register, "C")
    register.undo.undo()
    register.undo.undo()
    assert names(register) == []


def test_a_row_undone_comes_back_under_its_id(register: Register) -> None:
    add(register, "A", "B")
    before = register.tables.people.all()
    with register.journal.operation("Remove A"):
        register.tables.people.remove(before[0])
    register.undo.undo()
    assert register.tables.people.all() == before


def test_undo_and_redo_are_still_there_after_opening_again(tmp_path: Path) -> None:
    from gainboard.store.register import open_register

    with a_register(tmp_path) as register:
        add(register, "A", "B")
        register.undo.undo()
    with open_register(tmp_path / "north.gainboard") as again:
        assert (again.undo.next_undo(), again.undo.next_redo()) == ("Add A", "Add B")
