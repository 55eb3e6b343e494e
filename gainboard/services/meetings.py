"""A meeting from its opening to its approved minutes."""

import json
from dataclasses import asdict, replace
from datetime import date

from gainboard.domain.changes import Changes
from gainboard.domain.meeting import (
    Addendum,
    AgendaItem,
    ApprovedMinutes,
    Attendance,
    Decision,
    Meeting,
)
from gainboard.domain.references import meeting_ref
from gainboard.domain.sentences import because, stopped
from gainboard.domain.states import (
    MEETING_FOLLOWS,
    AgendaState,
    DecisionKind,
    MeetingState,
    Presence,
)
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.agendas import build_agenda, line, named, refuse_approved
from gainboard.services.before_board import before_board
from gainboard.services.minutes import minutes
from gainboard.services.settings import board_settings
from gainboard.services.sittings import (
    decide,
    in_session,
    operation,
    raised_line,
    sitting,
)
from gainboard.store.register import Register


def next_meeting_ref(register: Register, on: date) -> str:
    """Return the reference the next meeting of that year would have."""
    year = [m for m in register.tables.meetings.all() if m.held_on.year == on.year]
    nth = len(year) + 1
    while register.tables.meetings.first("ref = ?", meeting_ref("GAIN", on, nth)):
        nth += 1
    return meeting_ref("GAIN", on, nth)


def plan_meeting(
    register: Register, ref: str, *, on: date, chair: str = "", place: str = ""
) -> Changes:
    """Plan a meeting; its agenda builds itself from the register as it stands now."""
    name = _new_ref(ref)
    if register.tables.meetings.first("ref = ?", name):
        raise Refused(
            "E-MEETING-EXISTS", f"There is a meeting {name} already; nothing was changed."
        )
    with operation(register, f"Plan {name}") as change:
        meeting = register.tables.meetings.add(
            Meeting(
                ref=name,
                held_on=on,
                chair=chair,
                place=place,
                quorum=board_settings(register).quorum,
            )
        )
        build_agenda(register, meeting)
    return change.done


def open_meeting(register: Register, ref: str, *, on: date, chair: str = "") -> Changes:
    """Open a meeting, planned or not, or resume one; its agenda takes in what has come since."""
    name = _new_ref(ref)
    sitting_now = in_session(register)
    if sitting_now is not None:
        raise Refused(
            "E-IN-SESSION",
            f"{sitting_now.ref} is in session; nothing was changed. Finish it first.",
        )
    meetings = register.tables.meetings
    meeting = meetings.first("ref = ?", name)
    if meeting is not None:
        refuse_approved(meeting)
        name = meeting.ref
    with register.journal.operation(f"Open {name}", meeting=name) as change:
        if meeting is None:
            quorum = board_settings(register).quorum
            meeting = meetings.add(Meeting(ref=name, held_on=on, chair=chair, quorum=quorum))
        if meeting.state is MeetingState.PLANNED:
            build_agenda(register, replace(meeting, held_on=on))
        meetings.change(
            meeting,
            state=MeetingState.IN_SESSION,
            held_on=on,
            chair=chair or meeting.chair,
            opened_at=meeting.opened_at or register.clock().isoformat(timespec="seconds"),
        )
    return change.done


def attend(
    register: Register, name: str, *, presence: Presence, deputy_for: str = "", post: str = ""
) -> Changes:
    """Record how somebody attends; said again, it is corrected."""
    meeting = _now(register)
    table = register.tables.attendance
    with operation(register, f"Record an attendance: {presence}") as change:
        who = lookup.person(register, name)
        if post:
            register.tables.people.change(who, post=post)
        there = table.first("meeting_id = ? AND person_id = ?", meeting.id, who.id)
        if there is None:
            table.add(
                Attendance(
                    meeting_id=meeting.id,
                    person_id=who.id,
                    presence=presence,
                    deputy_for=deputy_for,
                )
            )
        else:
            table.change(there, presence=presence, deputy_for=deputy_for)
    return change.done


def take_up(register: Register, ref: str) -> Changes:
    """Take up a recommendation; it joins the agenda where it was not on it."""
    one = lookup.recommendation(register, ref)
    meeting = _now(register)
    with operation(register, f"Take up {one.ref}") as change:
        agenda = register.tables.agenda
        there = agenda.first("meeting_id = ? AND recommendation_id = ?", meeting.id, one.id)
        _make_current(register, there or agenda.add(raised_line(register, meeting, one)))
    return change.done


def take_up_line(register: Register, item_id: int) -> Changes:
    """Take up a line of the agenda."""
    item = line(register, item_id)
    if item.meeting_id != _now(register).id:
        raise Refused("E-OTHER-MEETING", "That line is on another agenda; nothing was changed.")
    with operation(register, f"Take up {named(register, item)}") as change:
        _make_current(register, item)
    return change.done


def discuss(register: Register, text: str) -> Changes:
    """Add words to the discussion of the line being taken."""
    words = lookup.required(text, "The note")
    current = sitting(register).current
    if current is None:
        raise Refused(
            "E-NOTHING-TAKEN-UP",
            "No item is being taken, so the note has no place; nothing was changed. "
            "Take up an item first.",
        )
    joined = f"{current.discussion}\n{words}" if current.discussion else words
    return set_discussion(register, current.id, joined)


def set_discussion(register: Register, item_id: int, text: str) -> Changes:
    """Set the discussion note of a line, one entry of history for one visit to the field."""
    item = line(register, item_id)
    refuse_approved(register.tables.meetings.get(item.meeting_id))
    with operation(register, f"Note the discussion of {named(register, item)}") as change:
        register.tables.agenda.change(item, discussion=text)
    register.drafts.drop(f"discussion/{item_id}")
    return change.done


def note_position(register: Register, ref: str, *, text: str = "") -> Changes:
    """Decide to note the position on a recommendation."""
    one = lookup.recommendation(register, ref)
    with operation(register, f"Note the position on {one.ref}") as change:
        told = f" {stopped(text)}" if text.strip() else ""
        decide(register, DecisionKind.NOTE, one, text=told)
    return change.done


def defer(register: Register, ref: str, *, reason: str = "") -> Changes:
    """Put a recommendation off; it returns to the next agenda by itself."""
    one = lookup.recommendation(register, ref)
    meeting = _now(register)
    with operation(register, f"Defer {one.ref}") as change:
        decide(register, DecisionKind.DEFER, one, because=because(reason))
        agenda = register.tables.agenda
        there = agenda.first("meeting_id = ? AND recommendation_id = ?", meeting.id, one.id)
        if there is not None:
            agenda.change(there, state=AgendaState.DEFERRED)
    return change.done


def escalate(register: Register, ref: str, *, reason: str) -> Changes:
    """Escalate a recommendation as a risk, with the reason."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, f"The reason for escalating {one.ref}")
    with operation(register, f"Escalate {one.ref}") as change:
        decide(register, DecisionKind.ESCALATE, one, because=because(words))
    return change.done


def reword(register: Register, decision_ref: str, sentence: str) -> Changes:
    """Edit the sentence of a decision until the minutes are approved; what it did stands."""
    decision = register.tables.decisions.first("ref = ?", decision_ref.strip())
    if decision is None:
        raise lookup.unknown(decision_ref, "decision")
    words = lookup.required(sentence, f"The sentence of {decision.ref}")
    if decision.meeting_id is not None:
        refuse_approved(register.tables.meetings.get(decision.meeting_id))
    with operation(register, f"Reword {decision.ref}") as change:
        register.tables.decisions.change(decision, sentence=words)
    return change.done


def finish_meeting(register: Register, *, next_on: date | None = None) -> Changes:
    """End the meeting in session; its minutes are then a draft."""
    meeting = _now(register)
    with operation(register, f"Finish {meeting.ref}") as change:
        _leave_current(register, meeting)
        register.tables.meetings.change(
            meeting,
            state=MeetingState.MINUTES_DRAFT,
            finished_at=register.clock().isoformat(timespec="seconds"),
            next_on=next_on or meeting.next_on,
        )
    return change.done


def approve_minutes(register: Register, ref: str) -> Changes:
    """Approve the minutes of a finished meeting; they are kept whole and never change again."""
    meeting = lookup.meeting(register, ref)
    refuse_approved(meeting)
    if MeetingState.MINUTES_APPROVED not in MEETING_FOLLOWS[meeting.state]:
        raise Refused(
            "E-NOT-FINISHED",
            f"{meeting.ref} is {meeting.state.words} and has no minutes to approve yet; "
            "nothing was changed. Finish the meeting first.",
        )
    body = json.dumps(asdict(minutes(register, ref)), default=str, ensure_ascii=False)
    with register.journal.operation(
        f"Approve the minutes of {meeting.ref}", meeting=meeting.ref
    ) as change:
        today = register.clock().date()
        register.tables.approved_minutes.add(
            ApprovedMinutes(meeting_id=meeting.id, body=body, approved_on=today)
        )
        register.tables.meetings.change(meeting, state=MeetingState.MINUTES_APPROVED)
    return change.done


def correct_minutes(register: Register, ref: str, *, corrects: str, text: str) -> Changes:
    """Correct approved minutes by an addendum that names what it corrects; they stay as they are.

    Raises Refused where the minutes are not approved yet: a draft is corrected itself.
    """
    meeting = lookup.meeting(register, ref)
    what = lookup.required(clean_name(corrects), "What the addendum corrects")
    words = lookup.required(text, "The text of the addendum")
    if meeting.state is not MeetingState.MINUTES_APPROVED:
        raise Refused(
            "E-NOT-APPROVED",
            f"The minutes of {meeting.ref} are not approved and need no addendum; "
            "nothing was changed. Correct them themselves.",
        )
    with operation(register, f"Correct the minutes of {meeting.ref}") as change:
        today = register.clock().date()
        register.tables.addenda.add(
            Addendum(meeting_id=meeting.id, corrects=what, text=words, made_on=today)
        )
    return change.done


def _now(register: Register) -> Meeting:
    meeting = in_session(register)
    if meeting is None:
        raise Refused(
            "E-NO-MEETING", "No meeting is in session; nothing was changed. Open one first."
        )
    return meeting


def _new_ref(ref: str) -> str:
    return lookup.required(clean_name(ref), "The reference of the meeting")


def _make_current(register: Register, item: AgendaItem) -> None:
    agenda = register.tables.agenda
    if item.state is AgendaState.CURRENT:
        return
    _leave_current(register, register.tables.meetings.get(item.meeting_id))
    told = item.before_board or before_board(register, item)
    agenda.change(item, state=AgendaState.CURRENT, before_board=told)


def _leave_current(register: Register, meeting: Meeting) -> None:
    """Give the line being left its outcome: considered where words or decisions stand under it."""
    agenda, decisions = register.tables.agenda, register.tables.decisions
    for item in agenda.where("meeting_id = ? AND state = ?", meeting.id, AgendaState.CURRENT):
        last = decisions.first("agenda_item_id = ?", item.id, order="id DESC")
        agenda.change(item, state=_outcome(item, last))


def _outcome(item: AgendaItem, last: Decision | None) -> AgendaState:
    if last is not None and last.kind is DecisionKind.DEFER:
        return AgendaState.DEFERRED
    return AgendaState.CONSIDERED if last or item.discussion else AgendaState.WAITING
