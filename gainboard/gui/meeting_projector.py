"""The window for the projector: the item without the secretary's notes, in letters of 24 up."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.gui.forms.ui_meeting_projector import Ui_ProjectorWindow
from gainboard.gui.meeting_fonts import enlarge
from gainboard.gui.meeting_form import Before
from gainboard.gui.meeting_item import PROJECTOR
from gainboard.gui.meeting_top import place_words


class ProjectorWindow(QWidget):
    """Shows what is before the board to the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._form = Ui_ProjectorWindow()
        self._form.setupUi(self)
        enlarge(self, 24)
        self._form.item.set_steps(PROJECTOR)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def show_before(self, before: Before, since: str, text: str, marking: str) -> None:
        """Show an item, its newest decision, and the marking above and below."""
        form, view = self._form, before.view
        form.refLabel.setText(view.meeting.ref)
        form.placeLabel.setText(place_words(view, before.line.item.id))
        form.markingLabel.setText(marking)
        form.markingBelow.setText(marking)
        form.item.show_line(before.line, before.detail, since, text)
        decided = before.line.decisions
        form.decisionLabel.setText(decided[-1].sentence if decided else "")
        form.decisionLabel.setVisible(bool(decided))

    @property
    def words(self) -> str:
        """Return all the words shown to the room."""
        labels = [label for label in self.findChildren(QLabel) if not label.isHidden()]
        return "\n".join(label.text() for label in labels)

    def turn(self, pages: int) -> None:
        """Scroll the item by pages, as the secretary does in the meeting's own window."""
        bar = self._form.itemScroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def show_on_second_screen(self) -> None:
        """Fill the second screen where there is one; else be a window to be moved."""
        screens = QGuiApplication.screens()
        if len(screens) < 2:
            self.show()
            return
        self.setGeometry(screens[1].geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
