"""Registers cut short, with a bit flipped, killed in mid-run: a few of what the campaigns do."""

from pathlib import Path

import pytest

from tests.reliability.flips import flip_many
from tests.reliability.hurt import Hurt
from tests.reliability.kill import kill_many
from tests.reliability.truncation import cut_many


def faults(hurts: list[Hurt]) -> list[str]:
    return [f"{one.what}: {one.wrong}" for one in hurts if one.wrong]


def test_every_cut_is_noticed(tmp_path: Path) -> None:
    assert faults(cut_many(tmp_path)) == []


@pytest.mark.slow
def test_no_flip_changes_the_content_unseen(tmp_path: Path) -> None:
    hurts = flip_many(tmp_path, range(40))
    assert any(one.changed for one in hurts)
    assert faults(hurts) == []


@pytest.mark.slow
def test_a_kill_loses_nothing_acknowledged(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, kills=3, acks=60, seed=1, window=False)
    assert tally.acks >= 60
    assert (tally.lost, tally.wrong) == (0, ())


@pytest.mark.slow
def test_a_kill_of_the_window_loses_nothing_acknowledged(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, kills=2, acks=10, seed=2, window=True)
    assert tally.acks >= 10
    assert (tally.lost, tally.wrong) == (0, ())
