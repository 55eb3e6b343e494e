"""A mapping is kept in the register for the next file of the same columns."""

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import Sureness
from gainboard.services.history import undo
from gainboard.services.incoming import (
    keep_mapping,
    kept_mappings,
    plan_tracker,
    propose,
    take_in_tracker,
)
from gainboard.store.register import Register
from tests.domain.incoming.sheets import a_book, row


def chosen(register: Register, words: str, means: str) -> None:
    mapping = propose(register, a_book(row(1, status=words)))
    keep_mapping(register, mapping.with_value(Field.STATUS, words, means))


def test_the_next_file_is_proposed_as_the_last_was_chosen(register: Register) -> None:
    chosen(register, "Parked", "in_progress")
    mapping = propose(register, a_book(row(2, status="PARKED")))
    assert mapping.means(Field.STATUS, "PARKED") == "in_progress"
    assert {one.sureness for one in mapping.columns} == {Sureness.CHOSEN}


def test_a_mapping_of_the_same_columns_takes_the_former_ones_place(register: Register) -> None:
    chosen(register, "Parked", "in_progress")
    chosen(register, "Asleep", "watch")
    [kept] = kept_mappings(register)
    assert kept.means(Field.STATUS, "Parked") == "in_progress"
    assert kept.means(Field.STATUS, "Asleep") == "watch"


def test_one_that_is_spoilt_is_passed_over(register: Register) -> None:
    chosen(register, "Parked", "in_progress")
    setting = register.tables.settings.first("key = 'tracker mapping 1'")
    assert setting is not None
    with register.journal.operation("Spoil it"):
        register.tables.settings.change(setting, value="{")
    assert kept_mappings(register) == ()


def test_it_is_kept_in_the_operation_that_takes_the_tracker_in(register: Register) -> None:
    book = a_book(row(1))
    mapping = propose(register, book)
    take_in_tracker(register, plan_tracker(register, book, mapping), keep=mapping)
    assert len(kept_mappings(register)) == 1
    undo(register)
    assert kept_mappings(register) == ()


def test_keeping_is_taken_back_by_undo(register: Register) -> None:
    chosen(register, "Parked", "in_progress")
    undo(register)
    assert kept_mappings(register) == ()
