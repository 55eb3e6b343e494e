"""Files that can be read, and one sentence for each that cannot."""

from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.checks.signature import Kind, kind_of
from gainboard.intake.documents import LARGEST, read_document
from gainboard.intake.extract import extract_document
from gainboard.intake.text import decode, tidy

WORDS = "The board’s café should open – by “May 2027”.\n"


def refusal(path: Path) -> GainboardError:
    with pytest.raises(GainboardError) as caught:
        read_document(path)
    return caught.value


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_gives_the_same_words(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "report.txt", WORDS.encode(encoding))
    assert read_document(path).text == WORDS


def test_words_saved_in_the_wrong_encoding_are_repaired_and_said_so() -> None:
    garbled = tidy("The boardâ€™s cafÃ© Â· should open â€“ soon.")
    assert garbled.text == "The board’s café · should open – soon."
    assert "repaired" in garbled.warnings[0]


def test_words_that_only_look_garbled_are_left_alone() -> None:
    assert tidy("CAFÉ” in the château, Âme et Ãngstrom").warnings == ()


def test_line_breaks_of_every_kind_become_one() -> None:
    assert tidy("a\r\nb\rc\vd\u2028e").text == "a\nb\nc\nd\ne"


def test_what_cannot_be_stored_is_replaced_and_counted() -> None:
    plain = tidy("a\x00b\ud800c\uffffd")
    assert plain.text == "a\ufffdb\ufffdc\ufffdd"
    assert plain.warnings[0].startswith("3 unreadable")


def test_letters_are_composed_and_reading_twice_changes_nothing() -> None:
    plain = decode("cafe\u0301\ufeff\n".encode())
    assert plain.text == "café\n"
    assert tidy(plain.text) == plain


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    fault = refusal(tmp_path / "gone.txt")
    assert fault.id == "E-NOT-FOUND"
    assert "gone.txt" in fault.says


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).id == "E-FOLDER"


@pytest.mark.parametrize("content", [b"", b" \n\n\t", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path / "empty.txt", content)).id == "E-EMPTY"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refusal(path).id == "E-TOO-BIG"


@pytest.mark.parametrize(
    ("content", "suffix", "id", "way_out"),
    [
        (bytes(range(256)) * 9, ".txt", "E-NOT-TEXT", "save it as .docx or .pdf"),
        (b"MZ\x90\x00\x03" + bytes(90), ".docx", "E-NOT-TEXT", "ask its sender"),
        (b"\x89PNG\r\n", ".pdf", "E-NOT-TEXT", "recognised"),
        (b"Received: by mail\nSubject: A report\n\nHello.", ".txt", "E-NOT-TEXT", "attachment"),
        (b"ref,text\n1,The force should plan.\n", ".csv", "E-WORKBOOK", "as a tracker"),
        (b"\xdb\xa5-\x00rest", ".doc", "E-OLD-WORD", "save it as .docx"),
        (b"<?xml version='1.0'?><w:wordDocument/>", ".xml", "E-NOT-TEXT", "save it as .docx"),
        (b"PK\x03\x04rest", ".docx", "E-DAMAGED-DOCUMENT", "save it anew"),
    ],
)
def test_what_is_no_report_is_told_the_way_out(
    tmp_path: Path, content: bytes, suffix: str, id: str, way_out: str
) -> None:
    fault = refusal(written(tmp_path / f"report{suffix}", content))
    assert fault.id == id
    assert way_out in fault.says


def test_a_web_page_is_known_by_its_words_and_not_by_its_suffix(tmp_path: Path) -> None:
    path = written(tmp_path / "report.txt", b"<!DOCTYPE html><p>The force should plan.</p>")
    assert kind_of(path.read_bytes(), ".txt") is Kind.WEB_PAGE


def test_text_in_sixteen_bits_without_its_mark_is_text() -> None:
    assert kind_of("The force should plan.\n".encode("utf-16-le"), ".txt") is Kind.TEXT


def test_a_name_with_line_breaks_is_told_on_one_line(tmp_path: Path) -> None:
    assert "\n" not in refusal(tmp_path / "a\nb\x1b[31m.txt").says


def test_a_name_no_disk_can_hold_is_not_found() -> None:
    assert refusal(Path("bad\0name.txt")).id == "E-NOT-FOUND"
    assert refusal(Path("x" * 5000)).id == "E-NOT-FOUND"


def test_what_was_repaired_is_among_the_drafts_warnings(tmp_path: Path) -> None:
    path = written(tmp_path / "report.txt", b"Recommendation 1\n\nThe port\x00 should plan.")
    assert "unreadable" in extract_document(path).warnings[0]
