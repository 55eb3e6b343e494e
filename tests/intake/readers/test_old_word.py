"""What an old Word document shows is what is read."""

import struct

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.old_word import read
from gainboard.intake.source import Source
from tests.intake.readers.old_word_files import Formatted, doc, in_table, listed, lists, row_end
from tests.reliability.ole_files import ole

HIDDEN, DELETED = struct.pack("<HB", 0x083C, 1), struct.pack("<HB", 0x0800, 1)
RAISED = struct.pack("<HB", 0x2A48, 1)


def source(*paragraphs: Formatted, **more: object) -> Source:
    return read(doc(paragraphs, **more), "report.doc")  # type: ignore[arg-type]


def lines(*paragraphs: Formatted, **more: object) -> list[str]:
    return source(*paragraphs, **more).text.replace("\n\n", "\n").split("\n")


def test_pieces_of_one_byte_and_of_two_give_one_text() -> None:
    words = "The board’s café – open.\r"
    assert lines((words, b""), ("Ends “here”.\r", b""), narrow=12) == [
        "The board’s café – open.",
        "Ends “here”.",
    ]


def test_fields_show_their_results_and_signs_what_they_stand_for() -> None:
    words = "See \x13 REF x \x14page 3\x15 of co\x1eop\x1feration:\x0ba) act.\r"
    assert lines((words, b"")) == ["See page 3 of co-operation:", "a) act."]


def test_hidden_and_deleted_words_and_note_marks_are_left_out() -> None:
    runs = [("old ", DELETED), ("secret ", HIDDEN), ("12", RAISED)]
    assert lines(("The old secret force should act.12\r", b""), runs=runs) == [
        "The force should act."
    ]


def test_automatic_numbers_stand_before_the_words() -> None:
    given = lists((0, "Recommendation \0:"), (4, "(\1)"), (23, "\uf0b7"))
    paragraphs = [
        ("Act.\r", listed(1)),
        ("now\r", listed(1, 1)),
        ("then\r", listed(1, 1)),
        ("well\r", listed(1, 2)),
        ("Plan.\r", listed(1)),
    ]
    assert lines(*paragraphs, tables=given) == [
        "Recommendation 1: Act.",
        "(a) now",
        "(b) then",
        "• well",
        "Recommendation 2: Plan.",
    ]


def test_cells_know_their_place_by_where_they_begin() -> None:
    paragraphs = [
        ("Both\x07", in_table()),
        ("C\x07", in_table()),
        ("\x07", row_end(200, 300)),
        ("a\x07", in_table()),
        ("b\r", in_table()),
        ("c\x07", in_table()),
        ("d\x07", in_table()),
        ("\x07", row_end(100, 200, 300)),
        ("After\r", b""),
    ]
    found = source(*paragraphs)
    assert [
        (found.text[p.start : p.end], p.cell and (p.cell.row, p.cell.column))
        for p in found.passages
    ] == [
        ("Both", (0, 0)),
        ("C", (0, 2)),
        ("a", (1, 0)),
        ("b", (1, 1)),
        ("c", (1, 1)),
        ("d", (1, 2)),
        ("After", None),
    ]


def test_a_format_that_is_stored_beside_the_text_is_found_there() -> None:
    level = struct.pack("<HB", 0x2640, 0)
    beside = b"xxxx" + struct.pack("<H", len(level)) + level
    found = source(("A\r", struct.pack("<HI", 0x6646, 4)), ("B\r", b""), beside=beside)
    assert [p.heading for p in found.passages] == [1, 0]


def test_outline_levels_make_headings() -> None:
    level = struct.pack("<HB", 0x2640, 1)
    assert [p.heading for p in source(("A\r", level), ("B\r", b"")).passages] == [2, 0]


@pytest.mark.parametrize(("result", "shown"), [(0, "☐"), (1, "☒"), (25, "☒")])
def test_a_check_box_of_a_form_shows_its_state(result: int, shown: str) -> None:
    field = struct.pack("<IHHHHHH", 0xFFFFFFFF, 1 | result << 2, 0, 20, 0, 0, 1)
    beside = struct.pack("<IH62x", 68 + len(field), 68) + field
    runs = [("\x01", struct.pack("<HI", 0x6A03, 0))]
    words = "\x13 FORMCHECKBOX \x01\x15 National\r"
    assert lines((words, b""), runs=runs, beside=beside) == [f"{shown} National"]


def test_notes_and_boxes_come_last_under_their_headings() -> None:
    found = lines(("Act\x02.\r", b""), notes="\x02 See the log.\r", headers="H\r", boxes="Box\r")
    assert found == ["Act.", "Text boxes", "Box", "Notes", "See the log."]


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nonsense", "E-DAMAGED-DOCUMENT"),
        (doc([("a\r", b"")], ident=0xA5DC), "E-OLD-WORD"),
        (doc([("a\r", b"")], ident=0x1234), "E-DAMAGED-DOCUMENT"),
        (doc([("a\r", b"")], flags=0x100), "E-PASSWORD"),
        (ole({"EncryptedPackage": b"x"}), "E-PASSWORD"),
        (ole({"WordDocument": b"x", "Macros": b"x"}), "E-MACROS"),
        (doc([(" \r", b"")]), "E-EMPTY"),
        (doc([("a\r", b"")], tables={33: b"\x02\xff"}), "E-DAMAGED-DOCUMENT"),
    ],
    ids=["no file", "Word 95", "no Word", "locked", "package", "macros", "no words", "cut"],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, id: str) -> None:
    with pytest.raises(GainboardError) as caught:
        read(content, "report.doc")
    assert caught.value.id == id
