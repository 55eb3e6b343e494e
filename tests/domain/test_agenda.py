"""The agenda rule: which section an open recommendation comes under, and why."""

from datetime import date
from typing import Any

import pytest

from gainboard.domain.agenda import SECTIONS, STANDING, Place, place
from gainboard.domain.states import ForceStatus, Rag
from tests.domain.summary_builder import a_summary

ON = date(2026, 3, 12)


def placed(*, carried: str = "", asked: bool = False, **changes: object) -> Place | None:
    return place(a_summary(**changes), ON, extension_asked=asked, carried=carried)


@pytest.mark.parametrize(
    ("changes", "section", "why"),
    [
        ({"force_status": ForceStatus.AWAITING_ALLOCATION}, 4, "awaiting allocation"),
        ({"kind": "cause_of_concern"}, 5, "cause of concern"),
        ({"current_date": date(2026, 3, 11)}, 6, "1 day past its date"),
        ({"current_date": date(2026, 3, 2)}, 6, "10 days past its date"),
        ({"force_status": ForceStatus.PENDING_SIGN_OFF}, 7, "pending sign-off"),
        ({"is_ready": True}, 7, "every clause has sufficient evidence"),
        ({"rag": Rag.RED}, 8, "off track"),
        ({"rag": Rag.AMBER}, 8, "at risk"),
        ({"is_stale": True}, 8, "no recent update"),
    ],
)
def test_each_section_has_its_rule(changes: dict[str, Any], section: int, why: str) -> None:
    assert placed(**changes) == Place(section=section, why=why)


def test_a_request_for_a_later_date_comes_under_extensions() -> None:
    assert placed(asked=True) == Place(section=6, why="extension requested")


def test_what_goes_well_is_not_on_the_agenda() -> None:
    assert placed(rag=Rag.GREEN, current_date=date(2026, 9, 30)) is None


def test_a_demonstration_comes_back_on_its_day() -> None:
    pending = ForceStatus.PENDING_SIGN_OFF
    found = placed(force_status=pending, recheck_on=ON)
    assert found == Place(section=7, why="re-check date reached")


def test_a_demonstration_stays_away_until_its_day() -> None:
    pending = ForceStatus.PENDING_SIGN_OFF
    assert placed(force_status=pending, recheck_on=date(2026, 3, 13)) is None


def test_a_projected_date_makes_nothing_late() -> None:
    assert placed(current_date=date(2026, 1, 1), is_projected=True) is None


def test_what_an_earlier_meeting_left_comes_back() -> None:
    found = placed(carried="not reached at GAIN 2026/02")
    assert found == Place(section=8, why="not reached at GAIN 2026/02")


def test_what_was_left_says_so_beside_its_own_rule() -> None:
    found = placed(carried="deferred at GAIN 2026/02", rag=Rag.RED)
    assert found == Place(section=8, why="off track; deferred at GAIN 2026/02")


def test_what_is_watched_comes_back_only_where_it_was_left() -> None:
    watched = ForceStatus.WATCH
    assert placed(force_status=watched, kind="cause_of_concern") is None
    assert placed(force_status=watched, carried="deferred at GAIN 2026/02")


@pytest.mark.parametrize("status", [ForceStatus.CLOSED, ForceStatus.NOT_ACCEPTED])
def test_what_is_settled_never_comes_back(status: ForceStatus) -> None:
    assert placed(force_status=status, carried="deferred at GAIN 2026/02", asked=True) is None


def test_the_agenda_has_the_boards_twelve_sections() -> None:
    assert list(SECTIONS) == list(range(1, 13))
    assert set(SECTIONS) >= STANDING
