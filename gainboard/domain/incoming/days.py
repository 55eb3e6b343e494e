"""Dates as people write them into cells: a date, "31.3.25", "Mar-25", "Q1 2025/26", "ongoing"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from gainboard.domain import dates
from gainboard.domain.draft import Basis
from gainboard.domain.incoming.workbook import Cell, words_of
from gainboard.domain.stated_dates import read_stated, written

_NOTHING = re.compile(r"(?:[-–—.?/\\*]+|n\s?[/.]?\s?a\.?|none|nil|null|blank)?", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:by|before|on|due|target|end(?: of)?|by end(?: of)?|the end of|no later than|from)\b"
    r"[\s:]*)+",
    re.IGNORECASE,
)
_MONTHS = "|".join(sorted(dates.MONTH_NUMBERS, key=len, reverse=True))
_NUMERIC = re.compile(r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.]+({_MONTHS})[.,]?[\s\-/.]+'?(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"({_MONTHS})[.,]?[\s\-/'’.]*(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE)
_MONTH_NUMBER = re.compile(r"(\d{1,2})[/.\-](\d{4})(?!\d)")
_TIME = re.compile(r"[T\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s?[ap]m|Z)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_ENDS = re.compile(r"(?<!\w)((?:\d{1,2}[\s/.-])?(?:[A-Za-z]{3,9}|\d{1,2})[\s/.-]'?\d{2,4})\)?\s*$")
_SERIAL = re.compile(r"[345]\d{4}")
_DIGIT = re.compile(r"\d")
_MONTH_NAMES = [name.title() for name in dates.MONTH_NUMBERS if len(name) > 3 or name == "may"]
_FIRST_OF_EXCEL = date(1899, 12, 30)
_LONGEST = 200
# Outside of these a date was mistyped, or is Excel's for an empty cell.
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Hold what a cell says of a day; `doubt` says in words what is uncertain, or why none.

    `day` is the last day of a month or a period (the first where the board works to that).
    """

    words: str
    day: date | None = None
    basis: Basis = Basis.NONE
    rule: str = ""
    assumed: bool = False
    doubt: str = ""


def is_nothing(words: str) -> bool:
    """Tell whether a cell's words stand for none: empty, a dash, "n/a", "none"."""
    return _NOTHING.fullmatch(words.strip()) is not None


def read_day(cell: Cell, *, first_day: bool = False) -> Day:
    """Read a cell as a day; a date is never guessed, so that what is left over is a doubt."""
    if isinstance(cell, date):
        return _likely(words_of(cell), cell)
    words = " ".join(cell.split())
    if is_nothing(words):
        return Day(words="")
    lead = _LEAD.match(words)
    start = lead.end() if lead and lead.end() < len(words) else 0
    read, end = _read_at(words[:_LONGEST], start, first_day=first_day)
    if read is None:
        return Day(words=words, doubt=f"“{_short(words)}” is no date")
    if read.day is not None and not _FIRST_YEAR <= read.day.year <= _LAST_YEAR:
        return Day(words=words, doubt=f"the year {read.day.year} is unlikely")
    rest = words[end:].strip(" .,;:)")
    if not rest or _TIME.fullmatch(words[end:].rstrip()):
        return _with_words(read, words)
    if _DIGIT.search(rest):
        return Day(words=words, doubt=f"“{_short(words)}” holds more than one date")
    return _with_words(read, words, doubt=f"after the date stands “{_short(rest)}”")


def day_at_end(name: str) -> date | None:
    """Return the day a column's name ends in: "Update (Jan 25)", "Position at 31/03/2025"."""
    ends = _ENDS.search(name[-40:])
    return read_day(name[-40:]).day or (read_day(ends[1]).day if ends else None)


def _read_at(words: str, start: int, *, first_day: bool) -> tuple[Day | None, int]:
    if found := _ISO.match(words, start):
        return _day_of(words, int(found[1]), int(found[2]), int(found[3])), found.end()
    if found := _NUMERIC.match(words, start):
        return _day_of(words, _year(found[3]), int(found[2]), int(found[1])), found.end()
    if found := _NAMED.match(words, start):
        number = dates.MONTH_NUMBERS[found[2].lower()]
        return _day_of(words, _year(found[3]), number, int(found[1])), found.end()
    if found := _MONTH.match(words, start):
        number = dates.MONTH_NUMBERS[found[1].lower()]
        return _month_of(_year(found[2]), number, first_day=first_day), found.end()
    if (found := _MONTH_NUMBER.match(words, start)) and 1 <= int(found[1]) <= 12:
        return _month_of(int(found[2]), int(found[1]), first_day=first_day), found.end()
    if _SERIAL.fullmatch(words):
        day = _FIRST_OF_EXCEL + timedelta(days=int(words))
        rule = f"the number {words}, as Excel counts days"
        doubt = f"the number {words} was read as Excel counts days, {written(day)}"
        read = Day(words=words, day=day, basis=Basis.STATED_DAY, rule=rule, assumed=True)
        return _with_words(read, words, doubt=doubt), len(words)
    return _stated(words, start, first_day=first_day)


def _stated(words: str, start: int, *, first_day: bool) -> tuple[Day | None, int]:
    """Read what a report could say as well: a quarter, a season, a financial year."""
    stated = read_stated(words, start)
    if stated is None or stated.first is None or stated.last is None:
        return None, start
    day = stated.first if first_day else stated.last
    which = "first" if first_day else "last"
    kind = stated.basis.value.replace("_", " ")
    if stated.basis is Basis.STATED_DAY:
        return Day(words=words, day=day, basis=stated.basis, rule=f"{kind}: {stated.words}"), (
            stated.end
        )
    rule = f"{kind}: {which} day of {stated.words} (assumption)"
    read = Day(words=words, day=day, basis=stated.basis, rule=rule, assumed=True)
    return read, stated.end


def _day_of(words: str, year: int, month: int, day: int) -> Day:
    try:
        return _certain(words, date(year, month, day))
    except ValueError:
        doubt = f"“{_short(words)}” is not a day of the calendar"
        return Day(words=words, basis=Basis.STATED_DAY, doubt=doubt)


def _month_of(year: int, month: int, *, first_day: bool) -> Day:
    first, last = dates.month(year, month) if 1 <= year <= 9999 else (None, None)
    day = first if first_day else last
    which = "first" if first_day else "last"
    rule = f"stated month: {which} day of {_MONTH_NAMES[month - 1]} {year} (assumption)"
    return Day(words="", day=day, basis=Basis.STATED_MONTH, rule=rule, assumed=True)


def _likely(words: str, day: date) -> Day:
    if _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return _certain(words, day)
    return Day(words=words, doubt=f"the year {day.year} is unlikely")


def _certain(words: str, day: date) -> Day:
    rule = f"stated day: {written(day)}"
    return Day(words=words, day=day, basis=Basis.STATED_DAY, rule=rule)


def _with_words(read: Day, words: str, doubt: str = "") -> Day:
    return Day(
        words=words,
        day=read.day,
        basis=read.basis,
        rule=read.rule,
        assumed=read.assumed,
        doubt=read.doubt or doubt,
    )


def _year(digits: str) -> int:
    """Return the year of four digits, or of two: 70 to 99 were the last century's."""
    number = int(digits)
    return number if len(digits) == 4 else number + (1900 if number >= 70 else 2000)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
