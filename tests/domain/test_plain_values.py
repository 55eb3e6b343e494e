"""Values to what JSON holds, and back."""

import json
from datetime import date
from typing import Any

import pytest

from gainboard.domain.draft import (
    Basis,
    DraftClause,
    DraftDeadline,
    DraftItem,
    DraftReport,
    Kind,
    Scope,
)
from gainboard.domain.plain_values import from_plain, to_plain

ITEM = DraftItem(
    number="7",
    kind=Kind.AUDIT_FINDING,
    text="The force should plan “soon”.",
    clauses=(DraftClause(label="a", text="plan"),),
    deadlines=(
        DraftDeadline(
            text="by May", basis=Basis.STATED_MONTH, due=date(2027, 5, 31), rule="its last day"
        ),
    ),
    addressees=("the force",),
    span=(3, 33),
    doubts=("a doubt",),
)
REPORT = DraftReport(title=None, published=date(2026, 2, 28), scope=Scope(national=True))


@pytest.mark.parametrize("value", [ITEM, REPORT])
def test_a_value_comes_back_whole_from_json(value: Any) -> None:
    assert from_plain(type(value), json.loads(json.dumps(to_plain(value)))) == value


def test_a_field_with_a_default_may_be_missing() -> None:
    plain = {"number": None, "kind": "other", "text": "Plan.", "span": [0, 5]}
    assert from_plain(DraftItem, plain).clauses == ()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("text", 7),
        ("text", None),
        ("span", [1, 2, 3]),
        ("span", [True, 2]),
        ("kind", "omen"),
        ("clauses", {"label": "a"}),
        ("clauses", [{"label": "a"}]),
        ("doubts", "words"),
        ("unheard", 1),
    ],
)
def test_a_value_of_another_type_is_refused(field: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_plain(DraftItem, {**to_plain(ITEM), field: wrong})


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        from_plain(DraftReport, {"published": "2026-02-31"})
