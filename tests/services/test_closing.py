"""Closing, and what may come instead."""

from datetime import date

import pytest

from gainboard.domain.states import ForceStatus, Rag, Verdict
from gainboard.errors import Refused
from gainboard.services import closing
from gainboard.services.allocation import allocate
from gainboard.services.evidence import judge, offer, waive
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import LEADS, TODAY, allocated, in_meeting, proven, sentence_of


def status(register: Register, ref: str = "CCP25-1") -> ForceStatus:
    return detail(register, ref).recommendation.force_status


def test_closing_needs_evidence_for_every_clause(register: Register) -> None:
    proven(register, allocated(register), "a")
    with pytest.raises(Refused) as told:
        closing.close(register, "CCP25-1")
    assert "2 of 3 clauses have no sufficient evidence: (b), (c)" in told.value.says
    assert status(register) is ForceStatus.IN_PROGRESS


def test_with_evidence_for_every_clause_it_closes(register: Register) -> None:
    proven(register, allocated(register))
    closing.close(register, "CCP25-1")
    one = detail(register, "CCP25-1").summary
    assert (one.force_status, one.rag, one.missing) == (ForceStatus.CLOSED, Rag.BLUE, "")


def test_a_waived_clause_needs_no_evidence(register: Register) -> None:
    proven(register, allocated(register), "a", "c")
    waive(register, "CCP25-1(b)", reason="The form holds it")
    closing.close(register, "CCP25-1")
    assert sentence_of(register).endswith("shows it is met, (b) being waived.")


@pytest.mark.parametrize("verdict", [Verdict.PARTLY, Verdict.INSUFFICIENT])
def test_less_than_sufficient_closes_nothing(register: Register, verdict: Verdict) -> None:
    proven(register, allocated(register), "a", "b")
    offer(register, "CCP25-1", clauses=["c"], text="A draft")
    judge(register, "CCP25-1", clauses=["c"], verdict=verdict, by="Head of Assurance")
    assert closing.why_not_close(register, "CCP25-1").endswith("(c)")


def test_a_judge_who_takes_the_lead_later_judged_for_nothing(register: Register) -> None:
    proven(register, allocated(register))
    allocate(register, "CCP25-1", **{**LEADS, "delivery_lead": "Head of Assurance"})
    assert closing.why_not_close(register, "CCP25-1").startswith("3 of 3 clauses")


def test_a_recheck_date_does_not_outlive_its_demonstration_period(register: Register) -> None:
    proven(register, allocated(register))
    closing.demonstrate(register, "CCP25-1", recheck_on=date(2026, 9, 1))
    closing.not_accept(register, "CCP25-1", reason="Another force's")
    closing.reopen(register, "CCP25-1", reason="It is ours")
    closing.submit(register, "CCP25-1")
    assert detail(register, "CCP25-1").recommendation.recheck_on is None


def test_what_is_closed_is_not_closed_again(register: Register) -> None:
    proven(register, allocated(register))
    closing.close(register, "CCP25-1")
    with pytest.raises(Refused, match="it is closed"):
        closing.close(register, "CCP25-1")


def test_a_closure_dates_what_depends_on_it(register: Register) -> None:
    closing.complete(register, "CCP25-2", on=date(2026, 6, 30))
    [deadline] = detail(register, "CCP25-3").summary.deadlines
    assert (deadline.due, deadline.projected) == (date(2027, 6, 30), None)


def test_the_minute_of_a_completion_names_the_date_it_gives(register: Register) -> None:
    in_meeting(register)
    closing.complete(register, "CCP25-2", on=date(2026, 6, 30))
    assert sentence_of(register) == (
        "The Board noted that CCP25-2 was completed on 30 June 2026; "
        "CCP25-3 is therefore due on 30 June 2027."
    )


def test_ours_is_completed_by_closing_it(register: Register) -> None:
    with pytest.raises(Refused, match="E-CLOSE-INSTEAD"):
        closing.complete(register, "CCP25-1", on=TODAY)


def test_closing_ours_dates_what_depends_on_it(register: Register) -> None:
    with register.journal.operation("Let 3 wait for 5"):
        [line] = register.tables.deadlines.where("depends_on_id IS NOT NULL")
        five = detail(register, "CCP25-5").recommendation
        register.tables.deadlines.change(line, depends_on_id=five.id)
    closing.close(register, proven(register, allocated(register, "CCP25-5")))
    assert detail(register, "CCP25-3").summary.current_date == date(2027, 3, 12)


def test_reopening_takes_the_date_back(register: Register) -> None:
    with register.journal.operation("Let 3 wait for 5"):
        [line] = register.tables.deadlines.where("depends_on_id IS NOT NULL")
        five = detail(register, "CCP25-5").recommendation
        register.tables.deadlines.change(line, depends_on_id=five.id)
    closing.close(register, proven(register, allocated(register, "CCP25-5")))
    closing.reopen(register, "CCP25-5", reason="It slipped back")
    [deadline] = detail(register, "CCP25-3").summary.deadlines
    assert (deadline.due, deadline.rule) == (None, "12 months after CCP25-5 is completed")


def test_reopened_it_is_in_progress_and_not_blue(register: Register) -> None:
    closing.close(register, proven(register, allocated(register)))
    closing.reopen(register, "CCP25-1", reason="Samples fell to half")
    one = detail(register, "CCP25-1").recommendation
    assert (one.force_status, one.rag, one.completed_on) == (ForceStatus.IN_PROGRESS, None, None)


def test_reopened_without_leads_it_awaits_them(register: Register) -> None:
    closing.not_accept(register, "CCP25-5", reason="No prisoners held")
    closing.reopen(register, "CCP25-5", reason="The court asked again")
    assert status(register, "CCP25-5") is ForceStatus.AWAITING_ALLOCATION


@pytest.mark.parametrize("ref", ["CCP25-1", "CCP25-2"])
def test_only_what_is_settled_is_reopened(register: Register, ref: str) -> None:
    with pytest.raises(Refused, match="E-NOT-ALLOWED"):
        closing.reopen(register, ref, reason="To see")


def test_sent_back_it_is_in_progress_with_the_reason(register: Register) -> None:
    allocated(register)
    closing.submit(register, "CCP25-1")
    closing.return_for_evidence(register, "CCP25-1", reason="One month is too short")
    one = detail(register, "CCP25-1").recommendation
    assert one.force_status is ForceStatus.IN_PROGRESS
    assert one.status_reason == "One month is too short"


def test_a_demonstration_period_waits_for_its_day(register: Register) -> None:
    proven(register, allocated(register))
    closing.demonstrate(register, "CCP25-1", recheck_on=date(2026, 6, 30), reason="Embedding")
    one = detail(register, "CCP25-1").recommendation
    assert (one.force_status, one.recheck_on) == (
        ForceStatus.PENDING_SIGN_OFF,
        date(2026, 6, 30),
    )


def test_what_is_superseded_names_what_takes_its_place(register: Register) -> None:
    closing.supersede(register, "CCP25-1", by_ref="CCP25-5")
    told = "The chair, out of meeting, recorded CCP25-1 as superseded by CCP25-5."
    assert sentence_of(register) == told


def test_nothing_supersedes_itself(register: Register) -> None:
    with pytest.raises(Refused, match="E-ITSELF"):
        closing.supersede(register, "CCP25-1", by_ref="CCP25-1")


def test_two_do_not_supersede_each_other(register: Register) -> None:
    closing.supersede(register, "CCP25-1", by_ref="CCP25-5")
    with pytest.raises(Refused, match="E-NOT-ALLOWED"):
        closing.supersede(register, "CCP25-5", by_ref="CCP25-1")


def test_a_demonstration_period_needs_accepted_evidence(register: Register) -> None:
    with pytest.raises(Refused, match="3 of 3 clauses"):
        closing.demonstrate(register, allocated(register), recheck_on=date(2026, 9, 1))


def test_a_re_check_lies_still_ahead(register: Register) -> None:
    proven(register, allocated(register))
    with pytest.raises(Refused, match="E-NOT-LATER"):
        closing.demonstrate(register, "CCP25-1", recheck_on=date(2020, 1, 1))
