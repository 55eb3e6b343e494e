"""A tracker's file becomes plain sheets, whatever program saved it."""

import io
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from gainboard.domain.incoming.workbook import Sheet, Span, cell_name
from gainboard.errors import GainboardError
from gainboard.intake.trackers.workbooks import as_cell, read_workbook

CELLS: list[tuple[Any, Any]] = [
    (7.0, "7"),
    (0.25, "0.25"),
    (True, "Yes"),
    (datetime.fromisoformat("2026-03-12"), date(2026, 3, 12)),
    (datetime.fromisoformat("2026-03-12T09:30"), "12/03/2026 09:30"),
    (time(9, 30), "09:30"),
    ("first_x000D_\nsecond", "first\n\nsecond"),
    ("one\r\ntwo", "one\ntwo"),
    (None, ""),
]


def as_bytes(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def first_sheet(*rows: tuple[Any, ...]) -> Sheet:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return read_workbook(as_bytes(book), "tracker.xlsx").sheets[0]


@pytest.mark.parametrize(("value", "cell"), CELLS)
def test_a_cell_is_taken_as_it_is_shown(value: Any, cell: Any) -> None:
    assert as_cell(value) == cell


def test_empty_rows_and_columns_at_the_end_are_left_out() -> None:
    sheet = first_sheet(("Ref", "Text", None), (1, "Do it", " "), (None, None, None))
    assert sheet.rows == (("Ref", "Text"), ("1", "Do it"))


def test_merged_ranges_and_hidden_sheets_are_known() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Tracker"
    book.worksheets[0].merge_cells("A1:C2")
    book.create_sheet("Lists").sheet_state = "hidden"
    read = read_workbook(as_bytes(book), "tracker.xlsx")
    assert read.sheets[0].merged == (Span(top=0, left=0, bottom=1, right=2),)
    assert [sheet.hidden for sheet in read.sheets] == [False, True]


def test_a_cell_that_holds_an_error_is_named() -> None:
    book = Workbook()
    book.worksheets[0].append(("Ref", "Text"))
    cell = book.worksheets[0]["B2"]
    cell.value, cell.data_type = "#REF!", "e"
    assert read_workbook(as_bytes(book), "t.xlsx").sheets[0].faults == ((1, 1, "#REF!"),)


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"%PDF-1.7 words", "E-NOT-A-WORKBOOK"),
        (b"<html><table><tr><td>1</td></tr></table>", "E-NOT-A-WORKBOOK"),
        (b"PK\x03\x04 and then nothing of the kind", "E-UNREADABLE"),
        (b"\x00\x01\x02\x03" * 200, "E-NOT-A-WORKBOOK"),
        (b" \n\n", "E-EMPTY"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, id: str) -> None:
    with pytest.raises(GainboardError, match=r"nothing was taken in") as refused:
        read_workbook(content, "tracker.xlsx")
    assert refused.value.id == id


def test_cells_are_named_as_excel_names_them() -> None:
    assert cell_name(811, 5) == "F812"
    assert cell_name(0, 27) == "AB1"
