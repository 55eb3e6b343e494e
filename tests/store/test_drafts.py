"""Words being typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.store.register import Register, open_register
from tests.builders import a_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with a_register(tmp_path) as made:
        yield made


def test_words_are_kept_without_an_entry(register: Register) -> None:
    before = register.journal.head()
    register.drafts.keep("discussion/4", "The panel asked wh")
    assert register.drafts.read("discussion/4") == "The panel asked wh"
    assert register.journal.head() == before


def test_later_words_take_the_place_of_earlier_ones(register: Register) -> None:
    register.drafts.keep("discussion/4", "The panel")
    register.drafts.keep("discussion/4", "The panel asked why.")
    assert register.drafts.read("discussion/4") == "The panel asked why."


def test_words_are_there_after_opening_again(tmp_path: Path) -> None:
    with a_register(tmp_path) as register:
        register.drafts.keep("discussion/4", "The panel")
    with open_register(tmp_path / "north.gainboard") as again:
        assert again.drafts.read("discussion/4") == "The panel"


def test_dropped_words_are_gone(register: Register) -> None:
    register.drafts.keep("discussion/4", "The panel")
    register.drafts.drop("discussion/4")
    assert register.drafts.read("discussion/4") is None


def test_places_are_found_by_how_they_begin(register: Register) -> None:
    for place in ("discussion/4", "discussion/12", "update/3"):
        register.drafts.keep(place, "words")
    assert register.drafts.places("discussion/") == ["discussion/12", "discussion/4"]


def test_words_nobody_can_keep_are_made_safe(register: Register) -> None:
    register.drafts.keep("discussion/4", "a\ud800b\x00c")
    assert register.drafts.read("discussion/4") == "a\ufffdb\ufffdc"


def test_words_are_not_called_kept_in_a_file_that_is_gone(register: Register) -> None:
    aside = register.path.with_suffix(".aside")
    register.path.rename(aside)
    with pytest.raises(GainboardError, match="E-FILE-GONE"):
        register.drafts.keep("discussion/4", "The panel")
    aside.rename(register.path)
