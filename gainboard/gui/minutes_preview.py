"""The minutes as they would go out, to be read before they are written or approved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.errors import GainboardError
from gainboard.gui import theme
from gainboard.gui.forms.ui_minutes_preview import Ui_MinutesPreview
from gainboard.gui.minutes_html import minutes_html
from gainboard.gui.paper_writing import PaperWriter
from gainboard.gui.workspace import Workspace
from gainboard.services.papers import minutes


class MinutesPreview(QWidget):
    """A window with the minutes of one meeting, the marking above and below."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._workspace = workspace
        self._ref = ""
        self._form = Ui_MinutesPreview()
        self._form.setupUi(self)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._writer = PaperWriter(workspace, self)
        self._writer.started.connect(self._form.exportProgress.show)
        self._writer.ended.connect(self._ended)
        self._form.exportProgress.hide()
        self._form.messageLabel.hide()
        self._form.withoutConfidential.toggled.connect(self.refresh)
        self._form.exportButton.clicked.connect(self.export)
        self._form.closeButton.clicked.connect(self.close)
        workspace.changed.connect(self.refresh)
        workspace.closing.connect(self.close)

    @property
    def words(self) -> str:
        """Return the minutes as plain words."""
        return self._form.paper.toPlainText()

    def show_minutes(self, meeting_ref: str) -> None:
        """Show the minutes of a meeting."""
        self._ref = meeting_ref
        self.setWindowTitle(f"Minutes of {meeting_ref}")
        self.refresh()

    def refresh(self) -> None:
        """Show the minutes as the register has them now."""
        if not self._ref or not self._workspace.is_open:
            return
        without = self._form.withoutConfidential.isChecked()
        try:
            paper = self._workspace.ask(minutes, self._ref, without_confidential=without)
        except GainboardError as refusal:
            self._ended(refusal.says)
            return
        shown = theme.colours()
        at = self._form.paper.verticalScrollBar().value()
        self._form.paper.setHtml(minutes_html(paper, shown.muted, shown.line))
        self._form.paper.verticalScrollBar().setValue(at)
        for label in (self._form.markingAbove, self._form.markingBelow):
            label.setText(paper.imprint.marking.line)

    def export(self) -> None:
        """Write the minutes to a file, beside the window."""
        self._writer.write_minutes(self._ref, without=self._form.withoutConfidential.isChecked())

    def _ended(self, words: str) -> None:
        self._form.exportProgress.hide()
        self._form.messageLabel.setText(words)
        self._form.messageLabel.setVisible(bool(words))
