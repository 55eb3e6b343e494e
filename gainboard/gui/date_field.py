"""A field for a date as people type it in Britain: 31/07/2026."""

import re
from datetime import date, datetime

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_WORDED = ("%d %b %Y", "%d %B %Y", "%Y-%m-%d")


class DateField(QLineEdit):
    """Takes 31/07/2026, 31.7.26 or 31 Jul 2026, and writes the first when it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("dd/mm/yyyy")

    def value(self) -> date | None:
        """Return the date typed; None where there is none, or it is no date."""
        return read_date(self.text())

    def set_date(self, day: date | None) -> None:
        """Show a date."""
        self.setText(f"{day:%d/%m/%Y}" if day else "")

    def refusal(self) -> str:
        """Say what is wrong with what was typed; empty where it is a date or nothing."""
        if not self.text().strip() or self.value():
            return ""
        return f"“{self.text()}” is not a date. Type the day, month and year, such as 31/07/2026."

    def settle(self) -> None:
        """Write the date in the one form the program uses."""
        if day := self.value():
            self.set_date(day)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)


def read_date(typed: str) -> date | None:
    """Return the date that was typed, day before month; None where it is none."""
    words = " ".join(typed.split())
    if numbers := _NUMBERS.fullmatch(words):
        day, month, year = (int(part) for part in numbers.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    for pattern in _WORDED:
        try:
            return datetime.strptime(words, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
