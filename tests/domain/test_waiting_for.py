"""Deadlines that wait for another recommendation, however they speak of it."""

import pytest

from gainboard.domain.deadlines import Basis, find_deadlines


def waits(text: str) -> list[tuple[str | None, int | None]]:
    found = find_deadlines(text, None)
    waiting = [one for one in found if one.basis is Basis.RELATIVE_TO_RECOMMENDATION]
    return [(one.depends_on, one.period_count) for one in waiting]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Within 12 months of the completion of Strategic Recommendation 1, forces should", "1"),
        ("Within six months of the publication of recommendation 4’s guide, forces should", "4"),
        ("Within three months of the Northmoor Courts completing recommendation 5, it should", "5"),
        ("Within two months of the national standard recommended in paragraph 97, it should", "97"),
        ("Within 28 days of receiving the advice in recommendation 3, the force should", "3"),
        ("Within a year of Safety Recommendation A-10-62 being met, operators should", "A-10-62"),
    ],
)
def test_a_period_is_counted_from_what_an_event_speaks_of(text: str, wanted: str) -> None:
    assert [number for number, _ in waits(f"{text} train its staff.")] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Once the design has been completed, as asked for in Safety Recommendation A-10-62, ",
        "When the checklist is in place, as recommended in Recommendation A-10-62, ",
        "Following the completion of the work required by Recommendation A-10-62, ",
    ],
)
def test_what_is_done_once_another_is_complete_waits_for_it(text: str) -> None:
    assert waits(f"{text}the operator should train its pilots.") == [("A-10-62", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Within six months, the force should publish the plan asked for in recommendation 4.",
        "The force should, once it has read recommendation 4, think.",
        "Within six months of publication, and with recommendation 4 in mind, it should act.",
        "Following our earlier recommendation 4, the force should act.",
    ],
)
def test_what_only_names_another_waits_for_none(text: str) -> None:
    assert waits(text) == []
