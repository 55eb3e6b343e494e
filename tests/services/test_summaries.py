"""Recommendations as rows of a list."""

from datetime import date

from gainboard.domain.states import Verdict
from gainboard.services.evidence import judge, offer
from gainboard.services.extensions import extend
from gainboard.services.lookup import recommendation
from gainboard.services.progress import record_update
from gainboard.services.summaries import summaries, summary
from gainboard.store.register import Register
from tests.builders import StoppedClock, allocated, in_meeting, proven


def test_rows_come_in_printed_order(register: Register) -> None:
    numbers = [one.number for one in summaries(register)]
    assert numbers == ["1", "2", "3", "4", "", "5"]


def test_one_row_is_as_the_list_shows_it(register: Register) -> None:
    for ref in ("CCP25-1", "CCP25-3", "CCP25-5"):
        allocated(register, ref)
        one = recommendation(register, ref)
        assert [summary(register, one)] == summaries(register, f"ref:{ref}")


def test_what_is_missing_is_said_of_open_ones_only(register: Register) -> None:
    said = {one.ref: one.missing for one in summaries(register)}
    assert said["CCP25-1"].startswith("3 of 3 clauses have no sufficient evidence")
    assert said["CCP25-5"] == "it has no sufficient evidence"
    assert said["CCP25-2"] == ""


def test_a_row_is_ready_once_every_clause_is_met(register: Register) -> None:
    proven(register, allocated(register), "a", "b")
    assert summaries(register, "is:ready") == []
    proven(register, "CCP25-1", "c")
    assert [one.ref for one in summaries(register, "is:ready")] == ["CCP25-1"]


def test_the_row_counts_days_late_from_the_agreed_date(
    register: Register, clock: StoppedClock
) -> None:
    extend(register, "CCP25-4", to=date(2026, 4, 1))
    clock.forward(30)
    [one] = summaries(register, "ref:CCP25-4")
    assert (one.days_late, one.extensions) == (10, 1)


def test_a_projected_date_makes_nobody_late(register: Register, clock: StoppedClock) -> None:
    clock.forward(3650)
    [one] = summaries(register, "ref:CCP25-3")
    assert (one.is_projected, one.days_late, one.rag) == (True, 0, None)


def test_of_two_updates_of_a_day_the_later_is_the_latest(register: Register) -> None:
    record_update(register, "CCP25-1", text="First", by="Insp Form")
    record_update(register, "CCP25-1", text="Second", by="Insp Form")
    [one] = summaries(register, "ref:CCP25-1")
    assert one.latest_update.endswith("Second")
    assert one.previous_update.endswith("First")


def test_an_update_told_late_stands_at_its_own_date(register: Register) -> None:
    record_update(register, "CCP25-1", text="Now", by="Insp Form")
    record_update(register, "CCP25-1", text="Then", by="Insp Form", dated=date(2026, 1, 5))
    [one] = summaries(register, "ref:CCP25-1")
    assert one.latest_update.endswith("Now")


def test_the_last_decision_carries_its_meetings_date(register: Register) -> None:
    in_meeting(register, on=date(2026, 3, 10))
    allocated(register)
    [one] = summaries(register, "ref:CCP25-1")
    assert one.last_decision.startswith("10 Mar 2026 (GAIN 2026/03-D01): The Board allocated")


def test_evidence_is_listed_with_the_date_it_speaks_of(register: Register) -> None:
    offer(register, "CCP25-1", text="Sample", dated=date(2026, 2, 20))
    judge(register, "CCP25-1", verdict=Verdict.PARTLY, by="Head of Assurance")
    [one] = summaries(register, "ref:CCP25-1")
    assert one.evidence_held == "E1 Sample (20 Feb 2026)"
