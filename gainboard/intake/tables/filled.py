"""A table found in plain text: its filled cells and the lines it takes."""

from dataclasses import dataclass

from gainboard.intake.source import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Hold a cell's words with their half-open range in the text."""

    start: int
    end: int
    text: str
    cell: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Hold a table's cells, and which lines it takes: from `first` to before `after`."""

    first: int
    after: int
    cells: tuple[Filled, ...]
