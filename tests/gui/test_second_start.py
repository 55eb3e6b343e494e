"""Two starts, and a start after the program was ended by force: with real processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gainboard.gui.doorbell import Doorbell, bring_to_front
from gainboard.gui.left_words_notice import LEFT
from gainboard.gui.left_words_window import LeftWordsWindow
from gainboard.gui.main_window import MainWindow
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.openings import Openings
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import open_meeting
from gainboard.services.registers import knock, lock_file, open_register
from tests.gui.conftest import Answers
from tests.gui.typing_window import WORDS

# Said by the offscreen platform of every window that is raised.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

TWO_SECONDS = 2.0
Start = Callable[[Path, str], "subprocess.Popen[str]"]


@pytest.fixture
def board(sample_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample board."""
    return Path(shutil.copyfile(sample_file, tmp_path / "board.gainboard"))


@pytest.fixture
def start(root: Path, tmp_path: Path) -> Iterator[Start]:
    """Start the program's window in a process, and wait until it has done what was asked."""
    begun: list[subprocess.Popen[str]] = []

    def begin(register: Path, what: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.gui.typing_window", str(register), what]
        process = subprocess.Popen(
            [*command, str(tmp_path / "taste")],
            cwd=root,
            env=_environment(tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        begun.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def _environment(folder: Path) -> dict[str, str]:
    own = {"QT_QPA_PLATFORM": "offscreen", "GAINBOARD_DATA_DIR": str(folder / "data")}
    return {**os.environ, **own}


def killed_after_two_seconds(process: "subprocess.Popen[str]", qtbot: QtBot) -> None:
    """End the process by force once the words must have been kept."""
    qtbot.wait(int(TWO_SECONDS * 1000))
    process.kill()
    process.wait()


@pytest.mark.slow
def test_a_second_start_brings_the_first_window_to_the_front(
    start: Start, board: Path, root: Path, tmp_path: Path
) -> None:
    first = start(board, "rest")
    second = subprocess.run(
        [sys.executable, "-m", "gainboard", str(board)],
        cwd=root,
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 0
    assert second.stdout == "board is open already; its window was brought to the front.\n"
    assert second.stderr == ""
    assert first.stdout is not None
    assert first.stdout.readline() == "raised\n"


@pytest.mark.slow
def test_words_typed_into_a_form_outlive_the_program(
    start: Start,
    kept_window: MainWindow,
    openings: Openings,
    board: Path,
    answers: Answers,
    qtbot: QtBot,
) -> None:
    killed_after_two_seconds(start(board, "update"), qtbot)
    openings.open(board)
    qtbot.waitUntil(lambda: LEFT in kept_window.banners.standing())
    notice = kept_window.banners.standing()[LEFT]
    assert notice.words == "Words that were not recorded: an update on HPC26-2."
    typed: list[str] = []

    def look(window: QDialog) -> None:
        if isinstance(window, LeftWordsWindow):
            window._form.open.click()
        else:
            typed.append(window._form.text.toPlainText())  # type: ignore[attr-defined]

    answers.fill = look
    notice.press("Show them…")
    assert typed == [WORDS]


@pytest.mark.slow
def test_words_typed_in_a_meeting_outlive_the_program(
    start: Start, kept_window: MainWindow, openings: Openings, board: Path, qtbot: QtBot
) -> None:
    with open_register(board) as register:
        open_meeting(register, "GAIN 2026/02", on=register.clock().date())
    killed_after_two_seconds(start(board, "discussion"), qtbot)
    openings.open_and_resume(board)
    mode = getattr(kept_window.pages["Meetings"], "mode", None)
    assert mode is not None
    qtbot.addWidget(mode)
    assert mode.discussion == WORDS


def test_a_knock_rings_the_bell_of_the_window_that_holds_the_register(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    bell = Doorbell(workspace, window)
    with qtbot.waitSignal(bell.rang, timeout=5000):
        assert knock(workspace.register.path)


def test_a_command_that_holds_the_register_is_not_knocked(board: Path) -> None:
    with open_register(board):
        assert not knock(board)


def test_letting_the_register_go_rings_no_bell(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    bell = Doorbell(workspace, window)
    held = lock_file(workspace.register.path)
    with qtbot.assertNotEmitted(bell.rang, wait=300):
        workspace.close()
    assert not held.exists()


def test_a_minimised_window_is_shown_again(window: MainWindow) -> None:
    window.showMinimized()
    bring_to_front(window)
    assert not window.isMinimized()


def test_a_meeting_in_session_stays_in_front(
    sample: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    sample.do(open_meeting, "GAIN 2026/02", on=sample.register.clock().date())
    mode = MeetingMode(sample)
    qtbot.addWidget(mode)
    mode.show()
    bring_to_front(window)
    qtbot.waitUntil(mode.isActiveWindow)
