"""The forms of progress: allocate, update, extend, and a new action."""

from PySide6.QtWidgets import QComboBox, QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.states import Rag
from gainboard.errors import Refused
from gainboard.gui.forms.ui_meeting_action import Ui_ActionForm
from gainboard.gui.forms.ui_meeting_allocate import Ui_AllocateForm
from gainboard.gui.forms.ui_meeting_extend import Ui_ExtendForm
from gainboard.gui.forms.ui_meeting_update import Ui_UpdateForm
from gainboard.gui.meeting_dates import read_day, show_day
from gainboard.gui.meeting_form import Before, DecisionForm, complete
from gainboard.gui.workspace import Workspace
from gainboard.services.actions import raise_action
from gainboard.services.allocation import allocate
from gainboard.services.extensions import extend, warning_before
from gainboard.services.progress import record_update

NOT_SAID = "not said"


class AllocateForm(DecisionForm):
    """Who leads on it, and which group tracks it."""

    verb = "Allocate"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_AllocateForm()
        self._form.setupUi(self)
        self._last = ("", "", "")

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        summary, form = before.detail.summary, self._form
        known = self._people()
        complete(form.chiefEdit, known)
        complete(form.leadEdit, known)
        complete(form.groupEdit, self._groups())
        former = (summary.chief_officer, summary.delivery_lead, summary.group)
        # A report's recommendations mostly go to the same leads: offer the last ones again.
        shown = former if any(former) else self._last
        for edit, words in zip((form.chiefEdit, form.leadEdit, form.groupEdit), shown, strict=True):
            edit.setText(words)

    def record(self, before: Before) -> Changes | None:
        form = self._form
        leads = (form.chiefEdit.text(), form.leadEdit.text(), form.groupEdit.text())
        done = self._workspace.do(
            allocate, before.ref, chief_officer=leads[0], delivery_lead=leads[1], group=leads[2]
        )
        if done is not None:
            self._last = leads
        return done

    def first_field(self) -> QWidget:
        return self._form.chiefEdit


class UpdateForm(DecisionForm):
    """What the delivery lead reports."""

    verb = "Update"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_UpdateForm()
        self._form.setupUi(self)
        _offer_rags(self._form.ragCombo)

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        form, summary = self._form, before.detail.summary
        complete(form.byEdit, self._people())
        form.textEdit.clear()
        form.byEdit.setText(summary.delivery_lead)
        form.ragCombo.setCurrentIndex(0)
        form.forecastEdit.clear()

    def record(self, before: Before) -> Changes | None:
        form = self._form
        forecast = read_day(form.forecastEdit.text(), before.view.meeting.held_on)
        rag = form.ragCombo.currentData()
        return self._workspace.do(
            record_update,
            before.ref,
            text=form.textEdit.toPlainText(),
            by=form.byEdit.text(),
            rag=Rag(rag) if rag else None,
            forecast=forecast,
        )

    def first_field(self) -> QWidget:
        return self._form.textEdit


class ExtendForm(DecisionForm):
    """A later date, and why; a second extension is warned of."""

    verb = "Extend"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_ExtendForm()
        self._form.setupUi(self)
        self._form.toEdit.textChanged.connect(self._show_day)
        self._before: Before | None = None

    def fill(self, before: Before) -> None:
        self._before = before
        self._form.toEdit.clear()
        self._form.reasonEdit.clear()
        self._show_day("")

    def warning(self, before: Before) -> str:
        return self._workspace.ask(warning_before, before.ref)

    def record(self, before: Before) -> Changes | None:
        to = read_day(self._form.toEdit.text(), before.view.meeting.held_on, needed=True)
        assert to is not None
        return self._workspace.do(extend, before.ref, to=to, reason=self._form.reasonEdit.text())

    def first_field(self) -> QWidget:
        return self._form.toEdit

    def _show_day(self, typed: str) -> None:
        """Say what the day comes to while it is typed, beside the day it replaces."""
        if self._before is None or self._before.detail is None:
            return
        now = show_day(self._before.detail.summary.current_date) or "no date"
        try:
            then = read_day(typed, self._before.view.meeting.held_on)
        except Refused:
            then = None
        weekday = f"{then:%A} " if then else ""
        self._form.dayLabel.setText(f"{now} → {weekday}{show_day(then) or '…'}")


class ActionForm(DecisionForm):
    """Something to be done, by whom, by when."""

    verb = "New action on"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_ActionForm()
        self._form.setupUi(self)

    def fill(self, before: Before) -> None:
        assert before.detail is not None
        complete(self._form.ownerEdit, self._people())
        self._form.textEdit.clear()
        self._form.ownerEdit.setText(before.detail.summary.delivery_lead)
        self._form.dueEdit.clear()

    def record(self, before: Before) -> Changes | None:
        form = self._form
        due = read_day(form.dueEdit.text(), before.view.meeting.held_on)
        return self._workspace.do(
            raise_action,
            before.ref,
            text=form.textEdit.text(),
            owner=form.ownerEdit.text(),
            due=due,
        )

    def first_field(self) -> QWidget:
        return self._form.textEdit


def _offer_rags(combo: QComboBox) -> None:
    combo.addItem(NOT_SAID, "")
    for rag in (Rag.GREEN, Rag.AMBER, Rag.RED):
        combo.addItem(rag_words(rag), rag.value)


def rag_words(rag: Rag | None) -> str:
    """Return how the form names a RAG."""
    return f"{rag.value.upper()} {rag.words}" if rag else NOT_SAID
