"""The workspace: the one place that calls services."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.gui.workspace import Workspace
from gainboard.services.settings import board_settings, change_setting


def test_a_change_is_told_to_whoever_listens(workspace: Workspace, qtbot: QtBot) -> None:
    told: list[Changes] = []
    workspace.changed.connect(told.append)
    with qtbot.waitSignal(workspace.saved):
        changes = workspace.do(change_setting, "stale_days", "45")
    assert changes is not None
    assert changes.touched("setting")
    assert told == [changes]


def test_a_refusal_is_shown_and_nothing_is_called_saved(
    workspace: Workspace, qtbot: QtBot, refusals: list[GainboardError]
) -> None:
    with qtbot.assertNotEmitted(workspace.saved):
        assert workspace.undo() is None or workspace.undo() is None
    assert refusals[0].id == "E-NOTHING-TO-UNDO"


def test_undo_takes_back_the_newest_change_and_names_it(workspace: Workspace) -> None:
    workspace.do(change_setting, "stale_days", "45")
    assert workspace.next_undo
    workspace.undo()
    assert workspace.ask(board_settings).stale_days != 45
    assert workspace.next_redo


def test_a_file_that_is_no_register_is_refused_and_the_open_one_stays(
    workspace: Workspace, tmp_path: Path, refusals: list[GainboardError]
) -> None:
    former = workspace.register.path
    (tmp_path / "letter.txt").write_text("Dear Board", encoding="utf-8")
    assert not workspace.open(tmp_path / "letter.txt")
    assert workspace.register.path == former
    assert [refusal.id for refusal in refusals] == ["E-NOT-A-REGISTER"]


def test_the_open_register_is_not_locked_against_itself(
    workspace: Workspace, refusals: list[GainboardError]
) -> None:
    assert workspace.open(workspace.register.path)
    assert refusals == []


def test_creating_a_register_opens_it(closed_workspace: Workspace, tmp_path: Path) -> None:
    assert closed_workspace.create(tmp_path / "new.gainboard", "Northmoor Police", "GAIN Board")
    assert closed_workspace.ask(board_settings).force == "Northmoor Police"
