"""Workbooks that ask for more room than there is."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.checks.workbook_checks import MOST_ROWS, check_workbook
from tests.intake.checks.zipped import workbook, zipped


def refusal(content: bytes) -> GainboardError:
    with pytest.raises(GainboardError) as caught:
        check_workbook(content, "tracker.xlsx")
    return caught.value


def cell(reference: str) -> bytes:
    return f'<c r="{reference}"><v>1</v></c>'.encode()


def sheet(*cells: bytes) -> bytes:
    return b"<sheetData><row>" + b"".join(cells) + b"</row></sheetData>"


def open_sheet(inner: bytes) -> bytes:
    names = b'xmlns:office="o" xmlns:table="t" xmlns:text="x"'
    content = b"<office:document-content " + names + b"><table:table>" + inner
    content += b"</table:table></office:document-content>"
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
        }
    )


def test_an_ordinary_workbook_passes() -> None:
    content = workbook(sheet(cell("A1"), cell("C700")))
    assert check_workbook(content, "tracker.xlsx") is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize("far", ["A1048576", "XFD1"])
def test_two_cells_a_sheet_apart_are_refused(far: str) -> None:
    fault = refusal(workbook(sheet(cell("A1"), cell(far))))
    assert fault.id == "E-TOO-BIG"
    assert "nothing was changed" in fault.says


def test_a_far_cell_without_a_value_takes_no_room() -> None:
    content = workbook(sheet(cell("A1"), b'<c r="A1048576" s="3"/>'))
    assert check_workbook(content, "tracker.xlsx") is None  # type: ignore[func-returns-value]


def test_a_million_rows_that_are_not_numbered_are_counted() -> None:
    rows = b"<row><c><v>1</v></c></row>" * (MOST_ROWS + 1)
    fault = refusal(workbook(b"<sheetData>" + rows + b"</sheetData>"))
    assert fault.id in ("E-TOO-BIG", "E-UNSAFE-DOCUMENT")


@pytest.mark.parametrize("merged", ["A1:XFD1048576", "A1:A1048576", "XFD1048576:A1"])
def test_a_merged_range_over_the_sheet_is_refused(merged: str) -> None:
    inner = sheet(cell("A1")) + f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>'.encode()
    assert "merged" in refusal(workbook(inner)).says


@pytest.mark.parametrize("reference", ["A", "1", "A99999999999", "ABCD1", "", "Ä1"])
def test_a_reference_that_is_none_is_damage(reference: str) -> None:
    merged = f'<mergeCell ref="{reference}"/>'.encode()
    assert refusal(workbook(sheet(cell("A1")) + merged)).id == "E-DAMAGED-DOCUMENT"


@pytest.mark.parametrize(
    "inner",
    [
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell>'
        b"<text:p>x</text:p></table:table-cell></table:table-row>",
        b'<table:table-row><table:table-cell office:value-type="float" '
        b'table:number-columns-repeated="16384"/></table:table-row>',
        b'<table:table-row><table:table-cell table:number-columns-spanned="9000" '
        b'table:number-rows-spanned="9000"/></table:table-row>',
    ],
)
def test_an_open_sheet_that_repeats_a_cell_without_end_is_refused(inner: bytes) -> None:
    assert refusal(open_sheet(inner)).id == "E-TOO-BIG"


def test_xml_that_does_not_end_is_damage() -> None:
    assert refusal(workbook(b"<sheetData>")).id == "E-DAMAGED-DOCUMENT"


def test_a_table_of_millions_of_lines_is_refused() -> None:
    assert refusal(b"a,b\n" * (20 * MOST_ROWS + 1)).id == "E-TOO-BIG"


@pytest.mark.parametrize(
    ("content", "what", "advice"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "a PDF", "“Take in a report”"),
        (b"{\\rtf1 Words}", "a rich text document", "“Take in a report”"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "Choose the workbook"),
        (zipped({"word/document.xml": b"<a/>"}), "a Word document", "“Take in a report”"),
        (zipped({"ppt/presentation.xml": b"<a/>"}), "a presentation", "Choose the workbook"),
    ],
)
def test_what_is_no_workbook_is_named_with_the_way_to_take(
    content: bytes, what: str, advice: str
) -> None:
    with pytest.raises(GainboardError, match="E-NOT-A-WORKBOOK") as told:
        check_workbook(content, "report.xyz")
    assert what in told.value.says
    assert advice in told.value.says
