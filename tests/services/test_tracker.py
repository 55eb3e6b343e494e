"""The tracker as a frozen report."""

from dataclasses import fields
from datetime import date

import pytest

from gainboard.domain.paper import Marking
from gainboard.domain.states import Applicability, Rag
from gainboard.domain.tracker import COLUMNS, Tracker, TrackerRow
from gainboard.errors import GainboardError
from gainboard.services.actions import complete_action, raise_action
from gainboard.services.applicability import decide_applicability
from gainboard.services.closing import close, not_accept
from gainboard.services.extensions import extend, request_extension
from gainboard.services.meetings import finish_meeting
from gainboard.services.papers import tracker
from gainboard.services.progress import record_update
from gainboard.store.register import Register
from tests.builders import TODAY, StoppedClock, allocated, in_meeting, proven

EVERY = (
    "Ref, Source, Report, Published, Kind, Rec no., Clause, Text, Addressees, Applicability, "
    "PAF area, Chief officer lead, Delivery lead, Delivery group, Deadline as written, "
    "Deadline date, Basis, Current date, Extensions, Force status, Inspectorate status, RAG, "
    "Forecast, Latest update, Previous update, Evidence held, Last decision, Open actions, "
    "Next review, Marking"
)


def section(paper: Tracker, title: str) -> list[str]:
    [found] = [one for one in paper.sections if one.title == title]
    return [row.ref for row in found.rows]


def row(register: Register, ref: str) -> TrackerRow:
    rows = [row for one in tracker(register).sections for row in one.rows if row.ref == ref]
    return rows[0]


def test_the_columns_are_the_committees_in_its_order() -> None:
    assert ", ".join(COLUMNS.values()) == EVERY
    assert [*COLUMNS, "is_overdue"] == [field.name for field in fields(TrackerRow)]


def test_a_new_report_awaits_allocation(register: Register) -> None:
    refs = ["CCP25-1", "CCP25-3", "CCP25-4", "CCP25-CI1", "CCP25-5"]
    assert section(tracker(register), "E Awaiting allocation") == refs
    assert section(tracker(register), "Watch list") == ["CCP25-2"]


def test_a_projected_date_makes_nothing_overdue(register: Register, clock: StoppedClock) -> None:
    clock.forward(days=800)
    late = {ref: row(register, ref).is_overdue for ref in ("CCP25-1", "CCP25-3")}
    assert late == {"CCP25-1": True, "CCP25-3": False}
    assert "CCP25-3" not in section(tracker(register), "D Overdue")


def test_work_under_way_is_live(register: Register) -> None:
    allocated(register)
    assert section(tracker(register), "A Live") == ["CCP25-1"]


def test_what_is_late_is_overdue_until_a_later_date_is_asked_for(register: Register) -> None:
    assert section(tracker(register), "D Overdue") == ["CCP25-4"]
    request_extension(register, "CCP25-4", to=date(2026, 9, 1), reason="Two posts are vacant")
    assert section(tracker(register), "D Overdue") == []
    assert section(tracker(register), "C Extension requested") == ["CCP25-4"]


def test_a_request_that_is_answered_is_none_any_more(register: Register) -> None:
    request_extension(register, "CCP25-4", to=date(2026, 9, 1), reason="Two posts are vacant")
    extend(register, "CCP25-4", to=date(2026, 9, 1))
    assert section(tracker(register), "C Extension requested") == []


def test_a_closed_one_asks_for_nothing(register: Register) -> None:
    request_extension(register, "CCP25-1", to=date(2027, 9, 1), reason="Two posts are vacant")
    close(register, proven(register, allocated(register)))
    assert section(tracker(register), "C Extension requested") == []


def test_what_was_closed_since_the_last_meeting_is_completed(
    register: Register, clock: StoppedClock
) -> None:
    in_meeting(register, "GAIN 2026/01")
    close(register, proven(register, allocated(register)))
    finish_meeting(register)
    assert section(tracker(register), "B Completed") == ["CCP25-1"]
    clock.forward(84)
    in_meeting(register, "GAIN 2026/02", on=date(2026, 6, 4))
    close(register, proven(register, allocated(register, "CCP25-5")))
    assert section(tracker(register), "B Completed") == ["CCP25-5"]


def test_what_is_not_ours_is_not_lost(register: Register) -> None:
    decide_applicability(register, "CCP25-CI1", Applicability.NOT_APPLICABLE, reason="Theirs")
    not_accept(register, "CCP25-5", reason="No prisoners are held")
    assert section(tracker(register), "Not for the force") == ["CCP25-CI1", "CCP25-5"]


def test_every_recommendation_is_somewhere(register: Register) -> None:
    allocated(register)
    paper = tracker(register)
    assert len({row.ref for one in paper.sections for row in one.rows}) == 6


def test_a_row_tells_all_it_knows(register: Register, clock: StoppedClock) -> None:
    allocated(register)
    record_update(register, "CCP25-1", text="It is drafted", by="Insp Form")
    clock.forward(1)
    ahead = date(2026, 9, 1)
    record_update(
        register, "CCP25-1", text="It is out", by="Insp Form", rag=Rag.GREEN, forecast=ahead
    )
    proven(register, "CCP25-1", "a")
    raise_action(register, "CCP25-1", text="Send it", owner="Insp Form", due=TODAY)
    one = row(register, "CCP25-1")
    assert (one.clause, one.addressees, one.group) == (
        "(a) (b) (c)",
        "chief constables",
        "Criminal Justice Delivery Group",
    )
    assert (one.deadline_words, one.deadline_date) == ("By 30 September 2026", date(2026, 9, 30))
    assert (one.rag, one.forecast) == (Rag.GREEN, Rag.GREEN)
    assert one.latest_update == "13 Mar 2026 (Insp Form): It is out"
    assert one.previous_update == "12 Mar 2026 (Insp Form): It is drafted"
    assert one.evidence_held == "E1 Dip sample of February"
    assert one.last_decision.startswith("13 Mar 2026 (CHAIR 2026-D02): The chair")
    assert one.open_actions == "CHAIR 2026-A01 Send it (Insp Form, due 12 Mar 2026)"
    assert (one.next_review, one.marking) == (date(2026, 9, 30), "OFFICIAL-SENSITIVE")


def test_a_projected_date_is_marked_as_one(register: Register) -> None:
    one = row(register, "CCP25-3")
    assert (one.deadline_date, one.current_date) == (None, date(2027, 7, 31))
    assert one.basis.endswith("; current date projected")


def test_a_query_narrows_rows_and_actions(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send it")
    raise_action(register, "CCP25-5", text="Ask the courts")
    paper = tracker(register, query="ref:CCP25-5")
    assert {row.ref for one in paper.sections for row in one.rows} == {"CCP25-5"}
    assert [action.parent for action in paper.actions] == ["CCP25-5"]


def test_a_query_it_does_not_know_is_refused(register: Register) -> None:
    with pytest.raises(GainboardError, match="E-BAD-QUERY"):
        tracker(register, query="colour:red")


def test_the_action_log_has_what_is_done_too(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send it", due=date(2026, 4, 30))
    complete_action(register, "CHAIR 2026-A01")
    [action] = tracker(register).actions
    assert (action.status, action.completed_on) == ("complete", TODAY)
    assert action.original_due == date(2026, 4, 30)


def test_a_tracker_says_from_which_state_it_was_made(register: Register) -> None:
    seq, digest = register.journal.head()
    stamp = tracker(register, marking=Marking(words="OFFICIAL")).imprint
    assert (stamp.anchor_seq, stamp.anchor_hash) == (seq, digest[:12])
    assert (stamp.force, stamp.marking.line) == ("Northmoor Police", "OFFICIAL")
