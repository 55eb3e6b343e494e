"""Names of labels and fields that a narrow column broke: "Management / Action 1"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.intake.lines.lines import Line
from gainboard.intake.signs import headings
from gainboard.intake.signs.fields import read_column

_LONGEST = 30  # letters in a line of a narrow column


def with_whole_names(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join the two lines of each such name."""
    return tuple(_joined(lines))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if place + 1 < len(lines) and _is_broken(line, lines[place + 1]):
            below = lines[place + 1]
            yield replace(line, text=f"{line.text} {below.text}", end=below.end)
            place += 2
            continue
        yield line
        place += 1


def _is_broken(line: Line, below: Line) -> bool:
    if below.after_blank or len(line.text) > _LONGEST or len(below.text) > _LONGEST:
        return False
    if not line.after_blank or not line.text[:1].isupper():
        return False
    whole = f"{line.text} {below.text}"
    if whole.endswith(":"):
        alone = read_column(line.text) is not None and read_column(below.text) is None
        return read_column(whole) is not None and not alone
    label, own = headings.read_label(whole), headings.read_label(line.text)
    return label is not None and label.number is not None and not label.rest and own is None
