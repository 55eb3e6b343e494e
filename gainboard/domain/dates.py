"""Calendar arithmetic: months clipped to their end, seasons by a stated table, working days."""

import calendar
from collections.abc import Container
from datetime import date, timedelta
from functools import cache

MONTH_NUMBERS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}

# The first month of each season. Assumption: the meteorological seasons, three whole months
# each; winter is named after the year in which its December falls.
SEASON_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def last_day_of_month(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(start: date, count: int) -> date:
    """Move a date by whole months, clipped to the month's end: 31 August + 6 is 28 February."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def add_working_days(start: date, count: int) -> date:
    """Count working days after `start`: no weekends, no bank holidays of England and Wales."""
    holidays = _bank_holidays()
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day


def add_period(start: date, count: int, unit: str) -> date:
    """Add a period in "days", "weeks", "months", "years" or "working days"."""
    if unit == "working days":
        return add_working_days(start, count)
    if unit in ("months", "years"):
        return add_months(start, count * (12 if unit == "years" else 1))
    return start + timedelta(days=count * (7 if unit == "weeks" else 1))


def month(year: int, number: int) -> tuple[date, date]:
    """Give the first and last day of a month."""
    return date(year, number, 1), last_day_of_month(year, number)


def season(name: str, year: int) -> tuple[date, date]:
    """Give the first and last day of a season, by SEASON_FIRST_MONTHS (assumption)."""
    first = date(year, SEASON_FIRST_MONTHS[name], 1)
    return first, add_months(first, 3) - timedelta(days=1)


def quarter(number: int, year: int) -> tuple[date, date]:
    """Give the first and last day of a calendar quarter (1 to 4)."""
    first = date(year, number * 3 - 2, 1)
    return first, add_months(first, 3) - timedelta(days=1)


def financial_year(first_year: int) -> tuple[date, date]:
    """Give the first and last day of the public financial year, 1 April to 31 March."""
    return date(first_year, 4, 1), date(first_year + 1, 3, 31)


@cache
def _bank_holidays() -> Container[date]:
    """Load the calendar once, and only where working days are counted: the import is slow."""
    import holidays

    return holidays.country_holidays("GB", subdiv="ENG")
