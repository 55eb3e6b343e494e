"""What a document says that its "short term", "medium term" and "long term" are."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gainboard.domain.term_bands import Bands, read_bands
from gainboard.intake.layout.block import Block


def bands_of(blocks: Sequence[Block]) -> Bands:
    """Read the bands from sentences, headings, and the rows of a table that explains them."""
    return read_bands((*(block.text for block in blocks), *_rows(blocks)))


def _rows(blocks: Sequence[Block]) -> Iterator[str]:
    """Give each two cells that stand beside one another in a row as one line."""
    for left, right in pairwise(blocks):
        if left.cell is None or right.cell is None:
            continue
        if (left.cell.table, left.cell.row) == (right.cell.table, right.cell.row):
            yield f"{left.text} {right.text}"
