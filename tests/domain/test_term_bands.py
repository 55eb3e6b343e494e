"""What a report says its "short term" is, and the dates that the band gives its recommendations."""

from datetime import date

import pytest

from gainboard.domain.term_bands import locate_bands, names_band, read_band, read_bands

PUBLISHED = date(2027, 3, 4)
BANDS = {"short": (12, "months"), "medium": (2, "years")}


@pytest.mark.parametrize(
    "words",
    [
        "It should be delivered in the short term (within 12 months).",
        "Short-term: 0-12 months",
        "Short term | Within 12 months",
        "Short term recommendations – 12 months",
        "Short-term actions are to be completed within twelve months.",
    ],
)
def test_a_band_is_the_period_it_ends_with(words: str) -> None:
    assert read_bands([words]) == {"short": (12, "months")}


@pytest.mark.parametrize(
    "words",
    [
        "Long term (24 months or more)",
        "Long term: over 24 months",
        "In the short term, officers had been on duty for 12 months.",
    ],
)
def test_what_names_no_end_is_no_band(words: str) -> None:
    assert read_bands([words]) == {}


def test_a_band_in_brackets_at_an_items_end_counts_from_publication() -> None:
    [found] = locate_bands("Ports should plan. (Short term)", BANDS, PUBLISHED)
    assert (found.deadline.text, found.deadline.due) == ("Short term", date(2028, 3, 4))


def test_a_band_in_a_sentence_dates_nothing() -> None:
    assert not list(locate_bands("Ports should plan for the short term.", BANDS, PUBLISHED))


@pytest.mark.parametrize("words", ["Medium-term recommendations", "Timescale: medium term"])
def test_a_band_in_a_heading_or_a_line_counts_from_publication(words: str) -> None:
    found = read_band(words, BANDS, PUBLISHED)
    assert found is not None
    assert found.due == date(2029, 3, 4)


def test_a_band_that_the_report_does_not_define_has_no_date() -> None:
    assert names_band("Long term")
    assert read_band("Long term", BANDS, PUBLISHED) is None
