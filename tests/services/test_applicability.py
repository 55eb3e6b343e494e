"""Whose a recommendation is."""

from datetime import date

import pytest

from gainboard.domain.states import Applicability, ForceStatus, may_follow
from gainboard.errors import Refused
from gainboard.services.applicability import decide_applicability, propose_applicability
from gainboard.services.closing import demonstrate, not_accept
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import a_draft, allocated, an_item, in_meeting, proven, sentence_of


def proposed(register: Register, *addressees: str) -> Applicability:
    draft = a_draft(an_item("1", "Do it.", addressees=addressees))
    return propose_applicability(register, draft)[0].value


@pytest.mark.parametrize(
    "name", ["police forces", "The Chief Constables", "Northmoor Police", "all forces."]
)
def test_what_speaks_to_forces_is_proposed_as_ours(register: Register, name: str) -> None:
    assert proposed(register, "the College of Cells", name) is Applicability.FOR_FORCE


def test_what_speaks_to_others_is_proposed_as_theirs(register: Register) -> None:
    assert proposed(register, "the National Custody Board") is Applicability.NOT_APPLICABLE


def test_what_speaks_to_nobody_stays_undecided(register: Register) -> None:
    assert proposed(register) is Applicability.UNDECIDED


def test_what_ours_depends_on_is_proposed_as_watched(register: Register) -> None:
    values = [proposal.value for proposal in propose_applicability(register, a_draft())]
    assert values == [
        Applicability.FOR_FORCE,
        Applicability.WATCH,
        *[Applicability.FOR_FORCE] * 2,
        Applicability.UNDECIDED,
        Applicability.FOR_FORCE,
    ]


def test_a_decision_sets_the_status_with_its_reason(register: Register) -> None:
    decide_applicability(register, "CCP25-CI1", Applicability.WATCH, reason="Courts lead on it")
    one = detail(register, "CCP25-CI1").recommendation
    assert one.force_status is ForceStatus.WATCH
    assert one.applicability_reason == "Courts lead on it"


def test_a_joint_one_names_its_partner(register: Register) -> None:
    in_meeting(register)
    decide_applicability(
        register, "CCP25-5", Applicability.JOINT, reason="Shared", joint_with="Northmoor Courts"
    )
    assert detail(register, "CCP25-5").joint_with == "Northmoor Courts"
    told = "The Board decided that CCP25-5 is joint with Northmoor Courts. Reason: Shared."
    assert sentence_of(register) == told


def test_a_joint_one_without_a_partner_is_refused(register: Register) -> None:
    with pytest.raises(Refused, match="E-MISSING"):
        decide_applicability(register, "CCP25-5", Applicability.JOINT, reason="Shared")


def test_work_under_way_goes_on_when_it_becomes_joint(register: Register) -> None:
    allocated(register, "CCP25-5")
    decide_applicability(
        register, "CCP25-5", Applicability.JOINT, reason="Shared", joint_with="Northmoor Courts"
    )
    assert detail(register, "CCP25-5").recommendation.force_status is ForceStatus.IN_PROGRESS


def test_out_of_a_meeting_it_is_no_minuted_decision(register: Register) -> None:
    decide_applicability(register, "CCP25-5", Applicability.WATCH, reason="Theirs")
    assert register.tables.decisions.all() == []


def test_what_is_settled_stays(register: Register) -> None:
    not_accept(register, "CCP25-5", reason="No prisoners held")
    with pytest.raises(Refused, match="E-SETTLED"):
        decide_applicability(register, "CCP25-5", Applicability.WATCH, reason="Theirs")


@pytest.mark.parametrize("value", ["undecided", "watch", "not_applicable"])
def test_what_is_decided_of_work_awaiting_sign_off_may_follow(
    register: Register, value: str
) -> None:
    demonstrate(
        register, proven(register, allocated(register, "CCP25-5")), recheck_on=date(2026, 9, 1)
    )
    decide_applicability(register, "CCP25-5", Applicability(value), reason="Looked at again")
    one = detail(register, "CCP25-5").recommendation
    assert may_follow(ForceStatus.PENDING_SIGN_OFF, one.force_status)
    assert one.recheck_on is None
