"""Tests of words that the end of a line parts in a plain text."""

import pytest

from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.source import Source

WIDE = "The harbour board met on a day in May and found that each of its"


def text_of(words: str) -> str:
    return " ".join(block.text for block in read_blocks(Source(text=f"{WIDE}\n{words}")))


def test_a_word_that_only_a_line_end_parts_is_whole_again() -> None:
    words = "officers should keep the thermometers and other such instru-\nments clean and dry."
    assert text_of(words).endswith("such instruments clean and dry.")


@pytest.mark.parametrize(
    "words",
    [
        "officers should have a long-\nterm plan. A long-term plan costs less.",
        "officers should have a tug-\nboat. A tug is dear, and a boat is too.",
        "officers should write down each case of non-\npayment at once, wherever it is found.",
        "officers should keep short-\nand long-term plans for the quays.",
    ],
)
def test_a_word_that_has_a_hyphen_keeps_it(words: str) -> None:
    assert words.splitlines()[0].split()[-1] in text_of(words)


def test_a_word_known_from_elsewhere_loses_the_hyphen() -> None:
    words = "officers should have a tug-\nboat, for a tugboat is better than a tug or a boat."
    assert "a tugboat, for" in text_of(words)
