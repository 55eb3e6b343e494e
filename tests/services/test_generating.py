"""Generated registers: whole, true to the board's rules, the same for the same seed."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gainboard.domain.states import DecisionKind, ForceStatus, MeetingState, Rag
from gainboard.errors import GainboardError
from gainboard.services.closing import standings
from gainboard.services.founding import found
from gainboard.services.generating import generate
from gainboard.services.minutes import minutes
from gainboard.services.sample import hold_demo_meeting
from gainboard.services.views import meetings, summaries
from gainboard.store.check import check
from gainboard.store.register import Register, open_register


def now() -> datetime:
    """Return the afternoon after the story ends."""
    return datetime(2026, 11, 20, 17, tzinfo=UTC)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generated year, for reading only."""
    path = tmp_path_factory.mktemp("year") / "year.gainboard"
    generate(path, size="year", seed=7)
    return path


@pytest.fixture
def register(year: Path) -> Iterator[Register]:
    """Return the generated year, open."""
    with open_register(year, clock=now) as opened:
        yield opened


def head(path: Path, seed: int) -> tuple[int, str]:
    """Generate a small register and return its journal's head."""
    generate(path, size="small", seed=seed)
    with open_register(path) as register:
        return register.journal.head()


def test_the_year_holds_what_was_asked_for(register: Register) -> None:
    tables = register.tables
    assert (tables.reports.count(), tables.recommendations.count()) == (25, 500)
    assert (tables.updates.count(), tables.meetings.count()) == (5_000, 12)


def test_the_counts_are_those_of_the_register(tmp_path: Path) -> None:
    counts = generate(tmp_path / "s.gainboard", size="small", seed=3)
    with open_register(tmp_path / "s.gainboard") as register:
        assert register.tables.updates.count() == counts.updates == 300
        assert register.tables.recommendations.count() == counts.recommendations == 60
        assert register.journal.head()[0] == counts.entries
    assert str(counts).startswith("3 reports, 60 recommendations, 300 updates and 3 meetings")


def test_replaying_the_journal_gives_the_tables(register: Register) -> None:
    found_ = check(register.db, register.path)
    assert found_.faults == ()
    assert found_.entries > 6_000


def test_the_same_seed_gives_the_same_history(tmp_path: Path) -> None:
    first = head(tmp_path / "a.gainboard", 5)
    assert head(tmp_path / "b.gainboard", 5) == first
    assert head(tmp_path / "c.gainboard", 6) != first


def test_a_closed_recommendation_has_every_clause_met(register: Register) -> None:
    closed = register.tables.recommendations.where("force_status = 'closed'")
    assert len(closed) > 20
    assert all(one.is_met for item in closed for one in standings(register, item))
    assert {item.rag for item in closed} == {Rag.BLUE}


def test_every_status_and_colour_a_board_meets_is_there(register: Register) -> None:
    rows = summaries(register)
    wanted = {
        ForceStatus.AWAITING_ALLOCATION,
        ForceStatus.IN_PROGRESS,
        ForceStatus.PENDING_SIGN_OFF,
        ForceStatus.CLOSED,
        ForceStatus.WATCH,
        ForceStatus.NOT_FOR_US,
        ForceStatus.NOT_ACCEPTED,
    }
    assert {row.force_status for row in rows} >= wanted
    assert {row.rag for row in rows} >= set(Rag)
    assert any(row.is_stale for row in rows)
    assert any(row.is_projected for row in rows)


def test_what_is_in_progress_has_its_leads(register: Register) -> None:
    going = register.tables.recommendations.where("force_status = 'in_progress'")
    assert all(one.chief_officer_id and one.delivery_lead_id for one in going)
    assert all(one.delivery_group_id for one in going)


def test_granted_extensions_stand_beside_their_decisions(register: Register) -> None:
    granted = register.tables.extensions.where("verdict = 'granted'")
    kinds = {register.tables.decisions.get(one.decision_id or 0).kind for one in granted}
    assert granted
    assert kinds == {DecisionKind.EXTEND}
    assert all(one.former_date is None or one.former_date < one.requested_to for one in granted)


def test_past_minutes_are_approved_and_the_next_meeting_is_planned(register: Register) -> None:
    states = [meeting.state for meeting in meetings(register)]
    assert states == [MeetingState.PLANNED, *[MeetingState.MINUTES_APPROVED] * 11]
    past = minutes(register, meetings(register)[1].ref)
    assert past.decisions
    assert past.state.startswith("approved on")


def test_time_never_goes_back(register: Register) -> None:
    times = [row[0] for row in register.db.execute("SELECT at FROM journal_entry ORDER BY seq")]
    assert times == sorted(times)
    assert datetime.fromisoformat(times[-1]) - datetime.fromisoformat(times[0]) > timedelta(300)


def test_a_recommendation_is_found_in_its_document_word_for_word(register: Register) -> None:
    for document in register.tables.report_documents.all():
        for one in register.tables.recommendations.where("report_id = ?", document.report_id):
            assert document.text[one.span_start : one.span_end] == one.text


def test_the_prose_is_no_plain_ascii_and_some_of_it_is_long(register: Register) -> None:
    texts = [update.text for update in register.tables.updates.all()]
    assert max(map(len, texts)) > 3_000
    assert len(set(texts)) > 4_000
    for sign in "“”–½£الé":
        assert any(sign in text for text in texts), sign


def test_nothing_is_left_where_the_making_fails(tmp_path: Path) -> None:
    def fail(_done: int, _total: int) -> None:
        raise sqlite3.OperationalError("the disk went away")

    with pytest.raises(sqlite3.OperationalError):
        generate(tmp_path / "s.gainboard", size="small", progress=fail)
    assert list(tmp_path.glob("*.gainboard*")) == []
    assert list(tmp_path.glob(".*")) == []


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "s.gainboard"
    found(path, force="Elsewhere")
    before = path.read_bytes()
    with pytest.raises(GainboardError, match="E-EXISTS"):
        generate(path, size="small")
    assert path.read_bytes() == before


def test_a_size_nobody_knows_is_named(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-UNKNOWN-SIZE"):
        generate(tmp_path / "s.gainboard", size="huge")


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    generate(tmp_path / "s.gainboard", progress=lambda *step: told.append(step))
    assert told[-1] == (300, 300)
    assert told == sorted(told)


def test_the_demo_meeting_can_be_held_in_it(tmp_path: Path) -> None:
    path = tmp_path / "s.gainboard"
    generate(path, size="small")
    with open_register(path, clock=now) as register:
        lines = hold_demo_meeting(register, now().date())
        assert check(register.db, register.path).faults == ()
    assert any(line.startswith("Refused: ") for line in lines)
