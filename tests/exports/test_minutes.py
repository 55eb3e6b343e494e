"""The minutes as a workbook."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gainboard.domain.minutes import Minutes
from gainboard.exports.minutes import minutes_workbook, write_minutes
from tests.exports.builders import (
    VERBATIM,
    a_decision,
    a_minute_action,
    an_imprint,
    an_item,
    some_minutes,
)
from tests.exports.reading import all_text, column, full_cells, reopened, shown
from tests.exports.test_cells import NASTY


def read(minutes: Minutes) -> Workbook:
    return reopened(minutes_workbook(minutes))


def page_text(minutes: Minutes) -> str:
    return "\n".join(
        shown(cell) for cell in full_cells(read(minutes)) if cell.parent.title == "Minutes"
    )


def test_the_sheets_are_the_minutes_and_their_two_lists() -> None:
    assert read(some_minutes()).sheetnames == ["Minutes", "Decisions", "Action log"]


@pytest.mark.parametrize(
    "said",
    [
        "Minutes of ASB 2026/03",
        "12 Mar 2026",
        "Conference room 2, Northmoor HQ",
        "DCC R. Example",
        "Three members are needed; four were present.",
        "P. Sample, ACC Local Policing",
        "Apologies",
        "Deputy for ACC Local Policing",
        "Appropriate adults in custody",
        VERBATIM,
        "Members agreed that clause (c)",
        "Decision D01",
        "left the rating at amber",
        "Action A01",
        "Ch Insp Custody",
        "stays open",
        "16 Apr 2026",
    ],
)
def test_the_page_says_all_that_was_said_and_done(said: str) -> None:
    assert said in page_text(some_minutes())


@pytest.mark.parametrize("state", ["minutes draft", "minutes_draft", "in session", "not approved"])
def test_a_draft_says_that_it_is_one(state: str) -> None:
    assert "DRAFT MINUTES - not yet approved by the board" in page_text(some_minutes(state=state))


@pytest.mark.parametrize("state", ["minutes approved", "minutes_approved", "Approved"])
def test_approved_minutes_say_so_and_never_draft(state: str) -> None:
    text = page_text(some_minutes(state=state))
    assert "APPROVED MINUTES" in text
    assert "DRAFT" not in text


def test_each_page_says_in_its_header_whether_it_is_a_draft() -> None:
    assert "DRAFT" in str(read(some_minutes())["Minutes"].oddHeader)


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (1, "1 confidential item is left out of this copy."),
        (2, "2 confidential items are left out of this copy."),
    ],
)
def test_a_copy_without_confidential_items_says_so(count: int, says: str) -> None:
    assert says in page_text(some_minutes(left_out=count))


def test_a_whole_copy_says_nothing_of_leaving_out() -> None:
    assert "left out" not in page_text(some_minutes())


def test_addenda_are_at_the_end_and_told_of_at_the_top() -> None:
    text = page_text(some_minutes(addenda=("Item 5.1: “181” should read “180”.",)))
    assert text.index("have been corrected") < text.index("Business") < text.index("should read")


def test_decisions_and_actions_come_again_as_tables() -> None:
    book = read(some_minutes())
    assert [cell.value for cell in column(book["Decisions"], "No.")] == ["D01"]
    [due] = column(book["Action log"], "Due")
    assert due.is_date
    assert [len(sheet.tables) for sheet in book.worksheets] == [0, 1, 1]


def test_empty_lists_say_so_and_are_no_tables() -> None:
    book = read(some_minutes(an_item(decisions=(), actions=())))
    assert book["Decisions"]["A8"].value == "There is nothing in this list (decisions)."
    assert not book["Action log"].tables


def test_a_discussion_of_forty_thousand_characters_is_whole() -> None:
    words = " ".join(f"word{number}" for number in range(5_000))
    assert len(words) > 40_000
    sheet = read(some_minutes(an_item(discussion=words)))["Minutes"]
    pieces = [
        str(row[1].value)
        for row in sheet.iter_rows()
        if row[0].value in ("Discussion", "Discussion (continued)")
    ]
    assert "".join(pieces) == words


@pytest.mark.parametrize("text", NASTY)
def test_text_from_people_is_text_in_every_cell(text: str) -> None:
    item = an_item(
        title=text,
        text=text,
        before_board=text,
        discussion=text,
        outcome=text,
        decisions=(a_decision(sentence=text),),
        actions=(a_minute_action(text=text, owner=text),),
    )
    book = read(some_minutes(item, place=text, chair=text, addenda=(text,)))
    assert not [cell.coordinate for cell in full_cells(book) if cell.data_type in "fe"]
    assert all_text(book).count(text) >= 14


def test_every_sheet_is_marked_and_prints_landscape_one_page_wide() -> None:
    for sheet in read(some_minutes()).worksheets:
        assert "OFFICIAL" in str(sheet.oddHeader)
        assert "OFFICIAL" in str(sheet.oddFooter)
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        assert sheet.freeze_panes


def test_minutes_of_a_meeting_where_nothing_happened_are_written(tmp_path: Path) -> None:
    bare = Minutes(
        imprint=an_imprint(), ref="ASB 2026/04", held_on=date(2026, 4, 16), place="", chair="",
        state="", quorum="", attendance=(), items=(), decisions=(), actions=(), next_on=None,
        left_out=0,
    )  # fmt: skip
    write_minutes(bare, tmp_path / "m.xlsx")
    text = all_text(load_workbook(tmp_path / "m.xlsx"))
    assert "No attendance was recorded." in text
    assert "No date has been set." in text
