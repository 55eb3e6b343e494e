"""The page shown in place of a register that could not be opened: what it is, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_trouble_page import Ui_TroublePage
from gainboard.gui.next_steps import Step, next_steps
from gainboard.gui.status_words import when_words
from gainboard.services.backups import Backup
from gainboard.services.registers import now

BACK = "Go bac&k"


class TroublePage(QWidget):
    """Says what stands against a register. `chosen` gives the next step and the register's path."""

    chosen = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = Ui_TroublePage()
        self._form.setupUi(self)
        self.steps: list[QPushButton] = []
        self.path = Path()
        self.id = ""

    @property
    def title(self) -> str:
        """Return which register it is about, and what did not come of it."""
        return self._form.title.text()

    @property
    def says(self) -> str:
        """Return the sentence shown."""
        return self._form.says.text()

    @property
    def newest(self) -> str:
        """Return what is said of the newest backup; empty while nothing is known."""
        return "" if self._form.newest.isHidden() else self._form.newest.text()

    @property
    def problem(self) -> str:
        """Return what went wrong with a step; empty where nothing did."""
        return "" if self._form.problem.isHidden() else self._form.problem.text()

    def show_trouble(self, path: Path, refusal: GainboardError) -> None:
        """Show what happened to a register, what was kept, and the steps that fit."""
        self.path, self.id = path, refusal.id
        form = self._form
        form.title.setText(f"{path.stem or path} was not opened")
        form.place.setText(str(path.parent))
        form.says.setText(refusal.says)
        form.code.setText(refusal.id)
        form.problem.hide()
        form.newest.hide()
        self.be_busy(False)
        self._offer(next_steps(refusal.id))
        announce(self, refusal.says, urgent=True)

    def show_newest(self, found: tuple[Path, Backup | None]) -> None:
        """Say when the newest backup of a register was made, if that one is still shown."""
        path, newest = found
        if path != self.path or Step.RESTORE not in next_steps(self.id):
            return
        words = f"Its last backup was made {when_words(newest.made_at, now())}." if newest else ""
        self._form.newest.setText(words or "No backup of it was found.")
        self._form.newest.show()
        announce(self._form.newest, self._form.newest.text())

    def say_problem(self, words: str) -> None:
        """Say what went wrong with a step."""
        self._form.problem.setText(words)
        self._form.problem.show()
        announce(self._form.problem, words, urgent=True)

    def be_busy(self, on: bool) -> None:
        """Show that a step is under way; meanwhile no other can be begun."""
        self._form.progress.setVisible(on)
        for button in self.steps:
            button.setEnabled(not on)

    def _offer(self, steps: tuple[Step, ...]) -> None:
        for button in self.steps:
            self._form.steps.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.steps = []
        for step in steps:
            self._add(step.value).clicked.connect(
                lambda _=False, step=step: self.chosen.emit(step, self.path)
            )
        self._add(BACK).clicked.connect(self.left)
        first = self.steps[0]
        first.setProperty("role", "primary")
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"step_{len(self.steps)}")
        button.setAccessibleName(words.replace("&", "").rstrip("…"))
        self.steps.append(button)
        self._form.steps.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
