"""Files that can be read, and one sentence for each that cannot."""

from pathlib import Path

import pytest

from gainboard.errors import GainboardError
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


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"%PDF-1.7", bytes(range(256)) * 9])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path / "report.txt", content)).id == "E-NOT-TEXT"


@pytest.mark.parametrize("suffix", [".docx", ".PDF", ".xlsx"])
def test_a_kind_not_read_yet_is_told_how_to_come_in(tmp_path: Path, suffix: str) -> None:
    fault = refusal(written(tmp_path / f"report{suffix}", b"any"))
    assert fault.id == "E-NOT-TEXT"
    assert "save it as plain text" in fault.says


def test_a_name_no_disk_can_hold_is_not_found() -> None:
    assert refusal(Path("bad\0name.txt")).id == "E-NOT-FOUND"
    assert refusal(Path("x" * 5000)).id == "E-NOT-FOUND"


def test_what_was_repaired_is_among_the_drafts_warnings(tmp_path: Path) -> None:
    path = written(tmp_path / "report.txt", b"Recommendation 1\n\nThe port\x00 should plan.")
    assert "unreadable" in extract_document(path).warnings[0]
