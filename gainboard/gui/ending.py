"""The question before the program ends while it holds words that could not be written."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gainboard.gui.left_words import titles_of
from gainboard.gui.prompts import prompts
from gainboard.gui.workspace import Workspace


class EndQuestion(QObject):
    """Keeps the window open where that is the answer."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and not may_end(self._window, self._workspace):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def may_end(window: QWidget, workspace: Workspace) -> bool:
    """Tell whether the program may end; asks where words would be lost with it."""
    workspace.words.flush()
    named = titles_of(workspace, workspace.words.stuck)
    named += [f"words typed in {one.path.stem}" for one in workspace.words.held]
    if not named:
        return True
    return prompts().confirm(
        window,
        title="Words that are not on the disk",
        says=f"These words could not be written, and only the program holds them: "
        f"{'; '.join(named)}. If it ends now they are lost. Free some space on the disk, or put "
        "the file back where it was, and they are written by themselves.",
        verb="End, and lose the words",
    )
