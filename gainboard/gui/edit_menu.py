"""What the Edit menu does on whatever page is seen, and how it names undo and redo."""

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget


def name_step(action: QAction, verb: str, step: str | None) -> None:
    """Name undo or redo by the operation it is about; without one it is off."""
    action.setEnabled(step is not None)
    label = (step or "").replace("&", "&&")
    action.setText(f"{verb}: {label}" if step else verb)


def copy_reference(page: QWidget | None) -> None:
    """Copy the reference of what is chosen on a page."""
    if ref := str(getattr(page, "ref", "")):
        QGuiApplication.clipboard().setText(ref)


def start_filter(page: QWidget | None) -> None:
    """Put the cursor into the filter of a page that has one."""
    if start := getattr(page, "start_filter", None):
        start()
