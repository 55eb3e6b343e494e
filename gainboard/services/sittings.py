"""Where a decision is made: in the meeting in session, or by the chair out of meeting."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from gainboard.domain.meeting import AgendaItem, Decision, Meeting
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.references import decision_ref, out_of_meeting
from gainboard.domain.sentences import sentence
from gainboard.domain.states import AgendaState, DecisionKind, MeetingState
from gainboard.store.journal import Operation
from gainboard.store.register import Register

RAISED_IN_MEETING = "raised in the meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The meeting in session and the line it is on; both None when the chair decides alone."""

    meeting: Meeting | None
    current: AgendaItem | None
    on: date

    @property
    def ref(self) -> str:
        """Return the meeting's reference, or empty."""
        return self.meeting.ref if self.meeting else ""

    @property
    def series(self) -> str:
        """Return what decisions and actions made here are numbered under."""
        return self.ref or out_of_meeting(self.on)


def sitting(register: Register) -> Sitting:
    """Return where decisions go now; its day is the meeting's, else today."""
    meeting = in_session(register)
    if meeting is None:
        return Sitting(meeting=None, current=None, on=register.clock().date())
    current = register.tables.agenda.first(
        "meeting_id = ? AND state = ?", meeting.id, AgendaState.CURRENT
    )
    return Sitting(meeting=meeting, current=current, on=meeting.held_on)


def in_session(register: Register) -> Meeting | None:
    """Return the meeting in session; there is at most one."""
    return register.tables.meetings.first("state = ?", MeetingState.IN_SESSION)


def operation(register: Register, label: str) -> AbstractContextManager[Operation]:
    """Begin an operation that the journal files under the meeting in session, if there is one."""
    return register.journal.operation(label, meeting=sitting(register).ref)


def decide(
    register: Register,
    kind: DecisionKind,
    about: Recommendation,
    *,
    own_words: str = "",
    action_id: int | None = None,
    ref: str = "",
    **facts: str,
) -> Decision:
    """Number and write down a decision inside the running operation.

    `own_words` stand in for the template; `ref` for the recommendation's own reference.
    """
    where = sitting(register)
    words = own_words.strip() or sentence(
        kind, in_meeting=where.meeting is not None, ref=ref or about.ref, **facts
    )
    return register.tables.decisions.add(
        Decision(
            ref=_next_ref(register, where),
            meeting_id=where.meeting.id if where.meeting else None,
            agenda_item_id=_line_about(register, where, about),
            recommendation_id=about.id,
            action_id=action_id,
            kind=kind,
            sentence=words,
            made_at=register.clock().isoformat(timespec="seconds"),
        )
    )


def next_number(register: Register, table: str, prefix: str) -> int:
    """Return the number after the highest one given under this prefix in a table of references."""
    sql = (
        f"SELECT max(CAST(substr(ref, ?) AS INTEGER)) FROM {table} "
        "WHERE ref >= ? AND ref < ? || char(0x10FFFF)"
    )
    row = register.db.execute(sql, [len(prefix) + 1, prefix, prefix]).fetchone()
    return int(row[0] or 0) + 1


def _next_ref(register: Register, where: Sitting) -> str:
    return decision_ref(where.series, next_number(register, "decision", f"{where.series}-D"))


def _line_about(register: Register, where: Sitting, about: Recommendation) -> int | None:
    """Return the agenda line a decision stands under; one is added where there was none."""
    if where.meeting is None:
        return None
    if where.current is not None and where.current.recommendation_id == about.id:
        return where.current.id
    agenda = register.tables.agenda
    there = agenda.first("meeting_id = ? AND recommendation_id = ?", where.meeting.id, about.id)
    line = there or agenda.add(raised_line(register, where.meeting, about))
    if line.state in (AgendaState.WAITING, AgendaState.DROPPED):
        agenda.change(line, state=AgendaState.CONSIDERED)
    return line.id


def raised_line(register: Register, meeting: Meeting, about: Recommendation) -> AgendaItem:
    """Return a new line for a recommendation that was not on the agenda."""
    last = register.tables.agenda.first(
        "meeting_id = ? AND section = 8", meeting.id, order="position DESC"
    )
    return AgendaItem(
        meeting_id=meeting.id,
        section=8,
        position=last.position + 1 if last else 1,
        title=about.ref,
        recommendation_id=about.id,
        why=RAISED_IN_MEETING,
    )
