"""History by record, person, meeting and day."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gainboard.domain.changes import Entry
from gainboard.domain.states import Applicability, Presence
from gainboard.errors import GainboardError
from gainboard.services.actions import raise_action
from gainboard.services.allocation import allocate
from gainboard.services.applicability import decide_applicability
from gainboard.services.disposal import dispose
from gainboard.services.evidence import offer
from gainboard.services.extensions import extend
from gainboard.services.history import (
    HistoryFilter,
    history,
    redo,
    search,
    undo,
    whole_entry,
)
from gainboard.services.meetings import attend, finish_meeting
from gainboard.services.progress import record_update
from gainboard.services.taking_in import take_in
from gainboard.store.register import Register
from tests.builders import LEADS, MEETING, StoppedClock, a_draft, allocated, an_item, in_meeting


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep London's time, an hour ahead in summer."""
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


def labels(entries: list[Entry]) -> list[str]:
    return [entry.label for entry in entries]


def test_the_whole_history_begins_with_the_founding(register: Register) -> None:
    assert labels(history(register)) == [
        "Open the register of Northmoor Police",
        "Take in CCP25",
    ]


def test_entries_are_found_without_their_rows_and_read_one_by_one(register: Register) -> None:
    bare = search(register, HistoryFilter(), with_rows=False).entries[-1]
    whole = history(register)[-1]
    assert bare.rows == ()
    assert bare.label == whole.label
    assert whole_entry(register, bare.seq) == whole


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


def found(register: Register, **wanted: Any) -> list[str]:
    """Return the labels of what a filter finds."""
    return labels(list(search(register, HistoryFilter(**wanted)).entries))


def erase(register: Register, seq: int) -> None:
    """Take the payload of an entry away as disposal does."""
    register.db.execute("DROP TRIGGER journal_payload_kept")
    register.db.execute("DELETE FROM journal_payload WHERE seq = ?", [seq])


def test_a_filter_says_how_many_match_of_how_many(register: Register) -> None:
    allocated(register)
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    some = search(register, HistoryFilter(ref="CCP25-1"), newest=1)
    assert (len(some.entries), some.matching, some.total) == (1, 3, 4)


def test_a_person_has_what_points_at_them(register: Register) -> None:
    allocated(register)
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    record_update(register, "CCP25-5", text="It is agreed", by="Insp Court")
    assert found(register, person="insp form") == ["Record an update on CCP25-1"]
    assert found(register, person="ACC Justice") == ["Allocate CCP25-1"]


def test_a_person_has_what_became_of_a_record_while_it_pointed_at_them(register: Register) -> None:
    allocated(register)
    allocate(register, "CCP25-1", **{**LEADS, "chief_officer": "ACC Crime"})
    decide_applicability(register, "CCP25-1", value=Applicability.WATCH, reason="Not yet")
    assert len(found(register, person="ACC Justice")) == 2
    assert len(found(register, person="ACC Crime")) == 2


def test_a_person_who_was_taken_back_is_still_found(register: Register) -> None:
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    undo(register)
    record_update(register, "CCP25-1", text="It is in", by="Insp Court")
    record, back = "Record an update on CCP25-1", "Undo: Record an update on CCP25-1"
    assert found(register, person="Insp Form") == [record, back]
    assert found(register, person="Insp Court") == [record]


def test_somebody_who_only_attends_or_chairs_is_found(register: Register) -> None:
    in_meeting(register)
    attend(register, "Head of Legal", presence=Presence.DEPUTY, deputy_for="ACC Law")
    assert len(found(register, person="Head of Legal")) == 1
    assert len(found(register, person="ACC Law")) == 1
    assert found(register, person="Deputy Chief Constable") == [f"Open {MEETING}"]


def test_whoever_keeps_the_register_has_all_they_did(register: Register) -> None:
    assert found(register, person="SECRETARIAT") == labels(history(register))


def test_nobody_of_a_name_has_no_entries(register: Register) -> None:
    assert found(register, person="Insp Nobody") == []


def test_a_meeting_has_what_was_done_in_it_and_to_it(register: Register) -> None:
    allocated(register, "CCP25-5")
    in_meeting(register)
    allocated(register)
    assert found(register, meeting=MEETING) == [
        f"Open {MEETING}",
        "Allocate CCP25-1",
    ]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's alone")
@pytest.mark.usefixtures("london")
def test_days_are_those_of_the_clock_on_the_wall(register: Register, clock: StoppedClock) -> None:
    clock.at = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    allocated(register)
    second = date(2026, 7, 2)
    assert found(register, since=second, until=second) == ["Allocate CCP25-1"]
    assert len(found(register, until=date(2026, 7, 1))) == 2


def test_the_parts_of_a_filter_all_hold(register: Register) -> None:
    allocated(register)
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    record_update(register, "CCP25-5", text="It is out", by="Insp Form")
    both = found(register, ref="CCP25-5", person="Insp Form", since=date(2020, 1, 1))
    assert both == ["Record an update on CCP25-5"]


def test_what_hangs_on_a_record_taken_back_and_done_again_is_found(register: Register) -> None:
    take_in(register, a_draft(an_item("1", "Use it.")), document_name="a", code="AA")
    undo(register)
    redo(register)
    record_update(register, "AA-1", text="It is out", by="Insp Form")
    assert [label.split(" ")[0] for label in found(register, ref="AA")] == [
        "Take",
        "Undo:",
        "Redo:",
        "Record",
    ]


def test_an_erased_entry_is_found_by_day_and_has_no_rows(register: Register) -> None:
    allocated(register)
    erase(register, 3)
    newest = search(register, HistoryFilter(since=date(2026, 1, 1))).entries[-1]
    assert newest.label == "Allocate CCP25-1"
    assert newest.rows == ()
    assert found(register, ref="CCP25-1") == ["Take in CCP25"]


def test_words_that_look_like_an_id_are_no_id(register: Register) -> None:
    before = found(register, ref="CCP25-1")
    record_update(register, "CCP25-5", text='"id":1,"table":"recommendation"', by="Insp Form")
    assert found(register, ref="CCP25-1") == before


def test_what_a_disposal_leaves_keeps_its_history(register: Register) -> None:
    take_in(register, a_draft(an_item("1", "Use it.")), document_name="a", code="AA")
    allocated(register, "AA-1")
    allocated(register, "CCP25-1")
    in_meeting(register)
    extend(register, "CCP25-1", to=date(2027, 1, 1), reason="Late kit")
    record_update(register, "CCP25-1", text="It is out", by="ACC Justice")
    before = found(register, ref="CCP25-1"), found(register, person="ACC Justice")
    finish_meeting(register)
    dispose(register, "AA", reason="Taken in by mistake")
    assert found(register, ref="CCP25-1")[: len(before[0])] == before[0]
    assert set(before[1]) - {"Allocate AA-1"} <= set(found(register, person="ACC Justice"))
    assert f"Finish {MEETING}" in found(register, ref=MEETING)
    assert not any(label.startswith("Dispose") for label in found(register, ref="CCP25-1"))
