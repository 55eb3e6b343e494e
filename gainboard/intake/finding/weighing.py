"""What a run of paragraphs is on the whole: only recommendations, or an argument that has some."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import List
from gainboard.intake.finding.saying import is_phrase, names_action, tells
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import recommends, says_recommend
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline

_LISTS = re.compile(r"\b(?:summary|list)\s+of\s+(?:\w+\s+){0,2}recommendations", re.IGNORECASE)
_LONGEST_RUN = 300
_FARTHEST_FIRST = 12
_FEWEST = 3
_HALF = 0.5
_THIRD = 0.33
_FEW = 10


def weigh(outline: Outline, place: int, gathered: List) -> None:
    """Find out whether a list's numbered paragraphs argue, and whether nearly all of them ask."""
    run = _run(outline, place)
    if not run:
        gathered.unmarked = True
        return
    if gathered.section.mixed and not gathered.section.concludes:
        asking = [text for text in run if recommends(text)]
        said = sum(says_recommend(text) for text in asking)
        gathered.argued = said > len(asking) - said
    if gathered.section.kind is Kind.RECOMMENDATION and not gathered.section.concludes:
        lists = _LISTS.search(gathered.heading) is not None
        gathered.pure = _is_pure(run, mixed=gathered.section.mixed, lists=lists)
    if gathered.pure and gathered.section.mixed:
        gathered.section = replace(gathered.section, mixed=False)
        gathered.argued = False


def _run(outline: Outline, place: int) -> Sequence[str]:
    """List the numbered paragraphs from a place on, as far as the list can reach."""
    ahead = outline.blocks[place : place + _LONGEST_RUN]
    first = next((b.mark for b in ahead[:_FARTHEST_FIRST] if b.mark and b.mark.counts), None)
    if first is None:
        return []
    ends = (at for at in range(place, place + len(ahead)) if _ends(outline, at))
    ahead = ahead[: next(ends, place + len(ahead)) - place]
    return [block.text for block in ahead if block.mark and block.mark.style == first.style]


def _ends(outline: Outline, place: int) -> bool:
    if outline.section(place) is not None:
        return True
    block: Block = outline.blocks[place]
    return block.mark is None and outline.is_heading(place) and headings.closes_list(block.text)


def _is_pure(run: Sequence[str], *, mixed: bool, lists: bool) -> bool:
    if len(run) < _FEWEST:
        return False
    asking = sum(asks(text) or names_action(text) or is_phrase(text) for text in run)
    telling = sum(tells(text) for text in run)
    if mixed and (telling or sum(says_recommend(text) for text in run) * _FEWEST > len(run)):
        return False
    return asking >= len(run) * (_THIRD if lists else _HALF) and telling * _FEW <= len(run)
