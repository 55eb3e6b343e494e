"""How text falls into lines and rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.exports import fitting, styles


@given(st.text(), st.floats(5, 100))
def test_lines_joined_are_the_text_again(text: str, width: float) -> None:
    assert "".join(fitting.lines(text, width, 9)) == text


@given(st.text(alphabet="ab \n", min_size=300), st.floats(5, 20))
def test_parts_joined_are_the_text_again_and_each_fits(text: str, width: float) -> None:
    parts = fitting.parts(text, width, 9)
    assert "".join(parts) == text
    assert all(len(fitting.lines(part, width, 9)) <= fitting.most_lines(9) + 1 for part in parts)


def test_a_word_longer_than_its_column_is_broken() -> None:
    assert len(fitting.lines("x" * 100, 12, styles.DENSE)) > 8


def test_each_line_break_starts_a_line() -> None:
    assert fitting.lines("a\n\nb", 20, 9) == ["a\n", "\n", "b"]


def test_no_row_is_taller_than_excel_can_have() -> None:
    assert fitting.height([("word " * 10_000, 20)], 9) == fitting.ROW_LIMIT


@pytest.mark.parametrize("words", [3, 60, 400])
def test_a_row_is_taller_the_more_is_in_it(words: int) -> None:
    one, more = (fitting.height([("word " * count, 40)], 9) for count in (1, words * 5))
    assert more > one


def test_a_column_widens_until_its_longest_text_fits_a_row() -> None:
    text = "recommended " * 200
    width = fitting.wide_enough([text], 50, 100, 9)
    assert 50 < width <= 100
    assert fitting.parts(text, width, 9) == [text]
