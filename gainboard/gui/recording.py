"""The Record menu: each of its actions opens one small form about the chosen recommendation."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gainboard.gui.icons import dress
from gainboard.gui.prompts import prompts
from gainboard.gui.record_evidence import EvidenceForm, JudgementForm, WaiverForm
from gainboard.gui.record_form import RecordForm
from gainboard.gui.record_progress import (
    ActionForm,
    ApplicabilityForm,
    CompletionForm,
    DoneForm,
    UpdateForm,
)
from gainboard.gui.workspace import Workspace

FORMS: dict[str, tuple[str, Callable[[Workspace, str], RecordForm]]] = {
    "record_update": ("update", UpdateForm),
    "record_evidence": ("evidence", EvidenceForm),
    "record_judgement": ("judge", JudgementForm),
    "record_waiver": ("waive", WaiverForm),
    "record_action": ("action", ActionForm),
    "record_done": ("complete", DoneForm),
    "record_applicability": ("applicability", ApplicabilityForm),
    "record_completion": ("complete", CompletionForm),
}


class Recording(QObject):
    """Enables the actions while a recommendation is chosen, and opens their forms."""

    def __init__(self, workspace: Workspace, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._workspace = workspace
        self._ref = ""
        self._actions: list[QAction] = []
        for name, (icon, form) in FORMS.items():
            act = actions[name]
            dress(act, icon)
            act.triggered.connect(lambda _=False, form=form: self._open(form))
            self._actions.append(act)
        self.choose("")

    def choose(self, ref: str) -> None:
        """Say which recommendation the forms are about; empty for none."""
        self._ref = ref
        for act in self._actions:
            act.setEnabled(bool(ref))

    def _open(self, form: Callable[[Workspace, str], RecordForm]) -> None:
        prompts().run(form(self._workspace, self._ref))
