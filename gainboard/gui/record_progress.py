"""Forms for progress: an update, an action, another's completion, whose it is."""

from gainboard.domain.changes import Changes
from gainboard.domain.states import ActionStatus, Applicability
from gainboard.domain.words import shorten
from gainboard.gui.forms.ui_record_action import Ui_RecordAction
from gainboard.gui.forms.ui_record_applicability import Ui_RecordApplicability
from gainboard.gui.forms.ui_record_completion import Ui_RecordCompletion
from gainboard.gui.forms.ui_record_done import Ui_RecordDone
from gainboard.gui.forms.ui_record_update import Ui_RecordUpdate
from gainboard.gui.record_form import RecordForm, chosen_rag, offer_people, offer_rags
from gainboard.gui.wording import day
from gainboard.gui.workspace import Workspace
from gainboard.services.actions import complete_action, raise_action
from gainboard.services.applicability import decide_applicability
from gainboard.services.closing import complete
from gainboard.services.progress import record_update


class UpdateForm(RecordForm):
    """Records what has happened, told by somebody."""

    needed = ("text", "by")

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordUpdate()
        super().__init__(workspace, ref, self._form)
        offer_people(workspace, self._form.by, self.one.summary.delivery_lead)
        offer_rags(self._form.rag)

    def carry_out(self) -> Changes | None:
        form = self._form
        return self.workspace.do(
            record_update,
            self.ref,
            text=form.text.toPlainText(),
            by=form.by.currentText(),
            rag=chosen_rag(form.rag),
            forecast=form.forecast.value(),
        )


class ActionForm(RecordForm):
    """Raises an action: what, who and by when."""

    needed = ("text",)

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordAction()
        super().__init__(workspace, ref, self._form)
        offer_people(workspace, self._form.owner, self.one.summary.delivery_lead)

    def carry_out(self) -> Changes | None:
        form = self._form
        return self.workspace.do(
            raise_action,
            self.ref,
            text=form.text.toPlainText(),
            owner=form.owner.currentText(),
            due=form.due.value(),
        )


class DoneForm(RecordForm):
    """Records one of the open actions as done."""

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordDone()
        super().__init__(workspace, ref, self._form)
        views = (view for view in self.one.actions if view.action.status is ActionStatus.OPEN)
        self._open = list(views)
        for view in self._open:
            who = view.owner or "no owner"
            when = f"due {day(view.action.due)}" if view.action.due else "no date"
            words = shorten(view.action.text, 90)
            self._form.actions.addItem(f"{view.action.ref}  {words} – {who}, {when}")
        self._form.actions.setCurrentRow(0)

    def carry_out(self) -> Changes | None:
        if not self._open:
            self.refuse(f"{self.ref} has no open action; nothing was recorded.")
            return None
        chosen = self._open[self._form.actions.currentRow()]
        return self.workspace.do(complete_action, chosen.action.ref)


class CompletionForm(RecordForm):
    """Notes the day somebody else completed theirs."""

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordCompletion()
        super().__init__(workspace, ref, self._form)
        self._form.on.set_date(workspace.register.clock().date())

    def carry_out(self) -> Changes | None:
        on = self._form.on.value()
        if on is None:
            self.refuse(
                "Type the day on which it was completed, such as 31/07/2026.", at=self._form.on
            )
            return None
        return self.workspace.do(complete, self.ref, on=on)


class ApplicabilityForm(RecordForm):
    """Decides whose a recommendation is, with the reason."""

    needed = ("reason", "joint_with")

    def __init__(self, workspace: Workspace, ref: str) -> None:
        self._form = Ui_RecordApplicability()
        super().__init__(workspace, ref, self._form)
        for value in Applicability:
            if value is not Applicability.UNDECIDED:
                self._form.value.addItem(value.words[:1].upper() + value.words[1:], value)
        self._form.value.currentIndexChanged.connect(self._ask_for_partner)
        known = self._form.value.findData(self.one.summary.applicability)
        self._form.value.setCurrentIndex(max(known, 0))
        self._form.joint_with.setText(self.one.joint_with)
        self._ask_for_partner()

    def carry_out(self) -> Changes | None:
        form = self._form
        return self.workspace.do(
            decide_applicability,
            self.ref,
            Applicability(form.value.currentData()),
            reason=form.reason.toPlainText(),
            joint_with=form.joint_with.text(),
        )

    def _ask_for_partner(self) -> None:
        is_joint = self._form.value.currentData() == Applicability.JOINT
        self._form.joint_with.setEnabled(is_joint)
        self._form.joint_with_label.setEnabled(is_joint)
