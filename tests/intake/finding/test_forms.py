"""The forms in which reports print their items: a short document of each, and what it holds.

Below the line of "=" in forms/NAME.txt stands an item a line: number, kind, how many clauses, first
and last words, then where it matters who is addressed, the deadline's words, and the rating.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from gainboard.domain.draft import DraftItem
from gainboard.intake.extract import extract

FORMS = sorted(Path(__file__).with_name("forms").glob("*.txt"), key=lambda path: path.stem)
CASES = pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Hold a line below the document."""

    number: str
    kind: str
    clauses: int
    first: str
    last: str
    rating: str


def read(form: Path) -> tuple[list[DraftItem], list[Wanted]]:
    text, lines = form.read_text(encoding="utf-8").split("\n=====\n")
    return list(extract(text).items), [wanted(line) for line in lines.strip().splitlines()]


def wanted(line: str) -> Wanted:
    number, kind, clauses, words, *more = (part.strip() for part in line.split("|"))
    first, _, last = (part.strip() for part in words.partition("…"))
    rating = more[2] if len(more) > 2 else ""
    return Wanted(
        number=plain(number), kind=kind, clauses=int(clauses), first=first, last=last, rating=rating
    )


def plain(number: str | None) -> str:
    return re.sub(r"[\s().:]", "", number or "-").lower()


@CASES
def test_each_item_is_found_with_its_number_and_kind_and_nothing_else_is(form: Path) -> None:
    found, want = read(form)
    assert [(plain(item.number), item.kind.value) for item in found] == [
        (item.number, item.kind) for item in want
    ]


@CASES
def test_each_items_text_begins_and_ends_where_it_should(form: Path) -> None:
    for item, want in zip(*read(form), strict=True):
        words = " ".join(item.text.split())
        assert (words[: len(want.first)], words[len(words) - len(want.last) :]) == (
            want.first,
            want.last,
        )


@CASES
def test_each_item_has_its_clauses_and_rating(form: Path) -> None:
    for item, want in zip(*read(form), strict=True):
        assert (len(item.clauses), item.rating) == (want.clauses, want.rating)
