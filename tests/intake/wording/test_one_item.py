"""One item whose words a person has selected."""

from datetime import date

import pytest

from gainboard.domain.draft import DraftItem, Kind
from gainboard.intake.wording.one_item import item_of


def item(text: str) -> DraftItem:
    return item_of(text, date(2026, 1, 15), "last_day")


def test_a_label_gives_the_number_and_is_no_word_of_the_item() -> None:
    found = item("Area for improvement 4:\n\nThe force should improve how it keeps custody logs.")
    assert (found.number, found.kind) == ("4", Kind.AREA_FOR_IMPROVEMENT)
    assert found.text == "The force should improve how it keeps custody logs."


def test_a_number_before_the_words_is_its_number() -> None:
    found = item("8.10 The force should keep its logs.")
    assert (found.number, found.text) == ("8.10", "The force should keep its logs.")


def test_its_parts_dates_and_addressees_are_read() -> None:
    found = item("By July 2026, Northmoor Police should:\n(a) train its staff; and\n(b) say so.")
    assert [clause.label for clause in found.clauses] == ["a", "b"]
    assert [deadline.due for deadline in found.deadlines] == [date(2026, 7, 31)]
    assert found.addressees == ("Northmoor Police",)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Recommendation 3", "(a)", "•", "😀"])
def test_words_that_are_no_item_stay_what_they_are(text: str) -> None:
    found = item(text)
    assert found.text.replace("\n", "") == text.strip()
    assert found.span == (0, len(text))
