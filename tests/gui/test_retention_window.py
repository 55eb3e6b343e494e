"""Retention and disposal in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from gainboard.domain.retention import Kept
from gainboard.gui.disposal_window import DisposalWindow
from gainboard.gui.keeping import Keeping
from gainboard.gui.main_window import MainWindow
from gainboard.gui.retention_window import RetentionWindow
from gainboard.gui.workspace import Workspace
from gainboard.services.backups import back_up, backups
from gainboard.services.retention import retentions, set_retention
from tests.gui.conftest import Answers
from tests.gui.test_accessibility import nameless

REPORTS = "Inspection report and response"


@pytest.fixture
def shown(sample: Workspace, qtbot: QtBot) -> Iterator[RetentionWindow]:
    window = RetentionWindow(sample, Keeping(sample))
    qtbot.addWidget(window)
    window.show()
    window.choose("HPC26")
    yield window
    window.close()


def press(window: QDialog, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    button.click()


def field(window: QDialog, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert found is not None
    return found


def kept(workspace: Workspace, ref: str = "HPC26") -> Kept:
    (one,) = (one for one in workspace.ask(retentions) if one.ref == ref)
    return one


def agree(dialog: QDialog) -> None:
    """Type the reference and a reason, and dispose."""
    field(dialog, "typed").setText("hpc26")
    field(dialog, "reason").setText("Taken in twice")
    press(dialog, "dispose")


def test_every_report_and_meeting_is_listed(sample: Workspace, shown: RetentionWindow) -> None:
    table = shown.findChild(QTableWidget, "records")
    assert table is not None
    listed = [table.model().index(row, 0).data() for row in range(table.rowCount())]
    assert listed == [one.ref for one in sample.ask(retentions)]


def test_every_control_has_a_name(shown: RetentionWindow) -> None:
    assert nameless(shown) == []


def test_choosing_a_class_proposes_its_date_and_set_keeps_both(
    sample: Workspace, shown: RetentionWindow
) -> None:
    classes = shown.findChild(QComboBox, "class_name")
    assert classes is not None
    classes.setCurrentIndex(classes.findData(REPORTS))
    classes.activated.emit(classes.currentIndex())
    assert field(shown, "review_on").text()
    press(shown, "settle")
    assert kept(sample).class_name == REPORTS
    assert shown.chosen == kept(sample)


def test_a_date_that_is_none_is_said_and_nothing_is_set(
    sample: Workspace, shown: RetentionWindow
) -> None:
    field(shown, "review_on").setText("31/02/2030")
    press(shown, "settle")
    assert "31/02/2030" in shown.problem
    assert kept(sample).review_on is None


def test_a_hold_is_put_and_lifted_by_the_same_button(
    sample: Workspace, shown: RetentionWindow
) -> None:
    field(shown, "hold_reason").setText("An inquiry")
    press(shown, "hold")
    assert kept(sample).hold_reason == "An inquiry"
    press(shown, "hold")
    assert not kept(sample).hold


def test_what_is_refused_is_said_in_the_window(shown: RetentionWindow) -> None:
    press(shown, "hold")
    assert "E-MISSING" in shown.problem


def test_disposing_takes_the_row_away_and_renews_the_backups(
    sample: Workspace, shown: RetentionWindow, answers: Answers
) -> None:
    former = back_up(sample.register).backup
    answers.fill = agree
    press(shown, "dispose")
    assert "HPC26 was disposed of" in shown.says
    assert [one.ref for one in sample.ask(retentions) if one.ref == "HPC26"] == []
    assert former.path not in [one.path for one in backups(sample.register.path)]


def test_without_the_reference_typed_nothing_is_disposed_of(
    sample: Workspace, shown: RetentionWindow, answers: Answers
) -> None:
    answers.fill = lambda dialog: press(dialog, "dispose")
    press(shown, "dispose")
    assert kept(sample).ref == "HPC26"


@pytest.mark.parametrize("name", ["typed", "reason"])
def test_enter_in_a_field_of_a_disposal_does_nothing(
    sample: Workspace, qtbot: QtBot, name: str
) -> None:
    window = DisposalWindow(kept(sample), ("The report HPC26",), date(2026, 1, 1))
    qtbot.addWidget(window)
    window.show()
    for each in ("typed", "reason"):
        field(window, each).setText("HPC26")
    QTest.keyClick(field(window, name), Qt.Key.Key_Return)
    assert window.isVisible()
    assert field(window, "reason").text() == "HPC26"


def test_enter_on_cancel_cancels_a_disposal(sample: Workspace, qtbot: QtBot) -> None:
    window = DisposalWindow(kept(sample), ("The report HPC26",), date(2026, 1, 1))
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window._form.cancel, Qt.Key.Key_Return)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("review_on", "needed", "words"),
    [
        (None, True, "for no review is due"),
        (date(2027, 3, 1), True, "for not waiting until 1 Mar 2027"),
        (date(2025, 3, 1), False, "if there is one to add"),
    ],
)
def test_a_disposal_that_is_not_due_wants_a_reason(
    sample: Workspace, qtbot: QtBot, review_on: date | None, needed: bool, words: str
) -> None:
    one = replace(kept(sample), review_on=review_on)
    window = DisposalWindow(one, ("The report HPC26",), date(2026, 1, 1))
    qtbot.addWidget(window)
    field(window, "typed").setText("HPC26")
    assert words in window._form.reason_label.text()
    assert window._form.dispose.isEnabled() is not needed


def test_what_is_on_hold_cannot_be_disposed_of_until_it_is_released(
    shown: RetentionWindow,
) -> None:
    field(shown, "hold_reason").setText("A claim is being made")
    press(shown, "hold")
    assert not shown._form.dispose.isEnabled()
    assert "release it before" in shown._form.chosen.text()
    press(shown, "hold")
    assert shown._form.dispose.isEnabled()
    assert "release it before" not in shown._form.chosen.text()


def test_before_its_review_date_a_disposal_asks_for_the_reason(
    sample: Workspace, qtbot: QtBot
) -> None:
    sample.do(set_retention, "HPC26", class_name=REPORTS, review_on=date(2040, 1, 1))
    window = DisposalWindow(kept(sample), ("The report HPC26",), date(2026, 1, 1))
    qtbot.addWidget(window)
    button = window.findChild(QPushButton, "dispose")
    assert button is not None
    field(window, "typed").setText("HPC26")
    assert not button.isEnabled()
    field(window, "reason").setText("Taken in by mistake")
    assert button.isEnabled()


def test_an_empty_register_says_that_there_is_nothing_to_keep(
    workspace: Workspace, qtbot: QtBot
) -> None:
    window = RetentionWindow(workspace, Keeping(workspace))
    qtbot.addWidget(window)
    assert "nothing to keep" in window.says
    assert window.chosen is None
    window.close()


def test_the_file_menu_opens_it(sample: Workspace, window: MainWindow, answers: Answers) -> None:
    assert sample.is_open
    action = window.findChild(QAction, "retention")
    assert action is not None
    action.trigger()
    assert answers.seen == ["Retention and disposal"]
