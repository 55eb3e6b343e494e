"""What rich text shows is what is read: list marks, tables, boxes and notes."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.rich_text import read
from gainboard.intake.source import Source

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}"
    r"{\f3\fcharset238 Arial CE{\*\falt x};}}"
)
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\sbasedon0 heading 1;}{\s2\sbasedon1 Chapter;}"
    r"{\s3\outlinelevel2 Part;}{\s4 toc 1;}{\*\cs10 \additive Default;}}"
)


def source(body: str) -> Source:
    whole = rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{STYLES}{{\info{{\title x}}}}{body}}}"
    return read(whole.encode("latin-1"), "report.rtf")


def lines(body: str) -> list[str]:
    return source(body).text.replace("\n\n", "\n").split("\n")


def cells(body: str) -> list[tuple[str, tuple[int, int, int] | None]]:
    found = source(body)
    return [
        (
            found.text[p.start : p.end],
            (p.cell.table, p.cell.row, p.cell.column) if p.cell else None,
        )
        for p in found.passages
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"The board\'92s caf\'e9", "The board’s café"),
        (r"\u8217\'92s \u-10179?\u-8704?", "’s 😀"),
        (r"{\uc2\u8364 ab}{\uc0\u163}5", "€£5"),
        (r"{\f3 \'e8}", "č"),
        (r"a\~b\_c\-d \{e\}\emdash f\rquote s", "a b-cd {e}—f’s"),
        (r"{\f2 \'fe} Yes {\f2 \u-3928 ?} No", "☒ Yes ☐ No"),
        (r"{\f1 \'b7} act", "• act"),
        (r"\pc caf\'82", "café"),
        ("so\r\nft", "soft"),
        (r"one\bin4 {}}} two", "one two"),
    ],
)
def test_characters_are_read_however_they_are_written(written: str, read_as: str) -> None:
    assert source(rf"\pard {written}\par").text == read_as


def test_hidden_and_deleted_words_and_what_is_no_text_are_left_out() -> None:
    body = (
        r"{\header Head}\pard A{\v hidden}{\deleted gone}{\pict 0102}{\*\atnid x}"
        r"{\*\bkmkstart a}{\*\unheardof words}{\field{\*\fldinst REF x}{\fldrslt B}}\par"
    )
    assert source(body).text == "AB"


def test_list_marks_stand_before_the_words() -> None:
    body = (
        r"{\listtext\pard\plain\f1 \'b7\tab}\pard\ls1\ilvl1 act\par"
        r"{\pntext 2.\tab}\pard{\*\pn\pnlvlbody{\pntxta .}}plan\par"
        r"\pard\plain\s2 {\listtext (a)\tab}tell\par"
    )
    assert lines(body) == ["• act", "2. plan", "(a) tell"]
    assert [passage.indent for passage in source(body).passages] == [1, 0, 0]


def test_headings_are_known_by_name_by_outline_and_by_what_they_are_based_on() -> None:
    body = r"\pard\s1 A\par\pard\s2 B\par\pard\s3 C\par\pard\outlinelevel1 D\par\pard E\par"
    assert [passage.heading for passage in source(body).passages] == [1, 1, 3, 2, 0]


def test_cells_know_their_place_by_where_they_begin() -> None:
    body = (
        r"\trowd\cellx2000\cellx3000 \pard\intbl Both\cell C\cell\row"
        r"\trowd\cellx1000\cellx2000\cellx3000 \pard\intbl a\par b\cell c\cell d\cell\row"
        r"\pard After\par"
    )
    assert cells(body) == [
        ("Both", (0, 0, 0)),
        ("C", (0, 0, 2)),
        ("a", (0, 1, 0)),
        ("b", (0, 1, 0)),
        ("c", (0, 1, 1)),
        ("d", (0, 1, 2)),
        ("After", None),
    ]


def test_a_table_in_a_cell_is_its_own_and_one_column_is_a_box() -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
    )
    body = rf"\trowd\cellx2000 \pard\intbl Before\par{inner}\pard\intbl\itap1 After\cell"
    assert cells(rf"{body}\trowd\cellx2000\row\pard End\par") == [
        ("Before", None),
        ("x", (1, 0, 0)),
        ("y", (1, 0, 1)),
        ("After", None),
        ("End", None),
    ]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (r"\fftype1\ffres25\ffdefres1", "☒"),
        (r"\fftype1\ffres0\ffdefres1", "☐"),
        (r"\fftype1\ffres1", "☒"),
    ],
)
def test_a_check_box_of_a_form_shows_its_state(field: str, shown: str) -> None:
    form = rf"{{\*\formfield{{{field}{{\*\ffname Check1}}}}}}"
    body = rf"\pard{{\field{{\*\fldinst FORMCHECKBOX {form}}}{{\fldrslt }}}} National\par"
    assert source(body).text == f"{shown} National"


def test_boxes_follow_their_paragraph_and_notes_come_last() -> None:
    body = (
        r"\pard Before{\super\chftn}{\footnote\pard\plain {\super\chftn} See the log.}"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard The force should act.\par}}"
        r"{\shprslt{\*\do{\dptxbxtext\pard Again\par}}}} it.{\super 2}\par\pard After\par"
    )
    assert lines(body) == ["Before it.", "The force should act.", "After", "Notes", "See the log."]


def test_a_line_of_contents_has_dots_before_its_page_number() -> None:
    assert lines(r"\pard\s4 Plan\tab 12\par\pard Act\tab 12\par") == ["Plan ..... 12", "Act 12"]


def test_a_file_that_is_cut_is_read_as_far_as_it_goes() -> None:
    found = read(rb"{\rtf1 {\b The force should act.\par Within", "report.rtf")
    assert found.text == "The force should act.\n\nWithin"
    assert "ends in the middle" in found.warnings[0]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", [rb"\'", rb"\cell", rb"\row", rb"}", rb"\itap9 a\par"])
def test_nonsense_is_read_in_time(piece: bytes) -> None:
    assert read(rb"{\rtf1 A " + piece * 50_000, "report.rtf").text.startswith("A")


@pytest.mark.parametrize(
    "content", [b"plain words", rb"{\rtf1\pard\par}", rb"{\rtf1 A" + rb"{\a" * 9000]
)
def test_what_holds_nothing_to_read_is_said(content: bytes) -> None:
    with pytest.raises(GainboardError, match=r"“report\.rtf”"):
        read(content, "report.rtf")
