"""Small zips as programs write them, and as no program does."""

import io
import zipfile

TYPES = b'<?xml version="1.0"?><Types xmlns="http://x/content-types"></Types>'
DOCUMENT = b'<w:document xmlns:w="w"><w:body><w:p/></w:body></w:document>'
WORD = {"[Content_Types].xml": TYPES, "word/document.xml": DOCUMENT}


def zipped(parts: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(**parts: bytes) -> bytes:
    """Return a Word document's parts with others added; `__` stands for a slash, `_` for a dot."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    return zipped(WORD | named)


def workbook(sheet: bytes) -> bytes:
    """Return a workbook with the inner XML of one sheet."""
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": b"<workbook><sheets/></workbook>",
            "xl/worksheets/sheet1.xml": b"<worksheet>" + sheet + b"</worksheet>",
        }
    )
