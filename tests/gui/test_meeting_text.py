"""The words of a recommendation on one screen: none twice, none lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.gui.meeting_text import without_clauses

TEXT = "Forces should do this. In particular:\n(a) the first part;\n(b) the second part.\nSoon."
WORDS = st.text(alphabet="ab c.\n()", max_size=30)


def test_the_clauses_are_taken_out_with_their_marks() -> None:
    lead, tail = without_clauses(TEXT, ["the first part;", "the second part."])
    assert lead == "Forces should do this. In particular:"
    assert tail == "Soon."


@pytest.mark.parametrize("mark", "·•◼▪-–*➢")
def test_whatever_bullet_a_report_prints_goes_with_its_clause(mark: str) -> None:
    text = f"Forces should:\n{mark} do one thing\n{mark} do another."
    assert without_clauses(text, ["do one thing", "do another."]) == ("Forces should:", "")


def test_a_text_without_its_clauses_in_it_stays_whole() -> None:
    assert without_clauses(TEXT, ["another part"]) == (TEXT, "")
    assert without_clauses(TEXT, []) == (TEXT, "")


def test_words_between_the_clauses_keep_the_text_whole() -> None:
    between = TEXT.replace("(b) the", "and, where it can be done, (b) the")
    assert without_clauses(between, ["the first part;", "the second part."]) == (between, "")


@given(WORDS, st.lists(WORDS.filter(str.strip), max_size=3), WORDS)
def test_no_word_is_lost(lead: str, clauses: list[str], tail: str) -> None:
    text = lead + "".join(f"\n(a) {clause}" for clause in clauses) + tail
    before, after = without_clauses(text, clauses)
    shown = before if before == text else before + "".join(clauses) + after
    marks = len(clauses) + 1
    lost = len(re.findall(r"\w", text)) - len(re.findall(r"\w", shown))
    assert 0 <= lost <= marks
