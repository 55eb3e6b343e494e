"""A refusal is said once, where the step was taken: in the form in front, or in the bar."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gainboard.gui.main_window import MainWindow
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.openings import Openings
from gainboard.gui.recording import FORMS
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.meetings import open_meeting
from tests.gui.conftest import Answers
from tests.gui.test_kept_words import child
from tests.gui.test_main_window import message
from tests.gui.test_saving import a_file_gone


@pytest.fixture
def page(sample: Workspace, window: MainWindow) -> MeetingsPage:
    """Show the page of the meetings, with the next one."""
    assert sample.is_open
    window.go_to("GAIN 2026/02")
    shown = window.pages["Meetings"]
    assert isinstance(shown, MeetingsPage)
    return shown


def test_a_form_of_the_record_menu_tells_its_refusal_alone(
    sample: Workspace, window: MainWindow
) -> None:
    form: Any = FORMS["record_update"][1](sample, "HPC26-2")
    form.show()
    form._form.record.click()
    assert "(E-MISSING)" in form._form.refusal.text()
    form.reject()
    assert message(window) == ""


def test_once_a_form_is_gone_the_bar_tells_again(sample: Workspace, window: MainWindow) -> None:
    form: Any = FORMS["record_update"][1](sample, "HPC26-2")
    form.show()
    form.reject()
    with a_file_gone(sample):
        sample.undo()
    assert "no longer there" in message(window)


def test_a_form_does_not_call_words_being_typed_a_step(
    sample: Workspace, window: MainWindow
) -> None:
    form: Any = FORMS["record_update"][1](sample, "HPC26-2")
    form.show()
    with a_file_gone(sample):
        form._form.text.setPlainText("Half a sentence")
        sample.words.flush()
        assert (form._form.refusal.text(), message(window)) == ("", "")
        assert "not on the disk" in form.note


def test_a_meeting_that_cannot_begin_is_told_once(
    sample: Workspace, page: MeetingsPage, window: MainWindow
) -> None:
    with a_file_gone(sample):
        page.start()
    assert "no longer there" in message(window)
    assert page.message == ""


@pytest.mark.parametrize(
    ("begin", "save", "problem"),
    [
        ("planButton", "planSaveButton", "planProblemLabel"),
        ("addButton", "lineSaveButton", "lineProblemLabel"),
    ],
)
def test_a_form_of_the_meetings_tells_its_refusal_alone(
    sample: Workspace, page: MeetingsPage, window: MainWindow, begin: str, save: str, problem: str
) -> None:
    child(page, QPushButton, begin).click()
    page._form.planOnEdit.setText("1/3/2027")
    page._form.lineTitleEdit.setText("The heating")
    with a_file_gone(sample):
        child(page, QPushButton, save).click()
    assert "no longer there" in child(page, QLabel, problem).text()
    assert message(window) == ""


def test_a_meeting_in_front_tells_its_refusals_alone(
    sample: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    sample.do(open_meeting, "GAIN 2026/02", on=sample.register.clock().date())
    mode = MeetingMode(sample)
    qtbot.addWidget(mode)
    mode.show()
    mode.activateWindow()
    qtbot.waitUntil(mode.isActiveWindow)
    with a_file_gone(sample):
        mode.step(1)
    assert "no longer there" in mode.message
    assert message(window) == ""


def test_a_review_tells_its_refusal_alone(
    workspace: Workspace, openings: Openings, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    assert answers.agrees
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None)
    with a_file_gone(workspace):
        page.accept()
    assert "no longer there" in page.problem
    assert message(window) == ""
