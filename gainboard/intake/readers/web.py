"""Web pages and what word processors put on the clipboard: not read yet."""

from gainboard.errors import GainboardError
from gainboard.intake.source import Source, from_text


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order."""
    says = f"“{name}” is a web page of {len(content)} bytes, which cannot be read yet."
    raise GainboardError("E-NOT-TEXT", says)


def read_pasted(text: str, html: str | None) -> Source:
    """Give what was pasted: by its HTML where there is any, else by its lines."""
    return from_text(text if text.strip() else html or "")
