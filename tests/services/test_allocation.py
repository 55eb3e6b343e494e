"""Allocating."""

import pytest

from gainboard.domain.states import ForceStatus
from gainboard.errors import Refused
from gainboard.services.allocation import allocate
from gainboard.services.closing import submit
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import LEADS, allocated, in_meeting, sentence_of


def test_work_begins_with_its_leads(register: Register) -> None:
    one = detail(register, allocated(register)).summary
    assert one.force_status is ForceStatus.IN_PROGRESS
    assert (one.chief_officer, one.delivery_lead) == ("ACC Justice", "Ch Insp Custody")
    assert one.group == "Criminal Justice Delivery Group"


def test_the_minute_reads_as_it_was_decided(register: Register) -> None:
    in_meeting(register)
    allocated(register)
    assert sentence_of(register) == (
        "The Board allocated CCP25-1 to ACC Justice as chief officer lead and Ch Insp Custody "
        "as delivery lead, tracked through Criminal Justice Delivery Group."
    )


def test_out_of_meeting_the_chair_decides(register: Register) -> None:
    allocated(register)
    [decision] = register.tables.decisions.all()
    assert decision.ref == "CHAIR 2026-D01"
    assert decision.sentence.startswith("The chair, out of meeting, allocated CCP25-1")


def test_ones_own_words_stand_in_the_minute(register: Register) -> None:
    allocate(register, "CCP25-1", **LEADS, sentence="Agreed as in paper 3.")
    assert sentence_of(register) == "Agreed as in paper 3."


def test_a_name_is_one_person_in_any_case(register: Register) -> None:
    allocated(register)
    allocate(register, "CCP25-5", **{**LEADS, "chief_officer": " acc  JUSTICE "})
    assert register.tables.people.count() == 2


def test_allocated_again_it_stays_where_it_is(register: Register) -> None:
    allocated(register)
    submit(register, "CCP25-1")
    allocate(register, "CCP25-1", **{**LEADS, "delivery_lead": "Insp Courts"})
    one = detail(register, "CCP25-1").summary
    assert (one.delivery_lead, one.force_status) == ("Insp Courts", ForceStatus.PENDING_SIGN_OFF)


def test_nobody_leads_on_what_is_watched(register: Register) -> None:
    with pytest.raises(Refused, match="E-NOT-OPEN"):
        allocated(register, "CCP25-2")


def test_nobody_leads_on_what_is_undecided(register: Register) -> None:
    with pytest.raises(Refused, match="E-UNDECIDED"):
        allocated(register, "CCP25-CI1")


@pytest.mark.parametrize("missing", LEADS)
@pytest.mark.parametrize("empty", ["", " ", "\u202e"])
def test_every_lead_is_needed(register: Register, missing: str, empty: str) -> None:
    with pytest.raises(Refused, match="E-MISSING"):
        allocate(register, "CCP25-1", **{**LEADS, missing: empty})
