"""A flow of paragraphs (body, box or note) in files that tell of cells only where they end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from gainboard.intake.readers.flow_tables import FlowTable
from gainboard.intake.readers.paragraphs import told_apart, with_leader
from gainboard.intake.readers.symbols import bullet
from gainboard.intake.source import Piece

_TWIPS_A_LEVEL = 360
DEEPEST = 50


@dataclass(slots=True, kw_only=True)
class Layout:
    """Hold what the file says of the paragraph at hand."""

    style: int = 0
    outline: int | None = None
    depth: int = 0  # of the table it is in, 0 for none
    level: int | None = None
    left: int = 0
    contents: bool = False  # a line of a table of contents


@dataclass(slots=True, kw_only=True)
class Flow:
    """Collect words into paragraphs and these into pieces; boxes follow their paragraph."""

    pieces: list[Piece]
    heading_of: Callable[[Layout], int]
    next_table: Callable[[], int]
    layout: Layout = field(default_factory=Layout)
    words: list[str] = field(default_factory=list)
    mark: list[str] = field(default_factory=list)
    boxed: list[Piece] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)  # where the cells of the row at hand end
    _tables: list[FlowTable] = field(default_factory=list)

    @property
    def table(self) -> FlowTable:
        """Give the table the paragraph is in, begun if need be."""
        self._go_to(max(1, self.layout.depth))
        return self._tables[-1]

    def end_paragraph(self, *, in_cell: bool = False) -> None:
        """Make pieces of the words so far."""
        depth = max(1, self.layout.depth) if in_cell else self.layout.depth
        self._go_to(min(depth, DEEPEST))
        for piece in self._made():
            self._put(piece)
        for piece in self.boxed:
            self._put(piece)
        self.boxed = []

    def end_cell(self) -> None:
        """End a cell, and the paragraph in it."""
        self.end_paragraph(in_cell=True)
        self.table.end_cell()

    def end_row(self) -> None:
        """End a row."""
        self.table.end_row(self.edges)

    def end(self) -> None:
        """End everything that is open."""
        if "".join(self.words).strip() or self.boxed:
            self.end_paragraph()
        self._go_to(0)

    def _made(self) -> list[Piece]:
        words, mark = "".join(self.words), " ".join("".join(self.mark).split())
        self.words, self.mark = [], []
        if mark == "o" or (len(mark) == 1 and not mark.isalnum()):
            mark = bullet(mark)
        words = with_leader(words) if self.layout.contents else words
        first, *rest = list(told_apart(words)) or [""]
        if mark and first:
            first = f"{mark} {first}"
        level = self.layout.level
        indent = level if level is not None and mark else self.layout.left // _TWIPS_A_LEVEL
        heading = self.heading_of(self.layout)
        return [
            Piece(words=text, heading=heading, indent=max(0, min(9, indent)))
            for text in (first, *rest)
        ]

    def _put(self, piece: Piece) -> None:
        if self._tables:
            self._tables[-1].take(piece)
        else:
            self.pieces.append(piece)

    def _go_to(self, depth: int) -> None:
        while len(self._tables) > depth:
            ended = self._tables.pop()
            for piece in ended.pieces():
                self._put(piece)
        while len(self._tables) < depth:
            self._tables.append(FlowTable(index=self.next_table()))
