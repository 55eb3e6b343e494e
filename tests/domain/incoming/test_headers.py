"""The row that names the columns is found wherever it stands, and in two rows."""

from datetime import date

from gainboard.domain.incoming.headers import find_header, repeats, titles_above
from gainboard.domain.incoming.workbook import Cell, Span
from tests.domain.incoming.sheets import HEAD, a_sheet, row


def test_the_header_is_found_below_titles() -> None:
    sheet = a_sheet(("Northmoor Police",), ("Tracker of recommendations",), (), HEAD, row(1))
    header = find_header(sheet)
    assert header is not None
    assert (header.top, header.bottom) == (3, 3)
    assert header.names == HEAD
    assert titles_above(sheet, header) == ["Northmoor Police", "Tracker of recommendations"]


def test_two_rows_name_the_columns_together() -> None:
    upper = ("Ref", "Recommendation", "Dates", "", "Lead", "")
    lower = ("", "", "Due", "Revised", "Exec", "Delivery")
    header = find_header(a_sheet(upper, lower, ("NP/1", "Do it", "", "", "ACC", "Supt")))
    assert header is not None
    assert (header.top, header.bottom) == (0, 1)
    assert header.names[2:] == ("Dates Due", "Dates Revised", "Lead Exec", "Lead Delivery")


def test_a_merged_group_covers_its_own_columns_only() -> None:
    spans = (Span(top=0, left=1, bottom=0, right=2), Span(top=0, left=3, bottom=1, right=3))
    upper = ("Ref", "Date", "", "Status")
    sheet = a_sheet(upper, ("", "Due", "Revised", ""), ("NP/1", "", "", "Open"), merged=spans)
    header = find_header(sheet)
    assert header is not None
    assert header.names == ("Ref", "Date Due", "Date Revised", "Status")


def test_a_row_of_words_below_the_names_is_no_second_header() -> None:
    sheet = a_sheet(("Ref", "Recommendation", "Status", ""), ("NP/A", "Do it", "Open", "later"))
    header = find_header(sheet)
    assert header is not None
    assert header.bottom == 0
    assert header.names[3] == "Column D"


def test_a_sheet_without_names_has_no_header() -> None:
    assert find_header(a_sheet(("4", "17"), ("5", "12"))) is None


def test_names_that_stand_twice_are_told_apart() -> None:
    header = find_header(a_sheet(("Ref", "Comments", "Comments"), ("NP/1", "a", "b")))
    assert header is not None
    assert header.names == ("Ref", "Comments", "Comments (2)")


def test_the_header_printed_again_is_known() -> None:
    sheet = a_sheet(HEAD, row(1), HEAD)
    header = find_header(sheet)
    assert header is not None
    assert repeats(sheet.rows[2], header)
    assert not repeats(sheet.rows[1], header)


def test_long_names_are_names_still() -> None:
    wordy = "How far we have come with what the panel asked us for in the last quarter but one"
    head = ("Ref", "Recommendation", "Status", *(f"{wordy} {nth}" for nth in range(30)))
    header = find_header(a_sheet(head, ("NP/1", "Do it", "Open", *["x"] * 30)))
    assert header is not None
    assert header.names[:3] == ("Ref", "Recommendation", "Status")


def test_a_row_of_one_letter_is_no_header_printed_again() -> None:
    head = ("Ref", "Recommendation", *(f"Extra column {nth}" for nth in range(40)))
    sheet = a_sheet(head, ("N1", "The force should record it.", *["x"] * 40))
    header = find_header(sheet)
    assert header is not None
    assert not repeats(sheet.rows[1], header)


def test_the_lower_of_two_header_rows_printed_again_is_known() -> None:
    upper = ("Ref", "Recommendation", "Dates", "")
    lower = ("", "", "Due", "Revised")
    sheet = a_sheet(upper, lower, ("NP/1", "Do it", "", ""), lower)
    header = find_header(sheet)
    assert header is not None
    assert repeats(sheet.rows[3], header)


def test_dates_and_quarters_name_columns_too() -> None:
    months: list[Cell] = [date(2026, month, 1) for month in range(1, 13)]
    quarters = [f"Q{nth} 20{year}" for year in (24, 25) for nth in (1, 2, 3, 4)]
    head = ("Ref", "Recommendation", "Status", *months, *quarters)
    header = find_header(a_sheet(head, ("NP/1", "Do it", "Open", *["G"] * 20)))
    assert header is not None
    assert header.names[3:5] == ("01/01/2026", "01/02/2026")
