"""Zips, Word documents and workbooks made to harm whoever opens them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.intake.checks.zipped import DOCUMENT, TYPES, WORD, workbook, zipped
from tests.intake.readers.word_files import docx, p

Crafted = tuple[str, str, Callable[[], bytes], str]
"""A name, a suffix, the bytes, and the id it has to be refused with; "" where it may be read."""

_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10)
        for letter in range(ord("b"), ord("k"))
    )
    + b"]><l>&j;</l>"
)
_EMPTY_BOOK = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}
_UNSAFE, _BIG, _BROKEN = "E-UNSAFE-DOCUMENT", "E-TOO-BIG", "E-DAMAGED-DOCUMENT"


def crafted_zips() -> Iterator[Crafted]:
    """Yield them one by one; the bytes are made when they are asked for."""
    yield "zip bomb, as declared", "docx", _bomb, _BIG
    yield "zip bomb that lies about its size", "docx", lambda: _lying(_bomb(), 10), _UNSAFE
    yield "zip bomb of parts over each other", "docx", _overlapping, _UNSAFE
    yield "zip bombs in a zip", "docx", lambda: zipped(WORD | {"word/a.docx": _bomb()}), ""
    yield "2,500 parts", "docx", lambda: _many(2_500), _BIG
    yield "70,000 parts", "docx", lambda: _many(70_000), _BIG
    yield "a hundredfold part", "docx", lambda: zipped(WORD | {"word/a.xml": b" " * 4**11}), _UNSAFE
    for part in ("word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"):
        yield f"billion laughs in {part}", "docx", _laughing(part), _UNSAFE
    yield "laughs in sixteen bits", "docx", _wide_laughs, _UNSAFE
    yield "laughs in an OpenDocument text", "odt", lambda: zipped(_odt(_LAUGHS)), _UNSAFE
    yield "laughs in a sheet", "xlsx", _sheet_laughs, _UNSAFE
    yield "macros", "docm", lambda: zipped(WORD | {"word/vbaProject.bin": b"x"}), "E-MACROS"
    yield "encrypted parts", "docx", _locked, "E-PASSWORD"
    yield "a part twice", "docx", lambda: zipped(WORD | {"Word/document.xml": b"<a/>"}), _UNSAFE
    yield "a part outside", "docx", lambda: zipped(WORD | {"/etc/x.xml": b"<a/>"}), _UNSAFE
    yield "XML 200,000 deep", "docx", lambda: _xml(b"<w:p>" * 200_000), ""
    yield "1,000 tables in each other", "docx", _nested_tables, ""
    yield "a million runs", "docx", _many_runs, ""
    yield "numbering that follows itself", "docx", _cycle, ""
    yield "no main part", "docx", lambda: zipped({"word/a.xml": b"<a/>"}), _BROKEN
    yield "a million rows", "xlsx", lambda: workbook(_rows(1_000_000)), _BIG
    yield "a merged range over the sheet", "xlsx", _merged, _BIG
    yield "two cells a sheet apart", "xlsx", lambda: workbook(_cells("A1", "XFD1048576")), _BIG
    yield "shared strings that lie", "xlsx", _shared_lies, ""
    yield "an open sheet without end", "ods", _open_sheet, _BIG


def _bomb() -> bytes:
    return zipped(WORD | {"word/a.xml": bytes(301 * 1024 * 1024)})


def _lying(content: bytes, size: int) -> bytes:
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 24] + struct.pack("<I", size) + content[at + 28 :]


def _overlapping() -> bytes:
    """Return a zip of 200 parts that are all the same 1 MB."""
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(1024 * 1024)
    packed = packing.compress(content) + packing.flush()
    sizes = struct.pack("<III", zlib.crc32(content), len(packed), len(content))
    local = b"PK\x03\x04" + struct.pack("<5H", 20, 0, 8, 0, 0) + sizes
    body = local + struct.pack("<HH", 1, 0) + b"a" + packed
    rows = b"".join(
        b"PK\x01\x02"
        + struct.pack("<6H", 20, 20, 0, 8, 0, 0)
        + sizes
        + struct.pack("<5HII", 4, 0, 0, 0, 0, 0, 0)
        + b"%04d" % number
        for number in range(200)
    )
    ends = struct.pack("<4H2IH", 0, 0, 200, 200, len(rows), len(body), 0)
    return body + rows + b"PK\x05\x06" + ends


def _many(count: int) -> bytes:
    return zipped(WORD | {f"word/{number}.xml": b"<a/>" for number in range(count)})


def _laughing(part: str) -> Callable[[], bytes]:
    return lambda: zipped(WORD | {part: _LAUGHS})


def _wide_laughs() -> bytes:
    return zipped(WORD | {"word/document.xml": _LAUGHS.decode().encode("utf-16")})


def _sheet_laughs() -> bytes:
    return zipped(_EMPTY_BOOK | {"xl/worksheets/sheet1.xml": _LAUGHS})


def _odt(content: bytes) -> dict[str, bytes]:
    return {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content}


def _locked() -> bytes:
    content = zipped(WORD)
    at = content.index(b"PK\x01\x02")
    return content[: at + 8] + b"\x01\x00" + content[at + 10 :]


def _xml(inner: bytes) -> bytes:
    document = DOCUMENT.replace(b"<w:p/>", inner)
    return zipped(WORD | {"word/document.xml": document}, zipfile.ZIP_STORED)


def _nested_tables() -> bytes:
    opened, closed = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return docx(f"{opened * 1000}{p('Recommendation 1')}{closed * 1000}<w:p/>")


def _many_runs() -> bytes:
    runs = "".join(f"<w:r><w:t>{number % 977} </w:t></w:r>" for number in range(1_000_000))
    return docx(f"<w:p>{runs}</w:p>")


def _cycle() -> bytes:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    place = '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>'
    return docx(p("Recommendation 1", place), styles=styles, numbering=numbering)


def _rows(count: int) -> bytes:
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (row, row, row * 7919 % 10007)
        for row in range(1, count + 1)
    )
    return b"<sheetData>" + rows + b"</sheetData>"


def _cells(*references: str) -> bytes:
    cells = "".join(f'<c r="{each}"><v>1</v></c>' for each in references)
    return f"<sheetData><row>{cells}</row></sheetData>".encode()


def _merged() -> bytes:
    return workbook(_cells("A1") + b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')


def _shared_lies() -> bytes:
    sheet = b'<sheetData><row><c r="A1" t="s"><v>4294967295</v></c></row></sheetData>'
    with zipfile.ZipFile(io.BytesIO(workbook(sheet))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lies = b'<sst count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    return zipped(parts | {"xl/sharedStrings.xml": lies})


def _open_sheet() -> bytes:
    names = b'xmlns:office="o" xmlns:table="t" xmlns:text="x"'
    row = b'<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
    row += b'table:number-columns-repeated="9999"><text:p>a</text:p></table:table-cell>'
    content = b"<office:document-content " + names + b"><table:table>" + row
    content += b"</table:table-row></table:table></office:document-content>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content})
