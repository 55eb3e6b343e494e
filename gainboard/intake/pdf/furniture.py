"""The heads, feet and numbers of pages, which are no part of what the document says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from gainboard.intake.pdf.lines import Line, Page

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
    seen = _counted(pages)
    often = max(3, len(pages) // 2)
    least = min(3, max(2, len(pages) // 2))
    return [_stripped(page, seen, size, least, often) for page in pages]


def _counted(pages: Sequence[Page]) -> Counter[Key]:
    """Count on how many pages each line in a margin stands, near the same height."""
    seen: Counter[Key] = Counter()
    for page in pages:
        keys = {
            key
            for rows in _margins(page)
            for row in rows
            for one in row
            for key in _keys(one, page)
        }
        seen.update(
            {(words, height + shift, far) for words, height, far in keys for shift in (-1, 0, 1)}
        )
    return seen


def _keys(line: Line, page: Page) -> list[Key]:
    """Name a line by its words; one number in them may count the pages."""
    height = round(line.bottom / 4)
    keys = [(line.text, height, 0)]
    for found in _DIGITS.finditer(line.text):
        masked = f"{line.text[: found.start()]}#{line.text[found.end() :]}"
        keys.append((masked, height, int(found[0]) - page.number))
    if line.cuts and line.text[-1:].isdigit():
        keys.append((line.text[: line.cuts[-1].at].rstrip(), height, 0))
    return keys


def _margins(page: Page) -> Iterator[list[list[Line]]]:
    """Give the outermost rows of a page's head and of its foot, the outermost first."""
    low, high = page.height * _ZONE, page.height * (1 - _ZONE)
    for lines, downwards in (
        ([line for line in page.lines if line.bottom > high and len(line.text) < _LONG], True),
        ([line for line in page.lines if line.bottom < low and len(line.text) < _LONG], False),
    ):
        lines.sort(key=_height, reverse=downwards)
        yield [list(row) for _, row in groupby(lines, key=_height)][:_ROWS]


def _height(line: Line) -> int:
    return round(line.bottom / 3)


def _stripped(page: Page, seen: Counter[Key], size: float, least: int, often: int) -> Page:
    dropped: set[int] = set()
    for rows in _margins(page):
        for row in rows:
            gone = [line for line in row if _is_furniture(line, page, seen, size, least, often)]
            counted = any(seen[key] >= least for line in gone for key in _keys(line, page)[1:])
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


def _is_furniture(
    line: Line, page: Page, seen: Counter[Key], size: float, least: int, often: int
) -> bool:
    if _NUMBER.fullmatch(line.text):
        return True
    return _comes_back(line, page, seen, often if line.size > 1.15 * size else least)


def _comes_back(line: Line, page: Page, seen: Counter[Key], least: int) -> bool:
    if len(line.cuts) > 1 and not _NUMBER.fullmatch(line.text[line.cuts[-1].at :]):
        return False  # the header of a table that goes on
    return any(seen[key] >= least for key in _keys(line, page))
