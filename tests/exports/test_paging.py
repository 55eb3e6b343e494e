"""How wide tables are laid over pages."""

from hypothesis import given
from hypothesis import strategies as st

from gainboard.exports.paging import SMALLEST_SCALE, pages_across
from gainboard.exports.sheets import PAGE_WIDTH


def test_a_narrow_table_is_one_page_wide() -> None:
    assert pages_across([20.0] * 6, repeat_first=True) == [[0, 1, 2, 3, 4, 5]]


def test_a_wide_table_lies_over_as_many_pages_as_can_be_read() -> None:
    assert len(pages_across([20.0] * 25, repeat_first=True)) == 3


@given(st.lists(st.floats(5, 100), min_size=1), st.booleans())
def test_every_column_is_on_one_page_and_in_order(widths: list[float], repeat: bool) -> None:
    pages = pages_across(widths, repeat_first=repeat)
    assert [place for page in pages for place in page] == list(range(len(widths)))


@given(st.lists(st.floats(5, 100), min_size=1))
def test_no_page_is_too_wide_to_read(widths: list[float]) -> None:
    for page in pages_across(widths, repeat_first=False):
        assert len(page) == 1 or sum(widths[place] for place in page) <= PAGE_WIDTH / SMALLEST_SCALE
