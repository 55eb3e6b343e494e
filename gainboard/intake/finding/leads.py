"""Numbered lead-ins whose letters run on: "10 The Office should: a … 11 The Board should: b …"."""

import re

from gainboard.intake.finding.saying import names_many
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs.duty import says_recommend
from gainboard.intake.structure.group import read_group, read_lead
from gainboard.intake.structure.outline import Outline

_CODED = re.compile(r"bare [A-Z]{1,2}#")
_FARTHEST_CODE = 4
_FARTHEST = 60  # pieces below the first lead-in


def letters_run_on(outline: Outline, place: int) -> bool:
    """Say whether the letters below a numbered lead-in go on below the next one.

    The letters then number the items. "I recommend that the Board:" is an item itself, unless
    what goes on with its letters is called recommendations.
    """
    lead, letter, sibling = outline.blocks[place].mark, None, False
    if lead is None or lead.value is None or read_lead(outline.blocks[place].text) is None:
        return False
    named = _names_only(outline, place)
    for at in range(place + 1, min(place + _FARTHEST, len(outline))):
        mark = outline.blocks[at].mark
        if mark is None and (outline.ends_item(at) or outline.is_heading(at)):
            return False
        if mark is None or not mark.counts:
            continue
        if mark.is_of_list(lead):
            told = names_many(outline.blocks[at].text)
            sibling = told or (named and _names_only(outline, at))
            if not sibling or letter is None:
                return False
        elif mark.value is None and sibling:
            return letter is not None and mark.continues(letter)
        elif mark.value is None:
            letter = _later(letter, mark)
    return False


def leads_to_codes(outline: Outline, place: int) -> bool:
    """Say whether items with codes of their own stand below a lead-in: "R1", "Recommendation 1".

    A heading or a body's name may stand between.
    """
    if not outline.blocks[place].text.endswith(":"):
        return False
    for at in range(place + 1, min(place + _FARTHEST_CODE, len(outline))):
        if outline.label(at) is not None:
            return True
        block = outline.blocks[at]
        if block.mark is not None:
            return _CODED.fullmatch(block.mark.style) is not None and block.mark.opens()
        if not outline.is_heading(at) and read_group(block.text) is None:
            return False
    return False


def _names_only(outline: Outline, place: int) -> bool:
    """Say whether a lead-in says who is to act, and not that it recommends."""
    text = outline.blocks[place].text
    return read_lead(text) is not None and not says_recommend(text)


def _later(letter: Mark | None, mark: Mark) -> Mark:
    """Give the last letter of the list itself: a limb's "(i)" does not go on with it."""
    return mark if letter is None or mark.continues(letter) else letter
