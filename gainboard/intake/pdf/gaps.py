"""Which gaps in a page's lines part columns or cells, and which are but wide spaces."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from gainboard.intake.pdf.lines import Cut, Line, Rule, is_upright

_PAGE = re.compile(r"\s*(\d+)$")
_BAND = 20  # points: rules are looked up in upright bands of a page
_MOST = 200  # rules looked at in a band
_SURE = 1.2  # of a letter's size: a gap so wide that comes back at one place parts columns
_MARGIN = 0.08  # of a page's height, where heads and feet have gaps that part nothing


def side_by_side(lines: Sequence[Line], height: float) -> bool:
    """Say whether lines of a page stand beside one another, as in columns and tables."""
    low, high = height * _MARGIN, height * (1 - _MARGIN)
    if any(line.cuts and low < line.bottom < high and _within(line) for line in lines):
        return True
    climbs = sum(line.bottom > before.bottom + before.size for before, line in pairwise(lines))
    return climbs > 1


class Gaps:
    """Know at which places of a page gaps end, lines begin, and rules stand."""

    def __init__(self, lines: Sequence[Line], rules: Sequence[Rule]) -> None:
        self._begins = Counter(_place(line.left) for line in lines)
        self._ends = Counter(_place(cut.left) for line in lines for cut in line.cuts)
        self._sure = Counter(
            _place(cut.left) for line in lines for cut in line.cuts if _is_sure(cut, line)
        )
        self._numbered: dict[int, list[int]] = {}
        for line in lines:
            if _is_numbered(line):
                page = int(line.text[line.cuts[-1].at :])
                self._numbered.setdefault(round(line.right / 6), []).append(page)
        self._uprights: dict[int, list[Rule]] = {}
        for rule in rules:
            if is_upright(rule):
                self._uprights.setdefault(round(rule.left / _BAND), []).append(rule)

    def is_contents(self, line: Line) -> bool:
        """Say whether a line is one of a table of contents: words, a gap, and a page's number."""
        if not self._numbered or not _is_numbered(line):
            return False
        right = round(line.right / 6)
        pages = max((self._numbered.get(right + shift, []) for shift in (-1, 0, 1)), key=len)
        return len(pages) > 2 and pages == sorted(pages)

    def parts(self, cut: Cut, line: Line) -> bool:
        """Say whether a gap parts the words before and after it."""
        if self._ruled(cut, line):
            return True
        begun, ended = (_near(counted, cut.left) for counted in (self._begins, self._ends))
        if _is_after_mark(cut, line) and not (
            line.text[cut.at - 2 : cut.at - 1].isdigit() and begun
        ):
            return False
        if _is_sure(cut, line):
            return begun + ended > 1 or sum(_is_sure(one, line) for one in line.cuts) > 1
        return begun > 0 or ended > 3 or _near(self._sure, cut.left) > 0

    def _ruled(self, cut: Cut, line: Line) -> bool:
        """Say whether an upright rule stands in a gap."""
        bands = range(round(cut.right / _BAND) - 1, round(cut.left / _BAND) + 2)
        return bool(self._uprights) and any(
            cut.right - 1 < rule.left < cut.left + 1 and rule.bottom < line.bottom < rule.top
            for band in bands
            for rule in self._uprights.get(band, [])[:_MOST]
        )


def with_leaders(line: Line) -> Line:
    """Put dots for the gap before a page's number, as many contents have them."""
    return line._replace(text=_PAGE.sub(r" ........ \1", line.text))


def _is_numbered(line: Line) -> bool:
    if not line.cuts or not line.text[-1:].isdigit():
        return False
    cut = line.cuts[-1]
    within = [one for one in line.cuts if not _is_after_mark(one, line)]
    return (
        len(within) == 1
        and _is_sure(cut, line)
        and line.text[cut.at :].isdecimal()
        and len(line.text) < cut.at + 5
    )


def _is_sure(cut: Cut, line: Line) -> bool:
    return cut.left - cut.right > _SURE * line.size


def _within(line: Line) -> bool:
    """Say whether a line has a gap other than that after its list mark."""
    return any(not _is_after_mark(cut, line) for cut in line.cuts)


def _is_after_mark(cut: Cut, line: Line) -> bool:
    return line.hang > line.left and abs(cut.left - line.hang) < 1.5


def _place(left: float) -> int:
    return round(left / 2)


def _near(counted: Counter[int], left: float) -> int:
    place = _place(left)
    return counted[place - 1] + counted[place] + counted[place + 1]
