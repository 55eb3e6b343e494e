"""A large step is told while it is taken back or done again; a small one comes and goes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from gainboard.gui.long_step import LongStep
from gainboard.gui.main_window import MainWindow
from gainboard.gui.turning import HUGE
from gainboard.gui.workspace import Workspace
from gainboard.services import incoming
from gainboard.services.views import summaries
from tests.gui.test_main_window import act
from tests.gui.test_tracker_window import many_rows
from tests.gui.tracker_walk import child

Said = list[tuple[str, bool]]


@pytest.fixture
def said(workspace: Workspace, window: MainWindow) -> Said:
    """Gather what the status bar says when something has changed, and if the cursor waits."""
    found: Said = []

    def look() -> None:
        waits = QApplication.overrideCursor() is not None
        found.append((window.statusBar().currentMessage(), waits))

    workspace.changed.connect(look)
    return found


def turn(window: MainWindow, action: str) -> None:
    """Undo or redo by the menu, once it offers that."""
    QApplication.processEvents()
    act(window, action).trigger()


def test_a_large_step_is_told_both_ways(
    workspace: Workspace, window: MainWindow, said: Said, tmp_path: Path
) -> None:
    workspace.do(incoming.take_in_file, many_rows(tmp_path, 500))
    turn(window, "undo")
    turn(window, "redo")
    assert said[1] == ("Taking back “Take in a tracker: 500 recommendations of 1 report”…", True)
    assert said[2] == ("Doing again “Take in a tracker: 500 recommendations of 1 report”…", True)
    assert window.statusBar().currentMessage() == ""
    assert QApplication.overrideCursor() is None


def test_a_huge_step_is_stopped_and_all_stands(
    workspace: Workspace, window: MainWindow, tmp_path: Path
) -> None:
    workspace.do(incoming.take_in_file, many_rows(tmp_path, 4000))
    assert workspace.undo_weight() > HUGE
    timer = QTimer(window)
    timer.timeout.connect(lambda: press_stop(timer))
    timer.start(0)
    turn(window, "undo")
    assert len(workspace.ask(summaries)) == 4000
    assert "nothing was changed" in window._form.message.words


def press_stop(timer: QTimer) -> None:
    """Press Stop once the window that tells of the step is in front."""
    front = QApplication.activeModalWidget()
    if isinstance(front, LongStep):
        timer.stop()
        child(front, QPushButton, "stopButton").click()


def test_a_small_step_is_not_told(
    workspace: Workspace, window: MainWindow, said: Said, tmp_path: Path
) -> None:
    workspace.do(incoming.take_in_file, many_rows(tmp_path, 2))
    turn(window, "undo")
    assert said[1] == ("", False)
