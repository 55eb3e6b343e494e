"""What the status bar says: the marking, what was saved when, the last backup, and the check."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar

from gainboard.domain.words import shorten
from gainboard.gui.announcing import announce
from gainboard.gui.wording import day


class StatusWords:
    """The two labels of the status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self._marking, self._says = QLabel(), QLabel()
        self._marking.setProperty("role", "marking")
        self._marking.setAccessibleName("Protective marking")
        self._says.setAccessibleName("Saved, backed up and checked")
        self._says.setMinimumWidth(1)  # whatever is said, the window keeps its width
        self._label = self._saved = self._backup = self._check = ""
        self._is_quiet = False
        bar.addWidget(self._marking)
        bar.addPermanentWidget(self._says)

    @property
    def words(self) -> str:
        """Return what is said beside the marking."""
        return self._says.text()

    def begin(self, marking: str) -> None:
        """Show the marking of the register that was opened; nothing is saved yet."""
        self._marking.setText(marking)
        self._label = self._saved = self._backup = self._check = ""
        self._show()

    def show_saved(self, at: str) -> None:
        """Say when a change was saved."""
        self._label, self._saved = "", f"saved {at}"
        self._show()

    def name(self, label: str) -> None:
        """Say what it was that was saved; whoever cannot see it hears it."""
        self._label = shorten(label, 60)
        self._show()
        announce(self._says, f"{label}, saved")

    def show_backup(self, words: str) -> None:
        """Say when the last backup was made."""
        self._backup = words
        self._show()

    def show_check(self, words: str) -> None:
        """Say what the check of the whole register came to."""
        self._check = words
        self._show()

    def be_quiet(self, on: bool) -> None:
        """Say nothing while something else is shown than the register all this is about."""
        self._is_quiet = on
        self._marking.setVisible(not on)
        self._show()

    def _show(self) -> None:
        parts = () if self._is_quiet else (self._label, self._saved, self._backup, self._check)
        self._says.setText(" · ".join(part for part in parts if part))
        self._says.setToolTip(self._says.text())


def when_words(moment: datetime, now: datetime) -> str:
    """Say a moment by this computer's clock: today 09:00, yesterday 17:30, 31 Jul 2026 09:00."""
    here, today = moment.astimezone(), now.astimezone().date()
    ago = (today - here.date()).days
    named = {0: "today", 1: "yesterday"}.get(ago) or day(here.date())
    return f"{named} {here:%H:%M}"
