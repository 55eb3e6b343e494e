"""Starting the window: on a file, on the last register, or back in the meeting."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gainboard.gui.main_window import MainWindow
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.recent import remember
from gainboard.gui.run import run_window
from gainboard.services.meetings import open_meeting
from gainboard.store.register import open_register

# Said by the offscreen platform of every window.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def former_watch() -> Iterator[None]:
    """Put back what watched for faults before the program did."""
    hook, former = sys.excepthook, qInstallMessageHandler(None)
    qInstallMessageHandler(former)
    yield
    sys.excepthook = hook
    qInstallMessageHandler(former)


@pytest.fixture
def board(sample_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample board."""
    return Path(shutil.copyfile(sample_file, tmp_path / "board.gainboard"))


def seen_while_running(start: Callable[[], int]) -> dict[str, str]:
    """Run the window for a moment; return the titles of the windows by their kind."""
    seen: dict[str, str] = {}

    def look() -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                seen[type(widget).__name__] = widget.windowTitle()
        QApplication.closeAllWindows()

    QTimer.singleShot(1500, look)
    start()
    return seen


def test_a_file_named_at_the_start_is_opened(board: Path) -> None:
    seen = seen_while_running(lambda: run_window(board))
    assert seen[MainWindow.__name__] == "Northmoor Police GAIN Board"


def test_without_a_file_the_last_register_is_opened(board: Path) -> None:
    remember(board)
    seen = seen_while_running(lambda: run_window(None))
    assert seen[MainWindow.__name__] == "Northmoor Police GAIN Board"


def test_the_first_start_shows_the_start_page() -> None:
    seen = seen_while_running(lambda: run_window(None))
    assert seen == {MainWindow.__name__: "GAIN Board"}


def test_a_meeting_that_was_broken_off_goes_on_where_it_was(board: Path) -> None:
    with open_register(board) as register:
        open_meeting(register, "GAIN 2026/02", on=register.clock().date())
    seen = seen_while_running(lambda: run_window(board))
    assert MeetingMode.__name__ in seen


def test_what_is_no_register_leaves_the_start_page(tmp_path: Path) -> None:
    (tmp_path / "letter.gainboard").write_text("Dear Board", encoding="utf-8")
    seen = seen_while_running(lambda: run_window(tmp_path / "letter.gainboard"))
    assert seen[MainWindow.__name__] == "GAIN Board – letter was not opened"
