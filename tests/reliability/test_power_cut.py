"""A few of the disks a power cut leaves; power_cut.py has them all."""

import pytest

from tests.reliability import power_scenes as scenes
from tests.reliability.power_cut import DELETE, NO_SYNC, cut
from tests.reliability.power_scenes import Scene
from tests.reliability.recording import MISSING, can_trace

pytestmark = pytest.mark.skipif(not can_trace(), reason=MISSING)


@pytest.mark.parametrize(
    ("scene", "every"),
    [
        (scenes.scripted(3), 8),
        (scenes.WITH_FILES, 16),
        (scenes.NEW, 8),
        (scenes.MIGRATION, 40),
        (scenes.BACKUP, 8),
        (scenes.RESTORE, 3),
        (scenes.RESTORE_OVER_HOT, 6),
        (scenes.RESTORE_ALL_GONE, 3),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_no_cut_loses_what_was_acknowledged(scene: Scene, every: int) -> None:
    result = cut(scene, torn=1, every=every)
    assert result.states > 3
    assert result.faults == {}, result.examples


@pytest.mark.parametrize("pragmas", [DELETE, NO_SYNC])
def test_unsafe_settings_are_seen_to_lose(pragmas: str) -> None:
    control = scenes.scripted(2, "control", pragmas=pragmas)
    assert cut(control, torn=0, every=2).faults["lost"] > 0
