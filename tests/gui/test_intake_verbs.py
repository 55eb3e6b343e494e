"""What is done to the items of a review by key: deadlines set by hand, the next one in doubt."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from gainboard.gui.intake_page import IntakePage
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.workspace import Workspace
from gainboard.services.views import reports
from tests.gui.conftest import Answers
from tests.gui.test_intake_page import REPORT, child, numbers, press, read, review, show_item

DOUBTFUL = REPORT + "\nRecommendation 3\nNorthmoor Police should also keep the times.\n"


@pytest.fixture
def page(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> IntakePage:
    document = tmp_path / "custody.txt"
    document.write_text(DOUBTFUL, encoding="utf-8")
    page = IntakePage(workspace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    read(page, document, qtbot)
    return page


def dues(page: IntakePage, at: int) -> list[str]:
    deadlines = review(page).entries[at].item.deadlines
    return [deadline.due.isoformat() if deadline.due else "" for deadline in deadlines]


def set_deadline(page: IntakePage, words: str) -> None:
    child(page, QToolButton, "addDeadlineButton").click()
    QTest.keyClicks(child(page, QLineEdit, "deadlineEdit"), words)
    press(Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("31/07/2027", "2027-07-31"),
        ("by the end of March 2027", "2027-03-31"),
        ("within two months", "2026-03-15"),
    ],
)
def test_a_deadline_is_set_in_the_readers_own_words(page: IntakePage, words: str, due: str) -> None:
    show_item(page, 2)
    set_deadline(page, words)
    assert dues(page, 2) == ["2026-07-31", due]
    deadline = review(page).entries[2].item.deadlines[1]
    assert deadline.rule.endswith("set at intake review")
    assert review(page).counted.startswith("0 of")


def test_words_that_are_no_deadline_are_said_and_stay(page: IntakePage) -> None:
    show_item(page, 2)
    set_deadline(page, "soon")
    assert page.problem.startswith("“soon” is no deadline that can be read.")
    assert child(page, QLineEdit, "deadlineEdit").text() == "soon"


def test_a_deadline_is_dropped_by_its_key_and_comes_back(page: IntakePage) -> None:
    show_item(page, 2)
    child(page, QListWidget, "deadlineList").setFocus()
    press(Qt.Key.Key_Delete)
    assert dues(page, 2) == []
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dues(page, 2) == ["2026-07-31"]


def test_a_deadline_set_by_hand_outlasts_another_wording(page: IntakePage) -> None:
    show_item(page, 2)
    set_deadline(page, "31/07/2027")
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_X)
    assert dues(page, 2) == ["2026-07-31", "2027-07-31"]


def test_u_goes_to_the_next_item_in_doubt(page: IntakePage) -> None:
    press(Qt.Key.Key_U)
    assert review(page).at == 3
    assert "printed more than once" in review(page).entries[3].item.doubts[0]


def test_what_is_copied_is_read_and_reviewed(page: IntakePage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Recommendation 9\nThe force should keep its promises.")
    page.leave()
    page.paste()
    qtbot.waitUntil(lambda: page.review is not None or bool(page.problem), timeout=10_000)
    assert numbers(page) == ["9"]
    assert review(page).name == "Pasted text"


def test_an_empty_clipboard_is_said(page: IntakePage) -> None:
    page.leave()
    QGuiApplication.clipboard().clear()
    page.paste()
    assert page.problem.startswith("Nothing that can be read is copied")


def dropped(window: MainWindow, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    bare = Qt.KeyboardModifier.NoModifier
    # Qt gives a drop only to what let the drag in.
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(5, 5), action, files, left, bare))
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, files, left, bare))


def test_a_report_dropped_on_the_window_is_read_and_chosen_once_accepted(
    workspace: Workspace, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    document = tmp_path / "custody.txt"
    document.write_text(REPORT, encoding="utf-8")
    openings = Openings(workspace)
    window = MainWindow(workspace, openings)
    qtbot.addWidget(window)
    window.show()
    said: list[str] = []
    openings.noticed.connect(said.append)
    dropped(window, document)
    page = openings.intake
    assert page is not None
    qtbot.waitUntil(lambda: page.review is not None, timeout=10_000)
    assert answers.agrees
    page.accept()
    assert said == ["CN26 is in the register with 3 items: 3 for the force."]
    assert window.shown is window.pages["Reports"]


def test_ctrl_z_takes_back_though_a_combo_has_the_focus(page: IntakePage) -> None:
    show_item(page, 0)
    press(Qt.Key.Key_M)
    child(page, QComboBox, "kindCombo").setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert numbers(page) == ["1", "2", "3", "3"]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_Delete]
)
def test_a_key_for_an_item_says_what_it_lacks_on_the_report(page: IntakePage, key: Qt.Key) -> None:
    press(key)
    assert page.problem.startswith("This is the report itself.")
    assert numbers(page) == ["1", "2", "3", "3"]


def test_a_field_that_a_letter_goes_to_is_scrolled_into_view(page: IntakePage) -> None:
    page.resize(900, 420)
    show_item(page, 0)
    QApplication.processEvents()
    field = child(page, QLineEdit, "addresseesEdit")
    field.setFocus()
    QApplication.processEvents()
    assert not field.visibleRegion().isEmpty()


def test_what_is_copied_is_pasted_on_the_empty_page(page: IntakePage, qtbot: QtBot) -> None:
    page.leave()
    QGuiApplication.clipboard().setText("Recommendation 9\nThe force should keep its promises.")
    child(page, QPushButton, "chooseButton").setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.review is not None, timeout=10_000)
    assert numbers(page) == ["9"]


def test_esc_stops_reading_and_goes_back_to_the_review_under_way(
    page: IntakePage, tmp_path: Path
) -> None:
    page.load(tmp_path / "custody.txt")
    press(Qt.Key.Key_Escape)
    assert page.problem.startswith("Reading was stopped.")
    assert numbers(page) == ["1", "2", "3", "3"]


def test_a_second_document_that_cannot_be_read_leaves_the_review_as_it_was(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.load(tmp_path / "none.txt")
    qtbot.waitUntil(lambda: bool(page.problem), timeout=10_000)
    assert page.problem.startswith("There is no file “none.txt”")
    assert numbers(page) == ["1", "2", "3", "3"]


def test_a_date_that_is_none_is_not_passed_over_at_acceptance(
    page: IntakePage, workspace: Workspace
) -> None:
    published = child(page, QLineEdit, "publishedEdit")
    published.setFocus()
    published.selectAll()
    QTest.keyClicks(published, "31/13/2026")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.problem.startswith("“31/13/2026” is no date.")
    assert workspace.ask(reports) == []


def test_a_report_without_items_says_how_to_add_one(page: IntakePage, workspace: Workspace) -> None:
    for at in range(4):
        show_item(page, 0)
        press(Qt.Key.Key_Delete)
        assert len(numbers(page)) == 3 - at
    page.accept()
    assert "Select the words of a recommendation in the document" in page.problem
    assert workspace.ask(reports) == []


def test_several_files_dropped_at_once_are_told_of(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    openings = Openings(workspace)
    window = MainWindow(workspace, openings)
    qtbot.addWidget(window)
    window.show()
    said: list[str] = []
    openings.noticed.connect(said.append)
    dropped(window, tmp_path / "a.txt", tmp_path / "b.txt")
    assert said == ["2 files were dropped and none was opened: drop one at a time."]
