"""The table of deadlines, row by row, and what must not be taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.deadlines import (
    Basis,
    find_deadlines,
    locate_deadlines,
    projected,
    resolve_dependent,
)
from gainboard.domain.draft import DraftDeadline

PUBLISHED = date(2025, 8, 31)

STATED = [
    ("By 31 March 2026, forces should act.", "By 31 March 2026", date(2026, 3, 31)),
    ("By Tuesday 31st March 2026 act.", "By Tuesday 31st March 2026", date(2026, 3, 31)),
    ("by 1 April 2026", "by 1 April 2026", date(2026, 4, 1)),
    ("by 01/04/2026", "by 01/04/2026", date(2026, 4, 1)),
    ("by 2026-04-01", "by 2026-04-01", date(2026, 4, 1)),
    ("No later than 31 March 2026, act.", "No later than 31 March 2026", date(2026, 3, 31)),
    ("Forces should act before 1 April 2026.", "before 1 April 2026", date(2026, 3, 31)),
    ("Forces should act on or before 1 April 2026", "on or before 1 April 2026", date(2026, 4, 1)),
]
ASSUMED = [
    ("By July 2026, act.", Basis.STATED_MONTH, date(2026, 7, 31)),
    ("By the end of July 2026, act.", Basis.STATED_MONTH, date(2026, 7, 31)),
    ("By February 2028, act.", Basis.STATED_MONTH, date(2028, 2, 29)),
    ("Before July 2026, act.", Basis.STATED_MONTH, date(2026, 6, 30)),
    ("By the end of 2026, act.", Basis.STATED_YEAR, date(2026, 12, 31)),
    ("By the end of the financial year 2026/27, act.", Basis.STATED_YEAR, date(2027, 3, 31)),
    ("By spring 2026, act.", Basis.STATED_SEASON, date(2026, 5, 31)),
    ("By autumn 2026, act.", Basis.STATED_SEASON, date(2026, 11, 30)),
    ("By Q3 2026, act.", Basis.STATED_SEASON, date(2026, 9, 30)),
]
AFTER_PUBLICATION = [
    ("Within six months, forces should act.", (6, "months"), date(2026, 2, 28)),
    ("Forces should act within 12 weeks.", (12, "weeks"), date(2025, 11, 23)),
    ("Forces should, within 30 working days, act.", (30, "working days"), date(2025, 10, 10)),
    ("Within three months of this report, act.", (3, "months"), date(2025, 11, 30)),
    ("Within three months of the date of this report, act.", (3, "months"), date(2025, 11, 30)),
    ("Within three months of publication, act.", (3, "months"), date(2025, 11, 30)),
    ("within twenty-four months of the publication of this Report", (24, "months"), "2027-08-31"),
    ("No later than 6 months after publication, act.", (6, "months"), date(2026, 2, 28)),
]
NO_DEADLINE = [
    "The plan should be tested at least every three years.",
    "Records should be kept for 12 months.",
    "Forces should review all cases from the last 12 months.",
    "Forces should ensure that every call is answered within 2 weeks.",
    "Forces should review offences committed before 1 April 2026.",
    "Forces should make sure that officers respond immediately.",
    "Forces may act on it.",
]


@pytest.mark.parametrize(("text", "words", "due"), STATED)
def test_a_stated_day_is_that_day(text: str, words: str, due: date) -> None:
    [found] = find_deadlines(text, None)
    assert (found.text, found.basis, found.due) == (words, Basis.STATED_DAY, due)
    assert not found.assumption


@pytest.mark.parametrize(("text", "basis", "due"), ASSUMED)
def test_a_month_season_or_year_is_its_last_day_by_assumption(
    text: str, basis: Basis, due: date
) -> None:
    [found] = find_deadlines(text, None)
    assert (found.basis, found.due, found.assumption) == (basis, due, True)
    assert "(assumption)" in found.rule


def test_the_board_can_take_the_first_day_of_a_stated_month() -> None:
    [found] = find_deadlines("By July 2026, act.", None, "first_day")
    assert found.due == date(2026, 7, 1)
    assert found.rule == "stated month: first day of July 2026 (assumption)"


@pytest.mark.parametrize(("text", "period", "due"), AFTER_PUBLICATION)
def test_a_period_is_counted_from_publication(
    text: str, period: tuple[int, str], due: date | str
) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert found.basis is Basis.RELATIVE_TO_PUBLICATION
    assert (found.period_count, found.period_unit) == period
    assert str(found.due) == str(due)


def test_without_a_publication_date_no_day_is_guessed() -> None:
    [found] = find_deadlines("Within six months, forces should act.", None)
    assert found.due is None
    assert "publication date is not known" in found.rule


@pytest.mark.parametrize(
    "text",
    [
        "Within 12 months of the completion of recommendation 6, forces should act.",
        "Within a year of recommendation 6 being completed, forces should act.",
        "Forces should act no later than 12 months after the implementation of Recommendation 6.",
        "Within one year of completion of recommendation six, forces should act.",
        "Twelve months after the completion of recommendation 6, forces should act.",
    ],
)
def test_a_deadline_can_wait_for_another_recommendation(text: str) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert found.basis is Basis.RELATIVE_TO_RECOMMENDATION
    assert (found.depends_on, found.due) == ("6", None)
    assert resolve_dependent(
        found.period_count or 0, found.period_unit or "", date(2026, 7, 31)
    ) == date(2027, 7, 31)


def test_a_dependent_deadline_is_projected_from_its_parents_date() -> None:
    [found] = find_deadlines("Within 6 months of the completion of recommendation 2, act.", None)
    assert projected(found, date(2026, 8, 31)) == date(2027, 2, 28)
    assert projected(found, None) is None


def test_only_a_dependent_deadline_is_projected() -> None:
    [found] = find_deadlines("By July 2026, act.", None)
    assert projected(found, date(2026, 8, 31)) is None


def test_a_period_from_some_event_has_no_date() -> None:
    [found] = find_deadlines("Within 6 months of the opening of the new suite, act.", PUBLISHED)
    assert found.text == "Within 6 months of the opening of the new suite"
    assert (found.basis, found.due) == (Basis.RELATIVE_TO_EVENT, None)


def test_the_publication_of_something_else_is_an_event() -> None:
    [found] = find_deadlines("Within a month of the publication of the strategy, act.", PUBLISHED)
    assert (found.basis, found.due) == (Basis.RELATIVE_TO_EVENT, None)


@pytest.mark.parametrize(
    "text",
    [
        "Immediately, the force should act.",
        "The force should immediately act.",
        "With immediate effect, the force should act.",
        "The force should ensure that this stops with immediate effect.",
    ],
)
def test_immediately_means_the_day_of_publication(text: str) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert (found.basis, found.due) == (Basis.IMMEDIATE, PUBLISHED)


def test_as_soon_as_possible_thereafter_follows_what_stands_before_it() -> None:
    first, second = find_deadlines("By July 2026, plan. As soon as possible thereafter:", None)
    assert first.due == date(2026, 7, 31)
    assert second.text == "As soon as possible thereafter"
    assert (second.basis, second.due) == (Basis.FOLLOWS_PARENT, None)


@pytest.mark.parametrize("text", NO_DEADLINE)
def test_a_duration_or_a_standard_is_no_deadline(text: str) -> None:
    assert find_deadlines(text, PUBLISHED) == ()


@pytest.mark.parametrize("text", ["By 30 February 2026, act.", "By 31/04/2026, act."])
def test_a_day_that_does_not_exist_is_refused_in_words(text: str) -> None:
    [found] = find_deadlines(text, None)
    assert (found.basis, found.due) == (Basis.STATED_DAY, None)
    assert "not a day of the calendar" in found.rule


@pytest.mark.parametrize("text", ["By March, forces should act.", "By mid-2026, act."])
def test_words_that_name_no_day_give_none(text: str) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert found.due is None
    assert "names no" in found.rule


def test_words_wrapped_over_two_lines_are_one_deadline() -> None:
    [found] = find_deadlines("Within 12 months of the completion of\nrecommendation 6, act.", None)
    assert found.text == "Within 12 months of the completion of recommendation 6"


@given(st.text(max_size=300))
def test_any_text_gives_deadlines_in_order_that_lie_within_it(text: str) -> None:
    found = locate_deadlines(text, PUBLISHED)
    places = [place for one in found for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(st.integers(1, 999), st.sampled_from(["day", "week", "month", "year", "working day"]))
def test_any_period_is_read_with_its_count(count: int, unit: str) -> None:
    found: tuple[DraftDeadline, ...] = find_deadlines(f"Within {count} {unit}s, act.", PUBLISHED)
    assert [one.period_count for one in found] == [count]
