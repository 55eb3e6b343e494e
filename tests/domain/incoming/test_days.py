"""Dates as people write them into cells."""

from datetime import date

import pytest

from gainboard.domain.draft import Basis
from gainboard.domain.incoming.days import read_day

READ = [
    ("31/03/2025", date(2025, 3, 31)),
    ("31.3.25", date(2025, 3, 31)),
    ("31-Mar-25", date(2025, 3, 31)),
    ("31st March 2025", date(2025, 3, 31)),
    ("2025-03-31", date(2025, 3, 31)),
    ("05/03/2024 14:22", date(2024, 3, 5)),
    ("By 1 July 1998", date(1998, 7, 1)),
    ("Mar-25", date(2025, 3, 31)),
    ("end of March 2025", date(2025, 3, 31)),
    ("03/2025", date(2025, 3, 31)),
    ("Q1 2025/26", date(2025, 6, 30)),
    ("45383", date(2024, 4, 1)),
]


@pytest.mark.parametrize(("words", "day"), READ)
def test_a_written_date_is_read(words: str, day: date) -> None:
    assert read_day(words).day == day


@pytest.mark.parametrize("words", ["soon", "ongoing", "TBC", "30/02/2025", "03/25/2025", "May"])
def test_what_is_no_date_is_doubted_and_never_guessed(words: str) -> None:
    read = read_day(words)
    assert read.day is None
    assert words in read.doubt


@pytest.mark.parametrize("words", ["", "-", "N/A", "none"])
def test_words_for_nothing_are_no_doubt(words: str) -> None:
    assert read_day(words).doubt == ""


def test_two_dates_in_a_cell_are_not_chosen_between() -> None:
    read = read_day("31/12/2024 revised to 31/03/2025")
    assert read.day is None
    assert "more than one date" in read.doubt


def test_a_month_is_an_assumption_that_the_board_can_turn() -> None:
    read = read_day("Mar-25", first_day=True)
    assert (read.day, read.assumed, read.basis) == (date(2025, 3, 1), True, Basis.STATED_MONTH)


def test_words_after_a_date_are_remarked() -> None:
    read = read_day("31/03/2025 if funded")
    assert read.day == date(2025, 3, 31)
    assert "if funded" in read.doubt
