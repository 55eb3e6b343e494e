"""What a file is, asked in every state a file may be in."""

from pathlib import Path

import pytest

from tests.reliability.file_states import STATES, State
from tests.reliability.material import a_sitting
from tests.reliability.states import can_ask, look


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_sitting(tmp_path_factory.mktemp("states") / "model")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_every_state_is_told_by_its_id_and_left_as_it_is(
    state: State, model: Path, tmp_path: Path
) -> None:
    if not can_ask(state):
        pytest.skip("needs a user without root's rights, or the command setpriv")
    assert look(state, model, tmp_path / "one", inside=True).wrong == ""
