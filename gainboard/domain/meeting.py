"""A meeting of the board: agenda, attendance, decisions, minutes."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.record import Record
from gainboard.domain.states import AgendaState, DecisionKind, MeetingState, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One sitting of the board; `ref` is e.g. `GAIN 2026/03`."""

    ref: str
    held_on: date
    chair: str = ""
    place: str = ""
    state: MeetingState = MeetingState.PLANNED
    opened_at: str = ""
    finished_at: str = ""
    next_on: date | None = None
    quorum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """How one person attended; a deputy names the post it stands in for."""

    meeting_id: int
    person_id: int
    presence: Presence
    deputy_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One line of an agenda. `section` is 1 to 12 of the board's standing agenda.

    `before_board` keeps what was before the board when the item was taken up, so that the
    minutes say it as it was. `why` says by which rule the item is on the agenda.
    """

    meeting_id: int
    section: int
    position: int
    title: str
    recommendation_id: int | None = None
    report_id: int | None = None
    why: str = ""
    state: AgendaState = AgendaState.WAITING
    confidential: bool = False
    before_board: str = ""
    discussion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """A numbered decision, e.g. `GAIN 2026/03-D07`; without a meeting it is the chair's alone."""

    ref: str
    meeting_id: int | None = None
    agenda_item_id: int | None = None
    recommendation_id: int | None = None
    action_id: int | None = None
    kind: DecisionKind
    sentence: str
    mover_id: int | None = None
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum(Record):
    """A correction to approved minutes; names what it corrects."""

    meeting_id: int
    corrects: str
    text: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedMinutes(Record):
    """The minutes as approved, whole, as JSON of `gainboard.domain.minutes.Minutes`."""

    meeting_id: int
    body: str
    approved_on: date
