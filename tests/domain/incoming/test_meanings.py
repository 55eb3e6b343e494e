"""A tracker's words of a status, a rating or a kind, in ours."""

import pytest

from gainboard.domain.incoming.fields import CHOSEN, Field
from gainboard.domain.incoming.meanings import meanings, proposed_meaning
from gainboard.domain.states import ForceStatus

STATUSES = [
    ("OPEN", "open"),
    ("In-Progress", "in_progress"),
    ("Ongoing", "in_progress"),
    ("Partially complete", "in_progress"),
    ("Not complete", "in_progress"),
    ("Complete", "closed"),
    ("Closed acceptable", "closed"),
    ("Complete - awaiting sign off", "pending_sign_off"),
    ("Proposed for closure", "pending_sign_off"),
    ("Closed superseded", "superseded"),
    ("Closed - not accepted", "not_accepted"),
    ("Not applicable", "not_for_us"),
    ("Not started", "awaiting_allocation"),
    ("Parked", ""),
    ("Unconfirmed", ""),
    ("Complete - awaiting evidence", ""),
    ("closed??", ""),
    ("Closed subject to audit", ""),
    ("Some slippage", "in_progress"),
]
OTHERS = [
    (Field.RAG, "A", "amber"),
    (Field.RAG, "Yellow", "amber"),
    (Field.RAG, "▲ AMBER at risk", "amber"),
    (Field.RAG, "Grey", "grey"),
    (Field.RAG, "3", ""),
    (Field.KIND, "AFI", "area_for_improvement"),
    (Field.KIND, "Cause of concern", "cause_of_concern"),
    (Field.KIND, "Rec", "recommendation"),
    (Field.APPLICABILITY, "Yes", "for_force"),
    (Field.APPLICABILITY, "N/A", "not_applicable"),
]


@pytest.mark.parametrize(("words", "means"), STATUSES)
def test_a_status_is_proposed_or_left_to_be_chosen(words: str, means: str) -> None:
    assert proposed_meaning(Field.STATUS, words) == means


@pytest.mark.parametrize(("field", "words", "means"), OTHERS)
def test_other_words_are_proposed_too(field: Field, words: str, means: str) -> None:
    assert proposed_meaning(field, words) == means


@pytest.mark.parametrize("status", list(ForceStatus))
def test_our_own_words_mean_themselves(status: ForceStatus) -> None:
    assert proposed_meaning(Field.STATUS, status.words) == status


@pytest.mark.parametrize("field", CHOSEN)
def test_every_proposal_is_among_the_meanings(field: Field) -> None:
    words = ["open", "red", "rec", "yes", "closed", "n/a", "superseded", "joint", "watch"]
    proposals = {proposed_meaning(field, word) for word in words} - {""}
    assert proposals <= set(meanings(field))
