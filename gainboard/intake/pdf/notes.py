"""Footnotes: lines at the foot of a page that belong to none of its paragraphs."""

import re
from collections.abc import Sequence

from gainboard.intake.pdf.lines import Column, Line

_NUMBERED = re.compile(r"(?:\d{1,3}|[*†‡])\s?[^\s\d.)]")
_SMALL = 0.93  # of the document's text


def with_notes_apart(column: Column, size: float) -> list[Column]:
    """Part the footnotes off a column; `size` is that of the document's text."""
    lines = column.lines
    place = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.size > 0.97 * size and not line.note and not _begun(lines, at):
            break
        if _begins_note(line, lines[at - 1] if at else None, size):
            place = at
    body, notes = lines[:place], lines[place:]
    plain = [_without_number(line) if line.note else line for line in body]
    return [Column(part, part is notes) for part in (plain, notes) if part]


def _begun(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line of the usual size goes on from a note's first line, just above."""
    first = next((line for line in reversed(lines[max(0, at - 6) : at]) if line.note), None)
    return first is not None and abs(first.size - lines[at].size) < 0.3


def _begins_note(line: Line, above: Line | None, size: float) -> bool:
    if line.size < _SMALL * size:
        return line.note or _NUMBERED.match(line.text) is not None
    if not line.note:
        return False
    apart = above is None or above.note or above.bottom - line.bottom > 1.6 * line.size
    return apart and not line.text.lstrip("0123456789 ")[:1].islower()


def _without_number(line: Line) -> Line:
    return line._replace(text=line.text.lstrip("0123456789").lstrip(), note=False)


def begins_note(line: Line) -> bool:
    """Say whether a line among footnotes begins another."""
    return line.note or _NUMBERED.match(line.text) is not None
