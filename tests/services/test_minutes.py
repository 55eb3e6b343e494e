"""The minutes as a frozen report."""

from dataclasses import replace
from datetime import date

import pytest

from gainboard.domain.minutes import MinuteItem, Minutes
from gainboard.domain.states import Presence, Rag
from gainboard.errors import Refused
from gainboard.services import meetings as verbs
from gainboard.services.actions import complete_action, raise_action
from gainboard.services.agendas import set_confidential
from gainboard.services.closing import close
from gainboard.services.evidence import offer
from gainboard.services.extensions import extend
from gainboard.services.papers import minutes
from gainboard.services.progress import record_update
from gainboard.services.settings import change_setting
from gainboard.services.views import meeting
from gainboard.store.register import Register
from tests.builders import MEETING, StoppedClock, allocated, in_meeting, proven

DUE = date(2026, 4, 30)


def a_meeting(register: Register) -> Minutes:
    """Hold a meeting about two items and return its minutes."""
    in_meeting(register)
    verbs.attend(register, "ACC Justice", presence=Presence.PRESENT, post="Justice")
    verbs.attend(register, "Insp X", presence=Presence.DEPUTY, deputy_for="Supt X")
    verbs.attend(register, "Supt X", presence=Presence.APOLOGIES)
    verbs.take_up(register, "CCP25-1")
    allocated(register)
    verbs.discuss(register, "The form is late.")
    raise_action(register, "CCP25-1", text="Send the form", owner="Insp Form", due=DUE)
    verbs.take_up(register, "CCP25-5")
    verbs.defer(register, "CCP25-5", reason="awaiting the courts")
    verbs.finish_meeting(register, next_on=date(2026, 6, 4))
    return minutes(register, MEETING)


def about(paper: Minutes, ref: str) -> MinuteItem:
    [item] = [item for item in paper.items if item.ref == ref]
    return item


def make_confidential(register: Register, ref: str) -> None:
    [line] = [line for line in meeting(register, MEETING).lines if line.ref == ref]
    set_confidential(register, line.item.id, True)


def test_who_was_there_is_listed(register: Register) -> None:
    found = [(line.name, line.post, line.presence) for line in a_meeting(register).attendance]
    assert found == [
        ("ACC Justice", "Justice", "present"),
        ("Insp X", "", "deputy for Supt X"),
        ("Supt X", "", "apologies"),
    ]


def test_an_item_has_its_decisions_actions_and_note(register: Register) -> None:
    item = about(a_meeting(register), "CCP25-1")
    assert [one.number for one in item.decisions] == ["D01", "D02"]
    assert [(one.number, one.owner, one.due) for one in item.actions] == [("A01", "Insp Form", DUE)]
    assert (item.discussion, item.outcome) == ("The form is late.", "considered")


def test_an_item_is_called_by_its_report_and_kind(register: Register) -> None:
    item = about(a_meeting(register), "CCP25-1")
    assert item.title == "Care in custody and the prisoner's day, recommendation 1"
    assert item.text.startswith("By 30 September 2026, chief constables")


def test_what_was_before_the_board_is_told_as_it_was(register: Register) -> None:
    told = about(a_meeting(register), "CCP25-1").before_board.splitlines()
    assert told == [
        "Force status: awaiting allocation. Inspectorate status: awaiting review.",
        "RAG: not rated.",
        "Deadline as written: By 30 September 2026. Current date: 30 September 2026.",
        "No leads yet.",
        "No update yet.",
        "Not ready to close: 3 of 3 clauses have no sufficient evidence: (a), (b), (c).",
        "Not considered by the Board before.",
    ]


def test_what_changed_since_is_told_at_the_next_meeting(
    register: Register, clock: StoppedClock
) -> None:
    a_meeting(register)
    clock.forward(30)
    record_update(register, "CCP25-1", text="The form is out", by="Insp Form", rag=Rag.GREEN)
    offer(register, "CCP25-1", text="Sample")
    complete_action(register, "GAIN 2026/03-A01")
    in_meeting(register, "GAIN 2026/06", on=date(2026, 6, 4))
    verbs.take_up(register, "CCP25-1")
    told = about(minutes(register, "GAIN 2026/06"), "CCP25-1").before_board.splitlines()
    since = "1 update, 1 piece of evidence, 1 action done"
    assert told[-1] == f"Last considered at GAIN 2026/03; since then: {since}."


def test_lateness_and_extensions_are_told_in_words(register: Register) -> None:
    extend(register, "CCP25-4", to=date(2026, 1, 1))
    extend(register, "CCP25-4", to=date(2026, 3, 11), reason="Rain")
    in_meeting(register)
    verbs.take_up(register, "CCP25-4")
    told = about(minutes(register, MEETING), "CCP25-4").before_board
    assert "Current date: 11 March 2026, 1 day late, extended twice." in told


def test_a_projected_date_is_told_as_one(register: Register) -> None:
    in_meeting(register)
    verbs.take_up(register, "CCP25-3")
    told = about(minutes(register, MEETING), "CCP25-3").before_board
    assert "Projected date: 31 July 2027." in told


def test_what_was_not_reached_says_so(register: Register) -> None:
    assert about(a_meeting(register), "CCP25-4").outcome == "not reached"
    assert about(minutes(register, MEETING), "CCP25-5").outcome == "deferred"


def test_decisions_and_actions_stand_again_as_lists(register: Register) -> None:
    paper = a_meeting(register)
    assert [one.ref for one in paper.decisions] == [f"{MEETING}-D0{n}" for n in (1, 2, 3)]
    assert [(one.ref, one.about) for one in paper.actions] == [(f"{MEETING}-A01", "CCP25-1")]
    assert paper.next_on == date(2026, 6, 4)


def test_every_section_has_its_number(register: Register) -> None:
    numbers = [item.number for item in a_meeting(register).items]
    assert numbers[:5] == ["1", "2", "3", "4.1", "4.2"]
    assert numbers[-1] == "12"
    assert len(set(numbers)) == len(numbers)


def test_a_confidential_item_is_left_out_of_a_copy(register: Register) -> None:
    a_meeting(register)
    make_confidential(register, "CCP25-1")
    copy = minutes(register, MEETING, without_confidential=True)
    assert copy.left_out == 1
    assert [one.ref for one in copy.decisions] == [f"{MEETING}-D03"]
    assert copy.actions == ()
    for secret in ("CCP25-1", "form is late", "Send the form", "By 30 September"):
        assert secret not in str(copy)


def test_the_whole_copy_keeps_the_confidential_item(register: Register) -> None:
    a_meeting(register)
    make_confidential(register, "CCP25-1")
    whole = minutes(register, MEETING)
    assert (whole.left_out, about(whole, "CCP25-1").confidential) == (0, True)


def test_approved_minutes_come_back_word_for_word(register: Register) -> None:
    draft = a_meeting(register)
    verbs.approve_minutes(register, MEETING)
    kept = minutes(register, MEETING)
    assert kept.state == "approved on 12 Mar 2026"
    assert replace(kept, imprint=draft.imprint, state=draft.state) == draft


def test_later_changes_leave_approved_minutes_alone(register: Register) -> None:
    a_meeting(register)
    verbs.approve_minutes(register, MEETING)
    before = minutes(register, MEETING)
    close(register, proven(register))
    complete_action(register, f"{MEETING}-A01")
    change_setting(register, "board", "Another Board")
    with register.journal.operation("Rename somebody"):
        somebody = register.tables.people.where("name = 'Insp Form'")[0]
        register.tables.people.change(somebody, name="Insp Paper")
    assert replace(minutes(register, MEETING), imprint=before.imprint) == before


def test_a_correction_of_approved_minutes_is_an_addendum(register: Register) -> None:
    a_meeting(register)
    verbs.approve_minutes(register, MEETING)
    before = minutes(register, MEETING)
    verbs.correct_minutes(register, MEETING, corrects="D01", text="It was item 5.")
    addenda = ("D01: It was item 5. (12 Mar 2026)",)
    assert minutes(register, MEETING) == replace(
        before, imprint=minutes(register, MEETING).imprint, addenda=addenda
    )


def test_a_draft_takes_no_addendum(register: Register) -> None:
    a_meeting(register)
    with pytest.raises(Refused, match="E-NOT-APPROVED"):
        verbs.correct_minutes(register, MEETING, corrects="D01", text="It was item 5.")


def test_an_approved_copy_can_leave_out_the_confidential_too(register: Register) -> None:
    a_meeting(register)
    make_confidential(register, "CCP25-1")
    verbs.approve_minutes(register, MEETING)
    assert "form is late" not in str(minutes(register, MEETING, without_confidential=True))
