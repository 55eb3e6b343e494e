"""The sample board's first meeting: new reports, leads, a first extension, a deferral."""

from datetime import date, timedelta

from gainboard.domain.states import Presence
from gainboard.services import actions, allocation, extensions, meetings
from gainboard.services.sample.cast import (
    ASSURANCE,
    CHAIR,
    CONTACT_GROUP,
    CONTACT_LEAD,
    CRIME,
    CUSTODY_GROUP,
    CUSTODY_LEAD,
    LOCAL,
    REGISTRAR,
)
from gainboard.services.sample.reports import GoTo, Refs
from gainboard.store.register import Register


def hold_first_meeting(register: Register, refs: Refs, on: date, go_to: GoTo) -> None:
    go_to(on)
    ref = meetings.next_meeting_ref(register, on)
    meetings.plan_meeting(register, ref, on=on, chair=CHAIR, place="Conference Room 2")
    meetings.open_meeting(register, ref, on=on, chair=CHAIR)
    for name, post in (
        (CHAIR, "Chair"),
        (CRIME, "Crime and Justice"),
        (LOCAL, "Local Policing"),
        (CUSTODY_LEAD, "Head of Custody"),
        (ASSURANCE, "Assurance and Inspection"),
    ):
        meetings.attend(register, name, presence=Presence.PRESENT, post=post)
    meetings.attend(
        register, "Sgt Priya Holloway", presence=Presence.DEPUTY, deputy_for=CONTACT_LEAD
    )
    _consider_new_reports(register, ref)
    _allocate_first(register, refs)
    _decide_first(register, refs, on)
    meetings.finish_meeting(register, next_on=on + timedelta(days=112))
    go_to(on + timedelta(days=8))
    meetings.approve_minutes(register, ref)


def _consider_new_reports(register: Register, meeting_ref: str) -> None:
    (meeting,) = register.tables.meetings.where("ref = ?", meeting_ref)
    agenda = register.tables.agenda
    for line in agenda.where("meeting_id = ? AND report_id IS NOT NULL", meeting.id):
        meetings.take_up_line(register, line.id)
        meetings.discuss(
            register,
            "The Head of Assurance spoke to the report and to the plenary held on it. "
            "Members asked that nothing be closed on a policy alone: the Board wishes to see "
            "what has changed for the people concerned.",
        )


def _allocate_first(register: Register, refs: Refs) -> None:
    custody = [refs.of_custody(n) for n in (2, 4, 6, 7, 9, 10, 12)]
    recording = [refs.of_recording(n) for n in ("COC1", "AFI1", "AFI2", "1")]
    for ref in custody:
        meetings.take_up(register, ref)
        allocation.allocate(
            register,
            ref,
            chief_officer=CRIME,
            delivery_lead=CUSTODY_LEAD,
            group=CUSTODY_GROUP,
        )
    for ref in recording:
        meetings.take_up(register, ref)
        allocation.allocate(
            register,
            ref,
            chief_officer=LOCAL,
            delivery_lead=CONTACT_LEAD,
            group=CONTACT_GROUP,
        )


def _decide_first(register: Register, refs: Refs, on: date) -> None:
    meetings.take_up(register, refs.of_custody(2))
    meetings.discuss(
        register,
        "ACC Fairweather said that the stock record had been bought but not yet brought into "
        "use at Holm Street. The chair asked for a date.",
    )
    actions.raise_action(
        register,
        refs.of_custody(2),
        text="Bring the medicines stock record into use at Holm Street",
        owner=CUSTODY_LEAD,
        due=on + timedelta(days=30),
    )
    meetings.take_up(register, refs.of_recording("COC1"))
    extensions.extend(
        register,
        refs.of_recording("COC1"),
        to=on + timedelta(days=160),
        reason="The review of closed incidents has turned out to be twice the size expected",
    )
    actions.raise_action(
        register,
        refs.of_recording("COC1"),
        text="Report the number of incidents reviewed, and recorded, each week",
        owner=REGISTRAR,
        due=on + timedelta(days=14),
    )
    meetings.defer(
        register,
        refs.of_recording("AFI3"),
        reason="The survey team moves to another department next month",
    )
