"""What was sent to a partner or lead in a workbook, row by row, and what came back."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Record):
    """One workbook sent out."""

    ref: str
    body_id: int | None = None
    person_id: int | None = None
    sent_on: date
    workbook_name: str = ""
    marking: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRow(Record):
    """One row of it, as sent and as returned; both are JSON objects of column to text."""

    dispatch_id: int
    recommendation_id: int
    as_sent: str
    as_returned: str = ""
