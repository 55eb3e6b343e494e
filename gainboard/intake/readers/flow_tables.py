"""Tables of which only the ends of cells and rows are told, and at these where they began."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gainboard.intake.source import Cell, Piece


@dataclass(slots=True, kw_only=True)
class FlowTable:
    """Hold one table at one depth until what follows shows that it is over."""

    index: int
    _cell: list[Piece] = field(default_factory=list)
    _row: list[list[Piece]] = field(default_factory=list)
    _rows: list[list[tuple[int, list[Piece]]]] = field(default_factory=list)

    def take(self, piece: Piece) -> None:
        """Add a piece to the cell at hand."""
        self._cell.append(piece)

    def end_cell(self) -> None:
        """Go to the next cell."""
        self._row.append(self._cell)
        self._cell = []

    def end_row(self, edges: Sequence[int]) -> None:
        """Go to the next row, whose cells begin where the ones before them end."""
        if self._cell:
            self.end_cell()
        lefts = [-1, *edges] + [10**9 + place for place in range(len(self._row))]
        self._rows.append(list(zip(lefts, self._row, strict=False)))
        self._row = []

    def pieces(self) -> Iterator[Piece]:
        """Give all its pieces; one that never has two cells side by side is only a box."""
        if self._cell or self._row:
            self.end_row(())
        is_box = all(len(row) <= 1 for row in self._rows)
        lefts = sorted({left for row in self._rows for left, _ in row})
        columns = {left: place for place, left in enumerate(lefts)}
        for number, row in enumerate(self._rows):
            for left, pieces in row:
                own = Cell(table=self.index, row=number, column=columns[left])
                for piece in pieces:
                    yield piece if is_box or piece.cell else replace(piece, cell=own)
