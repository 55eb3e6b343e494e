"""Dialogs belong to the window they were asked from: one button in the taskbar, always in front."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.main_window import MainWindow
from gainboard.gui.prompts import Prompts


def while_shown(look: Callable[[QWidget], object]) -> None:
    """Look at the dialog that comes next, then close it as Esc does."""

    def seize() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        look(dialog)
        dialog.reject()

    QTimer.singleShot(0, seize)


def owner(dialog: QWidget) -> str:
    """Name the window that the system keeps a dialog in front of."""
    handle = dialog.windowHandle()
    above = handle.transientParent() if handle is not None else None
    return above.objectName() if above is not None else ""


@pytest.fixture
def front(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Show the window in front of every other."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_dialog_stays_in_front_of_the_window_it_was_asked_from(front: MainWindow) -> None:
    owners: list[str] = []
    while_shown(lambda dialog: owners.append(owner(dialog)))
    Prompts().run(QDialog())
    assert front.isVisible()
    assert owners == ["MainWindowWindow"]


def test_a_dialog_over_a_dialog_stays_in_front_of_that(front: MainWindow) -> None:
    outer = QDialog()
    outer.setObjectName("outer")
    owners: list[str] = []

    def ask_again(_: QWidget) -> None:
        while_shown(lambda dialog: owners.append(owner(dialog)))
        Prompts().run(QDialog())

    while_shown(ask_again)
    Prompts().run(outer)
    assert front.isVisible()
    assert owners == ["outerWindow"]


def test_a_dialog_comes_over_the_window_even_while_another_program_is_in_front(
    window: MainWindow,
) -> None:
    owners: list[str] = []
    while_shown(lambda dialog: owners.append(owner(dialog)))
    Prompts().run(QDialog())
    assert window.isVisible()
    assert owners == ["MainWindowWindow"]


def test_a_dialog_that_was_answered_is_no_part_of_the_window(front: MainWindow) -> None:
    dialog = QDialog()
    while_shown(lambda _: None)
    Prompts().run(dialog)
    assert dialog.parent() is None
    assert dialog not in front.findChildren(QDialog)


def test_a_dialog_keeps_the_size_it_gave_itself(front: MainWindow) -> None:
    dialog, sizes = QDialog(), []
    dialog.resize(517, 333)
    while_shown(lambda shown: sizes.append(shown.size().toTuple()))
    Prompts().run(dialog)
    assert front.isVisible()
    assert sizes == [(517, 333)]


def test_a_dialog_without_any_window_is_shown_by_itself(qapp: QApplication) -> None:
    seen: list[bool] = []
    while_shown(lambda dialog: seen.append(dialog.isVisible()))
    Prompts().run(QDialog())
    assert seen == [True]
    assert qapp.activeModalWidget() is None
