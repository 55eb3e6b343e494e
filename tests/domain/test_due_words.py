"""Deadlines in columns, fields and headings: words that stand outside the item they date."""

from datetime import date

import pytest

from gainboard.domain.due_words import due_in, read_due_words

PUBLISHED = date(2025, 1, 10)

DATED = [
    ("31/03/2025", "2025-03-31"),
    ("31.03.25", "2025-03-31"),
    ("March 2025", "2025-03-31"),
    ("Mar-25", "2025-03-31"),
    ("Q3 2025/26", "2025-12-31"),
    ("By end Q3 2025", "2025-09-30"),
    ("Autumn 2025", "2025-11-30"),
    ("2025", "2025-12-31"),
    ("Financial year 2025/26", "2026-03-31"),
    ("April – June 2025", "2025-06-30"),
    ("1 April 2025 to 31 March 2026", "2026-03-31"),
    ("Target date: June 2025", "2025-06-30"),
    ("Original: 31/12/24 Revised: 31/03/25", "2025-03-31"),
    ("31 March 2025 (revised from 31 December 2024)", "2025-03-31"),
    ("30 November 2024 (Delivered)", "2024-11-30"),
    ("Head of Ports – 31 March 2025", "2025-03-31"),
    ("Immediate", "2025-01-10"),
    ("With immediate effect", "2025-01-10"),
    ("3 months", "2025-04-10"),
    ("Short term (0-6 months)", "2025-07-10"),
    ("Recommendations to be completed by March 2026", "2026-03-31"),
    ("Priority 1 recommendations (to be implemented within 3 months)", "2025-04-10"),
]
WORDS_ONLY = ["Ongoing", "Complete", "Completed March 2024", "N/A", "TBC", "Next Port Committee"]


@pytest.mark.parametrize(("words", "due"), DATED)
def test_a_date_beside_an_item_is_read_in_every_form(words: str, due: str) -> None:
    assert str(read_due_words(words, PUBLISHED).deadlines[0].due) == due


@pytest.mark.parametrize("words", WORDS_ONLY)
def test_words_that_give_no_date_are_kept_as_written(words: str) -> None:
    [found] = read_due_words(words, PUBLISHED).deadlines
    assert (found.text, found.due) == (words, None)
    assert "no date" in found.rule


@pytest.mark.parametrize(
    ("words", "bare"),
    [("31/03/2025", True), ("Timescale: by May 2026", True), ("Within May 2026, act:", False)],
)
def test_a_bare_date_is_told_from_a_sentence(words: str, bare: bool) -> None:
    assert read_due_words(words, PUBLISHED).bare is bare


def test_a_heading_of_recommendations_names_no_deadline_by_its_year() -> None:
    [found] = read_due_words("Recommendations for 2025", PUBLISHED).deadlines
    assert found.due is None


def test_a_period_beside_an_item_waits_for_the_publication_date() -> None:
    [found] = read_due_words("3 months", None).deadlines
    assert found.due is None
    assert "publication date is not known" in found.rule


def test_a_deadline_is_cut_from_a_line_of_several_fields() -> None:
    assert due_in("College of Ports   Timescale: Within 6 months") == "Timescale: Within 6 months"
    assert due_in("College of Ports") is None
