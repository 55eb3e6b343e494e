"""Calendar arithmetic at its edges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain import dates

days = st.dates(date(1950, 1, 1), date(2150, 1, 1))


def test_a_month_added_to_the_31st_is_clipped_to_the_months_end() -> None:
    assert dates.add_months(date(2025, 8, 31), 6) == date(2026, 2, 28)


def test_a_leap_year_keeps_its_29th_of_february() -> None:
    assert dates.add_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert dates.add_period(date(2028, 2, 29), 1, "years") == date(2029, 2, 28)


def test_working_days_skip_weekends_and_the_bank_holidays_of_england() -> None:
    thursday_before_easter = date(2026, 4, 2)
    assert dates.add_working_days(thursday_before_easter, 1) == date(2026, 4, 7)


def test_a_scottish_holiday_is_a_working_day_in_england() -> None:
    assert dates.add_working_days(date(2026, 1, 1), 1) == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (10, "days", date(2026, 3, 13)),
        (2, "weeks", date(2026, 3, 17)),
        (1, "months", date(2026, 4, 3)),
        (2, "years", date(2028, 3, 3)),
        (5, "working days", date(2026, 3, 10)),
    ],
)
def test_every_unit_is_counted_from_the_day(count: int, unit: str, expected: date) -> None:
    assert dates.add_period(date(2026, 3, 3), count, unit) == expected


def test_winter_ends_in_the_february_after_its_year() -> None:
    assert dates.season("winter", 2027) == (date(2027, 12, 1), date(2028, 2, 29))


def test_the_last_quarter_ends_with_the_year() -> None:
    assert dates.quarter(4, 2026) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_financial_year_ends_on_31_march() -> None:
    assert dates.financial_year(2026)[1] == date(2027, 3, 31)


@given(days, st.integers(0, 240))
def test_months_never_move_a_day_forward_within_its_month(start: date, count: int) -> None:
    moved = dates.add_months(start, count)
    assert moved.day <= start.day
    assert (moved.year - start.year) * 12 + moved.month - start.month == count
