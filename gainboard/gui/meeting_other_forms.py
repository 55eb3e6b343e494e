"""The rarer decisions behind one key, and an action recorded as done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.states import Rag, UpdateState
from gainboard.domain.views import ActionView
from gainboard.domain.words import shorten
from gainboard.errors import Refused
from gainboard.gui.forms.ui_meeting_complete import Ui_CompleteForm
from gainboard.gui.forms.ui_meeting_other import Ui_OtherForm
from gainboard.gui.meeting_dates import read_day, show_day
from gainboard.gui.meeting_form import Before, DecisionForm
from gainboard.gui.workspace import Workspace
from gainboard.services.action_log import open_actions
from gainboard.services.actions import complete_action
from gainboard.services.closing import demonstrate, not_accept, reopen, supersede
from gainboard.services.extensions import refuse_extension
from gainboard.services.meetings import escalate
from gainboard.services.progress import judge_update, set_rag

Record = Callable[[Workspace, Before, str, str], Changes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A decision by its name; `fact` is what is asked beside the reason, empty where nothing."""

    name: str
    fact: str
    record: Record


def _refuse(workspace: Workspace, before: Before, fact: str, reason: str) -> Changes | None:
    to = read_day(fact, before.view.meeting.held_on, needed=True)
    assert to is not None
    return workspace.do(refuse_extension, before.ref, to=to, reason=reason)


def _demonstrate(workspace: Workspace, before: Before, fact: str, reason: str) -> Changes | None:
    on = read_day(fact, before.view.meeting.held_on, needed=True)
    assert on is not None
    return workspace.do(demonstrate, before.ref, recheck_on=on, reason=reason)


def _judge_update(accept: bool) -> Record:
    def record(workspace: Workspace, before: Before, _fact: str, reason: str) -> Changes | None:
        waiting = [
            view.update
            for view in (before.detail.updates if before.detail else ())
            if view.update.state is UpdateState.PENDING
        ]
        if not waiting:
            raise Refused(
                "E-NO-UPDATE",
                f"No update on {before.ref} waits to be judged; nothing was recorded.",
            )
        return workspace.do(judge_update, waiting[0].id, accept=accept, reason=reason)

    return record


def _rate(rag: Rag) -> Record:
    return lambda workspace, before, _, reason: workspace.do(
        set_rag, before.ref, rag=rag, reason=reason
    )


OTHERS = (
    Other(
        name="Escalate as a risk",
        fact="",
        record=lambda w, before, _, reason: w.do(escalate, before.ref, reason=reason),
    ),
    Other(name="Refuse an extension", fact="Asked for &until", record=_refuse),
    Other(
        name="Demonstration period", fact="&Until, when it is checked again", record=_demonstrate
    ),
    Other(name="Rate GREEN on track", fact="", record=_rate(Rag.GREEN)),
    Other(name="Rate AMBER at risk", fact="", record=_rate(Rag.AMBER)),
    Other(name="Rate RED off track", fact="", record=_rate(Rag.RED)),
    Other(name="Accept the update", fact="", record=_judge_update(True)),
    Other(name="Do not accept the update", fact="", record=_judge_update(False)),
    Other(
        name="Do not accept the recommendation",
        fact="",
        record=lambda w, before, _, reason: w.do(not_accept, before.ref, reason=reason),
    ),
    Other(
        name="Supersede",
        fact="Superseded &by",
        record=lambda w, before, fact, reason: w.do(
            supersede, before.ref, by_ref=fact, reason=reason
        ),
    ),
    Other(
        name="Reopen",
        fact="",
        record=lambda w, before, _, reason: w.do(reopen, before.ref, reason=reason),
    ),
)


class OtherForm(DecisionForm):
    """One of the rarer decisions, with its reason."""

    verb = "Decide on"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_OtherForm()
        self._form.setupUi(self)
        for other in OTHERS:
            self._form.kindCombo.addItem(other.name)
        self._form.kindCombo.currentIndexChanged.connect(self._ask)
        self._ask(0)

    def fill(self, before: Before) -> None:  # noqa: ARG002
        self._form.kindCombo.setCurrentIndex(0)
        self._form.factEdit.clear()
        self._form.reasonEdit.clear()

    def record(self, before: Before) -> Changes | None:
        form = self._form
        other = OTHERS[form.kindCombo.currentIndex()]
        reason = form.reasonEdit.text()
        return other.record(self._workspace, before, form.factEdit.text(), reason)

    def first_field(self) -> QWidget:
        return self._form.kindCombo

    def _ask(self, index: int) -> None:
        fact = OTHERS[index].fact
        self._form.factLabel.setText(fact)
        self._form.factEdit.setAccessibleName(fact.replace("&", "") or "Not needed")
        self._form.factEdit.setVisible(bool(fact))
        self._form.factLabel.setVisible(bool(fact))


class CompleteForm(DecisionForm):
    """An action recorded as done: of this recommendation, or of the whole log."""

    verb = "Complete an action"
    about_recommendation = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_CompleteForm()
        self._form.setupUi(self)

    def title(self, before: Before) -> str:
        return f"{self.verb} on {before.ref}" if before.ref else self.verb

    def why_not(self, before: Before) -> str:
        if self._open(before):
            return ""
        where = f"on {before.ref}" if before.ref else "in the log"
        return f"Complete: no action is open {where}."

    def fill(self, before: Before) -> None:
        combo = self._form.actionCombo
        combo.clear()
        for view in self._open(before):
            combo.addItem(action_words(view), view.action.ref)

    def record(self, before: Before) -> Changes | None:  # noqa: ARG002
        return self._workspace.do(complete_action, str(self._form.actionCombo.currentData()))

    def first_field(self) -> QWidget:
        return self._form.actionCombo

    def _open(self, before: Before) -> list[ActionView]:
        every = self._workspace.ask(open_actions)
        return [view for view in every if before.ref in ("", view.parent)]


def action_words(view: ActionView) -> str:
    """Say an action on one line: its reference, what is to be done, by whom and when."""
    owner = view.owner or "no owner"
    due = f", due {show_day(view.action.due)}" if view.action.due else ""
    return f"{view.action.ref}  {view.parent}: {shorten(view.action.text, 100)} ({owner}{due})"
