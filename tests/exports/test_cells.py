"""The one writer of cell values."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from gainboard.exports import styles
from gainboard.exports.cells import CELL_LIMIT, clean, day_words, put
from tests.exports.reading import full_cells, reopened, shown

NASTY = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "#N/A",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org")',
    "\t=1+1",
    "'quoted",
    "_x000D_",
    "_x000D_x000D_",
    "1.10",
    "2026-03-12",
    "TRUE",
    "a\tb\nc",
    "<b>&amp;</b>",
    " spaces at both ends ",
    "🚓 and 漢字",
]
UNWRITABLE = {
    "bell\x07": "bell",
    "nul\x00": "nul",
    "one\rtwo\r\nthree": "one\ntwo\nthree",
    "page\x0cbreak\x0bs": "page\nbreak\ns",
    "unit\x1fend": "unit end",
    "lone \ud800 surrogate": "lone  surrogate",
    "not\ufffea\uffffsign": "notasign",
    "beyond\U0001ffff": "beyond",
    "c1\x9b": "c1",
}


def written(value: str | int | date, style: str = styles.TEXT) -> Cell:
    book = Workbook()
    styles.add_styles(book)
    put(book.worksheets[0].cell(1, 1), value, style)
    [cell] = full_cells(reopened(book))
    return cell


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(text: str) -> None:
    cell = written(text)
    assert shown(cell) == text
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1+1"])
def test_text_like_a_formula_stays_text_when_a_person_edits_the_cell(text: str) -> None:
    assert written(text).quotePrefix


def test_plain_text_has_no_quote_before_it() -> None:
    assert not written("By 31 March").quotePrefix


@pytest.mark.parametrize("text", UNWRITABLE)
def test_what_no_workbook_may_hold_goes_and_the_words_stay(text: str) -> None:
    assert shown(written(text)) == UNWRITABLE[text]


def test_an_escape_in_the_text_is_not_read_as_the_sign_it_names() -> None:
    assert written("_x000D_").value == "_x005F_x000D_"


def test_nothing_is_written_for_nothing() -> None:
    book = Workbook()
    styles.add_styles(book)
    for row, value in enumerate((None, "", "\x00"), start=1):
        put(book.worksheets[0].cell(row, 1), value, styles.TEXT)
    assert list(full_cells(reopened(book))) == []


@pytest.mark.parametrize("sign", ["x", "🚓", "_x000D_"])
def test_text_too_long_for_a_cell_says_how_much_is_left_out(sign: str) -> None:
    cell = written(sign * 40_000)
    text, _, note = shown(cell).rpartition("\n")
    left_out = len(sign) * 40_000 - len(text)
    assert len(str(cell.value).encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert note == f"[{left_out:,} more characters are only in the register]"


def test_text_that_just_fits_a_cell_is_whole() -> None:
    assert written("x" * CELL_LIMIT).value == "x" * CELL_LIMIT


def test_a_date_is_a_date_in_the_boards_form() -> None:
    cell = written(date(2026, 9, 30), styles.DATE)
    assert cell.is_date
    assert cell.number_format == "dd mmm yyyy"


def test_a_day_before_excel_can_count_is_written_in_words() -> None:
    assert written(date(1899, 12, 31), styles.DATE).value == "31 Dec 1899"


def test_a_count_is_a_number() -> None:
    assert written(2, styles.NUMBER).data_type == "n"


def test_a_day_in_words_is_english() -> None:
    assert day_words(date(2026, 3, 5)) == "5 Mar 2026"


def come_back(texts: list[str]) -> bool:
    book = Workbook()
    styles.add_styles(book)
    for row, text in enumerate(texts, start=1):
        put(book.worksheets[0].cell(row, 1), text, styles.TEXT)
    kept = [shown(cell) for cell in full_cells(reopened(book))]
    return kept == [clean(text) for text in texts if clean(text)]


@settings(max_examples=30)
@given(st.lists(st.text(alphabet=st.characters()), max_size=30))
def test_any_text_comes_back_as_it_was_cleaned(texts: list[str]) -> None:
    assert come_back(texts)


@settings(max_examples=30)
@given(st.lists(st.text(alphabet="_x0005FDd=\n\t 😀\ud800"), max_size=30))
def test_escapes_and_signs_in_any_mixture_come_back(texts: list[str]) -> None:
    assert come_back(texts)
