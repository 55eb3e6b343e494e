"""Making the sample register, its story told in the months before today."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from gainboard.services import meetings
from gainboard.services.beside import built_beside
from gainboard.services.founding import found
from gainboard.services.sample.cast import CHAIR, FORCE
from gainboard.services.sample.first_meeting import hold_first_meeting
from gainboard.services.sample.reports import take_in_reports
from gainboard.services.sample.work import work_until
from gainboard.store.journal import Clock
from gainboard.store.register import Register, now, open_register


def make_sample(path: Path, *, clock: Clock = now) -> None:
    """Make the sample register at `path`, its dates counted back from the clock's today.

    Raises GainboardError E-EXISTS where there is a file already; on an error nothing is left.
    """
    today = clock().date()
    story = _StoryClock(_noon(today - timedelta(days=225)))
    with built_beside(path) as unfinished:
        found(unfinished, force=FORCE, clock=story)
        with open_register(unfinished, clock=story) as register:
            _tell(register, today, story)


def _tell(register: Register, today: date, story: "_StoryClock") -> None:
    refs = take_in_reports(register, today, story.go_to)
    hold_first_meeting(register, refs, today - timedelta(days=112), story.go_to)
    work_until(register, refs, today, story.go_to)
    meetings.plan_meeting(
        register,
        meetings.next_meeting_ref(register, today),
        on=today,
        chair=CHAIR,
        place="Conference Room 2, Force Headquarters",
    )


@dataclass(slots=True)
class _StoryClock:
    """A clock that stands at the day the story has come to."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def go_to(self, day: date) -> None:
        """Move on to the morning of a day; the story never goes back."""
        self.at = max(self.at, _noon(day) - timedelta(hours=2))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
