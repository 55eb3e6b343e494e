"""A register whose file goes away while it is open: what is said, and how it is got back."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gainboard.gui.gone_notice import GONE, REASON
from gainboard.gui.keeping_notices import FAILED
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.restore_wizard import RestoreWizard
from gainboard.gui.workspace import Workspace
from gainboard.services.backups import backups
from gainboard.services.settings import board_settings, change_setting
from tests.gui.conftest import Answers
from tests.gui.test_main_window import message

PATIENCE = 20_000


@pytest.fixture
def board(
    kept_window: MainWindow, openings: Openings, sample_file: Path, tmp_path: Path, qtbot: QtBot
) -> Path:
    """Return a copy of the sample board, open, changed, and then deleted."""
    assert kept_window.isVisible()
    path = tmp_path / "here" / "board.gainboard"
    path.parent.mkdir()
    shutil.copyfile(sample_file, path)
    assert openings.open(path)
    qtbot.waitUntil(lambda: openings.keeping.newest is not None, timeout=PATIENCE)
    assert openings._workspace.do(change_setting, "stale_days", "45") is not None
    shutil.copyfile(path, tmp_path / "spare")
    path.unlink()
    return path


def stumble(workspace: Workspace, openings: Openings, qtbot: QtBot) -> None:
    """Try to change something, and wait for what the window does about it."""
    assert workspace.do(change_setting, "stale_days", "50") is None
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)


def days(workspace: Workspace) -> int:
    """Return a setting of the register that is open."""
    return workspace.ask(board_settings).stale_days


def test_it_is_said_until_it_is_mended_with_what_to_do(
    board: Path,
    closed_workspace: Workspace,
    kept_window: MainWindow,
    openings: Openings,
    qtbot: QtBot,
) -> None:
    stumble(closed_workspace, openings, qtbot)
    banner = kept_window.banners.standing()[GONE]
    assert f"board.gainboard is no longer in {board.parent}" in banner.words
    assert banner.acts == ["Look for it…", "Restore a backup…"]
    assert "The last step was not saved." in banner.words
    assert message(kept_window) == ""


@pytest.mark.usefixtures("board")
def test_it_comes_back_after_it_was_dismissed_when_another_step_fails(
    closed_workspace: Workspace, kept_window: MainWindow, openings: Openings, qtbot: QtBot
) -> None:
    stumble(closed_workspace, openings, qtbot)
    kept_window.banners.standing()[GONE].press("Dismiss")
    assert GONE not in kept_window.banners.standing()
    stumble(closed_workspace, openings, qtbot)
    qtbot.waitUntil(lambda: GONE in kept_window.banners.standing())


@pytest.mark.usefixtures("board")
def test_the_status_bar_does_not_call_it_checked(
    closed_workspace: Workspace, kept_window: MainWindow, openings: Openings, qtbot: QtBot
) -> None:
    stumble(closed_workspace, openings, qtbot)
    assert kept_window.status.words.endswith("✗ its file is gone")


def test_what_the_window_still_holds_is_backed_up_at_once(
    board: Path, closed_workspace: Workspace, openings: Openings, qtbot: QtBot
) -> None:
    stumble(closed_workspace, openings, qtbot)
    newest = backups(board)[0]
    assert newest.reason == REASON
    assert newest.hash == closed_workspace.register.journal.head()[1]


def test_restoring_brings_back_everything_that_was_saved(
    board: Path,
    closed_workspace: Workspace,
    kept_window: MainWindow,
    openings: Openings,
    answers: Answers,
    qtbot: QtBot,
) -> None:
    stumble(closed_workspace, openings, qtbot)

    def restore(wizard: RestoreWizard) -> None:
        wizard._form.restore.click()
        qtbot.waitUntil(lambda: wizard.restored is not None, timeout=PATIENCE)

    answers.fill = restore  # type: ignore[assignment]
    kept_window.banners.standing()[GONE].press("Restore a backup…")
    assert days(closed_workspace) == 45
    assert board.exists()
    assert GONE not in kept_window.banners.standing()


@pytest.mark.parametrize("name", ["moved.gainboard", "board.gainboard"])
def test_the_file_is_looked_for_and_opened_wherever_it_is(
    board: Path,
    closed_workspace: Workspace,
    kept_window: MainWindow,
    openings: Openings,
    answers: Answers,
    qtbot: QtBot,
    name: str,
) -> None:
    stumble(closed_workspace, openings, qtbot)
    answers.file = (board.parent.parent / "spare").rename(board.with_name(name))
    kept_window.banners.standing()[GONE].press("Look for it…")
    assert closed_workspace.do(change_setting, "stale_days", "50") is not None
    assert closed_workspace.register.path == answers.file
    assert GONE not in kept_window.banners.standing()


def test_a_file_that_is_put_back_ends_it(
    board: Path,
    closed_workspace: Workspace,
    kept_window: MainWindow,
    openings: Openings,
    qtbot: QtBot,
) -> None:
    stumble(closed_workspace, openings, qtbot)
    assert GONE in kept_window.banners.standing()
    closed_workspace.saved.emit("10:00:00")
    assert board.parent.exists()
    assert GONE not in kept_window.banners.standing()
    assert "gone" not in kept_window.status.words


def test_a_folder_that_went_too_is_told_once_and_nothing_breaks(
    board: Path,
    closed_workspace: Workspace,
    kept_window: MainWindow,
    openings: Openings,
    qtbot: QtBot,
) -> None:
    shutil.rmtree(board.parent)
    stumble(closed_workspace, openings, qtbot)
    qtbot.waitUntil(lambda: GONE in kept_window.banners.standing())
    assert "last step" not in kept_window.banners.standing()[FAILED].words
