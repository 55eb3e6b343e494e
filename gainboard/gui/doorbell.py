"""A second start on a register that is open already: it knocks, and the first window comes."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.workspace import Workspace
from gainboard.services.registers import lock_file


class Doorbell(QObject):
    """Watches the lock file of the open register, which is what a second start touches."""

    rang = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        workspace.register_changed.connect(self._watch)
        self._watch()

    def _watch(self) -> None:
        if former := self._watcher.files():
            self._watcher.removePaths(former)
        if self._workspace.is_open:
            self._watcher.addPath(str(lock_file(self._workspace.register.path)))

    def _touched(self, name: str) -> None:
        # The file goes when the register is closed; that is no knock.
        if self._workspace.is_open and Path(name).exists():
            self.rang.emit()


def bring_to_front(window: QWidget) -> None:
    """Show a window over the others; a meeting in session or a dialog stays in front of it."""
    meetings = [one for one in QApplication.topLevelWidgets() if isinstance(one, MeetingMode)]
    shown = [window, *(one for one in meetings if one.isVisible())]
    if waiting := QApplication.activeModalWidget():
        shown.append(waiting.window())
    for one in shown:
        if one.isMinimized():
            one.showNormal()
        one.show()
        one.raise_()
    shown[-1].activateWindow()
    # Where the system lets no program take the screen, its button in the taskbar asks for it.
    QApplication.alert(shown[-1])
