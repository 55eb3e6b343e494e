"""The forms of the Record menu: each records, or says why not and keeps the words."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gainboard.domain.states import ActionStatus, Applicability, Rag
from gainboard.domain.views import Detail
from gainboard.gui.date_field import DateField, read_date
from gainboard.gui.main_window import MainWindow
from gainboard.gui.record_form import RecordForm
from gainboard.gui.recording import FORMS
from gainboard.gui.workspace import Workspace
from gainboard.services.views import detail
from tests.gui.conftest import Answers
from tests.gui.test_main_window import act


def open_form(workspace: Workspace, qtbot: QtBot, name: str, ref: str = "HPC26-2") -> Any:
    """Return a form with its fields, so that a test can type into them."""
    form: RecordForm = FORMS[name][1](workspace, ref)
    qtbot.addWidget(form)
    form.show()
    return form


def about(workspace: Workspace, ref: str = "HPC26-2") -> Detail:
    """Return a recommendation as the register has it."""
    return workspace.ask(detail, ref)


def test_an_update_is_recorded_with_its_rag_and_forecast(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    form._form.text.setPlainText("Holm Street counts each shift now.")
    form._form.rag.setCurrentIndex(2)
    form._form.forecast.setText("31/1/27")
    form._form.record.click()
    newest = about(sample).updates[0].update
    assert (newest.rag, newest.forecast_on) == (Rag.AMBER, date(2027, 1, 31))
    assert newest.text == "Holm Street counts each shift now."


def test_the_delivery_lead_is_offered_as_who_reports(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    assert form._form.by.currentText() == "Ch Insp Tomasz Wren"


def test_enter_records_and_shift_enter_begins_a_line(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    typed = form._form.text
    typed.setPlainText("One")
    typed.moveCursor(typed.textCursor().MoveOperation.End)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(typed, Qt.Key.Key_Return, shift)  # type: ignore[no-untyped-call]
    typed.insertPlainText("Two")
    qtbot.keyClick(typed, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert about(sample).updates[0].update.text == "One\nTwo"


def test_a_refused_form_says_why_and_keeps_the_words(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_action")
    form._form.owner.setEditText("Supt Ivo Marsh")
    form._form.record.click()
    assert form.isVisible()
    assert "(E-MISSING)" in form._form.refusal.text()
    assert form._form.owner.currentText() == "Supt Ivo Marsh"


def test_what_is_no_date_is_said_before_anything_is_recorded(
    sample: Workspace, qtbot: QtBot
) -> None:
    form = open_form(sample, qtbot, "record_action")
    form._form.text.setPlainText("Count the keys.")
    form._form.due.setText("31/02/2027")
    form._form.record.click()
    assert "is not a date" in form._form.refusal.text()
    assert len(about(sample).actions) == 1


def test_evidence_is_recorded_for_the_ticked_clauses(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_evidence")
    form._form.text.setPlainText("The stock book of Holm Street.")
    form._form.clauses.item(0).setCheckState(Qt.CheckState.Unchecked)
    form._form.record.click()
    one = about(sample)
    labels = {view.clause.id: view.clause.label for view in one.clauses}
    newest = one.evidence[0]
    assert [labels[line.clause_id] for line in newest.for_clauses] == ["b", "c", "d"]


def test_evidence_for_no_clause_is_not_taken_for_all(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_evidence")
    for row in range(form._form.clauses.count()):
        form._form.clauses.item(row).setCheckState(Qt.CheckState.Unchecked)
    form._form.record.click()
    assert "Tick the clauses" in form._form.refusal.text()


def test_evidence_is_judged_by_somebody_else(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_judgement")
    for row in (1, 2, 3):
        form._form.clauses.item(row).setCheckState(Qt.CheckState.Unchecked)
    form._form.verdict.setCurrentText("Sufficient")
    form._form.by.setEditText("Head of Assurance Niamh Achebe")
    form._form.reason.setPlainText("Seen on the day.")
    form._form.record.click()
    assert about(sample).clauses[0].is_met


def test_no_verdict_is_given_before_somebody_chooses_one(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_judgement")
    form._form.by.setEditText("Head of Assurance Niamh Achebe")
    form._form.record.click()
    assert form._form.refusal.text() == "Choose the verdict; nothing was recorded."
    assert form.focusWidget() is form._form.verdict


MISSING = [
    ("record_update", "text"),
    ("record_evidence", "text"),
    ("record_judgement", "by"),
    ("record_waiver", "reason"),
    ("record_action", "text"),
    ("record_applicability", "reason"),
]


@pytest.mark.parametrize(("name", "field"), MISSING)
def test_what_is_missing_gets_the_cursor(
    sample: Workspace, qtbot: QtBot, name: str, field: str
) -> None:
    form = open_form(sample, qtbot, name)
    if name == "record_judgement":
        form._form.verdict.setCurrentIndex(0)
    form._form.cancel.setFocus()
    form._form.record.click()
    assert "(E-MISSING)" in form._form.refusal.text()
    assert form.focusWidget() is getattr(form._form, field)


def test_the_name_gets_the_cursor_where_only_that_is_missing(
    sample: Workspace, qtbot: QtBot
) -> None:
    form = open_form(sample, qtbot, "record_update")
    form._form.text.setPlainText("Counted.")
    form._form.by.setEditText(" ")
    form._form.record.click()
    assert form.focusWidget() is form._form.by


def test_clauses_get_the_cursor_where_none_is_ticked(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_evidence")
    for row in range(form._form.clauses.count()):
        form._form.clauses.item(row).setCheckState(Qt.CheckState.Unchecked)
    form._form.record.click()
    assert form.focusWidget() is form._form.clauses


def test_a_clause_is_waived_with_its_reason(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_waiver")
    form._form.clause.setCurrentRow(3)
    form._form.reason.setPlainText("Reviewed by the health board.")
    form._form.record.click()
    assert about(sample).clauses[3].clause.waiver_reason == "Reviewed by the health board."


def test_another_s_completion_dates_what_waits_for_it(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_completion", "HPC26-5")
    form._form.on.setText("15/01/2027")
    form._form.record.click()
    waiting = about(sample, "HPC26-6").summary
    assert (waiting.current_date, waiting.is_projected) == (date(2028, 1, 15), False)


def test_an_open_action_is_recorded_as_done(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_done")
    form._form.record.click()
    assert [view.action.status for view in about(sample).actions] == [ActionStatus.COMPLETE]
    again = open_form(sample, qtbot, "record_done")
    again._form.record.click()
    assert "has no open action" in again._form.refusal.text()


def test_applicability_asks_for_the_partner_only_where_it_is_joint(
    sample: Workspace, qtbot: QtBot
) -> None:
    form = open_form(sample, qtbot, "record_applicability", "HPC26-4")
    assert not form._form.joint_with.isEnabled()
    form._form.value.setCurrentIndex(form._form.value.findData(Applicability.JOINT))
    form._form.joint_with.setText("Northmoor Integrated Care Board")
    form._form.reason.setPlainText("They hold the contract.")
    form._form.record.click()
    assert about(sample, "HPC26-4").joint_with == "Northmoor Integrated Care Board"


def test_a_form_left_by_escape_offers_its_words_again(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    form._form.text.setPlainText("Half a sent")
    form.reject()
    again = open_form(sample, qtbot, "record_update")
    assert again._form.text.toPlainText() == "Half a sent"


def test_recorded_words_are_not_offered_again(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    form._form.text.setPlainText("Done.")
    form._form.record.click()
    assert open_form(sample, qtbot, "record_update")._form.text.toPlainText() == ""


def test_the_record_menu_is_about_the_chosen_recommendation(
    sample: Workspace, window: MainWindow, answers: Answers
) -> None:
    assert sample.is_open
    window.go_to("HPC26-4")
    abouts: list[str] = []
    answers.fill = lambda form: abouts.append(form.ref)  # type: ignore[attr-defined]
    act(window, "record_update").trigger()
    assert abouts == ["HPC26-4"]


def test_without_a_recommendation_there_is_nothing_to_record(window: MainWindow) -> None:
    assert not any(act(window, name).isEnabled() for name in FORMS)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/07/2026", date(2026, 7, 31)),
        ("1.2.26", date(2026, 2, 1)),
        ("5 Mar 2026", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("07/31/2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_typed_as_in_britain(typed: str, day: date | None) -> None:
    assert read_date(typed) == day


def test_a_date_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setText("1 feb 2026")
    field.settle()
    assert field.text() == "01/02/2026"
