"""Marking, title and origin on every page."""

import pytest

from gainboard.domain.paper import Marking
from gainboard.exports.headers import HEADER_LIMIT
from gainboard.exports.sheets import add_sheet, new_workbook
from tests.exports.builders import an_imprint
from tests.exports.reading import reopened

HANDLING = "Not to be copied outside the Assurance Board without the chair's leave"


def furniture(words: str, handling: str = "", force: str = "Northmoor Police") -> tuple[str, str]:
    imprint = an_imprint(marking=Marking(words=words, handling=handling), force=force)
    book = new_workbook(imprint, "Paper")
    add_sheet(book, imprint, "A Live", "Tracker", "What is in it.")
    sheet = book.worksheets[0]
    return str(sheet.oddHeader), str(sheet.oddFooter)


def test_the_marking_is_at_the_top_and_the_bottom() -> None:
    for line in furniture("OFFICIAL"):
        assert "&BOFFICIAL&B" in line


def test_the_footer_says_which_page_when_made_and_from_which_state() -> None:
    _, footer = furniture("OFFICIAL")
    assert "Made 12 Mar 2026 at 14:05, register 214:9f8e7d6c5b4a" in footer
    assert "Page &P of &N" in footer


def test_an_ampersand_is_doubled_so_that_it_is_no_code() -> None:
    header, footer = furniture("OFFICIAL & MORE", force="Dale & Fell Police")
    assert "Dale && Fell Police" in header
    assert "OFFICIAL && MORE" in header
    assert "OFFICIAL && MORE" in footer


def test_a_long_marking_has_the_line_for_itself_and_the_page_number_stays() -> None:
    header, footer = furniture("OFFICIAL-SENSITIVE", HANDLING)
    assert header == f"&C&8 &BOFFICIAL-SENSITIVE - {HANDLING}&B · A Live · Tracker"
    assert HANDLING in footer
    assert "Page &P of &N" in footer
    assert "214:9f8e7d6c5b4a" in footer


@pytest.mark.parametrize("sign", ["x ", "&& ", "🚓"])
def test_no_header_is_longer_than_excel_takes(sign: str) -> None:
    for line in furniture("OFFICIAL-SENSITIVE", sign * 300, force=sign * 200):
        assert len(line.encode("utf-16-le")) // 2 <= HEADER_LIMIT
        assert "OFFICIAL-SENSITIVE" in line


def test_a_marking_too_long_for_the_header_is_whole_on_the_sheet() -> None:
    imprint = an_imprint(marking=Marking(words="OFFICIAL-SENSITIVE", handling=HANDLING * 5))
    book = new_workbook(imprint, "Paper")
    sheet = add_sheet(book, imprint, "A Live", "Tracker", "What is in it.")
    assert sheet["A1"].value == imprint.marking.line


def test_names_excel_would_refuse_become_names_it_takes() -> None:
    imprint = an_imprint()
    book = new_workbook(imprint, "Paper")
    for title in ("A/B: [x]?*\\", "a b x", "History", "'quoted'", "long " * 20, "long " * 20, ""):
        add_sheet(book, imprint, title, "Tracker", "")
    names = reopened(book).sheetnames
    assert names == [
        "A B x", "a b x 2", "History 2", "quoted", "long long long long long long l",
        "long long long long long lo 2", "Sheet",
    ]  # fmt: skip
