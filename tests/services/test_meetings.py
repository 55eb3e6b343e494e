"""A meeting from its opening to its approved minutes."""

from collections.abc import Callable
from datetime import date

import pytest

from gainboard.domain.states import AgendaState, MeetingState, Presence
from gainboard.errors import Refused
from gainboard.services import meetings as verbs
from gainboard.services.history import redo, undo
from gainboard.services.settings import change_setting
from gainboard.services.views import in_session, meeting, meetings
from gainboard.store.register import Register
from tests.builders import MEETING, TODAY, allocated, in_meeting, sentence_of


def state(register: Register, ref: str) -> AgendaState:
    [line] = [line for line in meeting(register, MEETING).lines if line.ref == ref]
    return line.item.state


def approved(register: Register) -> str:
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    verbs.note_position(register, "CCP25-4")
    verbs.finish_meeting(register)
    verbs.approve_minutes(register, MEETING)
    return MEETING


def test_a_meeting_opens_with_its_agenda(register: Register) -> None:
    in_meeting(register)
    now = in_session(register)
    assert now is not None
    assert (now.ref, now.held_on, now.chair) == (MEETING, TODAY, "Deputy Chief Constable")
    assert len(meeting(register, MEETING).lines) > 12


def test_a_planned_meeting_opens_under_its_name(register: Register) -> None:
    verbs.plan_meeting(register, MEETING, on=TODAY, chair="Deputy Chief Constable", place="HQ")
    verbs.open_meeting(register, "gain 2026/03", on=TODAY)
    [held] = meetings(register)
    assert (held.ref, held.place, held.chair) == (MEETING, "HQ", "Deputy Chief Constable")


def test_one_meeting_is_in_session_at_a_time(register: Register) -> None:
    in_meeting(register)
    with pytest.raises(Refused, match="E-IN-SESSION"):
        in_meeting(register, "GAIN 2026/04")


def test_a_finished_meeting_can_be_resumed(register: Register) -> None:
    in_meeting(register)
    verbs.finish_meeting(register, next_on=date(2026, 6, 4))
    in_meeting(register)
    assert in_session(register) is not None
    assert meeting(register, MEETING).meeting.next_on == date(2026, 6, 4)


def test_the_next_reference_counts_the_years_meetings(register: Register) -> None:
    in_meeting(register, "GAIN 2026/01")
    assert verbs.next_meeting_ref(register, TODAY) == "GAIN 2026/02"
    assert verbs.next_meeting_ref(register, date(2027, 1, 7)) == "GAIN 2027/01"


def test_attendance_said_again_is_corrected(register: Register) -> None:
    in_meeting(register)
    verbs.attend(register, "ACC Justice", presence=Presence.APOLOGIES)
    verbs.attend(register, "acc justice", presence=Presence.PRESENT, post="Justice")
    [line] = meeting(register, MEETING).attendance
    assert (line.attendance.presence, line.post) == (Presence.PRESENT, "Justice")


def test_a_quorum_of_the_board_is_counted(register: Register) -> None:
    change_setting(register, "quorum", "2")
    in_meeting(register)
    verbs.attend(register, "ACC Justice", presence=Presence.PRESENT)
    assert meeting(register, MEETING).quorum == "1 present, quorum 2: not quorate"
    verbs.attend(register, "Insp X", presence=Presence.DEPUTY, deputy_for="Supt X")
    assert meeting(register, MEETING).quorum == "2 present, quorum 2"


def test_one_line_is_taken_at_a_time(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    verbs.note_position(register, "CCP25-4")
    verbs.take_up(register, "CCP25-5")
    assert state(register, "CCP25-4") is AgendaState.CONSIDERED
    assert state(register, "CCP25-5") is AgendaState.CURRENT


def test_a_line_left_without_a_word_still_waits(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    verbs.take_up(register, "CCP25-5")
    assert state(register, "CCP25-4") is AgendaState.WAITING


def test_what_was_not_on_the_agenda_can_be_taken_up(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-2")
    current = meeting(register, MEETING).current
    assert current is not None
    assert (current.ref, current.item.why) == ("CCP25-2", "raised in the meeting")


def test_a_decision_about_another_item_stands_under_it(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    allocated(register, "CCP25-5")
    assert state(register, "CCP25-5") is AgendaState.CONSIDERED
    current = meeting(register, MEETING).current
    assert current is not None
    assert (current.ref, current.decisions) == ("CCP25-4", ())


def test_notes_are_added_to_the_line_being_taken(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    verbs.discuss(register, "The ACC asked why.")
    verbs.discuss(register, "The lead explained.")
    current = meeting(register, MEETING).current
    assert current is not None
    assert current.item.discussion == "The ACC asked why.\nThe lead explained."


def test_a_note_without_an_item_has_no_place(register: Register) -> None:
    in_meeting(register)
    with pytest.raises(Refused, match="E-NOTHING-TAKEN-UP"):
        verbs.discuss(register, "Good morning")


def test_a_note_recorded_is_no_draft_any_more(register: Register) -> None:
    in_meeting(register)
    item = meeting(register, MEETING).lines[0].item
    register.drafts.keep(f"discussion/{item.id}", "The panel ask")
    verbs.set_discussion(register, item.id, "The panel asked.")
    assert register.drafts.places() == []


def test_a_deferred_item_says_so(register: Register) -> None:
    in_meeting(register)
    verbs.defer(register, "CCP25-2", reason="awaiting the courts")
    assert state(register, "CCP25-2") is AgendaState.DEFERRED
    told = "The Board deferred CCP25-2. Reason: awaiting the courts."
    assert sentence_of(register) == told


def test_decisions_are_numbered_through_the_meeting(register: Register) -> None:
    in_meeting(register)
    verbs.note_position(register, "CCP25-4", text="It is on track")
    verbs.escalate(register, "CCP25-5", reason="No courts answer")
    refs = [decision.ref for decision in register.tables.decisions.all()]
    assert refs == ["GAIN 2026/03-D01", "GAIN 2026/03-D02"]


def test_a_sentence_can_be_put_in_better_words(register: Register) -> None:
    in_meeting(register)
    verbs.note_position(register, "CCP25-4")
    verbs.finish_meeting(register)
    verbs.reword(register, "GAIN 2026/03-D01", "The Board noted it with thanks.")
    assert sentence_of(register) == "The Board noted it with thanks."


def test_minutes_are_approved_once_the_meeting_is_over(register: Register) -> None:
    in_meeting(register)
    with pytest.raises(Refused, match="E-NOT-FINISHED"):
        verbs.approve_minutes(register, MEETING)
    verbs.finish_meeting(register)
    verbs.approve_minutes(register, MEETING)
    assert meeting(register, MEETING).meeting.state is MeetingState.MINUTES_APPROVED


def test_approved_minutes_are_not_taken_back(register: Register) -> None:
    approved(register)
    with pytest.raises(Refused, match="E-MINUTES-APPROVED"):
        undo(register)


def test_approval_under_a_name_typed_otherwise_stands_too(register: Register) -> None:
    verbs.open_meeting(register, " Cafe\u0301  2026 ", on=TODAY)
    verbs.finish_meeting(register)
    verbs.approve_minutes(register, "Café 2026")
    with pytest.raises(Refused, match="E-MINUTES-APPROVED"):
        undo(register)


def test_what_came_after_an_approval_is_taken_back_and_no_more(register: Register) -> None:
    approved(register)
    allocated(register)
    undo(register)
    with pytest.raises(Refused, match="E-MINUTES-APPROVED"):
        undo(register)
    redo(register)
    assert register.tables.recommendations.get(1).delivery_lead_id


HANDS: dict[str, Callable[[Register, int], object]] = {
    "resume": lambda register, _: in_meeting(register),
    "approve": lambda register, _: verbs.approve_minutes(register, MEETING),
    "note": lambda register, line: verbs.set_discussion(register, line, "More"),
    "reword": lambda register, _: verbs.reword(register, "GAIN 2026/03-D01", "Less"),
}


@pytest.mark.parametrize("hand", HANDS)
def test_approved_minutes_take_no_verb(register: Register, hand: str) -> None:
    item = meeting(register, approved(register)).lines[0].item
    with pytest.raises(Refused, match="E-MINUTES-APPROVED"):
        HANDS[hand](register, item.id)


def test_a_line_of_another_meeting_is_not_taken_up(register: Register) -> None:
    item = meeting(register, approved(register)).lines[0].item
    in_meeting(register, "GAIN 2026/04")
    with pytest.raises(Refused, match="E-OTHER-MEETING"):
        verbs.take_up_line(register, item.id)
