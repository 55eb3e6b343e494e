"""The small window shown while the program waits for the last backup before it ends."""

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from gainboard.gui.forms.ui_closing_window import Ui_ClosingWindow
from gainboard.gui.keeping import Keeping
from gainboard.gui.window_size import fit_screen

A_MOMENT_MS = 500


class ClosingWindow(QDialog):
    """Goes away by itself when the backup is made; rejected where it is not waited for."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._form = Ui_ClosingWindow()
        self._form.setupUi(self)
        self._form.without.clicked.connect(self.reject)
        keeping.idle.connect(self.accept)
        fit_screen(self, letters=64, lines=11)
        # No key that was meant for another window may give the backup up.
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


def wait_for_backup(keeping: Keeping, moment: int = A_MOMENT_MS) -> bool:
    """Wait until no backup is being made, and say so if that takes long; False if given up."""
    if keeping.is_at_work:
        loop = QEventLoop()
        keeping.idle.connect(loop.quit)
        QTimer.singleShot(moment, loop.quit)
        loop.exec()
    if not keeping.is_at_work:
        return True
    return ClosingWindow(keeping).exec() == QDialog.DialogCode.Accepted
