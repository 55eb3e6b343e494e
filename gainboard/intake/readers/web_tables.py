"""Where the cells of a page's tables stand, those that span rows and columns minded."""

from dataclasses import dataclass, field, replace

from gainboard.intake.readers.web_styles import Attributes
from gainboard.intake.source import Cell, Piece

_WIDEST, _TALLEST = 200, 2000


@dataclass(slots=True, kw_only=True)
class WebTable:
    """Hold the pieces of a table until its end shows whether it is one."""

    index: int
    outer: Cell | None
    depth: int  # how many lists were open where it began
    pieces: list[Piece] = field(default_factory=list)
    _row: int = -1
    _column: int = -1
    _widest: int = 0
    _next: int = 0
    _covered: frozenset[int] = frozenset()  # columns of this row that a cell above reaches into
    _reaching: dict[int, int] = field(default_factory=dict)  # column: rows still to be covered

    @property
    def cell(self) -> Cell | None:
        """Give the cell that is open, the outer table's between cells."""
        if self._row < 0 or self._column < 0:
            return self.outer
        return Cell(table=self.index, row=self._row, column=self._column)

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row += 1
        self._column, self._next = -1, 0
        self._covered = frozenset(self._reaching)
        self._reaching = {at: left - 1 for at, left in self._reaching.items() if left > 1}

    def begin_cell(self, attributes: Attributes) -> None:
        """Go to the next cell that none above reaches into."""
        if self._row < 0:
            self.begin_row()
        while self._next in self._covered:
            self._next += 1
        self._column = min(self._next, _WIDEST)
        self._widest = max(self._widest, self._column + 1)
        self._next = min(self._next + _span(attributes.get("colspan", ""), _WIDEST), _WIDEST)
        tall = _span(attributes.get("rowspan", ""), _TALLEST)
        if tall > 1:
            self._reaching |= dict.fromkeys(range(self._column, self._next), tall - 1)

    def shown(self) -> list[Piece]:
        """Give the pieces; a table that never has two cells side by side is only a box."""
        if self._widest > 1:
            return self.pieces
        own = self.index
        return [
            replace(piece, cell=self.outer) if piece.cell and piece.cell.table == own else piece
            for piece in self.pieces
        ]


def _span(text: str, most: int) -> int:
    known = text.isascii() and text.isdecimal() and len(text) < 7
    return max(1, min(int(text), most)) if known else 1
