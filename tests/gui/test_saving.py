"""A write that fails keeps the words, names the cause, and works when it is tried again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.main_window import MainWindow
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.openings import Openings
from gainboard.gui.recording import FORMS
from gainboard.gui.typed_fields import put_words, typed_fields, words_in
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.meetings import open_meeting, take_up
from tests.gui.conftest import Answers, a_full_disk
from tests.gui.test_kept_words import child

Trouble = Callable[[Workspace], AbstractContextManager[None]]
# More than the free space within the pages that are there.
LONG = ("Holm Street counts each shift. " * 8000).strip()
# A field of one line holds no more.
LINE = LONG[:32_000].strip()


@contextmanager
def a_file_gone(workspace: Workspace) -> Iterator[None]:
    """Take the register's file away, as a stick that is pulled does, and put it back."""
    path = workspace.register.path
    away = path.rename(path.with_name("away"))
    try:
        yield
    finally:
        away.rename(path)


# So few words as theirs find room in a page that is there, full disk or not.
SHORT = ("record_done", "record_completion")
EACH_FORM = [(name, a_file_gone, "E-FILE-GONE") for name in FORMS]
EACH_FORM += [(name, a_full_disk, "E-DISK-FULL") for name in FORMS if name not in SHORT]
TROUBLES = pytest.mark.parametrize(
    ("trouble", "id"),
    [
        pytest.param(a_full_disk, "E-DISK-FULL", id="full"),
        pytest.param(a_file_gone, "E-FILE-GONE", id="gone"),
    ],
)


def fill(form: Any) -> None:
    """Fill a form so that it can be recorded."""
    words = {"text": LONG, "reason": LONG, "on": "15/01/2027", "by": "Head of Assurance N Achebe"}
    for name, field in typed_fields(form).items():
        if name in words:
            put_words(field, words[name])
    if verdict := form.findChild(QComboBox, "verdict"):
        verdict.setCurrentIndex(0)
    clauses = form.findChild(QListWidget, "clauses")
    for row in range(1, clauses.count() if clauses else 0):
        clauses.item(row).setCheckState(Qt.CheckState.Unchecked)


def head(workspace: Workspace) -> int:
    """Return the number of the newest entry."""
    return workspace.register.journal.head()[0]


@pytest.mark.parametrize(("name", "trouble", "id"), EACH_FORM)
def test_a_form_of_the_record_menu_keeps_its_words_and_records_them_later(
    sample: Workspace, qtbot: QtBot, name: str, trouble: Trouble, id: str
) -> None:
    ref = "HPC26-5" if name == "record_completion" else "HPC26-2"
    form = FORMS[name][1](sample, ref)
    qtbot.addWidget(form)
    form.show()
    fill(form)
    typed = {key: words_in(field) for key, field in typed_fields(form).items()}
    record, before = child(form, QPushButton, "record"), head(sample)
    with trouble(sample):
        record.click()
        assert f"({id})" in form._frame.refusal.text()
        assert {key: words_in(field) for key, field in typed_fields(form).items()} == typed
        assert form.isVisible()
    assert head(sample) == before
    record.click()
    assert (form.isVisible(), head(sample)) == (False, before + 1)


@pytest.fixture
def mode(sample: Workspace, qtbot: QtBot) -> MeetingMode:
    """Return the window of a meeting in session, on a recommendation."""
    sample.do(open_meeting, "GAIN 2026/02", on=sample.register.clock().date())
    sample.do(take_up, "HPC26-2")
    shown = MeetingMode(sample)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    return shown


DECISIONS = {
    "U": {"textEdit": LONG, "byEdit": "Supt Ivo Marsh"},
    "E": {"toEdit": "30/09/2029", "reasonEdit": LINE},
    "R": {"wordsEdit": LONG},
    "M": {"wordsEdit": LONG},
    "D": {"wordsEdit": LONG},
    "N": {"textEdit": LINE, "ownerEdit": "Supt Ivo Marsh", "dueEdit": ""},
    "V": {"textEdit": LINE, "datedEdit": "", "heldEdit": ""},
    "A": {"chiefEdit": LINE, "leadEdit": "Supt Ivo Marsh", "groupEdit": LINE},
}


@TROUBLES
@pytest.mark.parametrize("key", DECISIONS)
def test_a_decision_of_a_meeting_keeps_its_words_and_is_recorded_later(
    sample: Workspace, mode: MeetingMode, key: str, trouble: Trouble, id: str
) -> None:
    form, before = mode.open_form(key), head(sample)
    assert form is not None
    form.restore(DECISIONS[key])
    typed = form.words()
    heard: list[str] = []
    sample.refused.connect(lambda refusal: heard.append(refusal.id))
    with trouble(sample):
        assert mode.record_form() is None
        assert id in heard
        assert mode.problem
        assert form.words() == typed
    assert head(sample) == before
    assert mode.record_form() is not None


@TROUBLES
def test_a_discussion_stays_in_its_box_and_is_recorded_when_it_is_left_again(
    sample: Workspace, mode: MeetingMode, trouble: Trouble, id: str
) -> None:
    heard: list[str] = []
    sample.refused.connect(lambda refusal: heard.append(refusal.id))
    with trouble(sample):
        mode.type_discussion(LONG)
        assert mode.discussion == LONG
    assert id in heard
    mode._form.notes.write_down()
    assert mode.before is not None
    assert mode.before.line.item.discussion == LONG


@TROUBLES
def test_a_review_stays_and_is_accepted_later(
    workspace: Workspace,
    openings: Openings,
    window: MainWindow,
    answers: Answers,
    qtbot: QtBot,
    trouble: Trouble,
    id: str,
) -> None:
    assert answers.agrees
    heard: list[str] = []
    workspace.refused.connect(lambda refusal: heard.append(refusal.id))
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None)
    with trouble(workspace):
        page.accept()
        assert id in heard
        assert f"({id})" in page.problem
        assert page.review is not None
    assert head(workspace) == 1
    page.accept()
    assert head(workspace) == 2
    assert window.shown is window.pages["Reports"]


@TROUBLES
def test_a_meeting_is_planned_once_the_cause_is_gone(
    sample: Workspace, window: MainWindow, trouble: Trouble, id: str
) -> None:
    window.show_page("Meetings")
    child(window, QPushButton, "planButton").click()
    child(window, QLineEdit, "planOnEdit").setText("14/01/2027")
    child(window, QLineEdit, "planPlaceEdit").setText(LINE)
    save, before = child(window, QPushButton, "planSaveButton"), head(sample)
    with trouble(sample):
        save.click()
        assert f"({id})" in child(window, QLabel, "planProblemLabel").text()
        assert child(window, QLineEdit, "planPlaceEdit").text() == LINE
    save.click()
    assert head(sample) == before + 1


def test_nothing_is_called_saved_that_was_not(sample: Workspace, window: MainWindow) -> None:
    before = window.status.words
    with a_file_gone(sample):
        page = window.pages["Meetings"]
        assert isinstance(page, MeetingsPage)
        sample.do(take_up, "HPC26-2")
    assert window.status.words == before


def test_words_being_typed_are_told_once_not_at_each_try(
    sample: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    form = FORMS["record_update"][1](sample, "HPC26-2")
    qtbot.addWidget(form)
    form.show()
    with a_full_disk(sample):
        fill(form)
        qtbot.wait(2500)
        assert [refusal.id for refusal in refusals] == ["E-DISK-FULL"]
    qtbot.waitUntil(lambda: bool(sample.register.drafts.every()), timeout=2000)


def test_the_form_stays_reachable_by_the_same_key(sample: Workspace, qtbot: QtBot) -> None:
    form: Any = FORMS["record_update"][1](sample, "HPC26-2")
    qtbot.addWidget(form)
    form.show()
    fill(form)
    before = head(sample)
    with a_full_disk(sample):
        qtbot.keyClick(form._form.text, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    qtbot.keyClick(form._form.text, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert head(sample) == before + 1
