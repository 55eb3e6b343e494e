"""Rich text (.rtf): not read yet."""

from gainboard.errors import GainboardError
from gainboard.intake.source import Source


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order."""
    says = f"“{name}” is a rich text document of {len(content)} bytes, which cannot be read yet."
    raise GainboardError("E-NOT-TEXT", says)
