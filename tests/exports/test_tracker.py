"""The tracker as a workbook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from gainboard.domain.paper import Marking
from gainboard.domain.states import Rag
from gainboard.domain.tracker import COLUMNS, Tracker
from gainboard.errors import GainboardError
from gainboard.exports.tracker import tracker_workbook, write_tracker
from tests.exports.builders import (
    MADE_AT,
    SECTIONS,
    UPDATE,
    a_full_tracker,
    a_row,
    a_tracker,
    an_action,
    an_imprint,
)
from tests.exports.reading import all_text, column, full_cells, reopened, shown
from tests.exports.test_cells import NASTY

SHEETS = ["Summary", *SECTIONS, "Actions", "Reports"]
TEXT_FIELDS = ("ref", "text", "report", "latest_update", "group", "marking")


def read(tracker: Tracker, *columns: str) -> Workbook:
    return reopened(tracker_workbook(tracker, columns or tuple(COLUMNS)))


def test_the_sheets_come_in_the_boards_order() -> None:
    assert read(a_full_tracker()).sheetnames == SHEETS


@pytest.mark.parametrize("section", SECTIONS)
def test_every_column_has_its_header_in_the_boards_order(section: str) -> None:
    sheet = read(a_full_tracker())[section]
    assert [cell.value for cell in sheet[7]] == list(COLUMNS.values())


def test_only_the_chosen_columns_are_there_and_in_the_boards_order() -> None:
    sheet = read(a_full_tracker(), "rag", "ref", "text")["A Live"]
    assert [cell.value for cell in sheet[7]] == ["Ref", "Text", "RAG"]


def test_no_column_at_all_is_refused() -> None:
    with pytest.raises(GainboardError, match="E-NO-COLUMNS"):
        tracker_workbook(a_tracker(), [])


@pytest.mark.parametrize("text", NASTY)
def test_text_from_people_is_text_in_every_cell(text: str) -> None:
    same: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, text)
    row = a_row(**same)
    book = read(a_tracker(row, actions=(an_action(text=text),)))
    assert not [cell.coordinate for cell in full_cells(book) if cell.data_type in "fe"]
    assert all_text(book).count(text) >= len(TEXT_FIELDS) + 1


def test_text_too_long_for_a_row_goes_on_in_the_next_and_no_word_is_lost() -> None:
    words = " ".join(f"word{number}" for number in range(6_000))
    sheet = read(a_tracker(a_row(text=words)))["A Live"]
    assert "".join(map(shown, column(sheet, "Text"))) == words
    assert [cell.value for cell in column(sheet, "Ref")][:2] == ["CUS26-1", "CUS26-1 (continued)"]


def test_a_text_of_usual_length_stays_in_one_cell() -> None:
    sheet = read(a_tracker(a_row(text="recommended " * 200)))["A Live"]
    assert len(column(sheet, "Text")) == 1


def test_dates_are_dates_and_the_count_of_extensions_a_number() -> None:
    sheet = read(a_tracker(a_row()))["A Live"]
    [current], [extensions] = column(sheet, "Current date"), column(sheet, "Extensions")
    assert (current.is_date, current.number_format) == (True, "dd mmm yyyy")
    assert (extensions.value, extensions.data_type) == (1, "n")


@pytest.mark.parametrize("rag", Rag)
def test_a_rag_cell_says_the_word_and_wears_its_own_shape(rag: Rag) -> None:
    [cell] = column(read(a_tracker(a_row(rag=rag)))["A Live"], "RAG")
    shape, word, *meaning = str(cell.value).split()
    assert shape in "✓●▲■◇"
    assert word == rag.name
    assert " ".join(meaning) == rag.words


def test_no_two_rag_shapes_are_alike() -> None:
    cells = column(read(a_tracker(*(a_row(rag=rag) for rag in Rag)))["A Live"], "RAG")
    assert len({str(cell.value)[0] for cell in cells}) == len(Rag)
    assert len({cell.fill.fgColor.rgb for cell in cells}) == len(Rag)


def test_every_sheet_is_marked_at_the_top_and_the_bottom_of_each_page() -> None:
    imprint = an_imprint(marking=Marking(words="OFFICIAL & FIRM"), force="Dale & Fell Police")
    for sheet in read(a_tracker(imprint=imprint)).worksheets:
        assert "OFFICIAL && FIRM" in str(sheet.oddHeader)
        assert "OFFICIAL && FIRM" in str(sheet.oddFooter)
        assert sheet["A1"].value == "OFFICIAL & FIRM"


def test_every_sheet_says_whose_it_is_and_from_what_it_was_made() -> None:
    for sheet in read(a_full_tracker()).worksheets:
        top = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, 6))
        assert "Northmoor Police · Assurance Board" in top
        assert "Made 12 Mar 2026 at 14:05" in top
        assert "214:9f8e7d6c5b4a" in top


def test_every_sheet_prints_landscape_on_a4_and_fits_its_pages() -> None:
    for sheet in read(a_full_tracker()).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
        assert sheet.page_setup.fitToHeight == 0


def test_the_summary_repeats_its_header_row_and_keeps_its_title_in_sight() -> None:
    sheet = read(a_full_tracker())["Summary"]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$7:$7", "A7")


@pytest.mark.parametrize("name", SHEETS[1:])
def test_the_header_row_is_repeated_and_frozen(name: str) -> None:
    sheet = read(a_full_tracker())[name]
    assert sheet.print_title_rows == "$7:$7"
    assert sheet.freeze_panes == "B8"


def test_all_columns_print_in_groups_a_page_wide_that_repeat_the_reference() -> None:
    sheet = read(a_full_tracker())["A Live"]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    ranges = [part.replace("'A Live'!", "") for part in sheet.print_area.split(",")]
    assert (ranges[0][:3], len(ranges)) == ("$A$", 3)
    assert sheet.print_title_cols == "$A:$A"


def test_a_few_columns_print_one_page_wide_with_the_title() -> None:
    sheet = read(a_full_tracker(), "ref", "text", "rag", "latest_update")["A Live"]
    assert sheet.page_setup.fitToWidth == 1
    assert not sheet.print_area


def test_nothing_is_hidden() -> None:
    for sheet in read(a_full_tracker()).worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(column.hidden for column in sheet.column_dimensions.values())
        assert not any(row.hidden for row in sheet.row_dimensions.values())


def test_tables_have_names_of_their_own_and_headers_like_their_cells() -> None:
    book = read(a_full_tracker())
    names = [name.casefold() for sheet in book.worksheets for name in sheet.tables]
    assert len(names) == len(set(names)) == 3 + 5 + 2
    for sheet in book.worksheets:
        assert sheet.auto_filter.ref is None
        for table in sheet.tables.values():
            header, *rows = sheet[table.ref]
            assert [cell.value for cell in header] == table.column_names
            assert rows


def test_an_empty_section_says_so_and_has_no_table() -> None:
    sheet = read(a_tracker())["A Live"]
    assert sheet["A8"].value == "Nothing is in this section."
    assert not sheet.tables


def test_the_summary_counts_each_section_and_each_rag() -> None:
    sheet = read(a_full_tracker())["Summary"]
    found = {row[0].value: [cell.value for cell in row[2:]] for row in sheet["A8:J14"]}
    assert found["A Live"] == [10, 1, 0, 3, 4, 3, 0, 0]
    assert found["C Extensions requested"] == [0] * 8
    assert found["All sections"] == [13, 1, 1, 3, 4, 3, 1, 1]


def test_two_hundred_rows_of_long_text_have_rows_tall_enough_and_never_too_tall() -> None:
    rows = [a_row(f"CUS26-{number}", latest_update=UPDATE * 6) for number in range(200)]
    sheet = read(a_tracker(*rows))["A Live"]
    heights = [sheet.row_dimensions[row].height for row in range(8, 208)]
    assert sheet.max_row == 207
    assert 150 < min(heights) <= max(heights) <= 409


def test_the_properties_name_the_role_and_nobody_else(tmp_path: Path) -> None:
    write_tracker(a_full_tracker(), tmp_path / "t.xlsx")
    properties = load_workbook(tmp_path / "t.xlsx").properties
    assert properties.creator == properties.lastModifiedBy == "Assurance Board secretariat"
    assert properties.modified == MADE_AT.replace(tzinfo=None)
    assert properties.title == "Recommendation tracker"


def test_a_failed_export_leaves_the_old_tracker(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"old")
    broken = replace(a_tracker(a_row()), actions=(None,))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write_tracker(broken, path)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_the_day_each_response_is_due_stands_with_its_rule() -> None:
    sheet = read(a_full_tracker())["Reports"]
    found = {cell.value for row in sheet.iter_rows() for cell in row}
    assert any(str(value).startswith("2026-03-01") for value in found)
    assert any("s.55(5A)" in str(value) for value in found)
