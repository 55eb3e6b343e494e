"""One piece of a document, with its place and its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gainboard.intake.lines.marks import Mark
from gainboard.intake.source import Cell

WIDE_MARK = 3  # characters with the gap behind it: then its lines hang
_SPLIT_WORD = re.compile(r"[a-z]-$")
_LINKS = ("and ", "or ", "to ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold one paragraph or list line; the mark is kept apart from its words.

    `heading` is the level the file itself gave it, 0 where it said nothing; `cell` its place in
    a table; `hang` the column at which its further lines begin where they stand to the right of
    its first, 0 where they do not; `full` says that its last line runs to the margin.
    """

    start: int
    end: int
    text: str
    mark: Mark | None
    indent: int
    after_page: bool
    heading: int = 0
    cell: Cell | None = None
    hang: int = 0
    full: bool = False

    @property
    def printed(self) -> str:
        """Give the words with their mark before them."""
        return f"{self.mark.front}{self.text}".strip() if self.mark else self.text


def without_label(source: str, block: Block, rest: str) -> Block:
    """Drop a label from a block's front, of which `rest` is the end; its place moves along."""
    dropped = block.text[: len(block.text) - len(rest)]
    start, left = block.start, sum(not character.isspace() for character in dropped)
    while left or source[start].isspace():
        left -= not source[start].isspace()
        start += 1
    return replace(block, start=start, text=rest)


def joined(texts: Sequence[str]) -> str:
    """Join lines to one, and a word that a line's end split."""
    pieces = [texts[0]]
    for before, text in pairwise(texts):
        split = _SPLIT_WORD.search(before[-3:]) is not None and text[:1].islower()
        pieces.append(text if split and not text.startswith(_LINKS) else f" {text}")
    return " ".join("".join(pieces).split())


def merged(held: Block, block: Block) -> Block:
    """Give one piece with the words of both."""
    text = joined([held.text, block.text]) if held.text else block.text
    return replace(held, end=block.end, text=text)
