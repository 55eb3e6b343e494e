"""A document as its reader gives it: one text, and what the file itself said of its pieces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gainboard.intake.lines.marks import read_mark
from gainboard.intake.text import tidy

_LONGEST_MARK = 24
_LONGEST_HEADING = 240
_LONGEST_SENTENCE_AS_HEADING = 60
_OPEN_END = re.compile(r"[\w,’'\-–)]$")
_SHARE_OF_BROKEN = 0.15
_SHARE_OF_EMPTY = 0.2


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
    """Put pieces into one text, a line each, with an empty line where no list or table goes on.

    Pieces that are only the lines of a wrapped text give a text of which only lines are known.
    """
    tidied = [(piece, tidy(piece.words)) for piece in pieces]
    said = dict.fromkeys((*warnings, *(w for _, plain in tidied for w in plain.warnings)))
    lines = [_with(piece, plain.text.rstrip()) for piece, plain in tidied]
    if _are_lines(lines):
        text = "\n".join(line.words for line in lines).strip("\n")
        return Source(text=text, warnings=tuple(said))
    given = _with_marks([_with(line, " ".join(line.words.split())) for line in lines])
    parts: list[str] = []
    passages: list[Passage] = []
    length = 0
    before: Piece | None = None
    for piece in given:
        if not piece.words:
            continue
        gap = "" if before is None else "\n" if _go_together(before, piece) else "\n\n"
        start = length + len(gap)
        length = start + len(piece.words)
        parts += (gap, piece.words)
        passages.append(
            Passage(
                start=start,
                end=length,
                heading=piece.heading if _can_head(piece.words) else 0,
                indent=piece.indent,
                cell=piece.cell,
            )
        )
        before = piece
    return Source(text="".join(parts), passages=tuple(passages), warnings=tuple(said))


def _with(piece: Piece, words: str) -> Piece:
    return piece if words == piece.words else replace(piece, words=words)


def _with_marks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Put a mark that stands alone before the words it belongs to."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif not piece.words and held.words and _is_mark(held):
            continue
        elif _is_mark(held) and piece.cell == held.cell and read_mark(piece.words) is None:
            held = replace(piece, words=f"{held.words} {piece.words}", indent=held.indent)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _is_mark(piece: Piece) -> bool:
    if len(piece.words) > _LONGEST_MARK:
        return False
    mark = read_mark(piece.words)
    return mark is not None and mark.length == len(piece.words) and not piece.heading


def _can_head(words: str) -> bool:
    """Say whether words can be a heading: some files set whole paragraphs in such a style."""
    return len(words) <= _LONGEST_HEADING and not (
        words.endswith(".") and len(words) > _LONGEST_SENTENCE_AS_HEADING
    )


def _are_lines(pieces: Sequence[Piece]) -> bool:
    """Say whether a file only wraps a plain text: each piece is but a line of it.

    Then many pieces go on in the next, or empty ones part them and nothing else is told.
    """
    if any(piece.cell for piece in pieces):
        return False
    told = any(piece.heading or piece.indent for piece in pieces)
    full = sum(bool(piece.words) for piece in pieces)
    if not told and len(pieces) - full > full * _SHARE_OF_EMPTY:
        return True
    broken = sum(
        _OPEN_END.search(before.words[-2:]) is not None and piece.words.lstrip()[:1].islower()
        for before, piece in pairwise(pieces)
    )
    return broken > max(2, full * (_SHARE_OF_BROKEN * 2 if told else _SHARE_OF_BROKEN))


def _go_together(before: Piece, piece: Piece) -> bool:
    if before.cell is not None and piece.cell is not None:
        return (before.cell.table, before.cell.row) == (piece.cell.table, piece.cell.row)
    if before.cell is not None or piece.cell is not None:
        return False
    return read_mark(before.words) is not None and read_mark(piece.words) is not None
