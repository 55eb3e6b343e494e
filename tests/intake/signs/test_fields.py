"""The names of columns and fields, as bodies print and misspell them."""

import pytest

from gainboard.intake.signs.fields import Role, read_column

NAMES = {
    Role.ASKED: (
        "Recomendation",
        "Reccommendation",
        "Recommendation(s)",
        "Recommended action",
        "Issue/Recommendation",
        "Recommendation and priority",
        "Proposed improvement",
        "What needs to improve?",
        "Areas for improvement",
        "Text of recommendation",
    ),
    Role.ACTION: ("Agreed Management Action", "Action required", "What we will do"),
    Role.NUMBER: ("Rec. No", "Report ref", "Rec #"),
    Role.OWNER: ("Rec. Owner", "Who?", "Officer responsible"),
    Role.RATING: ("Priority (H/M/L)", "Risk rating"),
    Role.ANSWER: ("March 2026 update", "Managment response"),
}


@pytest.mark.parametrize(
    ("role", "name"), [(role, name) for role, names in NAMES.items() for name in names]
)
def test_a_columns_name_tells_what_it_holds(role: Role, name: str) -> None:
    assert read_column(name) is role


@pytest.mark.parametrize("name", ["Sub recommendation", "Savings", "Chapter heads", ""])
def test_other_names_tell_nothing(name: str) -> None:
    assert read_column(name) is None
