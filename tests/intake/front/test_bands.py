"""A report that defines its bands of time: its items are due by them."""

from datetime import date

import pytest

from gainboard.intake.extract import extract

DEFINED = """Harbours

Published: 4 March 2027

Each recommendation is for the short term (within 12 months) or the medium term (within two years).

"""


def dues(items: str) -> list[date | None]:
    found = extract(DEFINED + items).items
    return [deadline.due for item in found for deadline in item.deadlines]


def test_a_band_may_close_an_item() -> None:
    assert dues("Recommendation 1\n\nPorts should plan. (Short term)\n") == [date(2028, 3, 4)]


@pytest.mark.parametrize("line", ["Timescale: Medium term", "Target date: Medium-term"])
def test_a_band_may_stand_in_a_line_below(line: str) -> None:
    assert dues(f"Recommendation 1\n\nPorts should plan.\n\n{line}\n") == [date(2029, 3, 4)]


def test_a_band_may_head_a_group_of_items() -> None:
    items = "Recommendations\n\nMedium term\n\n1. Ports should plan.\n\n2. Ports should train.\n"
    assert dues(items) == [date(2029, 3, 4)] * 2
