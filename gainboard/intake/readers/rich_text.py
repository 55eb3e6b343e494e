"""Rich text (.rtf): its paragraphs with their printed marks, tables, boxes and notes.

It is read here and not by a library, as the one at hand gives neither list marks nor cells.
"""

from gainboard.intake.readers import refusals
from gainboard.intake.readers.rich_text_reader import RichTextReader
from gainboard.intake.source import Piece, Source, compose

_CUT = "The file ends in the middle of its text; what comes before was read."


def read(content: bytes, name: str) -> Source:
    """Give the document's pieces in order; raises E-DAMAGED-DOCUMENT or E-EMPTY."""
    start = content[:64].find(b"{\\rtf")
    if start < 0:
        raise refusals.damaged(name)
    reader = RichTextReader(content[start:], name)
    whole = reader.read()
    notes = [Piece(words="Notes", heading=1), *reader.notes] if reader.notes else []
    source = compose([*reader.pieces, *notes], () if whole else (_CUT,))
    if not source.text:
        raise refusals.wordless(name)
    return source
