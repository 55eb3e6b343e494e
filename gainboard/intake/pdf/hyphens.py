"""Lines put together, with the hyphens at their ends kept where the word has one."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from gainboard.intake.pdf.lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A line that ends so is tied to the next one: whole-, 2023–, children—, https://northmoor.uk/
_TIED = re.compile(r"(?:\w[-–—]|(?:://|\bwww\.)\S*/)$")


_A_WORD = 3  # letters, where it stands elsewhere
_LINKS = frozenset(
    "a all an and any are as at be been by each for from has have in into is it its must not of on"
    " or should that the their this to was were which will with".split()
)
_NARROW = 8  # letters' sizes: what is wider seldom breaks a word
_RARE = "¹²³⁰⁴⁵⁶⁷⁸⁹ﬀﬁﬂﬃﬄﬅ"
_RAISED = re.compile(
    r"(?<=[^\W\d_]{2})(?<![ckm]m)[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?=[\s.,;:)]|$)"
    r"|(?<=[.,;:)’”])[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?=\s|$)"
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = '.,;:!?()[]“”‘"/'


def _words_of(text: str) -> frozenset[str]:
    """Give the words of a text, and the parts of those with hyphens."""
    plain = text.casefold()
    for mark in _MARKS:  # quicker than a search for words
        plain = plain.replace(mark, " ")
    whole = frozenset(plain.split())
    return whole | frozenset(part for word in whole if "-" in word for part in word.split("-"))


class Hyphens:
    """Know the words of a document, to tell a hyphen that divides a word from one it has."""

    def __init__(self, columns: Iterable[Sequence[Line]]) -> None:
        self._columns = [list(lines) for lines in columns]
        broken = [
            (before.text, line.text)
            for lines in self._columns
            for before, line in pairwise(lines)
            if before.broken
        ]
        kinds = [self._known(*self._halves(before, after)) for before, after in broken]
        self._divides = kinds.count("") > kinds.count("-")

    @cached_property
    def _words(self) -> frozenset[str]:
        return _words_of(" ".join(line.text for lines in self._columns for line in lines))

    @cached_property
    def _spaces(self) -> bool:
        """Say whether the file draws a space wherever a line ends between two words."""
        ends = [
            before.spaced
            for lines in self._columns
            for before, line in pairwise(lines)
            if line.text[0].islower()
            and before.text[-1].isalnum()
            and before.right - before.left >= _NARROW * before.size
        ]
        return sum(ends) > 0.8 * len(ends)

    @cached_property
    def _whole(self) -> frozenset[str]:
        """Hold the words that stand within a line, where none is broken."""
        return frozenset(
            word
            for lines in self._columns
            for line in lines
            for word in line.text.casefold().split()[1:-1]
        )

    def _breaks(self, before: str, after: str) -> bool:
        """Say whether two ends of lines are the halves of one word: not both are words."""
        if not before[-1].isalnum() or not (after[0].islower() or after[0].isdecimal()):
            return False
        first, second = before.split()[-1].casefold(), after.split()[0].casefold().rstrip(_MARKS)
        if _YEAR.fullmatch(second) and first.isalpha():
            return False
        known = second in self._whole and (len(second) >= _A_WORD or first in self._whole)
        return not known and second not in _LINKS

    def in_cell(self, lines: Sequence[Line]) -> str:
        """Put the lines of a cell together; a narrow one breaks words without a hyphen."""
        whole = [lines[0]]
        for line in lines[1:]:
            before = whole[-1]
            narrow = not before.spaced and before.right - before.left < _NARROW * before.size
            if narrow and self._spaces and self._breaks(before.text, line.text):
                whole[-1] = line._replace(text=before.text + line.text)
            else:
                whole.append(line)
        return self.joined(whole)

    def joined(self, lines: Sequence[Line]) -> str:
        """Put a paragraph's lines together, without footnotes' numbers and joined letters."""
        words = self._together(lines)
        if words.isascii() or not any(sign in words for sign in _RARE):
            return words
        return _RAISED.sub("", words).translate(_LIGATURES)

    def _together(self, lines: Sequence[Line]) -> str:
        if len(lines) == 1:
            return lines[0].text
        parts: list[str] = []
        for place, line in enumerate(lines[:-1]):
            parts.append(line.text)
            if line.broken:
                parts.append(self._hyphen(line.text, lines[place + 1].text))
            elif line.text[-1] not in "-–—/" or not _TIED.search(line.text[-60:]):
                parts.append(" ")
        parts.append(lines[-1].text)
        return "".join(parts)

    def _hyphen(self, before: str, after: str) -> str:
        first, second = self._halves(before, after)
        if not first or not second or not after[0].islower():
            return "-"
        known = self._known(first, second)
        if known is not None:
            return known
        return "" if self._divides else "-"

    def _known(self, first: str, second: str) -> str | None:
        """Say how the document itself writes a word, or else whether both halves are words."""
        if f"{first}-{second}" in self._words:
            return "-"
        if f"{first}{second}" in self._words:
            return ""
        if "-" in first or {first, second} <= self._words:
            return "-"
        return None

    def _halves(self, before: str, after: str) -> tuple[str, str]:
        first, second = _WORD.findall(before[-40:])[-1:], _WORD.match(after)
        return first[0].casefold() if first else "", second[0].casefold() if second else ""
