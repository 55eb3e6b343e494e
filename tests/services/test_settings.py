"""The board's settings."""

import pytest

from gainboard.errors import Refused
from gainboard.services.settings import board_settings, change_setting
from gainboard.store.register import Register


def test_a_new_register_has_the_usual_settings(register: Register) -> None:
    kept = board_settings(register)
    assert (kept.force, kept.board, kept.stale_days) == ("Northmoor Police", "GAIN Board", 60)
    assert kept.marking.line == "OFFICIAL-SENSITIVE - for the Board and those it names"
    assert (kept.internal_target_days, kept.quorum) == (30, None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("force", "Southmoor Police"),
        ("board", "Assurance Board"),
        ("marking", "OFFICIAL"),
        ("handling", ""),
        ("stale_days", "45"),
        ("month_rule", "first_day"),
        ("internal_target_days", ""),
        ("quorum", "4"),
    ],
)
def test_a_setting_is_changed(register: Register, key: str, value: str) -> None:
    change_setting(register, key, value)
    [kept] = register.tables.settings.where("key = ?", key)
    assert kept.value == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("force", " "),
        ("marking", "Not Protectively Marked"),
        ("stale_days", "soon"),
        ("stale_days", "0"),
        ("stale_days", "²"),
        ("stale_days", ""),
        ("month_rule", "middle"),
        ("quorum", "-1"),
        ("colour", "red"),
    ],
)
def test_a_value_it_cannot_have_is_refused(register: Register, key: str, value: str) -> None:
    before = register.journal.head()
    with pytest.raises(Refused, match="E-BAD-SETTING") as told:
        change_setting(register, key, value)
    assert told.value.says.endswith(".")
    assert register.journal.head() == before
