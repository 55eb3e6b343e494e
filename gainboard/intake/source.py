"""A document as its reader gives it: one text, and what the file itself said of its pieces."""

from collections.abc import Iterable
from dataclasses import dataclass

from gainboard.intake.marks import read_mark
from gainboard.intake.text import tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Say where in which table a piece stands; all are counted from 0, tables through the file."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Hold one paragraph, heading or list line; a list line's words begin with its mark.

    `heading` is the level the file gave it, 1 to 6, or 0; `indent` how deep in its list it is.
    """

    words: str
    heading: int = 0
    indent: int = 0
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Hold the half-open range in a source's text where one piece stands, and its properties."""

    start: int
    end: int
    heading: int = 0
    indent: int = 0
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Hold a text in its one form (see `tidy`); `passages` is empty where only lines are known."""

    text: str
    passages: tuple[Passage, ...] = ()
    warnings: tuple[str, ...] = ()


def from_text(text: str, warnings: Iterable[str] = ()) -> Source:
    """Give the source of a text of which nothing is known but its lines."""
    plain = tidy(text)
    return Source(text=plain.text, warnings=(*warnings, *plain.warnings))


def compose(pieces: Iterable[Piece], warnings: Iterable[str] = ()) -> Source:
    """Put pieces into one text, a line each, with an empty line where no list or table goes on."""
    parts: list[str] = []
    passages: list[Passage] = []
    said = dict.fromkeys(warnings)
    length = 0
    before: Piece | None = None
    for piece in pieces:
        plain = tidy(piece.words)
        words = " ".join(plain.text.split())
        if not words:
            continue
        said |= dict.fromkeys(plain.warnings)
        gap = "" if before is None else "\n" if _go_together(before, piece) else "\n\n"
        start = length + len(gap)
        length = start + len(words)
        parts += (gap, words)
        passages.append(
            Passage(
                start=start,
                end=length,
                heading=piece.heading,
                indent=piece.indent,
                cell=piece.cell,
            )
        )
        before = piece
    return Source(text="".join(parts), passages=tuple(passages), warnings=tuple(said))


def _go_together(before: Piece, piece: Piece) -> bool:
    if before.cell is not None and piece.cell is not None:
        return (before.cell.table, before.cell.row) == (piece.cell.table, piece.cell.row)
    if before.cell is not None or piece.cell is not None:
        return False
    return read_mark(before.words) is not None and read_mark(piece.words) is not None
