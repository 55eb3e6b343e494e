"""The windows about backups, trouble and left words: named, whole at 200 %, each letter once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.backups_window import BackupsWindow
from gainboard.gui.closing_window import ClosingWindow
from gainboard.gui.faults_window import FaultsWindow
from gainboard.gui.keeping import Keeping
from gainboard.gui.left_words_window import LeftWordsWindow
from gainboard.gui.main_window import MainWindow
from gainboard.gui.reflow import scrolled
from gainboard.gui.restore_wizard import RestoreWizard
from gainboard.gui.trouble_page import TroublePage
from gainboard.gui.workspace import Workspace
from gainboard.services.backups import back_up
from gainboard.services.registers import Fault
from tests.gui.test_accessibility import cut_off, large, nameless
from tests.gui.test_mnemonics import LETTER, letters_of

__all__ = ["large"]

FAULTS = (Fault(says="the value differs from what the history tells", table="person", id=4),)
WORDS = "A second place that is gone, named by a path as long as paths are: " + "folder/" * 12


def _trouble(_: Workspace) -> QWidget:
    page = TroublePage()
    page.show_trouble(Path("north.gainboard"), GainboardError("E-DEVICE", WORDS))
    framed = scrolled(page)
    framed.resize(900, 700)
    return framed


def _restore(workspace: Workspace) -> QDialog:
    back_up(workspace.register)
    return RestoreWizard(workspace.register.path, Keeping(workspace).pool, lambda: None)


def _left(workspace: Workspace) -> QDialog:
    workspace.register.drafts.keep("record/UpdateForm/HPC26-2/text", "Half a sentence")
    return LeftWordsWindow(workspace)


WINDOWS: dict[str, Callable[[Workspace], QWidget]] = {
    "trouble": _trouble,
    "restore": _restore,
    "left words": _left,
    "no left words": LeftWordsWindow,
    "backups": lambda workspace: BackupsWindow(workspace, Keeping(workspace)),
    "faults": lambda _: FaultsWindow(FAULTS, lambda: None),
    "closing": lambda workspace: ClosingWindow(Keeping(workspace)),
}
EACH = pytest.mark.parametrize("name", WINDOWS)


@pytest.fixture
def shown(sample: Workspace, qtbot: QtBot, name: str) -> QWidget:
    """Show one of the windows."""
    window = WINDOWS[name](sample)
    qtbot.addWidget(window)
    window.show()
    qtbot.wait(50)
    return window


@EACH
def test_every_control_has_a_name(shown: QWidget) -> None:
    assert nameless(shown) == []


@EACH
@pytest.mark.usefixtures("large")
def test_no_word_is_cut_off_at_twice_the_text_size(shown: QWidget) -> None:
    assert cut_off(shown) == []


@EACH
def test_every_letter_is_given_once(shown: QWidget) -> None:
    found = [match[1].casefold() for match in map(LETTER.search, letters_of(shown)) if match]
    assert len(found) == len(set(found)), found


@pytest.mark.usefixtures("large", "sample")
def test_notices_are_whole_at_twice_the_text_size(window: MainWindow, qtbot: QtBot) -> None:
    acts = {"Try again": lambda: None, "Backups…": lambda: None}
    window.banners.say("second", WORDS, acts)
    qtbot.wait(50)
    assert cut_off(window.banners) == []
    assert nameless(window.banners) == []
    assert window.width() == 1366


def test_a_long_notice_keeps_the_window_as_wide_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    window.banners.say("second", "folder" * 400, {})
    window.status.show_backup("x" * 400)
    qtbot.wait(50)
    assert window.width() == 1366
