"""Frozen reports back from JSON."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from gainboard.domain.frozen import thaw
from gainboard.domain.paper import Imprint, Marking
from gainboard.domain.states import Rag


@dataclass(frozen=True)
class Paper:
    imprint: Imprint
    days: tuple[date, ...]
    next_on: date | None
    rag: Rag | None
    confidential: bool
    left_out: int = 0


def a_paper(next_on: date | None = date(2026, 6, 4)) -> Paper:
    imprint = Imprint(
        force="Northmoor Police",
        board="GAIN Board",
        marking=Marking(words="OFFICIAL-SENSITIVE", handling="for the Board"),
        made_at=datetime(2026, 3, 12, 9, 30, tzinfo=UTC),
        anchor_seq=7,
        anchor_hash="0123456789ab",
    )
    days = (date(2026, 3, 12), date(2026, 4, 9))
    return Paper(imprint, days, next_on, Rag.AMBER, confidential=True, left_out=2)


def kept(paper: Paper) -> str:
    return json.dumps(asdict(paper), default=str, ensure_ascii=False)


def test_a_paper_comes_back_as_it_was_kept() -> None:
    assert thaw(Paper, json.loads(kept(a_paper()))) == a_paper()


def test_what_was_not_there_is_not_there() -> None:
    assert thaw(Paper, json.loads(kept(a_paper(None)))).next_on is None


def test_a_field_that_came_later_has_its_default() -> None:
    older = json.loads(kept(a_paper()))
    del older["left_out"]
    assert thaw(Paper, older).left_out == 0


def test_a_field_that_is_no_more_is_passed_over() -> None:
    older = {**json.loads(kept(a_paper())), "colour": "red"}
    assert thaw(Paper, older) == a_paper()
