"""The bar above the meeting: which meeting, which item, what o'clock, how long on the item."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.domain.views import MeetingView
from gainboard.gui.forms.ui_meeting_mode import Ui_MeetingMode
from gainboard.gui.meeting_fonts import room
from gainboard.gui.meeting_form import Before
from gainboard.gui.workspace import Workspace

TICK_MS = 5000


class MeetingTop(QObject):
    """Keeps the labels of the bar, and the clock that counts the minutes on an item."""

    def __init__(self, form: Ui_MeetingMode, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._form = form
        self._workspace = workspace
        self._taken: tuple[int, datetime] | None = None
        form.topBar.setProperty("role", "bar")
        for label in form.topBar.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(room(13))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Let the clock go."""
        self._timer.start()

    def stop(self) -> None:
        """Stop the clock."""
        self._timer.stop()

    def show_item(self, before: Before, marking: str) -> bool:
        """Show what is taken; True where it is another item than before."""
        item = before.line.item.id
        is_new = self._taken is None or self._taken[0] != item
        if is_new:
            self._taken = (item, self._workspace.register.clock())
        self._form.refLabel.setText(before.view.meeting.ref)
        self._form.placeLabel.setText(place_words(before.view, item))
        self._form.markingLabel.setText(marking)
        self.tick()
        return is_new

    def tick(self) -> None:
        """Show the time, and the whole minutes on this item."""
        if not self._workspace.is_open:
            return
        now = self._workspace.register.clock()
        minutes = int((now - self._taken[1]).total_seconds() // 60) if self._taken else 0
        self._form.clockLabel.setText(f"{now.astimezone():%H:%M}")
        self._form.minutesLabel.setText(f"{minutes} min on this item")


def place_words(view: MeetingView, item_id: int) -> str:
    """Say which item of how many it is."""
    at = [line.item.id for line in view.lines].index(item_id) + 1
    return f"item {at} of {len(view.lines)}"
