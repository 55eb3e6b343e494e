"""Forms for evidence: offered for clauses, judged, or waived."""

from pathlib import Path

from gainboard.domain.changes import Changes
from gainboard.domain.states import Verdict
from gainboard.gui.forms.ui_record_evidence import Ui_RecordEvidence
from gainboard.gui.forms.ui_record_judgement import Ui_RecordJudgement
from gainboard.gui.forms.ui_record_waiver import Ui_RecordWaiver
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.record_form import (
    RecordForm,
    clause_line,
    offer_clauses,
    offer_people,
    ticked_clauses,
)
from gainboard.gui.workspace import Workspace
from gainboard.services.evidence import judge, offer, waive

_TICK_ONE = "Tick the clauses it is about; nothing was recorded."


class EvidenceForm(RecordForm):
    """Records what shows that clauses are met."""

    needed = ("text",)

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordEvidence()
        super().__init__(workspace, ref, self._form)
        offer_clauses(self._form.clauses, self.one)
        self._form.choose.clicked.connect(self._choose)

    def carry_out(self) -> Changes | None:
        form, clauses = self._form, ticked_clauses(self._form.clauses)
        if not clauses:
            self.refuse(_TICK_ONE, at=form.clauses)
            return None
        name = form.file.text().strip()
        return self.workspace.do(
            offer,
            self.ref,
            clauses=clauses,
            text=form.text.toPlainText(),
            dated=form.dated.value(),
            file=Path(name) if name else None,
            held_at=form.held_at.text(),
        )

    def _choose(self) -> None:
        chosen = prompts().file_to_open(self, FileChoice(title="The file to keep"))
        if chosen is not None:
            self._form.file.setText(str(chosen))


class JudgementForm(RecordForm):
    """Records what somebody found of the evidence."""

    needed = ("by",)

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordJudgement()
        super().__init__(workspace, ref, self._form)
        offer_clauses(self._form.clauses, self.one)
        for verdict in Verdict:
            self._form.verdict.addItem(verdict.capitalize(), verdict)
        # None is likelier than another, and one of them lets a recommendation be closed.
        self._form.verdict.setCurrentIndex(-1)
        offer_people(workspace, self._form.by)

    def carry_out(self) -> Changes | None:
        form, clauses = self._form, ticked_clauses(self._form.clauses)
        if not clauses:
            self.refuse(_TICK_ONE, at=form.clauses)
            return None
        if form.verdict.currentIndex() < 0:
            self.refuse("Choose the verdict; nothing was recorded.", at=form.verdict)
            return None
        return self.workspace.do(
            judge,
            self.ref,
            clauses=clauses,
            verdict=Verdict(form.verdict.currentData()),
            by=form.by.currentText(),
            reason=form.reason.toPlainText(),
        )


class WaiverForm(RecordForm):
    """Waives one clause, with the reason."""

    needed = ("reason",)

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordWaiver()
        super().__init__(workspace, ref, self._form)
        for view in self.one.clauses:
            self._form.clause.addItem(clause_line(view))
        unmet = [n for n, view in enumerate(self.one.clauses) if not view.is_met]
        self._form.clause.setCurrentRow(unmet[0] if unmet else 0)

    def carry_out(self) -> Changes | None:
        clause = self.one.clauses[self._form.clause.currentRow()]
        return self.workspace.do(waive, clause.ref, reason=self._form.reason.toPlainText())
