"""Calls that fail, disks that are full, starts at once, commands killed: a few of each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability import interrupted
from tests.reliability.failing import KINDS, every_fault, prepare, suffer
from tests.reliability.full_disk import ANYWHERE, ON_A_SMALL_DISK
from tests.reliability.material import a_sitting
from tests.reliability.recording import MISSING, can_trace
from tests.reliability.small_disk import NO_DISK, can_mount
from tests.reliability.two_starts import race

SAMPLED = {"writes": 83, "names": 19, "reads": 41}
Scene = Callable[[Path], str]
Campaign = Callable[[Path, int], interrupted.Interrupted]


@pytest.mark.slow
@pytest.mark.skipif(not can_trace(), reason=MISSING)
@pytest.mark.parametrize("kinds", KINDS)
def test_a_failing_call_loses_nothing_and_is_named(kinds: str, tmp_path: Path) -> None:
    campaign = prepare(tmp_path, 2, KINDS[kinds])
    faults = every_fault(campaign, ("EIO",) if kinds == "reads" else ("ENOSPC", "EIO"))
    suffered = [suffer(campaign, one, tmp_path) for one in faults[:: SAMPLED[kinds]]]
    assert [f"{one.fault}: {one.wrong}" for one in suffered if one.wrong] == []
    assert any(one.came for one in suffered)


@pytest.mark.parametrize("scene", ANYWHERE, ids=lambda scene: scene.__name__)
def test_a_file_that_cannot_be_written_is_said_to_be_so(scene: Scene, tmp_path: Path) -> None:
    assert scene(tmp_path) == ""


@pytest.mark.parametrize("scene", ON_A_SMALL_DISK, ids=lambda scene: scene.__name__)
def test_a_full_disk_is_said_to_be_full(scene: Scene, tmp_path: Path) -> None:
    if not can_mount(tmp_path):
        pytest.skip(NO_DISK)
    assert scene(tmp_path) == ""


def test_of_several_starts_the_losers_say_who_has_it(tmp_path: Path) -> None:
    seen = race(a_sitting(tmp_path / "race"), 1)
    assert seen.wrong == ""


@pytest.mark.parametrize(
    "campaign",
    [interrupted.backups, interrupted.restores, interrupted.migrations],
    ids=lambda campaign: campaign.__name__,
)
def test_an_interrupted_command_leaves_old_or_new(campaign: Campaign, tmp_path: Path) -> None:
    found = campaign(tmp_path, 2)
    assert (found.killed, found.wrong) == (2, ())
