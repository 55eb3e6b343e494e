"""Read the days, months, years and seasons that UK reports write, as periods of whole days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from gainboard.domain import dates
from gainboard.domain.draft import Basis

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20|21)\d\d)\b"
_FINANCIAL = r"((?:19|20|21)\d\d)\s?[/–-]\s?((?:20|21)?\d\d)\b"
_SHORT_FINANCIAL = r"((?:20)?\d\d)\s?[/–-]\s?((?:20)?\d\d)\b(?![/.-]\d)"
_FINANCIAL_NAME = r"(?:(?:financial|fiscal|municipal)\s+year|fy)"
_SEASON = r"(spring|summer|autumn|winter)\b"
_QUARTER = (
    r"(?:q(?:uarter|tr)?\s?([1-4])|(first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+quarter)"
    r"(?:\s+of)?(?:\s+the)?"
)
_HALF = r"(?:h([12])|(first|second)\s+half(?:\s+of)?)"
_NUMBER = re.compile(r"\d")
_NAMED_MONTH = re.compile(r"[A-Z](?i:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTERS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Hold the first and last day a phrase covers; both None where it names no day."""

    basis: Basis
    words: str
    end: int
    first: date | None = None
    last: date | None = None
    doubt: str | None = None


def may_state(text: str) -> bool:
    """Say whether a text may state a date: it has a number, or the name of a month."""
    return _NUMBER.search(text) is not None or _NAMED_MONTH.search(text) is not None


def read_stated(text: str, start: int) -> Stated | None:
    """Read the date phrase that begins at `start`; None where there is none."""
    for pattern, reader in _PHRASES:
        found = pattern.match(text, start)
        if found:
            return reader(found)
    return None


def _named_day(found: re.Match[str]) -> Stated:
    return _day(found, int(found[3]), dates.MONTH_NUMBERS[found[2].lower()], int(found[1]))


def _american_day(found: re.Match[str]) -> Stated:
    return _day(found, int(found[3]), dates.MONTH_NUMBERS[found[1].lower()], int(found[2]))


def _numeric_day(found: re.Match[str]) -> Stated:
    return _day(found, _full(found[3]), int(found[2]), int(found[1]))


def _short_day(found: re.Match[str]) -> Stated:
    return _day(found, _full(found[3]), dates.MONTH_NUMBERS[found[2].lower()], int(found[1]))


def _full(year: str) -> int:
    """Read a year of two digits as one of this century: a report sets no date before it."""
    return int(year) + 2000 if len(year) == 2 else int(year)


def _iso_day(found: re.Match[str]) -> Stated:
    return _day(found, int(found[1]), int(found[2]), int(found[3]))


def _day(found: re.Match[str], year: int, month: int, day: int) -> Stated:
    try:
        read = date(year, month, day)
    except ValueError:
        doubt = f"“{found[0]}” is not a day of the calendar"
        return Stated(basis=Basis.STATED_DAY, words=found[0], end=found.end(), doubt=doubt)
    return Stated(
        basis=Basis.STATED_DAY, words=written(read), end=found.end(), first=read, last=read
    )


def _month(found: re.Match[str]) -> Stated:
    number = dates.MONTH_NUMBERS[found[1].lower()]
    year = _full(found[2])
    words = f"{_MONTH_NAMES[number - 1]} {year}"
    return _period(found, Basis.STATED_MONTH, words, dates.month(year, number))


def _season(found: re.Match[str]) -> Stated:
    name = found[1].lower()
    words = f"{name} {found[2]}"
    return _period(found, Basis.STATED_SEASON, words, dates.season(name, int(found[2])))


def _quarter(found: re.Match[str]) -> Stated:
    number = int(found[1]) if found[1] else _QUARTERS[found[2].lower()]
    year = int(found[3])
    words = f"quarter {number} of {year}"
    return _period(found, Basis.STATED_SEASON, words, dates.quarter(number, year))


def _half(found: re.Match[str]) -> Stated:
    second = "2" in (found[1] or "") or (found[2] or "").lower() == "second"
    year = int(found[3])
    first, last = (
        (date(year, 7, 1), date(year, 12, 31))
        if second
        else (
            date(year, 1, 1),
            date(year, 6, 30),
        )
    )
    words = f"the {'second' if second else 'first'} half of {year}"
    return _period(found, Basis.STATED_SEASON, words, (first, last))


def _financial_quarter(found: re.Match[str]) -> Stated:
    number = int(found[1]) if found[1] else _QUARTERS[found[2].lower()]
    start = _full(found[3])
    if not _follows(start, found[4]):
        return _no_financial_year(found)
    first = dates.add_months(date(start, 4, 1), 3 * (number - 1))
    period = first, dates.add_months(first, 3) - timedelta(days=1)
    words = f"quarter {number} of the financial year from April {start}"
    return _period(found, Basis.STATED_SEASON, words, period)


def _financial_year(found: re.Match[str]) -> Stated:
    start = _full(found[1])
    if not _follows(start, found[2]):
        return _no_financial_year(found)
    words = f"the financial year beginning April {start}"
    return _period(found, Basis.STATED_YEAR, words, dates.financial_year(start))


def _follows(start: int, second: str) -> bool:
    return int(second) % 100 == (start + 1) % 100


def _no_financial_year(found: re.Match[str]) -> Stated:
    doubt = f"“{found[0]}” is not one year and the next"
    return Stated(basis=Basis.STATED_YEAR, words=found[0], end=found.end(), doubt=doubt)


def _year_without_days(found: re.Match[str]) -> Stated:
    doubt = f"“{found[0]}” names no day"
    return Stated(basis=Basis.STATED_YEAR, words=found[0], end=found.end(), doubt=doubt)


def _year(found: re.Match[str]) -> Stated:
    year = int(found[1])
    return _period(found, Basis.STATED_YEAR, found[1], (date(year, 1, 1), date(year, 12, 31)))


def _no_year(found: re.Match[str]) -> Stated:
    doubt = f"“{found[0]}” names no year"
    basis = Basis.STATED_DAY if re.search(r"\d", found[0]) else Basis.STATED_MONTH
    return Stated(basis=basis, words=found[0], end=found.end(), doubt=doubt)


def _period(found: re.Match[str], basis: Basis, words: str, period: tuple[date, date]) -> Stated:
    return Stated(basis=basis, words=words, end=found.end(), first=period[0], last=period[1])


_MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()


def written(day: date) -> str:
    """Write a day as the board does: 31 March 2026."""
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


# Tried in this order; the first that matches at the place is taken.
_PHRASES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Stated]], ...] = (
    (_pattern(rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}"), _named_day),
    (_pattern(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}"), _american_day),
    (_pattern(r"((?:19|20|21)\d\d)-(\d\d)-(\d\d)\b"), _iso_day),
    (_pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20|21)?\d\d)\b(?![/.-]\d)"), _numeric_day),
    (_pattern(rf"{_DAY}[ -]{_MONTH}[ -]['’]?(\d\d)\b(?![:/.]\d)"), _short_day),
    (_pattern(rf"{_MONTH},?[\s-]+(?:of\s+)?{_YEAR}(?!\s?[/–-]\s?\d\d\b)"), _month),
    (_pattern(rf"{_MONTH}(?:-|\s?['’])(\d\d)\b(?![:/.]\d)"), _month),
    (_pattern(rf"(?:the\s+)?{_SEASON},?\s+(?:of\s+)?{_YEAR}(?!\s?[/–-]\s?\d\d\b)"), _season),
    (
        _pattern(rf"(?:the\s+)?{_QUARTER},?\s*(?:{_FINANCIAL_NAME}\s*)?{_SHORT_FINANCIAL}"),
        _financial_quarter,
    ),
    (_pattern(rf"(?:the\s+)?{_QUARTER},?\s*(?:calendar\s+year\s+)?{_YEAR}"), _quarter),
    (_pattern(rf"(?:the\s+)?{_HALF},?\s*{_YEAR}"), _half),
    (
        _pattern(
            rf"(?:the\s+)?(?:(?:academic|school)\s+year\s+{_FINANCIAL}"
            rf"|{_FINANCIAL}\s+(?:academic|school)\s+year)"
        ),
        _year_without_days,
    ),
    (_pattern(rf"(?:the\s+)?{_FINANCIAL_NAME}\s*{_SHORT_FINANCIAL}"), _financial_year),
    (
        _pattern(rf"(?:the\s+)?{_FINANCIAL}(?:\s+{_FINANCIAL_NAME}\b)?"),
        _financial_year,
    ),
    (_pattern(rf"(?:the\s+)?{_FINANCIAL_NAME}\s*{_YEAR}"), _year_without_days),
    (
        _pattern(rf"(?:the\s+)?(?:calendar\s+)?(?:year\s+)?{_YEAR}(?![/.–-]\d|,\d{{3}})"),
        _year,
    ),
    (re.compile(rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:\s+of)?\s+(?i:{_MONTH})"), _no_year),
    (re.compile(rf"(?=[A-Z])(?i:{_MONTH})(?!\s+\d)"), _no_year),
)
