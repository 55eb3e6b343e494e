"""What the screen looked like when it was left: kept on this computer, never in a register."""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

_GEOMETRY = "window/geometry"


def keep_taste(window: QMainWindow) -> None:
    """Keep where the window stands and how its parts are divided."""
    settings = QSettings()
    settings.setValue(_GEOMETRY, window.saveGeometry())
    for key, split in _splits(window):
        settings.setValue(key, split.saveState())


def bring_back_taste(window: QMainWindow) -> None:
    """Bring back what was kept, where anything was."""
    settings = QSettings()
    geometry = settings.value(_GEOMETRY)
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    for key, split in _splits(window):
        state = settings.value(key)
        if isinstance(state, QByteArray):
            split.restoreState(state)


def close_others(window: QMainWindow) -> None:
    """Close the program's other windows, which go with the main one."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window:
            widget.close()


def _splits(window: QMainWindow) -> Iterator[tuple[str, QSplitter]]:
    for split in window.findChildren(QSplitter):
        yield f"window/split/{_owner(split)}/{split.objectName()}", split


def _owner(split: QSplitter) -> str:
    """Name the page a splitter divides; pages have names of their own, splitters have not."""
    widget: QWidget | None = split
    while widget is not None and not widget.objectName().endswith(("Page", "Panel")):
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else "window"
