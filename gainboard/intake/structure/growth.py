"""What belongs to an item once its first piece is found: its parts, and duties that follow on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import holds_duty, is_answer, lays_duty, sentences
from gainboard.intake.signs.references import closes_with_page
from gainboard.intake.structure.outline import Outline

_FOLLOWS_ON = re.compile(
    r"(?:this|these|it|they|those|in\s+(?:doing\s+so|addition|particular)|as\s+(?:part|an?)\b"
    r"|subsequently|thereafter|further|also|such|the\s+(?:review|plan|strategy|report|programme"
    r"|exercise|assessment|evaluation|training|work|new)\b)",
    re.IGNORECASE,
)
_SOURCE_AT_END = re.compile(
    r"[(\[](?:paragraphs?|paras?\.?|recommendation)\s[^)\]]{1,60}[)\]]\s?$", re.IGNORECASE
)
_FOLLOWS = re.compile(r"\b(?:following|follows|includ(?:e|es|ing)|namely|below)\b", re.IGNORECASE)
_OF_BOTH = re.compile(
    r"in\s+(?:either|neither|both|any\s+such)\s+(?:circumstance|case|event|instance)s?\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\d{1,2}\s{1,6}(?=[A-Z])")
_LAST_WORDS = 160
_MARKS_REMEMBERED = 40
_QUOTES = '“‘"'
_FULL_STOP = (".", "!", "?")


def take_rest(
    outline: Outline,
    body: list[Block],
    place: int,
    number: str | None = None,
    *,
    spoken: bool = False,
) -> int:
    """Add what belongs to the item that `body` begins; return the place after it.

    `spoken` says that its text stood beside its label: then a paragraph below goes on with it only
    where it cannot stand alone.
    """
    while place < len(outline) and belongs(outline, body, place, number):
        block = outline.blocks[place]
        if spoken and block.mark is None and not _hangs_on(body, block):
            break
        body.append(outline.blocks[place])
        place += 1
    return place


def belongs(outline: Outline, body: Sequence[Block], place: int, number: str | None = None) -> bool:
    """Say whether the piece at a place goes on with the item that holds `body`."""
    if outline.ends_item(place):
        return False
    block, last = outline.blocks[place], body[-1]
    if closes_with_page(last.text):
        return False
    if block.cell is not None and not _same_row(last, block):
        return False
    if block.mark is not None:
        if _steps_out(body, block):
            return False
        near = body[max(0, len(body) - _MARKS_REMEMBERED) :]
        marks = [earlier.mark for earlier in near if earlier.mark is not None]
        inner = last if len(body) > 1 else replace(last, mark=None)
        return _is_part(block, block.mark, inner, marks, number)
    if _SOURCE_AT_END.search(last.text):
        return False
    return _continues(outline, body, place)


def _steps_out(body: Sequence[Block], block: Block) -> bool:
    """Say whether a number stands at the item's own margin again, and its limbs further in."""
    mark = block.mark
    near = body[max(1, len(body) - _MARKS_REMEMBERED) :]
    limbs = [b.indent for b in near if b.mark and mark and b.mark.style == mark.style]
    return bool(limbs) and block.indent <= body[0].indent < min(limbs)


@lru_cache(maxsize=4096)  # the same words are weighed as a part of this list and of that
def asks(words: str) -> bool:
    """Say whether words ask for something: a duty, or a deadline that opens them."""
    return holds_duty(words) or dates_itself(words)


def dates_itself(words: str) -> bool:
    """Say whether words open with a deadline: "Within 28 days, …"."""
    return any(found.start < 3 for found in locate_deadlines(words[:200], None))


def answers(block: Block) -> bool:
    """Say whether a piece speaks for whoever answers, and lays no duty itself."""
    return is_answer(block.text) and not lays_duty(sentences(block.text)[0])


def follows_on(block: Block) -> bool:
    """Say whether a bare paragraph can only go on with the one before it."""
    return block.text[:1].islower() or _FOLLOWS_ON.match(block.text) is not None


def _hangs_on(body: Sequence[Block], block: Block) -> bool:
    if body[-1].text.endswith(":") or body[-1].mark is not None or follows_on(block):
        return True
    if block.text.endswith(":"):
        return True
    return bool(body[0].hang) and block.indent >= body[0].hang


def _same_row(last: Block, block: Block) -> bool:
    return (
        last.cell is not None
        and block.cell is not None
        and (last.cell.table, last.cell.row) == (block.cell.table, block.cell.row)
    )


def _is_part(
    block: Block, mark: Mark, last: Block, marks: Sequence[Mark], number: str | None
) -> bool:
    if any(mark.continues(earlier) for earlier in marks):
        return True
    if mark.counts and is_answer(block.text):
        return False
    if not mark.opens():
        # Letters may run on from one item to the next.
        lettered = mark.counts and mark.value is None
        return lettered and last.mark is None and last.text.endswith(":")
    if mark.style.startswith("dotted"):
        return mark.style == f"dotted {number}" or last.text.endswith(":")
    if not mark.counts:
        if last.mark is not None or not last.text.endswith((*_FULL_STOP, ")")):
            return True
        if _SOURCE_AT_END.search(last.text):
            return False
        told = _FOLLOWS.search(last.text[-_LAST_WORDS:])
        return bool(told) or block.text[:1].islower() or holds_duty(block.text)
    if last.text.endswith(_FULL_STOP) and mark.value == 1:
        return block.text[:1].islower()
    return True


def _continues(outline: Outline, body: Sequence[Block], place: int) -> bool:
    """Say whether a paragraph without a mark goes on with the item whose pieces are given."""
    block, last, first = outline.blocks[place], body[-1], body[0]
    if last.text.endswith(":") and (block.text[:1].islower() or block.text[0] in _QUOTES):
        return True
    if block.text[:1].islower() and not last.text.endswith((*_FULL_STOP, ";", " and", " or")):
        return True
    if _OF_BOTH.match(block.text) or (block.text[:1].islower() and _is_bare_limb(body)):
        return True
    if answers(block) or headings.is_heading(block.text):
        return False
    if _NOTE.match(block.text) and last.text.endswith(_FULL_STOP):
        return False
    if first.hang and block.indent >= first.hang:
        return True
    return lays_duty(sentences(block.text)[0])


def _is_bare_limb(body: Sequence[Block]) -> bool:
    """Say whether the last piece is a limb without a mark, and says that another follows it."""
    last = body[-1]
    if last.mark is not None or not last.text.endswith((";", "; and", "; or")):
        return False
    return last.text[:1].islower() and any(block.text.endswith(":") for block in body[:-1])
