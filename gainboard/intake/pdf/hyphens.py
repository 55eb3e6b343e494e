"""Lines put together, with the hyphens at their ends kept where the word has one."""

import re
from collections.abc import Iterable, Sequence

from gainboard.intake.pdf.lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# A line that ends so is tied to the next one: whole-, 2023–, children—, https://northmoor.uk/
_TIED = re.compile(r"(?:\w[-–—]|(?:://|\bwww\.)\S*/)$")


_RAISED = re.compile(
    r"(?<=[^\W\d_]{2})(?<![ckm]m)[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?=[\s.,;:)]|$)"
    r"|(?<=[.,;:)’”])[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?=\s|$)"
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
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
        broken: list[tuple[str, str]] = []
        texts: list[str] = []
        for lines in columns:
            before: Line | None = None
            for line in lines:
                texts.append(line.text)
                if before is not None and before.broken:
                    broken.append((before.text, line.text))
                before = line
        self._words: frozenset[str] = frozenset()
        self._divides = False
        if broken:
            self._words = _words_of(" ".join(texts))
            kinds = [self._known(*self._halves(before, after)) for before, after in broken]
            self._divides = kinds.count("") > kinds.count("-")

    def joined(self, lines: Sequence[Line]) -> str:
        """Put a paragraph's lines together, without footnotes' numbers and joined letters."""
        words = self._together(lines)
        if words.isascii():
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
