"""Texts whose every line has an empty line below it: only wider gaps part their paragraphs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gainboard.intake.lines.lines import Line

_FEWEST_LINES = 20
_LONG_LINE = 40
_NEARLY_ALL = 0.95
_MANY = 0.12


def single_spaced(source: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Take the empty lines out of a text that has one within its sentences, as a rule."""
    if (
        len(lines) < _FEWEST_LINES
        or sum(line.after_blank for line in lines) < len(lines) * _NEARLY_ALL
    ):
        return tuple(lines)
    gaps = [source.count("\n", first.end, second.start) for first, second in pairwise(lines)]
    within = Counter(
        gap
        for gap, (first, second) in zip(gaps, pairwise(lines), strict=True)
        if _goes_on(first, second)
    )
    if within.total() < len(lines) * _MANY:
        return tuple(lines)
    usual = within.most_common(1)[0][0]
    return (
        lines[0],
        *(
            replace(line, after_blank=gap > usual)
            for line, gap in zip(lines[1:], gaps, strict=True)
        ),
    )


def _goes_on(first: Line, second: Line) -> bool:
    """Say whether a sentence surely runs on from one line to the next."""
    return len(first.text) > _LONG_LINE and first.text[-1].isalpha() and second.text[0].islower()
