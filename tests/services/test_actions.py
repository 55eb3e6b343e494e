"""Actions."""

from datetime import date

import pytest

from gainboard.domain.states import ActionStatus
from gainboard.errors import Refused
from gainboard.services.actions import complete_action, raise_action
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import TODAY, StoppedClock, in_meeting, sentence_of

DUE = date(2026, 4, 30)


def test_an_action_has_the_meetings_next_number(register: Register) -> None:
    in_meeting(register)
    raise_action(register, "CCP25-1", text="Send the form out", owner="Insp Form", due=DUE)
    raise_action(register, "CCP25-5", text="Ask the courts")
    refs = [action.ref for action in register.tables.actions.all()]
    assert refs == ["GAIN 2026/03-A01", "GAIN 2026/03-A02"]


def test_an_action_is_minuted_with_owner_and_date(register: Register) -> None:
    in_meeting(register)
    raise_action(register, "CCP25-1", text="Send the form out", owner="Insp Form", due=DUE)
    assert sentence_of(register) == (
        "The Board raised GAIN 2026/03-A01 on CCP25-1: Send the form out. "
        "Owner Insp Form, due 30 April 2026."
    )


def test_an_action_without_owner_or_date_says_neither(register: Register) -> None:
    in_meeting(register)
    raise_action(register, "CCP25-1", text="Send the form out")
    assert sentence_of(register).endswith(": Send the form out.")


def test_an_action_is_shown_with_its_parent(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send the form out", owner="Insp Form", due=DUE)
    [view] = detail(register, "CCP25-1").actions
    assert (view.parent, view.owner, view.meeting) == ("CCP25-1", "Insp Form", "")
    assert view.action.ref == "CHAIR 2026-A01"


def test_open_actions_stand_in_the_row(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send the form out", owner="Insp Form", due=DUE)
    told = "CHAIR 2026-A01 Send the form out (Insp Form, due 30 Apr 2026)"
    assert detail(register, "CCP25-1").summary.open_actions == told


def test_a_completed_action_is_done_on_its_day(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send the form out")
    complete_action(register, "chair 2026-a01")
    [view] = detail(register, "CCP25-1").actions
    assert (view.action.status, view.action.completed_on) == (ActionStatus.COMPLETE, TODAY)


def test_an_action_is_completed_once(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send the form out")
    complete_action(register, "CHAIR 2026-A01")
    with pytest.raises(Refused, match="E-ALREADY-DONE"):
        complete_action(register, "CHAIR 2026-A01")


def test_numbers_go_past_ninety_nine(register: Register) -> None:
    for nth in range(101):
        raise_action(register, "CCP25-1", text=f"Step {nth}")
    assert register.tables.actions.all()[-1].ref == "CHAIR 2026-A101"


def test_the_chairs_series_begins_anew_each_year(register: Register, clock: StoppedClock) -> None:
    raise_action(register, "CCP25-1", text="Send the form out")
    clock.forward(365)
    raise_action(register, "CCP25-1", text="Send it again")
    assert register.tables.actions.all()[-1].ref == "CHAIR 2027-A01"
