"""Tab goes through each page in reading order, and leaves nothing out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.workspace import Workspace
from tests.gui.test_main_window import act

TABLES = ("Recommendations", "Reports", "History")
TITLES = (*TABLES, "Meetings")


def walk(window: MainWindow) -> list[QWidget]:
    """Press Tab from the navigation until it is reached again; return what had the focus."""
    window._form.navigation.setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is window._form.navigation:
            break
        seen.append(now)
    return seen


def reachable(page: QWidget) -> set[QWidget]:
    """Return what of a page is seen, can be used and stands in the way of Tab."""
    return {
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    }


def show(window: MainWindow, title: str, qtbot: QtBot) -> QWidget:
    """Show a page as somebody who chose it in the navigation."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page(title)
    page = window.shown
    assert page is not None
    return page


@pytest.mark.parametrize("title", TITLES)
def test_tab_leaves_nothing_of_a_page_out(
    sample: Workspace, window: MainWindow, qtbot: QtBot, title: str
) -> None:
    assert sample.is_open
    page = show(window, title, qtbot)
    assert reachable(page) - set(walk(window)) == set()


@pytest.mark.parametrize("title", TITLES)
def test_tab_leaves_nothing_of_an_empty_page_out(
    workspace: Workspace, window: MainWindow, qtbot: QtBot, title: str
) -> None:
    assert workspace.is_open
    page = show(window, title, qtbot)
    assert reachable(page) - set(walk(window)) == set()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Recommendations", ["filter", "views", "table"]),
        ("Reports", ["take_in", "table"]),
        (
            "History",
            ["filter", "person", "meeting", "since", "until", "clear", "undo", "table", "fields"],
        ),
    ],
)
def test_tab_order_is_reading_order(
    sample: Workspace, window: MainWindow, qtbot: QtBot, title: str, names: list[str]
) -> None:
    assert sample.is_open
    page = show(window, title, qtbot)
    clear = page.findChild(QWidget, "clear")
    if clear is not None:
        clear.setEnabled(True)
    walked = [each.objectName() for each in walk(window) if page.isAncestorOf(each)]
    assert [name for name in walked if name in names] == names


def focused(window: MainWindow, title: str, qtbot: QtBot) -> str:
    """Return what has the cursor once a page was chosen from another with the keyboard."""
    page = show(window, title, qtbot)
    window.show_again()
    now = QApplication.focusWidget()
    assert now is not None
    assert page.isAncestorOf(now)
    return now.objectName()


@pytest.mark.parametrize(
    ("title", "name"), [*((title, "table") for title in TABLES), ("Meetings", "meetingList")]
)
def test_a_page_that_is_opened_has_the_cursor_in_its_list(
    sample: Workspace, window: MainWindow, qtbot: QtBot, title: str, name: str
) -> None:
    assert sample.is_open
    assert focused(window, title, qtbot) == name


@pytest.mark.parametrize(
    ("title", "name"), [("Recommendations", "take_in"), ("Reports", "take_in_first")]
)
def test_an_empty_page_has_the_cursor_on_what_fills_it(
    workspace: Workspace, window: MainWindow, qtbot: QtBot, title: str, name: str
) -> None:
    assert workspace.is_open
    assert focused(window, title, qtbot) == name


def test_tab_leaves_nothing_of_the_page_of_trouble_out(
    openings: Openings, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    openings.open(tmp_path / "nothing.gainboard")
    page = openings.mending.page
    assert page is not None
    qtbot.waitUntil(page.steps[0].hasFocus)
    walked: list[QWidget | None] = []
    for _ in page.steps:
        walked.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    assert walked == page.steps


def test_tab_goes_through_a_notice_from_left_to_right(window: MainWindow, qtbot: QtBot) -> None:
    window.banners.say("kind", "Something happened.", {"Show": list, "Mend": list})
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: "kind" in window.banners.standing())
    banner = window.banners.standing()["kind"]
    buttons = banner.findChildren(QPushButton)
    names = {button: button.text() for button in buttons}
    walked = [
        names[each] for each in walk(window) if isinstance(each, QPushButton) and each in names
    ]
    assert walked[:3] == ["Show", "Mend", "Dismiss"]


@pytest.mark.parametrize(
    ("title", "can"),
    [("Recommendations", True), ("Reports", False), ("Meetings", False), ("History", True)],
)
def test_only_a_page_with_a_filter_offers_to_filter(
    sample: Workspace, window: MainWindow, qtbot: QtBot, title: str, can: bool
) -> None:
    assert sample.is_open
    window.show_page(title)
    qtbot.waitUntil(lambda: act(window, "filter").isEnabled() is can)
