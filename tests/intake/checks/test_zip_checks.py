"""Zips that are refused before any reader sees them."""

import io
import struct
import zipfile

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.checks import zip_checks
from gainboard.intake.checks.zip_checks import MOST_PARTS, checked_zip
from tests.intake.checks.zipped import DOCUMENT, WORD, word, zipped

CENTRAL = b"PK\x01\x02"


def refusal(content: bytes) -> GainboardError:
    with pytest.raises(GainboardError) as caught:
        checked_zip(content, "report.docx")
    return caught.value


def lying(content: bytes, size: int, part: str = "word/document.xml") -> bytes:
    """Return the zip with another size of a part in its list."""
    at = content.index(part.encode(), content.index(CENTRAL)) - 46
    return content[: at + 24] + struct.pack("<I", size) + content[at + 28 :]


def test_a_sound_zip_is_given_with_its_parts() -> None:
    assert checked_zip(word(), "report.docx").read("word/document.xml") == DOCUMENT


def test_a_white_picture_is_no_bomb() -> None:
    content = word(word__media__white_bmp=b"\xff" * 5_000_000)
    assert len(checked_zip(content, "report.docx").namelist()) == 3


@pytest.mark.parametrize(
    "declaration",
    ["<!DOCTYPE x [", "<!ENTITY a 'b'>"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("part", ["word__document_xml", "customXml__item1_xml", "a_rels", "b_bin"])
def test_a_document_type_in_any_part_is_refused(part: str, declaration: str, encoding: str) -> None:
    xml = f"<?xml version='1.0'?>{' ' * 70_000}{declaration}".encode(encoding)
    assert refusal(word(**{part: xml})).id == "E-UNSAFE-DOCUMENT"


def test_a_picture_may_declare_its_type() -> None:
    content = word(word__media__a_svg=b"<!DOCTYPE svg><svg/>")
    assert len(checked_zip(content, "report.docx").namelist()) == 3


def test_a_document_type_over_two_steps_of_reading_is_refused() -> None:
    xml = b"<?xml version='1.0'?>".ljust(zip_checks._STEP - 5) + b"<!DOCTYPE x>"
    content = zipped(WORD | {"word/document.xml": xml}, zipfile.ZIP_STORED)
    assert refusal(content).id == "E-UNSAFE-DOCUMENT"


def test_a_part_that_unpacks_a_hundredfold_is_refused() -> None:
    assert refusal(word(word__a_xml=b" " * 2_000_000)).id == "E-UNSAFE-DOCUMENT"


def test_more_than_is_read_is_refused_by_what_is_declared() -> None:
    content = lying(word(), 400 * 1024 * 1024)
    assert refusal(content).id == "E-TOO-BIG"


def test_more_than_is_read_is_refused_by_what_it_unpacks_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zip_checks, "MOST_UNPACKED", 1000)
    content = word(word__a_txt=bytes(range(256)) * 8)
    assert refusal(lying(content, 10, "word/a.txt")).id == "E-TOO-BIG"


@pytest.mark.parametrize("size", [3, 500])
def test_a_lie_about_a_size_is_refused(size: int) -> None:
    assert refusal(lying(word(), size)).id == "E-UNSAFE-DOCUMENT"


def test_too_many_parts_are_refused() -> None:
    parts = {f"word/{number}.xml": b"<a/>" for number in range(MOST_PARTS)}
    assert refusal(zipped(WORD | parts)).id == "E-TOO-BIG"


@pytest.mark.parametrize("name", ["/etc/passwd", "word/../../x.xml", "C:/x.xml", "..\\x.xml"])
def test_a_part_with_a_place_outside_is_refused(name: str) -> None:
    assert refusal(zipped(WORD | {name: b"<a/>"})).id == "E-UNSAFE-DOCUMENT"


def test_a_part_named_twice_is_refused() -> None:
    assert refusal(zipped(WORD | {"WORD/document.xml": b"<a/>"})).id == "E-UNSAFE-DOCUMENT"


def test_parts_that_lie_over_each_other_are_refused() -> None:
    content = zipped({"a.txt": b"words", "b.txt": b"words"}, zipfile.ZIP_STORED)
    at = content.index(b"b.txt", content.index(CENTRAL)) - 46
    over = content[: at + 42] + struct.pack("<I", 0) + content[at + 46 :]
    assert refusal(over).id == "E-UNSAFE-DOCUMENT"


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "xl/vbaProject.bin", "Basic/a/b.xml"])
def test_macros_are_refused(part: str) -> None:
    assert refusal(zipped(WORD | {part: b"<a/>"})).id == "E-MACROS"


def test_a_list_of_types_that_names_macros_is_refused() -> None:
    types = (
        b"<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled'/></Types>"
    )
    assert refusal(zipped(WORD | {"[Content_Types].xml": types})).id == "E-MACROS"


def test_an_encrypted_part_asks_for_no_password() -> None:
    content = word()
    at = content.index(CENTRAL)
    locked = content[: at + 8] + struct.pack("<H", 1) + content[at + 10 :]
    assert refusal(locked).id == "E-PASSWORD"


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_as_no_document_is_packed_is_refused(packed: int) -> None:
    assert refusal(zipped(WORD, packed)).id == "E-UNSAFE-DOCUMENT"


@pytest.mark.parametrize("end", [0, 30, 100, 200, -1, -22, -60])
def test_a_zip_cut_short_is_damaged(end: int) -> None:
    assert refusal(word()[:end]).id == "E-DAMAGED-DOCUMENT"


def test_changed_bytes_are_damage() -> None:
    content = zipped(WORD, zipfile.ZIP_STORED)
    changed = content.replace(b"<w:body>", b"<w:b0dy>")
    assert refusal(changed).id == "E-DAMAGED-DOCUMENT"


def test_a_part_that_has_two_names_is_damage() -> None:
    assert refusal(word().replace(b"word/document", b"WORD/document", 1)).id == "E-DAMAGED-DOCUMENT"


def test_a_zip_inside_is_not_opened() -> None:
    bomb = zipped({"a.xml": b" " * 5_000_000})
    inner = io.BytesIO(word(word__embeddings__a_docx=bomb)).getvalue()
    assert len(checked_zip(inner, "report.docx").namelist()) == 3
