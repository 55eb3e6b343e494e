"""What somebody with the sqlite3 shell may do to a register, and `check` names."""

from pathlib import Path

import pytest

from tests.reliability.forged import FORGERIES, Forgery
from tests.reliability.forgeries import false_alarms, judge
from tests.reliability.material import a_sitting


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_sitting(tmp_path_factory.mktemp("forgeries") / "model")


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda forgery: forgery.name)
def test_every_forgery_is_named_by_its_place(forgery: Forgery, model: Path, tmp_path: Path) -> None:
    assert judge(forgery, model, tmp_path / "one").wrong == ""


def test_a_sound_register_gives_no_alarm(model: Path) -> None:
    assert false_alarms(model) == ()
