"""A step that takes its time, in a window in front with progress and Stop.

The other stays live, but nothing else can be done to the register meanwhile.
"""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from gainboard.gui.forms.ui_long_step import Ui_LongStep

_EVERY_MS = 40
_LETTERS = 54


class LongStep(QDialog):
    """Shows how far it has come; stopped by its button, by Esc, or where it is closed."""

    def __init__(self, parent: QWidget, title: str, says: str) -> None:
        super().__init__(parent)
        self._form = Ui_LongStep()
        self._form.setupUi(self)
        self.setWindowTitle(title)
        self._form.saysLabel.setText(says)
        self._form.stopButton.clicked.connect(self.reject)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.is_stopped = False
        self._since = QElapsedTimer()

    def __enter__(self) -> "LongStep":
        self._fit()
        self.show()
        QCoreApplication.processEvents()
        self._since.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()
        self.deleteLater()

    def tell(self, done: int, of: int) -> bool:
        """Show so much of so much as done; False where it is to be stopped."""
        if self._since.elapsed() >= _EVERY_MS or done == of:
            self._form.bar.setRange(0, of)
            self._form.bar.setValue(done)
            if done == of:
                self._form.saysLabel.setText("Writing it down for good…")
                self._form.stopButton.setEnabled(False)
            QCoreApplication.processEvents()
            self._since.restart()
        return not self.is_stopped

    def _fit(self) -> None:
        """Make room for the words in the font in use; a label that wraps asks for none."""
        wide = self.fontMetrics().averageCharWidth() * _LETTERS
        form = self._form.outer
        self.resize(wide, form.totalHeightForWidth(wide))

    def reject(self) -> None:
        self.is_stopped = True
        self._form.saysLabel.setText("Stopping; the register stays as it was…")
        self._form.stopButton.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
