"""How long reports and meetings are kept, and what was erased when that time was over."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.record import Record

# What stands in minutes where a disposed record stood, so that their numbering stays whole.
ERASED = "Erased by disposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionClass(Record):
    """A class of the force's retention schedule: records of it are reviewed after so many years."""

    name: str
    keep_years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Record):
    """How long one report or one meeting is kept; while it is on hold it cannot be disposed of."""

    report_id: int | None = None
    meeting_id: int | None = None
    retention_class_id: int | None = None
    review_on: date | None = None
    hold: bool = False
    hold_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure(Record):
    """A journal entry whose changes a disposal erased; `entry` and `disposal` are entry numbers."""

    entry: int
    disposal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How long one report or meeting is kept, as lists show it.

    `class_name` is empty and `review_on` None until they are settled; `due` says that the review
    date has come and no hold stands against disposal.
    """

    ref: str
    title: str
    kind: str
    class_name: str
    review_on: date | None
    hold: bool
    hold_reason: str
    due: bool


def review_after(day: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 1 March."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
