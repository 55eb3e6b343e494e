"""Writing the minutes to a file: asked where, written beside the window, told in words."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.workspace import Workspace
from gainboard.services.exporting import write_minutes
from gainboard.services.papers import minutes

KINDS = "Excel workbook (*.xlsx)"


class MinutesWriter(QObject):
    """Writes minutes for one window. `ended` gives the sentence that says how it went."""

    started = Signal()
    ended = Signal(str)

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._task: Task | None = None

    def write(self, meeting_ref: str, *, without: bool = False) -> None:
        """Ask for a file and write the minutes into it; `without` leaves confidential items out."""
        choice = FileChoice(
            title=f"Export the minutes of {meeting_ref}",
            start=f"Minutes {meeting_ref.replace('/', '-')}.xlsx",
            kinds=KINDS,
        )
        path = prompts().file_to_save(self._window, choice)
        if path is None:
            return
        try:
            paper = self._workspace.ask(minutes, meeting_ref, without_confidential=without)
        except GainboardError as refusal:
            self.ended.emit(refusal.says)
            return
        self._task = Task(partial(write_minutes, paper, path))
        self._task.finished.connect(lambda _: self.ended.emit(f"✓ Written to {path}."))
        self._task.failed.connect(self._failed)
        self.started.emit()
        self._task.start()

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, GainboardError):
            raise fault
        self.ended.emit(fault.says)
