"""The forms about the meeting itself: where to go, who is here, and the end of it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.states import AgendaState, Presence
from gainboard.domain.views import AgendaLine, MeetingView
from gainboard.errors import Refused
from gainboard.gui.forms.ui_meeting_attend import Ui_AttendForm
from gainboard.gui.forms.ui_meeting_finish import Ui_FinishForm
from gainboard.gui.forms.ui_meeting_goto import Ui_GoToForm
from gainboard.gui.meeting_dates import read_day
from gainboard.gui.meeting_form import Before, DecisionForm, complete
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import attend, finish_meeting, take_up, take_up_line

PRESENCE_WORDS = {
    Presence.PRESENT: "present",
    Presence.APOLOGIES: "apologies",
    Presence.DEPUTY: "deputy",
}


class GoToForm(DecisionForm):
    """Go to any recommendation, or to a line of the agenda by a few of its words."""

    verb = "Go to"
    button = "&Go"
    about_recommendation = False
    keeps_words = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_GoToForm()
        self._form.setupUi(self)

    def fill(self, before: Before) -> None:
        known = [name for line in before.view.lines for name in (line.ref, line.item.title)]
        complete(self._form.refEdit, [name for name in known if name])
        self._form.refEdit.clear()

    def record(self, before: Before) -> Changes | None:
        typed = self._form.refEdit.text().strip()
        for line in before.view.lines:
            if typed and typed.casefold() in (line.ref.casefold(), line.item.title.casefold()):
                return self._workspace.do(take_up_line, line.item.id)
        if not typed:
            raise Refused("E-MISSING", "Type a reference or the title of a line, then Enter.")
        lines = before.view.lines
        meant = [line for line in lines if typed.casefold() in line.item.title.casefold()]
        if len(meant) == 1 and not meant[0].ref:
            return self._workspace.do(take_up_line, meant[0].item.id)
        return self._workspace.do(take_up, typed)

    def first_field(self) -> QWidget:
        return self._form.refEdit


class AttendForm(DecisionForm):
    """Who is present, who sent apologies, who stands in for whom; one name after another."""

    verb = "Attendance"
    about_recommendation = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_AttendForm()
        self._form.setupUi(self)
        for presence, words in PRESENCE_WORDS.items():
            self._form.presenceCombo.addItem(words, presence.value)
        self._form.presenceCombo.currentIndexChanged.connect(self._enable_deputy)
        self._enable_deputy()

    def fill(self, before: Before) -> None:
        form = self._form
        complete(form.nameEdit, self._people())
        complete(form.deputyEdit, self._people())
        form.nameEdit.clear()
        form.deputyEdit.clear()
        form.presenceCombo.setCurrentIndex(0)
        form.soFarLabel.setText(attendance_words(before.view))

    def record(self, before: Before) -> Changes | None:  # noqa: ARG002
        form = self._form
        presence = Presence(form.presenceCombo.currentData())
        deputy_for = form.deputyEdit.text().strip() if presence is Presence.DEPUTY else ""
        if presence is Presence.DEPUTY and not deputy_for:
            raise Refused("E-MISSING", "Say for whom the deputy stands in; nothing was recorded.")
        return self._workspace.do(
            attend, form.nameEdit.text(), presence=presence, deputy_for=deputy_for
        )

    def first_field(self) -> QWidget:
        return self._form.nameEdit

    def _enable_deputy(self) -> None:
        is_deputy = self._form.presenceCombo.currentData() == Presence.DEPUTY.value
        self._form.deputyEdit.setEnabled(is_deputy)


class FinishForm(DecisionForm):
    """The end of the meeting, with what has no outcome yet."""

    verb = "Finish the meeting"
    button = "&Finish the meeting"
    about_recommendation = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._form = Ui_FinishForm()
        self._form.setupUi(self)

    def fill(self, before: Before) -> None:
        form = self._form
        waiting = [line for line in before.view.without_outcome if not has_outcome(line)]
        form.openList.clear()
        for line in waiting:
            form.openList.addItem(f"{line.ref or line.item.title}   {line.item.why}")
        form.openList.setVisible(bool(waiting))
        count = len(waiting)
        form.openLabel.setText(
            f"{count} item{'' if count == 1 else 's'} without an outcome; "
            "what concerns recommendations returns to the next agenda by itself:"
            if waiting
            else "Every item has its outcome."
        )
        form.nextEdit.clear()

    def record(self, before: Before) -> Changes | None:
        next_on = read_day(self._form.nextEdit.text(), before.view.meeting.held_on)
        return self._workspace.do(finish_meeting, next_on=next_on)

    def first_field(self) -> QLineEdit:
        return self._form.nextEdit


def has_outcome(line: AgendaLine) -> bool:
    """Tell whether a line has words or decisions, so that leaving it makes it considered."""
    current = line.item.state is AgendaState.CURRENT
    return current and bool(line.decisions or line.item.discussion)


def attendance_words(view: MeetingView) -> str:
    """Say who is here so far, with the quorum if one is set."""
    said = [
        f"{shown.name} ({PRESENCE_WORDS[shown.attendance.presence]}"
        + (f" for {shown.attendance.deputy_for})" if shown.attendance.deputy_for else ")")
        for shown in view.attendance
    ]
    listed = "; ".join(said) or "nobody recorded yet"
    return f"{listed}. {view.quorum}" if view.quorum else listed
