"""A deadline with its place in a text: what every reader of deadlines gives."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gainboard.domain.draft import Basis, DraftDeadline

MonthRule = Literal["last_day", "first_day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold a deadline and the half-open range of the text it was read from."""

    start: int
    end: int
    deadline: DraftDeadline


def found(
    text: str,
    start: int,
    end: int,
    basis: Basis,
    due: date | None,
    rule: str,
    assumption: bool = False,
    *,
    depends_on: str | None = None,
    period: tuple[int, str] | None = None,
) -> Found:
    """Make a deadline of the words between two places."""
    words = " ".join(text[start:end].split()).rstrip(" ,.;:")
    count, unit = period or (None, None)
    deadline = DraftDeadline(
        text=words,
        basis=basis,
        due=due,
        rule=rule,
        assumption=assumption,
        depends_on=depends_on,
        period_count=count,
        period_unit=unit,
    )
    return Found(start=start, end=end, deadline=deadline)
