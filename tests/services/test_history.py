"""History by reference."""

import pytest

from gainboard.domain.changes import Entry
from gainboard.errors import GainboardError
from gainboard.services.actions import raise_action
from gainboard.services.evidence import offer
from gainboard.services.history import history, undo
from gainboard.services.meetings import finish_meeting
from gainboard.services.progress import record_update
from gainboard.services.taking_in import take_in
from gainboard.store.register import Register
from tests.builders import MEETING, a_draft, allocated, an_item, in_meeting


def labels(entries: list[Entry]) -> list[str]:
    return [entry.label for entry in entries]


def test_the_whole_history_begins_with_the_founding(register: Register) -> None:
    assert labels(history(register)) == [
        "Open the register of Northmoor Police",
        "Take in CCP25",
    ]


def test_a_recommendation_has_what_hangs_on_it(register: Register) -> None:
    allocated(register)
    allocated(register, "CCP25-5")
    offer(register, "CCP25-1", text="Sample")
    raise_action(register, "CCP25-1", text="Send it")
    assert labels(history(register, " ccp25-1 "))[1:] == [
        "Allocate CCP25-1",
        "Record evidence for CCP25-1",
        "Raise CHAIR 2026-A01 on CCP25-1",
    ]


def test_a_meeting_has_what_was_decided_in_it(register: Register) -> None:
    allocated(register, "CCP25-5")
    in_meeting(register)
    allocated(register)
    finish_meeting(register)
    assert labels(history(register, MEETING)) == [
        f"Open {MEETING}",
        "Allocate CCP25-1",
        f"Finish {MEETING}",
    ]


@pytest.mark.parametrize(
    ("ref", "count"), [("CCP25", 2), ("CHAIR 2026-A01", 1), ("CHAIR 2026-D01", 1)]
)
def test_reports_actions_and_decisions_have_theirs(
    register: Register, ref: str, count: int
) -> None:
    raise_action(register, "CCP25-1", text="Send it")
    assert len(history(register, ref)) == count


def test_an_undone_entry_says_by_which(register: Register) -> None:
    allocated(register)
    undo(register)
    entries = history(register, "CCP25-1")
    assert labels(entries)[-1] == "Undo: Allocate CCP25-1"
    assert entries[-2].undone_by == entries[-1].seq


def test_a_freed_id_does_not_bring_anothers_history(register: Register) -> None:
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    undo(register)
    record_update(register, "CCP25-5", text="The courts agree", by="Insp Form")
    assert "Record an update on CCP25-5" not in labels(history(register, "CCP25-1"))


def test_a_record_under_a_freed_id_begins_with_its_own_entry(register: Register) -> None:
    take_in(register, a_draft(an_item("1", "Use it.")), document_name="a", code="AA")
    undo(register)
    take_in(register, a_draft(an_item("1", "Use it.")), document_name="b", code="BB")
    assert [label[:10] for label in labels(history(register, "BB-1"))] == ["Take in BB"]


def test_an_unknown_reference_is_named(register: Register) -> None:
    with pytest.raises(GainboardError, match="E-UNKNOWN-REFERENCE"):
        history(register, "CCP25-99")


def test_an_entry_tells_column_by_column(register: Register) -> None:
    allocated(register)
    [row] = [row for row in history(register)[-1].rows if row.table == "recommendation"]
    assert row.before is not None
    assert row.after is not None
    assert row.after["force_status"] == "in_progress"
    assert row.before["force_status"] == "awaiting_allocation"


def test_the_newest_entries_alone_are_read(register: Register) -> None:
    allocated(register)
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    assert history(register, newest=2) == history(register)[-2:]
    assert history(register, "CCP25-1", newest=1) == history(register, "CCP25-1")[-1:]
    assert history(register, newest=99) == history(register)
