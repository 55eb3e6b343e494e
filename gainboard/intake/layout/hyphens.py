"""Words that a line's end parted in a plain text, whole again as the document writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from gainboard.intake.layout.block import Block

_PARTED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-[ \t]*\n[ \t]*([a-z]{2,})(?![^\W\d_])")
_HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([a-z]{2,})(?![\w-])")
_KEPT = frozenset(  # what seldom stands without its hyphen
    "all anti co cross ex half high inter long low mid multi non part post pre re self semi short"
    " sub well".split()
)


class Hyphens:
    """Know the words of a text, to tell a hyphen that parts a word from one it has."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parted = {(first.casefold(), second) for first, second in _PARTED.findall(source)}

    def mended(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Give the pieces with the words whole that only the end of a line had parted."""
        for block in blocks:
            text = _HYPHENED.sub(self._whole, block.text) if self._parted else block.text
            yield block if text == block.text else replace(block, text=text)

    def _whole(self, found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}" if self._is_parted(found) else found[0]

    def _is_parted(self, found: re.Match[str]) -> bool:
        first, second = found[1].casefold(), found[2]
        if (first, second) not in self._parted or f"{first}-{second}" in self._words:
            return False
        if first + second in self._words:
            return True
        return first not in _KEPT and not {first, second} <= self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """List the words that stand within lines, and the parts of those with hyphens."""
        plain = _PARTED.sub(" ", self._source).casefold()
        whole = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain))
        return whole | frozenset(part for word in whole if "-" in word for part in word.split("-"))
