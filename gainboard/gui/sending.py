"""What the Exchange menu sends out of the window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gainboard.gui.paper_writing import PaperWriter
from gainboard.gui.workspace import Workspace


class Sending(QObject):
    """Serves the actions that write papers of the whole register, while one is open."""

    def __init__(
        self,
        workspace: Workspace,
        actions: Mapping[str, QAction],
        window: QWidget,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tracker = actions["export_tracker"]
        self._writer = PaperWriter(workspace, window)
        self._writer.started.connect(lambda: say("Writing the tracker…"))
        self._writer.ended.connect(say)
        self._tracker.triggered.connect(lambda: self._writer.write_tracker())
        workspace.register_changed.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        self._tracker.setEnabled(self._workspace.is_open)
