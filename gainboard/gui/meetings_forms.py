"""The two short forms of the meetings page: a new meeting, and a line of one's own."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.domain.agenda import SECTIONS
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_meetings_page import Ui_MeetingsPage
from gainboard.gui.kept_fields import KeptFields
from gainboard.gui.meeting_dates import read_day
from gainboard.gui.workspace import Workspace
from gainboard.services.agendas import add_line
from gainboard.services.meetings import next_meeting_ref, plan_meeting
from gainboard.services.views import meetings

USUAL_CHAIR = "Deputy Chief Constable"


class PlanForm(QObject):
    """A new meeting, its reference suggested, chair and place as last time."""

    done = Signal(str)

    def __init__(self, form: Ui_MeetingsPage, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        form.planSaveButton.clicked.connect(self.save)
        form.planCancelButton.clicked.connect(lambda: self.done.emit(""))
        fields = (form.planRefEdit, form.planOnEdit, form.planChairEdit, form.planPlaceEdit)
        for field in fields:
            field.returnPressed.connect(self.save)
        named = {field.objectName(): field for field in fields}
        self._kept = KeptFields(workspace, named, self)
        form.planCancelButton.clicked.connect(self._kept.leave)

    def begin(self) -> None:
        """Show the form, filled with what is most likely meant."""
        form = self._form
        today = self._workspace.register.clock().date()
        last = next(iter(self._workspace.ask(meetings)), None)
        form.planRefEdit.setText(self._workspace.ask(next_meeting_ref, today))
        form.planOnEdit.clear()
        form.planChairEdit.setText(last.chair if last else USUAL_CHAIR)
        form.planPlaceEdit.setText(last.place if last else "")
        self._kept.begin("plan/meeting")
        form.planProblemLabel.hide()
        form.pages.setCurrentWidget(form.planPage)
        form.planOnEdit.setFocus()

    def save(self) -> None:
        """Plan the meeting; its agenda builds itself."""
        form, ref = self._form, self._form.planRefEdit.text().strip()
        today = self._workspace.register.clock().date()
        try:
            on = read_day(form.planOnEdit.text(), today, needed=True)
        except GainboardError as refusal:
            self.refuse(refusal.says)
            return
        assert on is not None
        chair, place = form.planChairEdit.text().strip(), form.planPlaceEdit.text().strip()
        with self._workspace.telling(lambda refusal: self.refuse(str(refusal))):
            done = self._workspace.do(plan_meeting, ref, on=on, chair=chair, place=place)
        if done is not None:
            self._kept.drop()
            self.done.emit(ref)

    def refuse(self, words: str) -> None:
        """Say under the fields what is missing."""
        _say(self._form.planProblemLabel, words)


class LineForm(QObject):
    """A line of one's own; a reference as title brings its recommendation."""

    done = Signal(str)

    def __init__(self, form: Ui_MeetingsPage, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._ref = ""
        for number, words in SECTIONS.items():
            form.lineSectionCombo.addItem(f"{number}  {words}", number)
        form.lineSaveButton.clicked.connect(self.save)
        form.lineCancelButton.clicked.connect(lambda: self.done.emit(""))
        form.lineTitleEdit.returnPressed.connect(self.save)
        self._kept = KeptFields(workspace, {"lineTitleEdit": form.lineTitleEdit}, self)
        form.lineCancelButton.clicked.connect(self._kept.leave)

    def begin(self, meeting_ref: str) -> None:
        """Show the form for the agenda of a meeting."""
        self._ref = meeting_ref
        self._form.lineTitleEdit.clear()
        self._kept.begin(f"line/{meeting_ref}")
        self._form.lineProblemLabel.hide()
        self._form.pages.setCurrentWidget(self._form.linePage)
        self._form.lineSectionCombo.setFocus()

    def save(self) -> None:
        """Add the line."""
        section = int(self._form.lineSectionCombo.currentData())
        title = self._form.lineTitleEdit.text()
        with self._workspace.telling(lambda refusal: self.refuse(str(refusal))):
            done = self._workspace.do(add_line, self._ref, section=section, title=title)
        if done is not None:
            self._kept.drop()
            self.done.emit(self._ref)

    def refuse(self, words: str) -> None:
        """Say under the fields what is missing."""
        _say(self._form.lineProblemLabel, words)


def _say(label: QLabel, words: str) -> None:
    label.setText(f"✗ {words}")
    label.show()
    announce(label, words, urgent=True)
