"""The scripted meeting: every verb of the floor once, with what was said of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from gainboard.domain.changes import Changes
from gainboard.domain.states import MeetingState, Presence, Rag
from gainboard.errors import Refused
from gainboard.services import (
    actions,
    allocation,
    closing,
    evidence,
    extensions,
    lookup,
    meetings,
    progress,
)
from gainboard.services.dating import Dating
from gainboard.services.sample.cast import (
    ASSURANCE,
    CHAIR,
    CONTACT_LEAD,
    CRIME,
    CUSTODY_GROUP,
    CUSTODY_LEAD,
    LOCAL,
)
from gainboard.services.sample.first_meeting import hold_first_meeting
from gainboard.services.sample.reports import Refs, take_in_reports
from gainboard.services.sample.work import work_until
from gainboard.store.register import Register


def hold_demo_meeting(register: Register, on: date) -> list[str]:
    """Hold a scripted meeting and return a line for each thing it did or was refused.

    The meeting planned first is held, or a new one; without the sample reports they come first.
    """
    refs = _lay_sample(register, on)
    floor = _Floor(register)
    _open(floor, on)
    _allocate_waiting(floor, refs)
    _hear_progress(floor, refs, on)
    _close_what_is_met(floor, refs, on)
    _put_off(floor, refs)
    floor.did(meetings.finish_meeting(register, next_on=on + timedelta(days=42)))
    return floor.lines


def _stay(_day: date) -> None:
    """Leave the register's own clock as it is."""


def _lay_sample(register: Register, on: date) -> Refs:
    """Return the sample's references; a register that tells another story is told this one."""
    refs = take_in_reports(register, on, _stay)
    if lookup.recommendation(register, refs.of_custody(2)).delivery_lead_id is None:
        hold_first_meeting(register, refs, on - timedelta(days=112), _stay)
        work_until(register, refs, on, _stay)
    return refs


class _Floor:
    """The meeting under way: what was done and what was refused, line by line."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.lines: list[str] = []

    def did(self, changes: Changes) -> None:
        """Note the decisions an operation made in full, or else its label."""
        decided = [
            str(row.after["sentence"])
            for row in changes.rows
            if row.table == "decision" and row.before is None and row.after
        ]
        self.lines += decided or [changes.label + "."]

    @contextmanager
    def expecting_refusal(self) -> Iterator[None]:
        """Note what the rules said against it; the meeting goes on."""
        try:
            yield
        except Refused as refusal:
            self.lines.append(f"Refused: {refusal.says}")


def _open(floor: _Floor, on: date) -> None:
    register = floor.register
    planned = register.tables.meetings.first("state = ?", MeetingState.PLANNED, order="held_on, id")
    ref = planned.ref if planned else meetings.next_meeting_ref(register, on)
    floor.did(meetings.open_meeting(register, ref, on=on, chair=CHAIR))
    for name in (CHAIR, CRIME, CUSTODY_LEAD, CONTACT_LEAD, ASSURANCE):
        floor.did(meetings.attend(register, name, presence=Presence.PRESENT))
    floor.did(meetings.attend(register, LOCAL, presence=Presence.APOLOGIES))
    floor.did(
        meetings.attend(
            register, "Ch Supt Rhys Nakamura", presence=Presence.DEPUTY, deputy_for=LOCAL
        )
    )


def _allocate_waiting(floor: _Floor, refs: Refs) -> None:
    register = floor.register
    for number in ("CI1", 14):
        floor.did(meetings.take_up(register, refs.of_custody(number)))
        floor.did(
            allocation.allocate(
                register,
                refs.of_custody(number),
                chief_officer=CRIME,
                delivery_lead=CUSTODY_LEAD,
                group=CUSTODY_GROUP,
            )
        )


def _hear_progress(floor: _Floor, refs: Refs, on: date) -> None:
    register, medicines = floor.register, refs.of_custody(2)
    floor.did(meetings.take_up(register, medicines))
    floor.did(
        progress.record_update(
            register,
            medicines,
            text="Holm Street has counted at each shift since Monday; the witness book is in use",
            by=CUSTODY_LEAD,
            rag=Rag.AMBER,
            forecast=on + timedelta(days=45),
        )
    )
    floor.did(
        meetings.discuss(register, "The chair asked who checks the book; the nurse in charge does.")
    )
    floor.did(
        extensions.extend(
            register,
            medicines,
            to=_later(register, medicines, on + timedelta(days=60)),
            reason="ten weeks of records from Holm Street are needed",
        )
    )
    floor.did(
        actions.raise_action(
            register,
            medicines,
            text="Bring ten weeks of Holm Street’s stock record to the Board",
            owner=CUSTODY_LEAD,
            due=on + timedelta(days=50),
        )
    )
    floor.did(meetings.take_up(register, refs.of_custody(12)))
    floor.did(
        extensions.extend(
            register,
            refs.of_custody(12),
            to=_later(register, refs.of_custody(12), on + timedelta(days=90)),
            reason="The partner’s board meets only every second month",
        )
    )


def _later(register: Register, ref: str, day: date) -> date:
    """Return that day, or one a month after the current date where it is not later."""
    one = lookup.recommendation(register, ref)
    current = Dating(register, [one]).current(one).on
    return day if current is None or current < day else current + timedelta(days=30)


def _close_what_is_met(floor: _Floor, refs: Refs, on: date) -> None:
    register, concern = floor.register, refs.of_recording("COC1")
    floor.did(meetings.take_up(register, concern))
    with floor.expecting_refusal():
        floor.did(closing.close(register, concern))
    floor.did(
        evidence.waive(
            register,
            f"{concern}(c)",
            reason="The registrar’s staff now come from the regional audit team",
        )
    )
    floor.did(closing.close(register, concern))
    floor.did(meetings.take_up(register, refs.of_custody(5)))
    floor.did(closing.complete(register, refs.of_custody(5), on=on - timedelta(days=3)))


def _put_off(floor: _Floor, refs: Refs) -> None:
    register = floor.register
    floor.did(meetings.take_up(register, refs.of_custody(4)))
    floor.did(
        closing.return_for_evidence(
            register,
            refs.of_custody(4),
            reason="The Board wishes to see the waits at night before it closes this",
        )
    )
    floor.did(meetings.take_up(register, refs.of_recording("1")))
    floor.did(
        meetings.note_position(
            register, refs.of_recording("1"), text="The trainer’s start date is confirmed"
        )
    )
    floor.did(meetings.take_up(register, refs.of_recording("AFI3")))
    floor.did(
        meetings.defer(register, refs.of_recording("AFI3"), reason="The new lead is not in post")
    )
