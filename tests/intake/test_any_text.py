"""What holds for any text whatever, and for texts of a size nobody writes by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainboard.domain.draft import Draft
from gainboard.intake.draft_json import to_json
from gainboard.intake.extract import extract
from tests.intake.northmoor import REPORT

PIECES = st.sampled_from(
    [
        *REPORT.split("\n"),
        "\n",
        "\n\n",
        " ",
        "1.",
        "(a)",
        "- ",
        "R1",
        "Recommendations",
        "Areas for improvement",
        "whole-",
        "system",
        "should:",
        "12",
        "within 999 years",
        "☒ National",
        "\ufb01",
        "e\u0301",
        "\ud800",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=40).map(
    lambda pieces: "\n".join(piece for piece in pieces)
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def comes_from(words: str, source: str) -> bool:
    """Say whether every character of `words` stands in `source`, in that order."""
    characters = iter(source)
    return all(character in characters for character in words)


def faithful(draft: Draft) -> bool:
    return all(
        0 <= item.span[0] < item.span[1] <= len(draft.source)
        and comes_from(squeezed(item.text), squeezed(draft.source[slice(*item.span)]))
        for item in draft.items
    )


@settings(max_examples=300)
@given(TEXTS)
def test_any_text_is_read_and_no_item_has_words_its_span_has_not(text: str) -> None:
    assert faithful(extract(text))


@given(st.text())
def test_any_characters_at_all_are_read_and_can_be_saved(text: str) -> None:
    draft = extract(text)
    assert faithful(draft)
    assert str(to_json(draft)).encode("utf-8")


@given(TEXTS)
def test_clauses_are_words_of_their_item_under_labels_in_order(text: str) -> None:
    for item in extract(text).items:
        assert all(clause.text in item.text for clause in item.clauses)
        labels = [clause.label for clause in item.clauses]
        assert labels == sorted(labels, key=lambda label: (len(label), label))


def test_no_word_of_an_item_is_lost() -> None:
    draft = extract(REPORT)
    for item in draft.items:
        assert squeezed(item.text) == squeezed(draft.source[slice(*item.span)])


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "\n" * 5_000_000,
        "a" * 5_000_000,
        "within 12 months of " * 250_000,
        "The " * 1_250_000,
        "Recommendation 1\n\n" + "(a) " * 250_000,
        "Recommendations\n\nThe force should:\n" + "• act\n" * 100_000,
        "Recommendation 1\n\nThe force should " + "within 3 months, the force and " * 40_000,
    ],
    ids=["empty lines", "one word", "periods", "names", "marks", "bullets", "deadlines"],
)
def test_a_very_large_text_does_not_hang(text: str) -> None:
    assert len(extract(text).items) <= 1
