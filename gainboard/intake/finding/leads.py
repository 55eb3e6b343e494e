"""Numbered lead-ins whose letters run on: "10 The Office should: a … 11 The Board should: b …"."""

import re

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.finding.saying import names_many
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs.duty import says_recommend
from gainboard.intake.structure.group import read_group, read_lead
from gainboard.intake.structure.outline import Outline

_CODED = re.compile(r"bare [A-Z]{1,2}#")
_FARTHEST_CODE = 4
_LONGEST_NAMES = 90
_FEWEST_BODIES = 3
_FARTHEST_BULLET = 12
_OPENING = 12  # letters before a bullet's own deadline
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


def bodies_have_actions(outline: Outline) -> bool:
    """Say whether bullets below the bare names of several bodies have parts or dates of their own.

    "Councils should:", "The Force should:": such bullets are actions. Those that have neither, or
    stand below a date, are limbs of what their body is to do.
    """
    whom: set[str] = set()
    own = False
    for place in range(len(outline) - 1):
        mark, text = outline.blocks[place + 1].mark, outline.blocks[place].text
        if mark is None or mark.counts or not text.endswith(" should:"):
            continue
        lead = read_lead(text) if outline.blocks[place].mark is None else None
        if lead is None or lead.addressee is None or len(text) > _LONGEST_NAMES:
            continue
        if lead.due_words:
            return False
        whom.add(text)
        own = own or _has_own(outline, place + 1, mark)
    return own and len(whom) >= _FEWEST_BODIES


def _has_own(outline: Outline, place: int, style: Mark) -> bool:
    """Say whether a bullet opens other bullets, or has a deadline near its beginning."""
    for at in range(place, min(place + _FARTHEST_BULLET, len(outline))):
        block = outline.blocks[at]
        if block.mark is None:
            return False
        if block.mark.style != style.style:
            return True
        if any(found.start < _OPENING for found in locate_deadlines(block.text[:200], None)):
            return True
    return False


def _names_only(outline: Outline, place: int) -> bool:
    """Say whether a lead-in says who is to act, and not that it recommends."""
    text = outline.blocks[place].text
    return read_lead(text) is not None and not says_recommend(text)


def _later(letter: Mark | None, mark: Mark) -> Mark:
    """Give the last letter of the list itself: a limb's "(i)" does not go on with it."""
    return mark if letter is None or mark.continues(letter) else letter
