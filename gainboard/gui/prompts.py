"""The one seam for modal prompts, so that a test can answer in the user's place."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QWidget,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChoice:
    """What is asked of a file dialog: its title, where it begins, and the kinds of file."""

    title: str
    start: str = ""
    kinds: str = "All files (*)"


class Prompts:
    """Ask the user, and wait for the answer."""

    def run(self, dialog: QDialog) -> bool:
        """Show a dialog in front of the window it was asked from; True where it was accepted."""
        if dialog.parent() is not None:
            return dialog.exec() == QDialog.DialogCode.Accepted
        dialog.setParent(_window_in_front(), dialog.windowFlags())
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            # Else it would stay with the window, unseen, as long as that.
            dialog.setParent(None)

    def confirm(self, parent: QWidget, *, title: str, says: str, verb: str) -> bool:
        """Ask before a final act; `verb` names it on its button, and Enter alone cancels."""
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setText(says)
        act = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is act

    def file_to_open(self, parent: QWidget, choice: FileChoice) -> Path | None:
        """Ask for an existing file; None where the user thought better of it."""
        name, _ = QFileDialog.getOpenFileName(parent, choice.title, choice.start, choice.kinds)
        return Path(name) if name else None

    def file_to_save(self, parent: QWidget, choice: FileChoice) -> Path | None:
        """Ask where to write a file; the system's dialog asks before one is replaced."""
        name, _ = QFileDialog.getSaveFileName(parent, choice.title, choice.start, choice.kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        """Ask for a folder; None where the user thought better of it."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start or ""))
        return Path(name) if name else None

    def show_folder(self, folder: Path) -> None:
        """Show a folder in the system's own window for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _window_in_front() -> QWidget | None:
    """Return the window that is used now, the program's first where another program is in front."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    tops = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))
    return found or next((each for each in tops if each.isVisible()), None)


_in_use = Prompts()


def prompts() -> Prompts:
    """Return who asks the user now."""
    return _in_use


def answer_with(stand_in: Prompts) -> Prompts:
    """Let another ask in the program's place; returns the former, to be put back."""
    global _in_use
    former, _in_use = _in_use, stand_in
    return former
