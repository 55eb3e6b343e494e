"""The bulk path: a whole journal, whatever happens; only the commits are fewer."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gainboard.domain.directory import Body, Person
from gainboard.store.bulk import filling
from gainboard.store.check import check
from gainboard.store.register import Register, create_register


def salt(seq: int) -> str:
    """Return a salt made from the entry's number."""
    return f"{seq:032x}"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Return an empty register."""
    with create_register(tmp_path / "r.gainboard") as made:
        yield made


def labels(register: Register) -> list[str]:
    """Return the labels of the journal's entries."""
    sql = "SELECT label FROM journal_entry ORDER BY seq"
    return [str(row[0]) for row in register.db.execute(sql)]


def test_what_is_filled_in_is_what_the_journal_tells(register: Register) -> None:
    with filling(register, salt=salt, per_commit=2) as bulk:
        with bulk.operation("Name somebody"):
            who = bulk.add(Person(name="Zoë Ó Briain"))
        for post in ("Inspector", "Chief Inspector", "Superintendent"):
            with bulk.operation(f"Make {post}"):
                who = bulk.change(who, post=post)
    found = check(register.db, register.path)
    assert (found.entries, found.faults) == (4, ())
    assert register.tables.people.get(who.id).post == "Superintendent"


def test_one_operation_is_one_entry_and_one_undo_step(register: Register) -> None:
    with filling(register, salt=salt) as bulk:
        with bulk.operation("Name two"):
            bulk.add(Person(name="Ann"))
            bulk.add(Body(name="A partner", is_partner=True))
        with bulk.operation("Name a third"):
            bulk.add(Person(name="Ben"))
    register.undo.undo()
    assert [person.name for person in register.tables.people.all()] == ["Ann"]
    assert labels(register) == ["Name two", "Name a third", "Undo: Name a third"]


def test_an_operation_that_changes_nothing_leaves_no_entry(register: Register) -> None:
    with filling(register, salt=salt) as bulk:
        with bulk.operation("Name somebody"):
            ann = bulk.add(Person(name="Ann"))
        with bulk.operation("Name her again"):
            bulk.change(ann, name="Ann")
    assert labels(register) == ["Name somebody"]


def test_a_write_outside_an_operation_is_refused(register: Register) -> None:
    with (
        pytest.raises(Exception, match="NOT NULL"),
        filling(register, salt=salt) as bulk,
    ):
        bulk.add(Person(name="Nobody’s"))
    assert register.tables.people.count() == 0


def name_and_fail(register: Register, count: int) -> None:
    """Name so many people, then fail before the batch is full."""
    with filling(register, salt=salt, per_commit=2) as bulk:
        for nth in range(count):
            with bulk.operation(f"Name {nth}"):
                bulk.add(Person(name=f"P{nth}"))
        raise ZeroDivisionError


def test_a_failure_takes_back_the_batch_and_leaves_the_journal_whole(register: Register) -> None:
    with pytest.raises(ZeroDivisionError):
        name_and_fail(register, 5)
    assert labels(register) == ["Name 0", "Name 1", "Name 2", "Name 3"]
    assert check(register.db, register.path).faults == ()


def name_after_a_failure(register: Register) -> None:
    """Let an operation fail half-way, then go on as if it had not."""
    with filling(register, salt=salt) as bulk:
        with suppress(ZeroDivisionError), bulk.operation("Name somebody, then fail"):
            bulk.add(Person(name="Ann"))
            raise ZeroDivisionError
        with bulk.operation("Name another"):
            bulk.add(Person(name="Ben"))


def test_half_an_operation_never_reaches_the_next_entry(register: Register) -> None:
    with pytest.raises(RuntimeError, match="taken back"):
        name_after_a_failure(register)
    assert register.tables.people.count() == 0
    assert labels(register) == []


def test_the_register_goes_on_where_it_was_filled_to(register: Register) -> None:
    with filling(register, salt=salt) as bulk, bulk.operation("Name somebody"):
        bulk.add(Person(name="Ann"))
    with register.journal.operation("Name another") as change:
        register.tables.people.add(Person(name="Ben"))
    assert change.done.seq == 2
    assert check(register.db, register.path).faults == ()


def test_the_same_salts_and_clock_give_the_same_hashes(tmp_path: Path, register: Register) -> None:
    with create_register(tmp_path / "s.gainboard", clock=register.clock) as other:
        at = register.clock()
        heads = []
        for one in (register, other):
            one.clock = lambda: at
            with filling(one, salt=salt) as bulk, bulk.operation("Name somebody"):
                bulk.add(Person(name="Ann"))
            heads.append(one.journal.head())
    assert heads[0] == heads[1]
