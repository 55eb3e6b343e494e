"""A file that comes in, whatever it is: a report to be read, or a tracker to be taken over."""

from datetime import date
from pathlib import Path

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.intake.apart.parent import Reading
from gainboard.services.documents import take_in_document
from gainboard.services.incoming.kept import propose
from gainboard.services.incoming.planning import Given, plan_tracker
from gainboard.services.incoming.reading import read_tracker
from gainboard.services.incoming.taking import take_in_tracker
from gainboard.store.register import Register

_WORKBOOK = "E-WORKBOOK"


def take_in_file(
    register: Register,
    path: Path,
    *,
    code: str = "",
    published: date | None = None,
    reading: Reading | None = None,
) -> Changes:
    """Take in a report, or a tracker by the mapping that is proposed for it; one operation."""
    try:
        return take_in_document(register, path, code=code, published=published, reading=reading)
    except GainboardError as refusal:
        if refusal.id != _WORKBOOK:
            raise
    book = read_tracker(path)
    given = Given(code=code, published=published)
    return take_in_tracker(register, plan_tracker(register, book, propose(register, book), given))
