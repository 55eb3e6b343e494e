"""The statutory clocks, counted as the Acts say."""

from datetime import date

import pytest

from gainboard.domain.clocks import clocks_for, duties_for, statutory_last_day

PUBLISHED = date(2025, 7, 10)


def test_56_days_begin_with_the_day_of_publication() -> None:
    assert statutory_last_day(PUBLISHED) == date(2025, 9, 3)


@pytest.mark.parametrize("kind", ["inspection", "joint inspection", "Joint inspection"])
def test_an_inspection_starts_the_clock_of_the_police_act(kind: str) -> None:
    [clock] = clocks_for(kind, PUBLISHED)
    assert clock.act == "Police Act 1996 s.55(5A)"
    assert clock.last_day == date(2025, 9, 3)
    assert not clock.assumption


def test_learning_from_the_iopc_counts_its_56_days_the_same_way() -> None:
    [clock] = clocks_for("IOPC learning", PUBLISHED)
    assert clock.act == "Police Reform Act 2002 Sch 3 para 28B"
    assert clock.last_day == date(2025, 9, 3)


def test_the_coroners_56_days_are_marked_as_an_assumption() -> None:
    [clock] = clocks_for("prevention-of-future-deaths report", PUBLISHED)
    assert clock.assumption
    assert "assumption" in clock.rule
    assert clock.last_day == date(2025, 9, 4)


@pytest.mark.parametrize("kind", ["internal audit", "peer review", "inquiry", "other"])
def test_other_sources_start_no_statutory_clock(kind: str) -> None:
    assert clocks_for(kind, PUBLISHED) == ()


def test_the_boards_own_target_stands_beside_the_statutory_date() -> None:
    statutory, own = clocks_for("inspection", PUBLISHED, internal_target_days=30)
    assert statutory.last_day == date(2025, 9, 3)
    assert (own.name, own.last_day) == ("Internal target", date(2025, 8, 9))


def test_no_clock_runs_while_the_publication_date_is_unknown() -> None:
    assert clocks_for("inspection", None, internal_target_days=30) == ()


def test_the_duties_of_section_55_are_told_for_inspections_only() -> None:
    acts = [duty.act for duty in duties_for("inspection")]
    assert acts == [f"Police Act 1996 s.55({part})" for part in ("4", "5B", "6")]
    assert duties_for("IOPC learning") == ()
