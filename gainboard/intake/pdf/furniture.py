"""The heads, feet and numbers of pages, which are no part of what the document says."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, islice
from typing import NamedTuple

from gainboard.intake.pdf.lines import Line, Page
from gainboard.intake.pdf.marks import is_bare_label

_DIGITS = re.compile(r"\d{1,4}")
_NUMBER = re.compile(
    r"[-–—|•·\s]{0,3}(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|•·\s]{0,3}",
    re.IGNORECASE,
)
_ROWS = 4  # at the head and as many at the foot of a page that can be furniture
_LONG = 250  # letters: no head or foot is longer
_ZONE = 0.14  # of a page's height

Key = tuple[str, int, int]


def without_furniture(pages: Sequence[Page], size: float) -> list[Page]:
    """Drop the lines that come back at the same height of other pages, and page numbers.

    `size` is that of the document's text: what is larger heads a chapter, unless it heads most
    pages.
    """
    edges = [_Edges(page) for page in pages]
    seen: Counter[Key] = Counter()
    for edge in edges:
        seen.update({key for keys in edge.keys.values() for key in keys})
    often = max(3, len(pages) // 2)
    least = min(3, max(2, len(pages) // 2))
    return [
        _stripped(page, edge, _Seen(seen, size, least, often))
        for page, edge in zip(pages, edges, strict=True)
    ]


class _Edges:
    """Hold the outermost rows of a page's head and of its foot, and their lines' keys."""

    def __init__(self, page: Page) -> None:
        low, high = page.height * _ZONE, page.height * (1 - _ZONE)
        outer = [line for line in page.lines if not low <= line.bottom <= high]
        outer = [line for line in outer if len(line.text) < _LONG]
        outer.sort(key=_height)
        foot = [line for line in outer if line.bottom < low]
        head = [line for line in reversed(outer) if line.bottom > high]
        self.margins = [
            [list(row) for _, row in islice(groupby(lines, key=_height), _ROWS)]
            for lines in (head, foot)
        ]
        self.keys = {
            id(line): _keys(line, page) for rows in self.margins for row in rows for line in row
        }


class _Seen(NamedTuple):
    """Hold on how many pages each key stands, and from how many on a line comes back."""

    counted: Counter[Key]
    size: float
    least: int
    often: int

    def comes_back(self, keys: list[Key], least: int) -> bool:
        """Say whether one of a line's keys stands near the same height of enough pages."""
        return any(
            sum(self.counted[words, height + shift, far] for shift in (-1, 0, 1)) >= least
            for words, height, far in keys
        )

    def is_furniture(self, line: Line, keys: list[Key]) -> bool:
        """Say whether a line in a margin is a page's number, or comes back on others."""
        if _NUMBER.fullmatch(line.text):
            return True
        if len(line.cuts) > 1 and not _NUMBER.fullmatch(line.text[line.cuts[-1].at :]):
            return False  # the header of a table that goes on
        return self.comes_back(keys, self.often if line.size > 1.15 * self.size else self.least)


def _keys(line: Line, page: Page) -> list[Key]:
    """Name a line by its words; one number in them may count the pages, if it counts no items."""
    height = round(line.bottom / 4)
    keys = [(line.text, height, 0)]
    if is_bare_label(line.text):
        return keys
    for found in _DIGITS.finditer(line.text):
        masked = f"{line.text[: found.start()]}#{line.text[found.end() :]}"
        keys.append((masked, height, int(found[0]) - page.number))
    if line.cuts and line.text[-1:].isdigit():
        keys.append((line.text[: line.cuts[-1].at].rstrip(), height, 0))
    return keys


def _height(line: Line) -> int:
    return round(line.bottom / 3)


def _stripped(page: Page, edges: _Edges, seen: _Seen) -> Page:
    dropped: set[int] = set()
    for rows in edges.margins:
        for row in rows:
            gone = [line for line in row if seen.is_furniture(line, edges.keys[id(line)])]
            counted = any(seen.comes_back(edges.keys[id(line)][1:], seen.least) for line in gone)
            if counted and all(len(line.text) < 120 for line in row):
                gone = row  # what stands beside a page's number heads the chapter
            elif len(row) > 2 or (
                len(gone) < len(row) and all(_NUMBER.fullmatch(line.text) for line in gone)
            ):
                gone = []  # the header of a table that goes on, or a number beside its paragraph
            dropped.update(id(line) for line in gone)
            if len(gone) < len(row):
                break
    if not dropped:
        return page
    return page._replace(lines=[line for line in page.lines if id(line) not in dropped])
