"""What the register has already, said at the review of a document."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gainboard.gui.intake_page import IntakePage
from gainboard.gui.workspace import Workspace
from tests.gui.conftest import Answers
from tests.gui.test_intake_page import REPORT, child, numbers, press, read, review, show_item


@pytest.fixture
def page(workspace: Workspace, tmp_path: Path, answers: Answers, qtbot: QtBot) -> IntakePage:
    """Show a report again that was taken in an hour ago, one item of it with another date."""
    assert answers.agrees
    page = IntakePage(workspace)
    qtbot.addWidget(page)
    page.show()
    for words in (REPORT, REPORT.replace("By July 2026,", "By August 2026,")):
        document = tmp_path / "custody.txt"
        document.write_text(words, encoding="utf-8")
        read(page, document, qtbot)
        if "August" not in words:
            page.accept()
    qtbot.waitUntil(lambda: bool(page.met), timeout=5000)
    return page


def test_a_report_taken_in_before_is_pointed_out(page: IntakePage) -> None:
    assert page.met.startswith("CN26 is this report already, taken in on ")
    assert page.met.endswith(": 2 of 3 items are in it.")


def test_the_items_say_where_their_words_stand(page: IntakePage) -> None:
    show_item(page, 1)
    said = child(page, QLabel, "doubtsLabel").text()
    assert said == "In the register already as CN26-2, with the same words."


def test_those_that_are_in_are_dropped_at_once_and_come_back(page: IntakePage) -> None:
    child(page, QPushButton, "dropTwinsButton").click()
    assert numbers(page) == ["3"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert numbers(page) == ["1", "2", "3"]


def test_accepting_what_is_in_already_is_asked_about(page: IntakePage, answers: Answers) -> None:
    answers.agrees = False
    page.accept()
    assert "2 of them are in the register already" in answers.seen[-1]
    assert review(page).counted == "0 of 3 reviewed"
