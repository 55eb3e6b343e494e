"""Updates, ratings, the inspectorate's own status."""

from datetime import date

import pytest

from gainboard.domain.recommendation import Update
from gainboard.domain.states import Rag, UpdateState
from gainboard.errors import Refused
from gainboard.services.progress import (
    judge_update,
    record_update,
    set_inspectorate_status,
    set_rag,
)
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import TODAY, StoppedClock, allocated, in_meeting, sentence_of

BY = "Ch Insp Custody"


def pending(register: Register) -> int:
    """Add an update nobody has judged yet and return its id."""
    one = detail(register, "CCP25-1").recommendation
    update = Update(recommendation_id=one.id, made_on=TODAY, text="The form is out", rag=Rag.RED)
    with register.journal.operation("Receive an update"):
        return register.tables.updates.add(update).id


def test_updates_are_kept_side_by_side(register: Register, clock: StoppedClock) -> None:
    record_update(register, "CCP25-1", text="The form is drafted", by=BY)
    clock.forward(30)
    record_update(register, "CCP25-1", text="The form is out", by=BY, rag=Rag.GREEN)
    one = detail(register, "CCP25-1").summary
    assert one.latest_update == "11 Apr 2026 (Ch Insp Custody): The form is out"
    assert one.previous_update == "12 Mar 2026 (Ch Insp Custody): The form is drafted"


def test_an_update_rates_the_recommendation(register: Register) -> None:
    ahead = date(2026, 12, 1)
    record_update(register, "CCP25-1", text="Late", by=BY, rag=Rag.AMBER, forecast=ahead)
    one = detail(register, "CCP25-1").summary
    assert (one.rag, one.forecast) == (Rag.AMBER, Rag.RED)


def test_an_update_entered_late_rates_nothing_a_later_one_has_rated(register: Register) -> None:
    record_update(register, "CCP25-1", text="Now", by=BY, rag=Rag.GREEN)
    before = date(2026, 2, 1)
    record_update(register, "CCP25-1", text="Then", by=BY, rag=Rag.RED, dated=before)
    one = detail(register, "CCP25-1").summary
    assert (one.rag, one.previous_update) == (Rag.GREEN, "1 Feb 2026 (Ch Insp Custody): Then")


def test_in_a_meeting_an_update_is_minuted(register: Register) -> None:
    in_meeting(register)
    ahead = date(2026, 8, 31)
    record_update(register, "CCP25-1", text="It is out", by=BY, rag=Rag.GREEN, forecast=ahead)
    assert sentence_of(register) == (
        "The Board accepted the update on CCP25-1 from Ch Insp Custody: It is out. "
        "Rated GREEN (on track). Forecast 31 August 2026."
    )


def test_a_pending_update_rates_nothing_until_it_is_accepted(register: Register) -> None:
    update = pending(register)
    assert detail(register, "CCP25-1").summary.rag is None
    judge_update(register, update, accept=True)
    assert detail(register, "CCP25-1").summary.rag is Rag.RED


def test_a_rejected_update_stays_on_record_and_rates_nothing(register: Register) -> None:
    judge_update(register, pending(register), accept=False, reason="No sample was taken")
    one = detail(register, "CCP25-1")
    assert [line.update.state for line in one.updates] == [UpdateState.REJECTED]
    assert (one.summary.rag, one.summary.latest_update) == (None, "")


def test_an_update_is_judged_once(register: Register) -> None:
    update = pending(register)
    judge_update(register, update, accept=True)
    with pytest.raises(Refused, match="E-ALREADY-JUDGED"):
        judge_update(register, update, accept=False)


def test_the_boards_rating_is_minuted_with_its_word(register: Register) -> None:
    in_meeting(register)
    set_rag(register, "CCP25-1", rag=Rag.AMBER, reason="Two posts are vacant")
    told = "The Board rated CCP25-1 AMBER (at risk). Reason: Two posts are vacant."
    assert sentence_of(register) == told


@pytest.mark.parametrize("rag", [Rag.BLUE, Rag.GREY])
def test_open_work_is_not_rated_by_what_only_a_status_says(register: Register, rag: Rag) -> None:
    with pytest.raises(Refused, match="E-BAD-RAG"):
        set_rag(register, "CCP25-1", rag=rag)
    with pytest.raises(Refused, match="E-BAD-RAG"):
        record_update(register, "CCP25-1", text="Done", by=BY, rag=rag)


def test_past_its_date_it_is_red_whatever_was_reported(register: Register) -> None:
    set_rag(register, "CCP25-4", rag=Rag.GREEN)
    one = detail(register, "CCP25-4").summary
    assert (one.rag, one.days_late) == (Rag.RED, 245)


def test_the_inspectorates_status_is_logged_beside_the_forces(register: Register) -> None:
    set_inspectorate_status(register, "CCP25-1", status="complete", note="Letter of 9 March")
    one = detail(register, "CCP25-1")
    assert one.summary.inspectorate_status == "complete"
    assert [(line.status, line.set_on) for line in one.statuses] == [("complete", TODAY)]
    assert one.summary.force_status == "awaiting_allocation"


def test_work_without_news_goes_stale(register: Register, clock: StoppedClock) -> None:
    allocated(register)
    assert not detail(register, "CCP25-1").summary.is_stale
    clock.forward(61)
    assert detail(register, "CCP25-1").summary.is_stale
    record_update(register, "CCP25-1", text="The form is out", by=BY)
    assert not detail(register, "CCP25-1").summary.is_stale
