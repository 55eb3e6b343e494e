"""Dates as they stand: due, projected, agreed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gainboard.domain.draft import DraftDeadline
from gainboard.services.closing import complete
from gainboard.services.dating import Current
from gainboard.services.extensions import extend
from gainboard.services.taking_in import take_in
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import a_draft, a_register, after, an_item


def chained(folder: Path, *waits: DraftDeadline | None) -> Register:
    """Make a register in which recommendation n has the n-th deadline, or a written one."""
    items = [
        an_item(str(nth), "By 31 January 2026, do it.", deadlines=(wait,))
        if wait
        else an_item(str(nth), "By 31 January 2026, do it.", addressees=("a board",))
        for nth, wait in enumerate(waits, 1)
    ]
    register = a_register(folder)
    take_in(register, a_draft(*items), document_name="chain.txt", code="CH")
    return register


def current(register: Register, ref: str) -> Current:
    one = detail(register, ref).summary
    return Current(on=one.current_date, is_projected=one.is_projected)


def test_a_written_date_is_current(tmp_path: Path) -> None:
    with chained(tmp_path, None) as register:
        assert current(register, "CH-1") == Current(on=date(2026, 1, 31))


def test_projected_dates_chain(tmp_path: Path) -> None:
    with chained(tmp_path, None, after("1", 1), after("2", 12)) as register:
        assert current(register, "CH-2") == Current(on=date(2026, 2, 28), is_projected=True)
        assert current(register, "CH-3") == Current(on=date(2027, 2, 28), is_projected=True)


def test_an_extension_moves_what_is_projected_from_it(register: Register) -> None:
    with register.journal.operation("Let 3 wait for 5"):
        [line] = register.tables.deadlines.where("depends_on_id IS NOT NULL")
        five = detail(register, "CCP25-5").recommendation
        register.tables.deadlines.change(line, depends_on_id=five.id)
    extend(register, "CCP25-5", to=date(2026, 5, 31))
    assert current(register, "CCP25-3").on == date(2027, 5, 31)


def test_a_completion_ends_the_projecting(tmp_path: Path) -> None:
    with chained(tmp_path, None, after("1", 1), after("2", 12)) as register:
        complete(register, "CH-1", on=date(2026, 1, 10))
        assert current(register, "CH-2") == Current(on=date(2026, 2, 10))
        assert current(register, "CH-3") == Current(on=date(2027, 2, 10), is_projected=True)


def waiting_for_two(folder: Path) -> Register:
    both = tuple(replace(after(number, 1), text="Within a month of both") for number in "12")
    board = ("a board",)
    items = [an_item(n, "By 31 January 2026, do it.", addressees=board) for n in "12"]
    register = a_register(folder)
    draft = a_draft(*items, an_item("3", "Within a month of both, do it.", deadlines=both))
    take_in(register, draft, document_name="both.txt", code="CH")
    return register


def test_what_waits_for_two_has_no_date_until_both_are_done(tmp_path: Path) -> None:
    with waiting_for_two(tmp_path) as register:
        complete(register, "CH-1", on=date(2025, 12, 10))
        assert current(register, "CH-3") == Current(on=date(2026, 2, 28), is_projected=True)


def test_of_two_that_are_waited_for_the_one_done_last_counts(tmp_path: Path) -> None:
    with waiting_for_two(tmp_path) as register:
        complete(register, "CH-1", on=date(2026, 3, 10))
        complete(register, "CH-2", on=date(2025, 12, 10))
        assert current(register, "CH-3") == Current(on=date(2026, 4, 10))


def test_a_circle_has_no_date_and_comes_to_an_end(tmp_path: Path) -> None:
    with chained(tmp_path, after("2", 1), after("3", 1), after("1", 1)) as register:
        assert {current(register, f"CH-{nth}").on for nth in (1, 2, 3)} == {None}


def test_one_that_waits_for_itself_has_no_date(tmp_path: Path) -> None:
    with chained(tmp_path, after("1", 1)) as register:
        assert current(register, "CH-1") == Current(on=None)


def test_a_long_chain_is_followed_to_its_end(tmp_path: Path) -> None:
    waits = [None, *(after(str(nth), 1) for nth in range(1, 60))]
    with chained(tmp_path, *waits) as register:
        assert current(register, "CH-60").on == date(2030, 12, 28)


def test_a_date_past_the_end_of_the_calendar_is_none(tmp_path: Path) -> None:
    with chained(tmp_path, None, after("1", 12)) as register:
        complete(register, "CH-1", on=date.max)
        assert current(register, "CH-2") == Current(on=None)


def test_nothing_is_projected_past_the_end_of_the_calendar(register: Register) -> None:
    with register.journal.operation("Let 3 wait for 5"):
        [line] = register.tables.deadlines.where("depends_on_id IS NOT NULL")
        five = detail(register, "CCP25-5").recommendation
        register.tables.deadlines.change(line, depends_on_id=five.id)
    extend(register, "CCP25-5", to=date.max)
    assert current(register, "CCP25-3") == Current(on=None)


@pytest.mark.parametrize(
    ("months", "rule"),
    [
        (12, "12 months after CH-1 was completed, 10 January 2026"),
        (1, "1 month after CH-1 was completed, 10 January 2026"),
        (0, "on the day CH-1 was completed, 10 January 2026"),
    ],
)
def test_the_rule_of_a_counted_date_is_said(tmp_path: Path, months: int, rule: str) -> None:
    with chained(tmp_path, None, after("1", months)) as register:
        complete(register, "CH-1", on=date(2026, 1, 10))
        assert detail(register, "CH-2").summary.deadlines[0].rule == rule
