"""What the status bar says: the marking, and when the last change was saved."""

from PySide6.QtWidgets import QLabel, QStatusBar

from gainboard.domain.words import shorten
from gainboard.gui.announcing import announce


class StatusWords:
    """The two labels of the status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self._marking, self._saved = QLabel(), QLabel()
        self._marking.setProperty("role", "marking")
        self._marking.setAccessibleName("Protective marking")
        self._saved.setAccessibleName("Saved")
        self._saved.setMinimumWidth(1)  # whatever is said, the window keeps its width
        bar.addWidget(self._marking)
        bar.addPermanentWidget(self._saved)

    def begin(self, marking: str) -> None:
        """Show the marking of the register that was opened; nothing is saved yet."""
        self._marking.setText(marking)
        self._saved.setText("")

    def show_saved(self, at: str) -> None:
        """Say when a change was saved."""
        self._saved.setText(f"saved {at}")

    def name(self, label: str) -> None:
        """Say what it was that was saved; whoever cannot see it hears it."""
        self._saved.setText(f"{shorten(label, 60)} · {self._saved.text()}")
        announce(self._saved, f"{label}, saved")
