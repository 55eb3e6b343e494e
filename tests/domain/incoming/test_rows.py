"""Each filled row is a recommendation, or is named with the reason why it is none."""

from dataclasses import replace
from datetime import date

import pytest

from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.proposing import propose_mapping
from gainboard.domain.incoming.rows import read_rows
from gainboard.domain.incoming.workbook import Span, Workbook
from gainboard.domain.states import Rag
from gainboard.errors import GainboardError
from tests.domain.incoming.sheets import (
    HEAD,
    WORDS,
    a_book,
    a_sheet,
    entries,
    not_made,
    outcomes,
    read,
    row,
)

MADE, HEADING, NOT_MADE = Outcome.MADE, Outcome.HEADING, Outcome.NOT_MADE


def test_a_row_is_read_field_by_field() -> None:
    [entry] = entries(a_book(row(7, status="CLOSED", update="Done")))
    assert (entry.ref, entry.report, entry.number) == ("NP/007", "Cells and searches", "7")
    assert (entry.status, entry.status_words) == ("closed", "CLOSED")
    assert (entry.delivery_lead, entry.updates[0].text) == ("Ch Insp Reed", "Done")
    assert entry.due is not None
    assert entry.due.day == date(2026, 6, 30)


def test_headings_totals_blank_lines_and_notes_are_told_apart() -> None:
    book = a_book(row(1), ("SECTION B",), HEAD, (), row(2), ("Total", "2"), (), ("Note: R is red",))
    assert outcomes(book) == [MADE, HEADING, HEADING, MADE, NOT_MADE, NOT_MADE]
    assert [one.says for one in not_made(book)] == [
        "it is a total",
        "it is a note, not a recommendation",
    ]


def test_a_row_without_its_recommendation_is_named_with_its_cell() -> None:
    [one] = not_made(a_book(row(1), row(2, recommendation=""), row(3)))
    assert one.says.startswith("D3 is empty")
    assert "NP/002" in one.words


def test_a_heading_names_the_report_where_no_column_does() -> None:
    rows = (("Custody in 2024",), ("1", WORDS), ("Stores",), ("1", f"{WORDS} Twice."))
    book = Workbook(name="t", sheets=(a_sheet(("No", "Recommendation"), *rows),))
    assert [one.report for one in entries(book)] == ["Custody in 2024", "Stores"]


def test_a_merged_cell_counts_for_all_its_rows() -> None:
    spans = (Span(top=1, left=1, bottom=2, right=1),)
    book = a_book(row(1), row(2, report=""), merged=spans)
    assert [one.report for one in entries(book)] == ["Cells and searches"] * 2


def test_a_row_under_a_merged_recommendation_goes_on_with_it() -> None:
    spans = (Span(top=1, left=3, bottom=2, right=3),)
    more = ("", "", "", "", "", "", "", "Second update")
    read_now = read(a_book(row(1, update="First"), more, merged=spans))
    assert [one.outcome for one in read_now.rows] == [MADE, Outcome.JOINED]
    assert read_now.rows[1].entry is not None
    assert read_now.rows[1].entry.cells == (("Update", "Second update"),)


def test_an_update_alone_in_its_row_goes_on_with_the_row_above() -> None:
    more = ("", "", "", "", "", "", "", "Second update, a month later")
    assert outcomes(a_book(row(1, update="First"), more, row(2))) == [MADE, Outcome.JOINED, MADE]


def test_a_word_that_is_no_date_is_remarked_by_cell_and_kept() -> None:
    found = read(a_book(row(1, due_date="soon")))
    [remark] = found.remarks
    assert (remark.place, remark.words) == ("Tracker!F2", "soon")
    assert remark.says == "“soon” is no date; it is kept as words"
    assert found.rows[0].entry is not None
    assert found.rows[0].entry.deadline_words == "soon"


def test_a_status_nobody_has_chosen_is_remarked_and_kept_as_a_note() -> None:
    found = read(a_book(row(1, status="Parked")))
    assert [one.place for one in found.remarks] == ["Tracker!G2"]
    assert found.rows[0].entry is not None
    assert found.rows[0].entry.notes == (("Status", "Parked"),)


def test_a_name_that_names_nobody_is_a_note() -> None:
    [entry] = entries(a_book(row(1, owner="TBC")))
    assert entry.delivery_lead == ""
    assert ("Owner", "TBC") in entry.notes


def test_an_error_of_the_workbook_is_remarked() -> None:
    sheet = a_sheet(HEAD, row(1))
    faulty = type(sheet)(name=sheet.name, rows=sheet.rows, faults=((1, 6, "#REF!"),))
    [remark] = read(Workbook(name="t", sheets=(faulty,))).remarks
    assert (remark.cell, remark.words) == ("G2", "#REF!")


def test_an_update_takes_the_newest_date_its_lines_begin_with() -> None:
    words = "03/02/2026: Drafted.\n01/03/2026: Out for comments."
    [entry] = entries(a_book(row(1, update=words)))
    assert entry.updates[0].on == date(2026, 3, 1)
    assert entry.updates[0].text == words


def test_the_sheets_own_name_tells_the_status_where_no_column_does() -> None:
    closed = a_sheet(("Ref", "Recommendation"), ("NP/9", WORDS), name="Closed")
    book = Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), closed))
    assert [one.status for one in entries(book)] == ["open", "closed"]


def test_a_rating_is_read_by_its_letter() -> None:
    head = ("Ref", "Recommendation", "RAG")
    rows = [(f"NP/{nth}", f"{WORDS} {nth}", rag) for nth, rag in enumerate("RAGR")]
    book = Workbook(name="t", sheets=(a_sheet(head, *rows),))
    assert [one.rag for one in entries(book)] == [Rag.RED, Rag.AMBER, Rag.GREEN, Rag.RED]


def test_an_impossible_day_is_remarked_and_kept_as_words() -> None:
    found = read(a_book(row(1, due_date="31/02/2026")))
    [remark] = found.remarks
    assert (remark.cell, remark.words) == ("F2", "31/02/2026")
    assert found.rows[0].entry is not None
    assert found.rows[0].entry.deadline_words == "31/02/2026"


def test_rows_of_a_sheet_without_recommendations_are_named() -> None:
    other = a_sheet(("Shelf", "Colour"), ("4", "Green"), name="Stores")
    book = Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), other))
    mapping = propose_mapping(book)
    sheets = tuple(replace(one, read=True, header_bottom=0) for one in mapping.sheets)
    rows = read_rows(book, replace(mapping, sheets=sheets)).rows
    assert [one.outcome for one in rows] == [MADE, NOT_MADE]
    assert "no column of this sheet" in rows[1].says


def test_without_a_column_of_recommendations_nothing_is_read() -> None:
    with pytest.raises(GainboardError, match="E-NO-TEXT-COLUMN"):
        read_rows(a_book(row(1)), Mapping(name="t"))
