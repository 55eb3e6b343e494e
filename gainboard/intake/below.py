"""The fields below an item: who, by when, how urgent, and where somebody's answer to it begins."""

from dataclasses import dataclass

from gainboard.intake.fields import Role
from gainboard.intake.outline import Outline


@dataclass(slots=True)
class Below:
    """Gather what the fields below an item say."""

    addressee: str | None = None
    due_words: str | None = None
    rating: str = ""


def read_below(outline: Outline, place: int) -> tuple[int, Below]:
    """Read the fields that begin at a place; give the place after them, and what they say."""
    below = Below()
    while place < len(outline) and not _ends(outline, place):
        field = outline.field(place)
        if field is None:
            break
        value, place = field.value, place + 1
        if not value and place < len(outline) and not _is_other(outline, place):
            value = outline.blocks[place].printed
            place += 1
        if field.role is Role.OWNER:
            below.addressee = below.addressee or _short(value)
        elif field.role is Role.DUE:
            below.due_words = below.due_words or _short(value)
        elif field.role is Role.RATING:
            below.rating = below.rating or (_short(value) or "")
        elif field.role is Role.ANSWER:
            place = _past_answer(outline, place)
    return place, below


def _is_other(outline: Outline, place: int) -> bool:
    return outline.blocks[place].cell is not None or outline.ends_item(place)


def _ends(outline: Outline, place: int) -> bool:
    if outline.blocks[place].cell is not None or outline.stands_apart(place):
        return True
    if outline.is_contents(place) or outline.label(place) is not None:
        return True
    return outline.section(place) is not None


def _past_answer(outline: Outline, place: int) -> int:
    """Step over an answer's own paragraphs, to the next field or the end of the item's place."""
    while place < len(outline) and not outline.ends_item(place):
        place += 1
    return place


def _short(value: str) -> str | None:
    return value if value and len(value) <= 200 else None
