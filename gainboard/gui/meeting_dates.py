"""Days as people type them in a meeting, and as the screen shows them."""

import re
from datetime import date

from gainboard.errors import Refused
from gainboard.gui.date_field import read_date

_NO_YEAR = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})|(\d{1,2})\s+([A-Za-z]{3,})")


def read_day(words: str, today: date, *, needed: bool = False) -> date | None:
    """Return the day typed; a day without a year is the next one of that name.

    Raises Refused E-DATE for words that name no day, or for none where one is `needed`.
    """
    typed = words.strip()
    if not typed and not needed:
        return None
    found = read_date(typed) or _next(typed, today)
    if found is None:
        raise Refused("E-DATE", _says(typed))
    return found


def show_day(day: date | None) -> str:
    """Return a day as screens show it: 31 Jul 2026."""
    return f"{day.day} {day:%b %Y}" if day else ""


def _next(typed: str, today: date) -> date | None:
    """Return the next day of a name without a year: 30/9, or 30 Sep."""
    if not _NO_YEAR.fullmatch(typed):
        return None
    mark = " " if typed[-1].isalpha() else "/"
    # Eight years hold a 29 February, whatever the century.
    days = (read_date(f"{typed}{mark}{today.year + n}") for n in range(9))
    return next((day for day in days if day and day >= today), None)


def _says(typed: str) -> str:
    if not typed:
        return "A date is needed; nothing was recorded. Type it as 31/07/2026."
    return f"“{typed}” is no date; nothing was recorded. Type it as 31/07/2026."
