"""A register of Northmoor Police with one report in it, for every test of a verb."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gainboard.store.register import Register
from tests.builders import StoppedClock, a_year


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def register(tmp_path: Path, clock: StoppedClock) -> Iterator[Register]:
    with a_year(tmp_path, clock=clock) as made:
        yield made
