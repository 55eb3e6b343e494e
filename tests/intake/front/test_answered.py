"""Which report a response answers, and when it was published."""

from datetime import date

import pytest

from gainboard.intake.front.answered import Answered, read_answered
from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.source import from_text

TITLE = "Northmoor Government response to the Harbour Inquiry report\n\n"


def answered(text: str) -> Answered | None:
    return read_answered(read_blocks(from_text(text)))


@pytest.mark.parametrize(
    "words",
    [
        "On 18 July 2024, the Inquiry published its report on harbours.",
        "The Inquiry published its Module 1 report, Harbours (HC 140), on 18 July 2024.",
        "The Committee's report, published on 18 July 2024, made ten recommendations.",
        "This answers the report of the Inquiry of 3 May 2020, published on 18 July 2024.",
        "Date Inspection Published - 18 July 2024",
    ],
)
def test_the_answered_reports_date_is_read_from_the_introduction(words: str) -> None:
    found = answered(f"{TITLE}{words}")
    assert found == Answered(published=date(2024, 7, 18))


def test_two_reports_leave_a_doubt() -> None:
    found = answered(
        f"{TITLE}On 18 July 2024, the Inquiry published its report.\n\n"
        "An earlier report was published on 2 May 2021."
    )
    assert found is not None
    assert "2 May 2021" in found.doubt


def test_a_response_without_a_date_leaves_a_doubt() -> None:
    found = answered(f"{TITLE}The Government thanks the Inquiry.")
    assert found is not None
    assert (found.published, bool(found.doubt)) == (None, True)


def test_the_responses_own_date_is_not_the_reports() -> None:
    found = answered(f"{TITLE}This response was published on 16 January 2025 after the report.")
    assert found is not None
    assert found.published is None


@pytest.mark.parametrize(
    "front",
    [
        "Harbour safety",
        "Harbour safety\n\nThe Government response to our last report was late.",
        "Harbour safety\n\nContents\n\nGovernment response to the last report ........ 12",
    ],
)
def test_a_report_answers_nothing(front: str) -> None:
    assert answered(f"{front}\n\nThe Inquiry published its report on 18 July 2024.") is None


@pytest.mark.parametrize(
    "words",
    [
        "This is the Government’s response to the Harbour Committee report of that day.",
        "This response to the report sets out what we will do.",
        "The Government’s response was received in May and is appended to this Report.",
    ],
)
def test_a_paper_says_in_a_sentence_that_it_is_a_response(words: str) -> None:
    assert answered(f"Fourth Special Report\n\n{words}") is not None
