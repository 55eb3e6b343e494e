"""The forms of evidence: offered, judged, or waived with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.references import split_clause_ref
from gainboard.domain.states import Verdict
from gainboard.errors import Refused
from gainboard.gui.forms.ui_meeting_evidence import Ui_EvidenceForm
from gainboard.gui.forms.ui_meeting_judge import Ui_JudgeForm
from gainboard.gui.forms.ui_meeting_waive import Ui_WaiveForm
from gainboard.gui.meeting_dates import read_day
from gainboard.gui.meeting_form import (
    Before,
    DecisionForm,
    complete,
    show_clauses,
    ticked_clauses,
)
from gainboard.gui.workspace import Workspace
from gainboard.services.evidence import judge, offer, waive


class EvidenceForm(DecisionForm):
    """What is offered to show that clauses are met."""

    verb = "Evidence offered for"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_EvidenceForm()
        self._form.setupUi(self)

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        unmet = {view.clause.label for view in before.detail.clauses if not view.is_met}
        show_clauses(self._form.clauseList, before.detail, unmet)
        for edit in (self._form.textEdit, self._form.datedEdit, self._form.heldEdit):
            edit.clear()

    def record(self, before: Before) -> Changes | None:
        form = self._form
        return self._workspace.do(
            offer,
            before.ref,
            clauses=_some(ticked_clauses(form.clauseList)),
            text=form.textEdit.text(),
            # Evidence speaks of a day gone by: a day without a year is this year's.
            dated=read_day(_with_year(form.datedEdit.text(), before), before.view.meeting.held_on),
            held_at=form.heldEdit.text(),
        )

    def first_field(self) -> QWidget:
        return self._form.textEdit


class JudgeForm(DecisionForm):
    """What somebody other than the delivery lead found of the evidence."""

    verb = "Judge the evidence for"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_JudgeForm()
        self._form.setupUi(self)
        for verdict in Verdict:
            self._form.verdictCombo.addItem(verdict.value, verdict.value)
        self._last = ""

    def why_not(self, before: Before) -> str:
        if before.detail is None or before.detail.evidence:
            return ""
        return (
            f"Judge: no evidence has been offered for {before.ref}; offer it with V, "
            "or return it with R."
        )

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        form = self._form
        offered = {line.clause_id for view in before.detail.evidence for line in view.for_clauses}
        ticked = {
            view.clause.label
            for view in before.detail.clauses
            if view.clause.id in offered and not view.is_met
        }
        show_clauses(form.clauseList, before.detail, ticked)
        complete(form.byEdit, self._people())
        # One of them lets a recommendation be closed: it is not there for Enter to take.
        form.verdictCombo.setCurrentIndex(-1)
        form.byEdit.setText(self._last)
        form.reasonEdit.clear()

    def record(self, before: Before) -> Changes | None:
        form = self._form
        if form.verdictCombo.currentIndex() < 0:
            form.verdictCombo.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Refused("E-MISSING", "Choose the verdict; nothing was recorded.")
        done = self._workspace.do(
            judge,
            before.ref,
            clauses=_some(ticked_clauses(form.clauseList)),
            verdict=Verdict(form.verdictCombo.currentData()),
            by=form.byEdit.text(),
            reason=form.reasonEdit.text(),
        )
        if done is not None:
            self._last = form.byEdit.text()
        return done

    def first_field(self) -> QWidget:
        return self._form.clauseList


class WaiveForm(DecisionForm):
    """A clause the board does without, and why."""

    verb = "Waive a clause of"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_WaiveForm()
        self._form.setupUi(self)

    def why_not(self, before: Before) -> str:
        unmet = [v for v in before.detail.clauses if not v.is_met] if before.detail else []
        if unmet:
            return ""
        return f"Waive: every clause of {before.ref} is met already; close it with C."

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        combo = self._form.clauseCombo
        combo.clear()
        for view in before.detail.clauses:
            if not view.is_met:
                label = f"({view.clause.label})  " if view.clause.label else ""
                combo.addItem(f"{label}{view.clause.text}", view.ref)
        self._form.reasonEdit.clear()

    def record(self, before: Before) -> Changes | None:  # noqa: ARG002
        ref = str(self._form.clauseCombo.currentData())
        return self._workspace.do(waive, ref, reason=self._form.reasonEdit.text())

    def tick(self, labels: tuple[str, ...]) -> bool:
        combo = self._form.clauseCombo
        for row in range(combo.count()):
            if split_clause_ref(str(combo.itemData(row)))[1] == labels[0]:
                combo.setCurrentIndex(row)
                return True
        return False

    def first_field(self) -> QWidget:
        many = self._form.clauseCombo.count() > 1
        return self._form.clauseCombo if many else self._form.reasonEdit


def _some(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty choice: the services would read it as every clause."""
    if not labels:
        raise Refused(
            "E-MISSING", "No clause is ticked; nothing was recorded. Tick one with Space."
        )
    return labels


def _with_year(typed: str, before: Before) -> str:
    short = typed.strip()
    return f"{short}/{before.view.meeting.held_on.year}" if short.count("/") == 1 else short
