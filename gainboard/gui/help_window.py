"""Help: one short page that ships with the program."""

from PySide6.QtWidgets import QDialog, QWidget

from gainboard import __version__
from gainboard.gui.forms.ui_help_window import Ui_HelpWindow
from gainboard.places import resource


class HelpWindow(QDialog):
    """Shows a page of help beside the work; it stops nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_HelpWindow()
        self._form.setupUi(self)
        self._form.page.document().setDocumentMargin(16)
        self._form.page.setMarkdown(resource("help", "help.md").read_text(encoding="utf-8"))
        self._form.close.clicked.connect(self.close)


def about_words() -> str:
    """Say what the program is."""
    return (
        f"GAIN Board {__version__}\n\nRegisters of inspection recommendations, board meetings and "
        "minutes for a police force’s governance board.\n\nIt works on this computer alone and "
        "never opens a connection to another. Open Sans is used under the Apache License 2.0."
    )
