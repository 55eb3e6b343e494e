"""The heads, feet and numbers of pages, which are no part of what the document says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from gainboard.intake.pdf.lines import Line, Page

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W{0,3}(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)
_EDGE = 4  # lines at the head and as many at the foot of a page that can be furniture
_ZONE = 0.14  # of a page's height


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Drop the lines that come back at the same height of other pages, and page numbers."""
    seen = _counted(pages)
    return [_stripped(page, seen, len(pages)) for page in pages]


def _counted(pages: Sequence[Page]) -> Counter[tuple[str, int]]:
    """Count on how many pages each line at a head or foot stands, near the same height."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        keys = {_key(line) for line in _edges(page)}
        seen.update({(words, height + shift) for words, height in keys for shift in (-1, 0, 1)})
    return seen


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)


def _edges(page: Page) -> Iterator[Line]:
    """Give the lines of a page's outermost rows, those in its margins."""
    low, high = page.height * _ZONE, page.height * (1 - _ZONE)
    outer: dict[bool, dict[int, list[Line]]] = {True: defaultdict(list), False: defaultdict(list)}
    for line in page.lines:
        if line.bottom < low or line.bottom > high:
            outer[line.bottom > high][round(line.bottom / 3)].append(line)
    for above, rows in outer.items():
        for height in sorted(rows, reverse=above)[:_EDGE]:
            yield from rows[height]


def _stripped(page: Page, seen: Counter[tuple[str, int]], pages: int) -> Page:
    dropped = {
        id(line)
        for line in _edges(page)
        if _comes_back(line, seen, pages) or _is_page_number(line, page)
    }
    if not dropped:
        return page
    return page._replace(lines=[line for line in page.lines if id(line) not in dropped])


def _comes_back(line: Line, seen: Counter[tuple[str, int]], pages: int) -> bool:
    if len(line.cuts) > 1 and not _NUMBER.fullmatch(line.text[line.cuts[-1].at :]):
        return False  # the header of a table that goes on
    return seen[_key(line)] >= min(3, max(2, pages // 2))


def _is_page_number(line: Line, page: Page) -> bool:
    if len(line.text) > 20 or not _NUMBER.fullmatch(line.text):
        return False
    if not any(letter.isdigit() for letter in line.text) and len(line.text.strip(" -–")) < 2:
        return line.bottom < page.height * 0.08
    others = [one for one in page.lines if one is not line]
    below = all(one.bottom > line.bottom for one in others)
    return below or all(one.bottom < line.bottom for one in others)
