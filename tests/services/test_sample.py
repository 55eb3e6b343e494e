"""The sample: its documents are read right, its register shows every state, its meeting runs."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gainboard.domain.draft import Draft
from gainboard.domain.states import Applicability, ForceStatus, MeetingState, Rag
from gainboard.domain.views import Summary
from gainboard.errors import GainboardError
from gainboard.intake.extract import extract_document
from gainboard.places import resource
from gainboard.services.documents import take_in_document
from gainboard.services.founding import found
from gainboard.services.sample import SAMPLE_REPORT, hold_demo_meeting, make_sample
from gainboard.services.views import meetings, summaries
from gainboard.store.register import open_register

DAYS = [date(2026, 3, 1), date(2026, 11, 23), date(2027, 12, 31), date(2028, 2, 29)]
TODAY = date(2026, 10, 14)


def noon() -> datetime:
    """Return the noon every sample of these tests is made at."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sample register, for reading only."""
    path = tmp_path_factory.mktemp("sample") / "northmoor.gainboard"
    make_sample(path, clock=noon)
    return path


@pytest.fixture(scope="module")
def rows(sample: Path) -> dict[str, Summary]:
    """Return the sample's recommendations by reference."""
    with open_register(sample, clock=noon) as register:
        return {row.ref: row for row in summaries(register)}


@pytest.fixture
def custody() -> Draft:
    """Return what intake reads in the custody report."""
    return extract_document(resource("sample", "custody-healthcare.txt"))


def test_the_custody_report_is_read_whole_and_nothing_more(custody: Draft) -> None:
    assert custody.report.published == date(2026, 5, 12)
    assert [item.number for item in custody.items] == [*map(str, range(1, 15)), None]
    assert custody.items[-1].kind == "compliance_issue"
    assert [len(custody.items[n].clauses) for n in (0, 1, 8, 13)] == [3, 4, 2, 3]
    assert not any(custody.report.scope.ticked())


@pytest.mark.parametrize(
    ("number", "words", "due"),
    [
        (1, "By October 2026", date(2026, 10, 31)),
        (3, "By 24 July 2026", date(2026, 7, 24)),
        (4, "Within six months", date(2026, 11, 12)),
        (6, "Within 12 months of the completion of recommendation 5", None),
        (8, "Within 12 weeks", date(2026, 8, 4)),
        (10, "Immediately", date(2026, 5, 12)),
    ],
)
def test_the_custody_deadlines_are_read_right(
    custody: Draft, number: int, words: str, due: date | None
) -> None:
    first = custody.items[number - 1].deadlines[0]
    assert (first.text, first.due) == (words, due)


def test_as_soon_as_possible_thereafter_stands_over_the_bullets(custody: Draft) -> None:
    then = custody.items[0].deadlines[1]
    assert (then.text, then.due, then.clause) == ("As soon as possible thereafter", None, "clauses")


def test_the_custody_addressees_are_read_right(custody: Draft) -> None:
    named = {item.number: item.addressees for item in custody.items}
    assert named["2"] == ("police forces",)
    assert named["5"] == ("College of Policing",)
    assert named["14"] == ("police forces", "integrated care boards")


def test_the_recording_report_is_read_right() -> None:
    draft = extract_document(resource("sample", "crime-recording.txt"))
    kinds = [item.kind.value for item in draft.items]
    assert kinds == ["cause_of_concern", *["area_for_improvement"] * 3, "recommendation"]
    assert draft.report.scope.ticked() == ("force_specific", "follow_up")
    assert draft.report.force_quoted is True
    assert [clause.label for clause in draft.items[0].clauses] == ["a", "b", "c"]


def test_the_sample_shows_every_colour(rows: dict[str, Summary]) -> None:
    assert {row.rag for row in rows.values()} >= set(Rag)


def test_the_sample_shows_every_state_a_board_meets(rows: dict[str, Summary]) -> None:
    late, stale = rows["HPC26-2"], rows["CRF26-AFI1"]
    assert late.days_late > 0
    assert stale.is_stale
    assert rows["HPC26-5"].applicability is Applicability.WATCH
    assert rows["HPC26-9"].force_status is ForceStatus.PENDING_SIGN_OFF
    assert rows["HPC26-9"].recheck_on is not None
    assert rows["HPC26-10"].force_status is ForceStatus.CLOSED
    assert rows["HPC26-14"].force_status is ForceStatus.AWAITING_ALLOCATION
    assert rows["CRF26-COC1"].extensions == 1
    assert rows["HPC26-6"].is_projected


def test_the_sample_has_a_meeting_held_and_one_planned(sample: Path) -> None:
    with open_register(sample, clock=noon) as register:
        states = [meeting.state for meeting in meetings(register)]
        asked = register.tables.extensions.count("verdict = 'requested'")
    assert states == [MeetingState.PLANNED, MeetingState.MINUTES_APPROVED]
    assert asked == 1


@pytest.mark.parametrize("day", DAYS)
def test_the_sample_is_lively_on_any_day(tmp_path: Path, day: date) -> None:
    path = tmp_path / "s.gainboard"
    make_sample(path, clock=lambda: datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    with open_register(path, clock=lambda: at) as register:
        found_ = summaries(register)
        assert {row.rag for row in found_} >= set(Rag)
        assert [row.number for row in found_ if row.is_stale]
        assert hold_demo_meeting(register, day)


def test_the_sample_never_takes_the_place_of_a_file(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(GainboardError, match="E-EXISTS"):
        make_sample(sample, clock=noon)
    assert sample.read_bytes() == before
    assert not list(sample.parent.glob(".*"))


def test_the_meeting_tells_what_it_did_and_what_was_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.gainboard"
    make_sample(path, clock=noon)
    with open_register(path, clock=noon) as register:
        lines = hold_demo_meeting(register, TODAY)
        concern = next(row for row in summaries(register) if row.ref == "CRF26-COC1")
    refusals = [line for line in lines if line.startswith("Refused: ")]
    assert len(refusals) == 1
    assert "1 of 3 clauses has no sufficient evidence: (c)" in refusals[0]
    assert concern.force_status is ForceStatus.CLOSED


def test_the_meeting_completes_what_another_waits_for(tmp_path: Path) -> None:
    path = tmp_path / "s.gainboard"
    make_sample(path, clock=noon)
    with open_register(path, clock=noon) as register:
        hold_demo_meeting(register, TODAY)
        rows = {row.ref: row for row in summaries(register)}
    assert rows["HPC26-6"].current_date == date(2027, 10, 11)
    assert not rows["HPC26-6"].is_projected


def test_the_meeting_brings_its_own_reports_to_another_register(tmp_path: Path) -> None:
    path = tmp_path / "e.gainboard"
    found(path, force="Elsewhere Police", clock=noon)
    with open_register(path, clock=noon) as register:
        lines = hold_demo_meeting(register, TODAY)
        states = {meeting.state for meeting in meetings(register)}
    assert any(line.startswith("The Board closed") for line in lines)
    assert states == {MeetingState.MINUTES_APPROVED, MeetingState.MINUTES_DRAFT}


def test_the_meeting_takes_the_report_that_is_there_already(tmp_path: Path) -> None:
    path = tmp_path / "e.gainboard"
    found(path, force="Elsewhere Police", clock=noon)
    with open_register(path, clock=noon) as register:
        take_in_document(register, SAMPLE_REPORT)
        hold_demo_meeting(register, TODAY)
        codes = [report.code for report in register.tables.reports.all()]
    assert codes == ["HPC26", "CRF26"]
