"""A file dropped on the window: a report is read for review, a register is opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gainboard.gui.start_page import SUFFIX


class Dropping(QObject):
    """Takes one file at a time; `review` is called only while `can_review` says so."""

    def __init__(
        self,
        window: QWidget,
        *,
        open_register: Callable[[Path], object],
        review: Callable[[Path], object],
        can_review: Callable[[], bool],
        say: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._open, self._review, self._can_review = open_register, review, can_review
        self._say = say
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Take a file that can be taken in or opened; let everything else pass."""
        if not isinstance(event, QDragEnterEvent | QDropEvent):
            return False
        paths = _files(event.mimeData())
        if not paths or not (paths[0].suffix == SUFFIX or self._can_review()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True

    def _take(self, paths: list[Path]) -> None:
        if len(paths) > 1:
            self._say(f"{len(paths)} files were dropped and none was opened: drop one at a time.")
        elif paths[0].suffix == SUFFIX:
            self._open(paths[0])
        else:
            self._review(paths[0])


def _files(dropped: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
