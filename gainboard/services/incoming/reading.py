"""A tracker's file to its sheets, read in a child process, for files are not trusted."""

from pathlib import Path

from gainboard.domain.incoming.workbook import Workbook
from gainboard.intake.apart.parent import Reading, apart, unreadable
from gainboard.intake.apart.workbook_parts import workbook_from
from gainboard.intake.documents import shown_name


def read_tracker(path: Path, reading: Reading | None = None) -> Workbook:
    """Read a workbook or a CSV file; nothing is stored.

    Raises GainboardError where it cannot be read, or is not safe to read.
    """
    name = shown_name(path)
    parts = apart("tracker", {"path": str(path.absolute())}, name=name, reading=reading)
    try:
        return workbook_from(parts)
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        raise unreadable(name, f"its reader gave no sheets: {type(fault).__name__}") from None
