"""What the window says of its log: that the last run broke off, and the details to hand on."""

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from gainboard.gui.log_keeping import COPIED, keep_log, tell_that_it_broke_off
from gainboard.gui.main_window import MainWindow
from gainboard.gui.message_bar import MessageBar
from gainboard.gui.workspace import Workspace
from gainboard.logs import noting
from gainboard.services.settings import change_setting


def test_a_run_that_broke_off_is_told_of_above_the_pages(window: MainWindow) -> None:
    noting.note_entry(79)
    told: list[str] = []
    tell_that_it_broke_off(window.banners, told.append)
    QApplication.processEvents()
    [banner] = window.banners.standing().values()
    assert "nothing that was saved is lost" in banner.words
    banner.press("Copy the details")
    assert QGuiApplication.clipboard().text().endswith("entry 79")
    assert told == [COPIED]


def test_the_details_are_copied_from_the_help_menu(window: MainWindow) -> None:
    noting.note_entry(80)
    action = window.findChild(QAction, "copy_details")
    bar = window.findChild(MessageBar)
    assert action is not None
    assert bar is not None
    action.trigger()
    assert QGuiApplication.clipboard().text().endswith("entry 80")
    assert bar.words == COPIED


def test_entries_and_refusals_are_noted_by_number_and_id(workspace: Workspace) -> None:
    keep_log(workspace)
    workspace.do(change_setting, "stale_days", "45")
    workspace.do(change_setting, "stale_days", "many")
    lines = noting.newest().splitlines()
    assert lines[-2].endswith(" entry 2")
    assert " refused E-" in lines[-1]
