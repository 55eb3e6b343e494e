"""The names reports call the force by: a setting of the board, seen and changed in one place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_own_names import Ui_OwnNames
from gainboard.gui.window_size import fit_screen
from gainboard.gui.workspace import Workspace
from gainboard.services.own_names import own_names, set_own_names


class OwnNamesWindow(QDialog):
    """Shows the names one on each line; Record makes them the force's in one operation."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_OwnNames()
        self._form.setupUi(self)
        own, *others = workspace.ask(own_names)
        self.setWindowTitle(f"Names of {own}")
        self._form.about.setTextFormat(Qt.TextFormat.PlainText)
        self._form.names.setPlainText("\n".join(others))
        self._form.refusal.hide()
        self._form.record.clicked.connect(self._record)
        self._form.cancel.clicked.connect(self.reject)
        fit_screen(self, letters=64, lines=22)
        self._form.names.setFocus()

    @property
    def problem(self) -> str:
        """Return what stands against the names; empty where nothing does."""
        return "" if self._form.refusal.isHidden() else self._form.refusal.text()

    def _record(self) -> None:
        names = self._form.names.toPlainText().splitlines()
        with self._workspace.telling(self._refuse):
            done = self._workspace.do(set_own_names, names)
        if done is not None:
            self.accept()

    def _refuse(self, refusal: GainboardError) -> None:
        self._form.refusal.setText(str(refusal))
        self._form.refusal.show()
        announce(self._form.refusal, str(refusal), urgent=True)
