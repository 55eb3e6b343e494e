"""Which RAG is shown."""

from datetime import date

import pytest

from gainboard.domain.rag import forecast, says_another_thing, shown
from gainboard.domain.states import ForceStatus, Rag

TODAY = date(2026, 3, 12)
PAST, AHEAD = date(2026, 3, 11), date(2026, 9, 30)


def test_closed_is_blue_whatever_was_reported() -> None:
    assert shown(ForceStatus.CLOSED, Rag.RED, PAST, TODAY) is Rag.BLUE


@pytest.mark.parametrize(
    "status",
    [
        ForceStatus.WATCH,
        ForceStatus.NOT_FOR_US,
        ForceStatus.NOT_ACCEPTED,
        ForceStatus.SUPERSEDED,
    ],
)
def test_what_is_not_ours_is_grey(status: ForceStatus) -> None:
    assert shown(status, Rag.GREEN, PAST, TODAY) is Rag.GREY


def test_past_its_date_is_red() -> None:
    assert shown(ForceStatus.IN_PROGRESS, Rag.GREEN, PAST, TODAY) is Rag.RED


def test_on_its_date_it_is_as_reported() -> None:
    assert shown(ForceStatus.IN_PROGRESS, Rag.GREEN, TODAY, TODAY) is Rag.GREEN


def test_without_a_date_or_report_there_is_no_colour() -> None:
    assert shown(ForceStatus.AWAITING_ALLOCATION, None, None, TODAY) is None


def test_a_forecast_after_the_date_is_red() -> None:
    assert forecast(date(2026, 10, 1), AHEAD) is Rag.RED


def test_a_forecast_on_the_date_is_green() -> None:
    assert forecast(AHEAD, AHEAD) is Rag.GREEN
    assert forecast(AHEAD, None) is Rag.GREEN


@pytest.mark.parametrize("status", [ForceStatus.IN_PROGRESS, ForceStatus.AWAITING_ALLOCATION])
def test_blue_and_grey_are_not_said_of_what_is_open(status: ForceStatus) -> None:
    assert {rag for rag in Rag if says_another_thing(rag, status)} == {Rag.BLUE, Rag.GREY}
