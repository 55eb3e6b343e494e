"""Writing papers to files: asked where, written beside the window, told in words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.workspace import Workspace
from gainboard.services.exporting import write_minutes, write_tracker
from gainboard.services.papers import minutes, tracker

KINDS = "Excel workbook (*.xlsx)"
Write = Callable[[Path], None]


class PaperWriter(QObject):
    """Writes papers for one window. `ended` gives the sentence that says how it went."""

    started = Signal()
    ended = Signal(str)

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._task: Task | None = None

    def write_minutes(self, meeting_ref: str, *, without: bool = False) -> None:
        """Ask for a file and write minutes into it; `without` leaves confidential items out."""
        self._ask_and_write(
            f"Export the minutes of {meeting_ref}",
            f"Minutes {meeting_ref.replace('/', '-')}.xlsx",
            lambda: self._minutes(meeting_ref, without=without),
        )

    def write_tracker(self, query: str = "") -> None:
        """Ask for a file and write the tracker of what a query finds into it."""
        self._ask_and_write("Export the tracker", "Tracker.xlsx", lambda: self._tracker(query))

    def _minutes(self, meeting_ref: str, *, without: bool) -> Write:
        paper = self._workspace.ask(minutes, meeting_ref, without_confidential=without)
        return partial(write_minutes, paper)

    def _tracker(self, query: str) -> Write:
        return partial(write_tracker, self._workspace.ask(partial(tracker, query=query)))

    def _ask_and_write(self, title: str, name: str, prepare: Callable[[], Write]) -> None:
        choice = FileChoice(title=title, start=name, kinds=KINDS)
        path = prompts().file_to_save(self._window, choice)
        if path is None:
            return
        try:
            write = prepare()
        except GainboardError as refusal:
            self.ended.emit(refusal.says)
            return
        self._task = Task(partial(write, path))
        self._task.finished.connect(lambda _: self.ended.emit(f"✓ Written to {path}."))
        self._task.failed.connect(self._failed)
        self.started.emit()
        self._task.start()

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, GainboardError):
            raise fault
        self.ended.emit(fault.says)
