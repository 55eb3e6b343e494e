"""PDF: the text layer's lines, put back into the paragraphs, lists and tables they show."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

import pypdfium2 as pdfium
from pypdfium2 import raw

from gainboard.errors import GainboardError
from gainboard.intake.pdf.library import TextReader
from gainboard.intake.pdf.lines import Page
from gainboard.intake.pdf.pieces import pieces_of
from gainboard.intake.pdf.sharing import Pages, read_all
from gainboard.intake.source import Source, compose

MOST_PAGES = 3_000


def read(content: bytes, name: str) -> Source:
    """Read a PDF; raises E-PASSWORD, E-DAMAGED-DOCUMENT, E-TOO-BIG or E-NO-TEXT."""
    document = _opened(content, name)
    try:
        pages = _pages(document, name)
    finally:
        document.close()
    return compose(pieces_of(pages), _warnings(pages, name))


def _opened(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise GainboardError(
                "E-PASSWORD",
                f"“{name}” is locked with a password. Open it in a PDF program, save it without"
                " the password, and take that in.",
            ) from None
        raise _damaged(name) from None
    if count < 1:
        document.close()
        raise _damaged(name)
    if count > MOST_PAGES:
        document.close()
        says = f"“{name}” has more than {MOST_PAGES:,} pages, the most that is read. Split it."
        raise GainboardError("E-TOO-BIG", says)
    return document


def _damaged(name: str) -> GainboardError:
    return GainboardError(
        "E-DAMAGED-DOCUMENT",
        f"“{name}” is damaged: its pages cannot be read. Ask its sender for it again.",
    )


def _pages(document: pdfium.PdfDocument, name: str) -> list[Page]:
    pages = read_all(
        Pages(count=len(document), begin=partial(_reading, document)), _load_what_follows
    )
    if not any(page.width for page in pages):
        raise _damaged(name)
    if not any(page.lines for page in pages):
        raise GainboardError(
            "E-NO-TEXT",
            f"“{name}” holds only pictures of pages, no text; ask for the original or have it"
            " recognised (OCR) first.",
        )
    return pages


def _reading(document: pdfium.PdfDocument) -> Callable[[int], Page]:
    """Begin to read a stretch of pages; a page that cannot be read has no width."""
    reader = TextReader(document)

    def read(index: int) -> Page:
        try:
            return reader.read(index)
        except pdfium.PdfiumError:
            return Page(index + 1, 0, 0, [], [])

    return read


def _load_what_follows() -> None:
    """Load what finds the items, which takes as long as reading many pages."""
    import_module("gainboard.intake.extract")


def _warnings(pages: list[Page], name: str) -> list[str]:
    silent = [str(page.number) for page in pages if not page.lines and page.pictures]
    if not silent:
        return []
    shown = ", ".join(silent[:12]) + (" …" if len(silent) > 12 else "")
    word = "Page" if len(silent) == 1 else "Pages"
    return [f"{word} {shown} of “{name}” held only pictures: no text was read there."]
