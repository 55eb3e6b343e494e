"""PDFs of a few objects, written by hand."""

import zlib
from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(objects: Sequence[bytes], root: int = 1) -> bytes:
    """Return a PDF of numbered objects, the first being 1, with its table of places."""
    whole, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, inside in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return whole + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, root, len(whole))
    )


def stream(content: bytes, is_packed: bool = True) -> bytes:
    """Return a stream object."""
    packed = zlib.compress(content) if is_packed else content
    kind = b"/Filter/FlateDecode" if is_packed else b""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(packed), kind, packed)


def pdf_of(pages: Sequence[str]) -> bytes:
    """Return a PDF of pages of lines."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        FONT,
    ]
    for place, text in enumerate(pages):
        objects.append(page(5 + 2 * place))
        objects.append(stream(_lines(text), is_packed=place % 2 == 0))
    return pdf(objects)


def page(content: int, parent: int = 2) -> bytes:
    """Return a page object whose words are in another object."""
    return (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
        b"/Resources<</Font<</F1 3 0 R>>>>>>" % (parent, content)
    )


def _lines(text: str) -> bytes:
    escaped = (
        line.encode("cp1252", "replace")
        .replace(b"\\", b"\\\\")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
        for line in text.split("\n")
    )
    shown = b"\n".join(b"(%s) Tj T*" % line for line in escaped)
    return b"BT /F1 11 Tf 14 TL 60 780 Td\n%s\nET" % shown
