"""A tracker's rows as the document of their report: each cell that was taken in, named."""

from collections.abc import Sequence
from dataclasses import dataclass

from gainboard.domain.incoming.plan import PlannedItem
from gainboard.domain.words import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Hold the text, and where each recommendation's words stand in it; half-open ranges."""

    text: str
    spans: tuple[tuple[int, int], ...]


def printed(name: str, items: Sequence[PlannedItem]) -> Printed:
    """Print rows one below another, each under its sheet and row."""
    text = f"Rows of “{name}”\n"
    parts = [text]
    length = len(text)
    spans = []
    for item in items:
        head = f"\n{item.entry.sheet} row {item.entry.row + 1}\n"
        parts.append(head)
        length += len(head)
        span = (length, length)
        for column, words in item.entry.cells:
            line = clean(f"{column}: {words}\n")
            at = line.find(words, len(column)) if words == item.entry.text else -1
            if at >= 0 and span[0] == span[1]:
                span = (length + at, length + at + len(words))
            parts.append(line)
            length += len(line)
        spans.append(span)
    return Printed(text="".join(parts), spans=tuple(spans))
