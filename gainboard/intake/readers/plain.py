"""Plain text in any encoding."""

from gainboard.errors import GainboardError
from gainboard.intake.source import Source
from gainboard.intake.text import decode


def read(content: bytes, name: str) -> Source:
    """Give the text; of its pieces nothing is known but the lines."""
    plain = decode(content)
    if not plain.text.strip():
        raise GainboardError("E-EMPTY", f"“{name}” holds no words, only empty lines.")
    return Source(text=plain.text, warnings=plain.warnings)
