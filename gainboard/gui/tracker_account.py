"""The list of what was not understood of a tracker: saved before it is taken in, and after."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gainboard.domain.incoming.plan import Plan
from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.workspace import Workspace
from gainboard.services import incoming

KINDS = "Excel workbook (*.xlsx);;Text (*.txt)"


class AccountSaver(QObject):
    """Writes the list of a plan. `ended` gives the sentence of success, `failed` the refusal."""

    ended = Signal(str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._task: Task | None = None

    def save(self, plan: Plan) -> None:
        """Ask for a file, and write the list into it beside the window."""
        start = f"{plan.name.rpartition('.')[0] or plan.name} - problems.xlsx"
        choice = FileChoice(title="Save the list of problems", start=start, kinds=KINDS)
        path = prompts().file_to_save(self._page, choice)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".xlsx")
        stamp = self._workspace.ask(incoming.imprint)
        self._task = Task(partial(incoming.write_account, plan, stamp, path))
        self._task.finished.connect(lambda _: self.ended.emit(f"✓ Written to {path}."))
        self._task.failed.connect(self._refused)
        self._task.start()

    def _refused(self, fault: Exception) -> None:
        if not isinstance(fault, GainboardError):
            raise fault
        self.failed.emit(fault)
