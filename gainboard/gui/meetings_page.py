"""The board's meetings: planned, held, minuted; and the agenda that builds itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.meeting import Meeting
from gainboard.domain.states import MeetingState
from gainboard.domain.views import MeetingView
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_meetings_page import Ui_MeetingsPage
from gainboard.gui.meeting_dates import show_day
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.meetings_forms import LineForm, PlanForm
from gainboard.gui.minutes_preview import MinutesPreview
from gainboard.gui.paper_writing import PaperWriter
from gainboard.gui.prompts import prompts
from gainboard.gui.workspace import Workspace
from gainboard.services.agendas import (
    drop_line,
    move_line,
    park_line,
    set_confidential,
)
from gainboard.services.meetings import (
    approve_minutes,
    open_meeting,
)
from gainboard.services.views import in_session, meeting, meetings

_HELD = (MeetingState.MINUTES_DRAFT, MeetingState.MINUTES_APPROVED)


class MeetingsPage(QWidget):
    """Lists the meetings and shows one. `opened` gives the window of a meeting that began."""

    opened = Signal(object)
    title = "Meetings"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_MeetingsPage()
        self._form.setupUi(self)
        self._view: MeetingView | None = None
        self._mode: MeetingMode | None = None
        self._preview: MinutesPreview | None = None
        self._writer = PaperWriter(workspace, self)
        self._plan = PlanForm(self._form, workspace, self)
        self._line = LineForm(self._form, workspace, self)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for row in (self._form.buttonRow, self._form.lineRow):
            row.lay_out()
        self._form.splitter.setSizes([260, 900])
        self._form.splitter.setStretchFactor(1, 1)
        for hidden in (self._form.exportProgress, self._form.messageLabel):
            hidden.hide()
        self._connect()

    @property
    def mode(self) -> MeetingMode | None:
        """Return the window of the meeting in session, once it was opened."""
        return self._mode

    @property
    def preview(self) -> MinutesPreview | None:
        """Return the window with the minutes, once it was opened."""
        return self._preview

    @property
    def message(self) -> str:
        """Return what the page says last happened."""
        return self._form.messageLabel.text()

    @property
    def beginning(self) -> QWidget:
        """Return what has the cursor when the page is opened."""
        return self._form.meetingList

    def refresh(self) -> None:
        """Show the meetings as the register has them."""
        if not self._workspace.is_open:
            return
        every = self._workspace.ask(meetings)
        self._show_list(every)
        if self._form.pages.currentWidget() in (self._form.planPage, self._form.linePage):
            return
        chosen = self._chosen_ref() or (every[0].ref if every else "")
        if chosen:
            self.go_to(chosen)
        else:
            self._view = None
            self._form.pages.setCurrentWidget(self._form.emptyPage)

    def go_to(self, ref: str) -> bool:
        """Show a meeting; False where there is none of that reference."""
        try:
            self._view = self._workspace.ask(meeting, ref)
        except GainboardError:
            return False
        self._select(ref)
        self._show(self._view)
        return True

    def start(self) -> None:
        """Go back to the meeting in session, or open the one shown."""
        sitting = self._workspace.ask(in_session)
        if sitting is None and (self._view is None or not self._open(self._view.meeting)):
            return
        if self._mode is not None:
            self._mode.deleteLater()
        self._mode = MeetingMode(self._workspace)
        self._mode.finished.connect(self.go_to)
        self._mode.showFullScreen()
        self._mode.begin()
        self.opened.emit(self._mode)

    def show_preview(self) -> None:
        """Show the minutes of the meeting as they stand."""
        if self._view is not None:
            self._preview = self._preview or MinutesPreview(self._workspace)
            self._preview.show_minutes(self._view.meeting.ref)
            self._preview.show()
            self._preview.raise_()

    def export(self) -> None:
        """Write the minutes of the meeting to a file."""
        if self._view is not None:
            self._writer.write_minutes(self._view.meeting.ref)

    def approve(self) -> None:
        """Approve the minutes, once it is agreed that they never change again."""
        if self._view is None:
            return
        ref = self._view.meeting.ref
        agreed = prompts().confirm(
            self,
            title="Approve minutes",
            says=f"Approve the minutes of {ref}? They are kept word for word from then on and "
            "never change; a correction is an addendum. Read them in the preview first.",
            verb=f"Approve the minutes of {ref}",
        )
        if agreed:
            self._workspace.prepare("before minutes are approved")
        if agreed and self._workspace.do(approve_minutes, ref) is not None:
            self._say(f"✓ The minutes of {ref} are approved.")

    def begin_plan(self) -> None:
        """Show the form for a new meeting."""
        self._plan.begin()

    def begin_line(self) -> None:
        """Show the form for a line of one's own."""
        if self._view is not None:
            self._line.begin(self._view.meeting.ref)

    def change_line(self, verb: Callable[..., Changes], **values: Any) -> None:
        """Move, drop, park or mark the chosen line."""
        line = self._form.agendaTree.chosen_line()
        if line is None:
            self._say("Choose a line of the agenda first.")
        else:
            self._workspace.do(verb, line, **values)

    def _connect(self) -> None:
        form = self._form
        form.meetingList.currentItemChanged.connect(self._list_changed)
        for button, act in (
            (form.planButton, self.begin_plan),
            (form.startButton, self.start),
            (form.previewButton, self.show_preview),
            (form.exportButton, self.export),
            (form.approveButton, self.approve),
            (form.upButton, partial(self.change_line, move_line, by=-1)),
            (form.downButton, partial(self.change_line, move_line, by=1)),
            (form.parkButton, partial(self.change_line, park_line)),
            (form.dropButton, partial(self.change_line, drop_line)),
            (form.confidentialButton, self._toggle_confidential),
            (form.addButton, self.begin_line),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        for key, button in (("Alt+Up", form.upButton), ("Alt+Down", form.downButton)):
            QShortcut(QKeySequence(key), form.agendaTree, button.click)
        form.agendaTree.dragged.connect(self._dragged)
        form.agendaTree.currentItemChanged.connect(self._show_chosen)
        self._plan.done.connect(self._leave_form)
        self._line.done.connect(self._leave_form)
        self._writer.started.connect(form.exportProgress.show)
        self._writer.ended.connect(self._say)
        self._workspace.changed.connect(self._changed)

    def _open(self, chosen: Meeting) -> bool:
        done = self._workspace.do(open_meeting, chosen.ref, on=chosen.held_on, chair=chosen.chair)
        return done is not None

    def _dragged(self, line: int, by: int) -> None:
        self._workspace.do(move_line, line, by=by)

    def _changed(self, changes: Changes) -> None:  # noqa: ARG002
        if self.isVisible():
            self.refresh()

    def _show_list(self, every: list[Meeting]) -> None:
        shown = self._form.meetingList
        chosen = self._chosen_ref()
        quiet = QSignalBlocker(shown)
        shown.clear()
        for one in every:
            item = QListWidgetItem(f"{one.ref}\n{show_day(one.held_on)}, {one.state.words}")
            item.setData(Qt.ItemDataRole.UserRole, one.ref)
            shown.addItem(item)
        self._select(chosen)
        del quiet

    def _select(self, ref: str) -> None:
        quiet = QSignalBlocker(self._form.meetingList)
        for row in range(self._form.meetingList.count()):
            if self._form.meetingList.item(row).data(Qt.ItemDataRole.UserRole) == ref:
                self._form.meetingList.setCurrentRow(row)
        del quiet

    def _chosen_ref(self) -> str:
        item = self._form.meetingList.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _list_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._say("")
            self.go_to(str(item.data(Qt.ItemDataRole.UserRole)))

    def _show(self, view: MeetingView) -> None:
        form, one = self._form, view.meeting
        form.pages.setCurrentWidget(form.meetingPage)
        form.refLabel.setText(one.ref)
        form.stateLabel.setText(one.state.words)
        form.aboutLabel.setText(about_words(view))
        form.agendaTree.show_agenda(view)
        going = one.state is MeetingState.IN_SESSION
        again = one.state is MeetingState.MINUTES_DRAFT
        form.startButton.setText("Re&sume the meeting" if going or again else "&Start the meeting")
        approved = one.state is MeetingState.MINUTES_APPROVED
        form.startButton.setVisible(not approved)
        form.exportButton.setEnabled(one.state in _HELD)
        form.approveButton.setVisible(one.state is MeetingState.MINUTES_DRAFT)
        form.previewButton.setEnabled(one.state is not MeetingState.PLANNED)
        for button in self._line_buttons():
            button.setEnabled(not approved)
        self._show_chosen()

    def _line_buttons(self) -> tuple[QWidget, ...]:
        form = self._form
        return (
            form.upButton,
            form.downButton,
            form.addButton,
            form.parkButton,
            form.dropButton,
            form.confidentialButton,
        )

    def _show_chosen(self) -> None:
        line = self._form.agendaTree.chosen_line()
        marked = self._view is not None and any(
            each.item.id == line and each.item.confidential for each in self._view.lines
        )
        self._form.confidentialButton.setChecked(marked)

    def _toggle_confidential(self) -> None:
        self.change_line(set_confidential, value=self._form.confidentialButton.isChecked())
        self._show_chosen()

    def _leave_form(self, ref: str = "") -> None:
        self._form.pages.setCurrentWidget(self._form.emptyPage)
        if ref:
            self._show_list(self._workspace.ask(meetings))
            self._select(ref)
        self.refresh()

    def _say(self, words: str) -> None:
        self._form.exportProgress.hide()
        self._form.messageLabel.setText(words)
        self._form.messageLabel.setVisible(bool(words))
        if words:
            announce(self._form.messageLabel, words)


def about_words(view: MeetingView) -> str:
    """Say when and where a meeting is, who chairs it, and what it holds."""
    one = view.meeting
    place = f" at {one.place}" if one.place else ""
    chair = f", chaired by {one.chair}" if one.chair else ""
    decided = sum(len(line.decisions) for line in view.lines)
    counts = f"{len(view.lines)} lines on the agenda, "
    counts += f"{decided} decision{'' if decided == 1 else 's'}"
    return f"{show_day(one.held_on)}{place}{chair}. {counts}."
