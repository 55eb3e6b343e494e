"""The fields below an item: who, by when, how urgent, and where somebody's answer to it begins."""

import re
from dataclasses import dataclass

from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs.duty import holds_duty
from gainboard.intake.signs.fields import Role, read_column
from gainboard.intake.structure.group import read_group
from gainboard.intake.structure.outline import Outline
from gainboard.intake.wording.names_outside import owned_by

_SECOND = re.compile(
    r"[\s;,|]+(?P<name>[A-Z][A-Za-z]{2,12}(?:\s[a-z]{2,12}){0,2}):\s*(?P<value>.{1,120})$"
)

_NEVER_ASK = (Role.RISK, Role.RATING, Role.STATUS)
_NARROW = 30  # letters
_NOTHING = re.compile(r"(?:n\s?/\s?a|none|not\s+applicable|nil|tb[cad])?\W*", re.IGNORECASE)


@dataclass(slots=True)
class Below:
    """Gather what the fields below an item say."""

    addressee: str | None = None
    due_words: str | None = None
    rating: str = ""


def read_below(outline: Outline, place: int, mark: Mark | None = None) -> tuple[int, Below]:
    """Read the fields that begin at a place; give the place after them, and what they say.

    `mark` is that of the item in its list: where the next one stands, an answer is over.
    """
    below = Below()
    while place < len(outline) and not _ends(outline, place):
        field = outline.field(place)
        if field is None or _heads_item(outline, place, field.role):
            break
        value, place = field.value, place + 1
        value = _part_fields(value, below)
        if not value and place < len(outline) and not _is_other(outline, place):
            value, place = _lines_of_value(outline, place)
        _set(below, field.role, value)
        if field.role is Role.ANSWER:
            place = _past_answer(outline, place, mark)
    return place, below


def _lines_of_value(outline: Outline, place: int) -> tuple[str, int]:
    """Read a value that a narrow column broke over two lines: "Head of Criminal / Justice"."""
    block, after = outline.blocks[place], place + 1
    if after >= len(outline) or outline.label(after) is not None:
        return block.printed, after
    below = outline.blocks[after]
    if below.cell is not None or ":" in below.text:
        return block.printed, after
    near = outline.source.count("\n", block.end, below.start) == 1
    short = max(len(block.text), len(below.text)) <= _NARROW and below.mark is None
    if near and short and outline.is_heading(after):
        return f"{block.printed} {below.text}", after + 1
    return block.printed, after


def _heads_item(outline: Outline, place: int, role: Role) -> bool:
    """Say whether a field's name, "Risk", is the heading over the next numbered item instead."""
    if role not in _NEVER_ASK or ":" in outline.blocks[place].text or place + 1 >= len(outline):
        return False
    below = outline.blocks[place + 1]
    numbered = below.mark is not None and below.mark.value is not None
    return numbered and holds_duty(below.text)


def _part_fields(value: str, below: Below) -> str:
    """Take a second field out of a line that holds two: "The College  Timescale: six months"."""
    found = _SECOND.search(value)
    role = read_column(found["name"]) if found else None
    if found is None or role not in (Role.OWNER, Role.DUE, Role.RATING):
        return value
    _set(below, role, found["value"])
    return value[: found.start()].strip()


def _set(below: Below, role: Role, value: str) -> None:
    if role is Role.OWNER:
        owner = _short(value)
        below.addressee = below.addressee or owned_by(owner)
    elif role is Role.DUE:
        below.due_words = below.due_words or _short(value)
    elif role is Role.RATING:
        below.rating = below.rating or (_short(value) or "")


def _is_other(outline: Outline, place: int) -> bool:
    return outline.blocks[place].cell is not None or outline.ends_item(place)


def _ends(outline: Outline, place: int) -> bool:
    if outline.blocks[place].cell is not None or outline.stands_apart(place):
        return True
    if outline.is_contents(place) or outline.label(place) is not None:
        return True
    return outline.section(place) is not None


def _past_answer(outline: Outline, place: int, mark: Mark | None) -> int:
    """Step over an answer's own paragraphs, to the next field or the end of the item's place."""
    while place < len(outline) and not outline.ends_item(place):
        own = outline.blocks[place].mark
        if own is not None and mark is not None and mark.counts and own.continues(mark):
            break
        if outline.label(place + 1) is not None and _names_next(outline.blocks[place].text):
            break
        place += 1
    return place


def _names_next(text: str) -> bool:
    """Say whether a line says to whom the next label's item is: "To the Harbour Board:"."""
    return text.endswith(":") and read_group(text) is not None


def _short(value: str) -> str | None:
    return value if len(value) <= 200 and not _NOTHING.fullmatch(value) else None
