"""Intake review by keyboard: a real document, a real window, a real register."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gainboard.domain.draft import Kind
from gainboard.domain.states import Applicability
from gainboard.errors import GainboardError
from gainboard.gui.intake_document import DocumentView
from gainboard.gui.intake_page import IntakePage
from gainboard.gui.intake_review import Review
from gainboard.gui.workspace import Workspace
from gainboard.services.views import reports, summaries
from tests.gui.conftest import Answers

W = TypeVar("W", bound=QWidget)
REPORT = """Custody in Northmoor 😀
Published: 15 January 2026

Recommendation 1
By the end of June 2026, Northmoor Police should offer every detainee a rest period. In particular:
(a) the offer is made at each review;
(b) the custody record shows the offer.

Recommendation 2
Within six months, the National Custody Board should publish guidance. Forces should follow it.

Recommendation 3
By July 2026, Northmoor Police should publish how long detainees wait.

Our findings
The rooms were clean and warm.
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "custody.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def page(workspace: Workspace, document: Path, qtbot: QtBot) -> IntakePage:
    page = IntakePage(workspace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    read(page, document, qtbot)
    return page


def read(page: IntakePage, document: Path, qtbot: QtBot) -> None:
    page.load(document)
    qtbot.waitUntil(lambda: page.review is not None or bool(page.problem), timeout=10_000)


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, key, keys)


def show_item(page: IntakePage, at: int) -> None:
    child(page, QListWidget, "itemList").setCurrentRow(at + 1)


def choose(page: IntakePage, combo: str, value: str) -> None:
    box = child(page, QComboBox, combo)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def child(page: IntakePage, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def review(page: IntakePage) -> Review:
    assert page.review is not None
    return page.review


def numbers(page: IntakePage) -> list[str | None]:
    return [entry.item.number for entry in review(page).entries]


def test_a_document_is_read_and_nothing_is_in_the_register(
    page: IntakePage, workspace: Workspace
) -> None:
    assert numbers(page) == ["1", "2", "3"]
    assert review(page).counted == "0 of 3 reviewed"
    assert workspace.ask(reports) == []


def test_enter_calls_each_reviewed_and_goes_to_the_next(page: IntakePage) -> None:
    press(Qt.Key.Key_Down)
    for _ in range(3):
        press(Qt.Key.Key_Return)
    assert review(page).counted == "3 of 3 reviewed"
    assert child(page, QLabel, "savedLabel").text().startswith("All are reviewed; Ctrl+Enter")


def test_merged_dropped_and_taken_back_by_keys(page: IntakePage) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M)
    assert numbers(page) == ["1", "3"]
    press(Qt.Key.Key_Delete)
    assert numbers(page) == ["3"]
    for _ in range(2):
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert numbers(page) == ["1", "2", "3"]


def test_an_item_is_split_where_the_cursor_stands_in_the_document(page: IntakePage) -> None:
    show_item(page, 1)
    place = review(page).source.index("Forces should")
    child(page, DocumentView, "documentView").select(place, place)
    press(Qt.Key.Key_S)
    assert [entry.item.text.split(" ")[0] for entry in review(page).entries][1:3] == [
        "Within",
        "Forces",
    ]


def test_what_was_missing_is_no_longer_said_once_something_else_is_done(page: IntakePage) -> None:
    show_item(page, 0)
    press(Qt.Key.Key_A)
    assert "select the words" in page.problem
    press(Qt.Key.Key_M)
    assert page.problem == ""


def test_what_is_selected_in_the_document_becomes_an_item(page: IntakePage) -> None:
    start = review(page).source.index("The rooms")
    child(page, DocumentView, "documentView").select(
        start, start + len("The rooms were clean and warm.")
    )
    press(Qt.Key.Key_A)
    current = review(page).current
    assert current is not None
    assert current.item.text == "The rooms were clean and warm."


def test_a_letter_in_a_field_is_a_letter(page: IntakePage) -> None:
    show_item(page, 0)
    number = child(page, QLineEdit, "numberEdit")
    number.setFocus()
    number.deselect()
    QTest.keyClicks(number, "MSA")
    assert numbers(page) == ["1MSA", "2", "3"]


def test_accepting_is_one_operation_with_what_was_chosen(
    page: IntakePage, workspace: Workspace, answers: Answers, qtbot: QtBot
) -> None:
    show_item(page, 1)
    choose(page, "kindCombo", Kind.AREA_FOR_IMPROVEMENT)
    choose(page, "applicabilityCombo", Applicability.WATCH)
    with qtbot.waitSignal(page.accepted):
        page.accept()
    found = workspace.ask(summaries)[1]
    assert (found.kind, found.applicability) == ("area_for_improvement", Applicability.WATCH)
    assert "3 of 3 items have not been reviewed" in answers.seen[0]
    workspace.undo()
    assert workspace.ask(reports) == []


@pytest.mark.usefixtures("page")
def test_a_review_is_kept_and_offered_when_the_document_is_read_again(
    workspace: Workspace, document: Path, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.wait(1500)
    again = IntakePage(workspace)
    qtbot.addWidget(again)
    read(again, document, qtbot)
    assert review(again).counted == "1 of 3 reviewed"


@pytest.mark.usefixtures("answers")
def test_a_code_that_is_taken_is_refused_and_the_review_stays(
    page: IntakePage, document: Path, qtbot: QtBot, refusals: list[GainboardError]
) -> None:
    code = review(page).code
    page.accept()
    read(page, document, qtbot)
    child(page, QLineEdit, "codeEdit").setText(code)
    child(page, QLineEdit, "codeEdit").textEdited.emit(code)
    page.accept()
    assert [refusal.id for refusal in refusals] == ["E-CODE-TAKEN"]
    assert review(page).counted == "0 of 3 reviewed"
    assert page.problem == str(refusals[0])


def test_what_cannot_be_read_is_told_in_one_sentence(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    page = IntakePage(workspace)
    qtbot.addWidget(page)
    read(page, tmp_path / "none.txt", qtbot)
    assert page.problem.startswith("There is no file")


def test_leaving_keeps_the_review_and_the_register_empty(
    page: IntakePage, workspace: Workspace, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M)
    with qtbot.waitSignal(page.cancelled):
        page.leave()
    assert workspace.ask(reports) == []
    assert workspace.register.drafts.read("intake/custody.txt")


def test_closing_the_register_keeps_the_newest_words(
    page: IntakePage, workspace: Workspace, tmp_path: Path
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M)
    workspace.close()
    assert page.review is None
    assert workspace.open(tmp_path / "northmoor.gainboard")
    assert '"at": 0' in (workspace.register.drafts.read("intake/custody.txt") or "")


def test_a_clause_is_edited_and_dropped_and_the_item_stays(page: IntakePage) -> None:
    show_item(page, 0)
    clauses = child(page, QListWidget, "clauseList")
    clauses.setFocus()
    clauses.setCurrentRow(0)
    press(Qt.Key.Key_F2)
    QTest.keyClicks(page.focusWidget(), "the offer is recorded;")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert review(page).entries[0].item.clauses[0].text == "the offer is recorded;"
    clauses.setFocus()
    press(Qt.Key.Key_Delete)
    assert numbers(page) == ["1", "2", "3"]
    assert len(review(page).entries[0].item.clauses) == 1


def test_two_merges_are_two_steps_back(page: IntakePage) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_M)
    assert numbers(page) == ["1"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert numbers(page) == ["1", "3"]
