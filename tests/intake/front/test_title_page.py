"""Titles, dates and bodies as the first pages of reports set them."""

from datetime import date

import pytest

from gainboard.intake.front import front_matter
from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.source import Piece, compose, from_text

COMMITTEE = """House of Northmoor
Committee of Public Harbours

Mobile radio for the harbour
services: a further update

Sixty-Third Report of Session 2022–23

Ordered by the House to be printed 29 June 2023

HC 1006
Published on 7 July 2023
by authority of the House

Contents
"""
RESPONSE = """Northmoor Government
Response to the Harbour-19
Inquiry Module 1 Report
Presented to Parliament
by Command of His Majesty
16 January 2025

© Crown copyright 2025
"""
FORCE = """PEEL 2023–25

Police effectiveness, efficiency and legitimacy
An inspection of Northmoor Constabulary

Contents
"""
HOSPITAL = """Harbour General Hospital
Inspection report
Quay Road
HB1 2AA

Date of inspection visit: 14 to 16 February 2023
Date of publication: 19/05/2023
"""
PRISON = """Report on an unannounced inspection of
HMP Fenmoor
by HM Chief Inspector of Prisons
3–14 July 2023

Contents
"""


def front(text: str) -> tuple[str | None, date | None]:
    blocks = front_matter.front_of(read_blocks(from_text(text)))
    return front_matter.read_title(blocks)[0], front_matter.read_published(blocks)[0]


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        (
            COMMITTEE,
            "Mobile radio for the harbour services: a further update",
            date(2023, 7, 7),
        ),
        (
            RESPONSE,
            "Northmoor Government Response to the Harbour-19 Inquiry Module 1 Report",
            date(2025, 1, 16),
        ),
        (
            FORCE,
            "PEEL 2023–25: Police effectiveness, efficiency and legitimacy"
            " – An inspection of Northmoor Constabulary",
            None,
        ),
        (HOSPITAL, "Harbour General Hospital Inspection report", date(2023, 5, 19)),
        ("Final report – 12 February 2025\n\nRenewals of vetting\n", None, date(2025, 2, 12)),
        (
            "Harbours\n\nThe port\n\nPublished 3 March 2026; answers are due.",
            None,
            date(2026, 3, 3),
        ),
    ],
)
def test_title_and_date_are_read_from_a_first_page(
    text: str, title: str | None, published: date | None
) -> None:
    read = front(text)
    assert read == (title or read[0], published)


def test_the_days_of_an_inspection_are_not_its_publication() -> None:
    blocks = read_blocks(from_text(PRISON))
    assert front_matter.read_published(blocks)[0] is None


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("January 2024", "the publication date “January 2024” names no day"),
        (
            "© Crown copyright 2024",
            "only the year of the copyright, 2024, is known of the publication date",
        ),
    ],
)
def test_a_first_page_without_a_day_is_said_to_have_none(line: str, doubt: str) -> None:
    blocks = read_blocks(from_text(f"Harbour safety on the coast\n\n{line}\n"))
    assert front_matter.read_published(blocks) == (None, doubt)


def test_the_day_of_printing_is_taken_for_publication_and_said_so() -> None:
    words = "Search of ships\n\nOrdered by the House to be printed on 7 October 2020\n"
    published, doubt = front_matter.read_published(read_blocks(from_text(words)))
    assert published == date(2020, 10, 7)
    assert doubt is not None
    assert "ordered to be printed" in doubt


def test_the_committee_made_the_report_and_not_the_house() -> None:
    blocks = read_blocks(from_text(COMMITTEE))
    assert front_matter.read_bodies(blocks) == ("Committee of Public Harbours",)


def test_the_force_below_a_title_is_named_with_it() -> None:
    pieces = [
        Piece(words="National Child Protection Inspections", heading=1),
        Piece(words="Northmoor Police", heading=2),
        Piece(words="Published 29 October 2019"),
    ]
    blocks = read_blocks(compose(pieces))
    assert front_matter.read_title(blocks)[0] == (
        "National Child Protection Inspections – Northmoor Police"
    )


def test_an_excerpt_without_a_first_page_has_no_title() -> None:
    blocks = read_blocks(from_text("Appendix 4:\nList of recommendations\nmade in this Report\n"))
    assert front_matter.read_title(blocks) == (None, False)
