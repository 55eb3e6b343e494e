"""Texts, PDFs, web pages and others made to harm whoever reads them; and files that are none."""

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.reliability.crafted_zips import Crafted
from tests.reliability.ole_files import old_word, ole
from tests.reliability.pdf_files import FONT, page, pdf, pdf_of, stream

_MB = 1024 * 1024
_REPEATED = (
    *("(", "a. ", " ", "by ", "within ", "\n", "• ", "1.1.", "9", "“", "- ", "(a) ", "\t|\t"),
    *("should ", "Recommendation 1\n", "Recommendation 1.\n\n", "1. \n", "[ ] ", "e.g. "),
    *("â€™", "â", "\u0301\u0316", "to the ", "and, ", "#", "|a", "I.", "Within 3 months "),
)


def crafted_files() -> Iterator[Crafted]:
    """Yield them one by one; the bytes are made when they are asked for."""
    for words in _REPEATED:
        yield f"5 MB of {words!a}", "txt", _repeated(words), ""
    yield "one line of 40 MB", "txt", lambda: b"The force should plan and " * (40 * _MB // 26), ""
    yield "one word of 40 MB", "txt", lambda: b"w" * (40 * _MB), ""
    yield "sixteen bits of nonsense", "txt", lambda: b"\xff\xfe" + os.urandom(_MB), ""
    yield "sixteen bits cut in half", "txt", lambda: "Plan.".encode("utf-16")[:-1], ""
    yield "lone surrogates", "txt", lambda: b"\xff\xfe" + b"\x00\xd8" * 1000, ""
    yield "only NULs", "txt", lambda: bytes(_MB), "E-NOT-TEXT"
    yield "random bytes", "pdf", lambda: os.urandom(_MB), "E-NOT-TEXT"
    yield "nothing at all", "docx", lambda: b"", "E-EMPTY"
    yield from _pdfs()
    yield "RTF a million groups deep", "rtf", lambda: b"{\\rtf1 " + b"{" * _MB, ""
    yield "RTF that promises a picture", "rtf", lambda: b"{\\rtf1 \\bin2147483647 a}", ""
    yield (
        "RTF with impossible letters",
        "rtf",
        lambda: b"{\\rtf1 " + b"\\u-99999?\\u55296?" * 99,
        "",
    )
    yield "HTML 300,000 deep", "html", lambda: b"<html>" + b"<div>" * 300_000 + b"Plan.", ""
    yield "HTML lists 50,000 deep", "html", lambda: b"<html>" + b"<ul><li>a" * 50_000, ""
    yield "HTML of tables in tables", "html", lambda: b"<html>" + b"<table><tr><td>a" * 50_000, ""
    yield "HTML with a table as wide as wished", "html", _wide_table, ""
    yield "HTML that never ends its tag", "html", lambda: b"<html><p " + b"a=b " * _MB, ""
    yield "HTML of open comments", "html", lambda: b"<html>" + b"<!--" * _MB, ""
    yield "an OLE file that runs in a ring", "doc", _ring, ""
    yield "an old Word document that lies", "doc", _lying_word, ""
    yield "an old Word document with a password", "doc", _locked_word, "E-PASSWORD"
    yield "a locked package", "docx", lambda: ole({"EncryptedPackage": b"x"}), "E-PASSWORD"
    yield "old macros", "doc", lambda: ole({"WordDocument": b"x", "Macros": b"x"}), "E-MACROS"


def _pdfs() -> Iterator[Crafted]:
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    ring = b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 3 0 R]>>"
    yield "PDF pages in a ring", "pdf", lambda: pdf([catalog, ring, ring]), ""
    count = b"<</Type/Pages/Count 2147483647/Kids[4 0 R]>>"
    one = [catalog, count, FONT, page(5), stream(b"BT (a) Tj ET")]
    yield "PDF of two thousand million pages", "pdf", lambda: pdf(one), ""
    kids = b"<</Type/Pages/Count 100000/Kids[" + b"4 0 R " * 100_000 + b"]>>"
    many = [catalog, kids, *one[2:]]
    yield "PDF of one page 100,000 times", "pdf", lambda: pdf(many), "E-TOO-BIG"
    self_form = stream(b"/X Do").replace(
        b"<<", b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", 1
    )
    yield (
        "PDF that draws itself",
        "pdf",
        lambda: pdf([*one[:1], _kids(1), FONT, page(5), self_form]),
        "",
    )
    yield "PDF of arrays in arrays", "pdf", lambda: pdf([catalog, b"[" * 500_000]), ""
    yield "PDF whose object is itself", "pdf", lambda: pdf([b"1 0 R", b"2 0 R"]), ""
    yield "PDF whose tables form a ring", "pdf", _ring_of_tables, ""
    bomb = stream(b"BT /F1 9 Tf " + b"(Plan) Tj " * (20 * _MB // 10) + b"ET")
    yield (
        "PDF stream that unpacks to 20 MB",
        "pdf",
        lambda: pdf([catalog, _kids(1), FONT, page(5), bomb]),
        "",
    )
    yield "PDF with a password", "pdf", _locked_pdf, ""
    yield (
        "PDF without words",
        "pdf",
        lambda: pdf([catalog, _kids(1), FONT, page(5), stream(b"")]),
        "E-NO-TEXT",
    )
    yield "PDF cut off", "pdf", lambda: pdf_of(["Plan."] * 50)[:900], ""
    yield "PDF in name only", "pdf", lambda: b"%PDF-1.7\n" + b"endobj " * 100_000, ""


def _kids(count: int) -> bytes:
    return b"<</Type/Pages/Count %d/Kids[4 0 R]>>" % count


def _repeated(words: str) -> Callable[[], bytes]:
    return lambda: words.encode() * (5 * _MB // len(words.encode()))


def _wide_table() -> bytes:
    return b"<html><table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>"


def _ring_of_tables() -> bytes:
    whole = pdf_of(["Plan."])
    at = whole.index(b"xref\n")
    return whole.replace(b"<</Size", b"<</Prev %d/Size" % at)


def _locked_pdf() -> bytes:
    key = b"<" + b"41" * 32 + b">"
    locked = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O%s/U%s>>" % (key, key)
    whole = pdf_of(["Plan."])
    return whole.replace(b"<</Size", b"<</ID[<41><41>]/Encrypt %s/Size" % locked)


def _ring() -> bytes:
    whole = bytearray(old_word("Plan."))
    for place in range(1, 20):  # every sector is followed by the first of them
        struct.pack_into("<I", whole, 512 + 4 * place, 1)
    return bytes(whole)


def _lying_word() -> bytes:
    whole = bytearray(old_word("Plan."))
    at = whole.index(struct.pack("<H", 0xA5EC))
    struct.pack_into("<II", whole, at + 0x1A2, 0x7FFFFFF0, 0x7FFFFFF0)
    return bytes(whole)


def _locked_word() -> bytes:
    whole = bytearray(old_word("Plan."))
    at = whole.index(struct.pack("<H", 0xA5EC))
    struct.pack_into("<H", whole, at + 10, 0x1300)
    return bytes(whole)


def odd_places(folder: Path) -> Iterator[tuple[str, Path]]:
    """Make what is no file, or has a name that is hard to say, and yield it."""
    pipe, ring, device = folder / "pipe.txt", folder / "ring.txt", folder / "device.txt"
    os.mkfifo(pipe)
    ring.symlink_to(ring)
    device.symlink_to("/dev/zero")
    (folder / "folder.docx").mkdir()
    yield "a pipe", pipe
    yield "a device", device
    yield "a link to itself", ring
    yield "a folder", folder / "folder.docx"
    yield "a file that is not there", folder / "gone.pdf"
    yield "a name that is too long", folder / ("x" * 300)
    yield "a file of the kernel", Path("/proc/self/mem")
    for letters in ("a\nb\x1b[2J.txt", "\udcff\udcfe.txt", "‮txt.exe", "-x --json.txt", "%s{0}.txt"):
        odd = folder / letters
        odd.write_bytes(bytes(range(256)) * 20)
        yield f"a file named {letters!a}", odd
