"""Work that holds the window up, such as opening a large register: said before it begins."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget


@contextmanager
def waiting(window: QWidget, words: str) -> Iterator[None]:
    """Show the cursor of waiting and, in the status bar, what is waited for."""
    bar = window.statusBar() if isinstance(window, QMainWindow) else None
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    if bar is not None:
        bar.showMessage(words)
        # Painted now: the loop that would paint it is what is held up.
        bar.repaint()
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
        if bar is not None:
            bar.clearMessage()
