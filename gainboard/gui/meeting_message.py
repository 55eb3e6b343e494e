"""The line under the item: what was saved, or what cannot be done and what to do instead."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.gui.announcing import announce
from gainboard.gui.meeting_fonts import room
from gainboard.gui.meeting_text import breakable

NOTICE_MS = 8000
MARGIN = 6


class MessageLine(QLabel):
    """One sentence at a time, said aloud as well; nobody's work is stopped for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)  # whatever is said, the window keeps its width
        self.setMargin(MARGIN)
        self.setAutoFillBackground(True)
        self.setFont(room(14))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTICE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """Return the sentence shown; empty where there is none."""
        return "" if self.isHidden() else self.text()

    def refuse(self, words: str) -> None:
        """Say what cannot be done; it stays to be read, with a mark besides its colour."""
        self._say(f"✗ {words}", "message")
        self._timer.stop()

    def notice(self, words: str) -> None:
        """Say what was done; it goes by itself, for the decision is in its list too."""
        self._say(words, "notice")
        self._timer.start()

    def remind(self, words: str) -> None:
        """Say what is good to know on this item, for as long as nothing else is said."""
        self._say(words, "notice")
        self._timer.stop()

    def clear_words(self) -> None:
        """Say nothing any more."""
        self.hide()

    def _say(self, words: str, role: str) -> None:
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setText(breakable(words))
        self.show()
        announce(self, words, urgent=role == "message")
