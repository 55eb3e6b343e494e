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
    ) -> None:
        super().__init__(window)
        self._open, self._review, self._can_review = open_register, review, can_review
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Take a file that can be taken in or opened; let everything else pass."""
        if not isinstance(event, QDragEnterEvent | QDropEvent):
            return False
        path = _only_file(event.mimeData())
        if path is None or not self._takes(path):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            (self._open if path.suffix == SUFFIX else self._review)(path)
        return True

    def _takes(self, path: Path) -> bool:
        return path.suffix == SUFFIX or self._can_review()


def _only_file(dropped: QMimeData) -> Path | None:
    urls = dropped.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
