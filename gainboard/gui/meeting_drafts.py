"""Words being typed, kept in the register within two seconds until they are recorded."""

from PySide6.QtCore import QObject, QTimer

from gainboard.errors import GainboardError
from gainboard.gui.workspace import Workspace

DELAY_MS = 1000


class KeptWords(QObject):
    """Keeps the newest words of each place soon after they were typed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)
        workspace.closing.connect(self.flush)

    def keep(self, place: str, words: str) -> None:
        """Have the words of a place kept before two seconds have gone by."""
        self._waiting[place] = words
        # Not started anew by each key: a fast typist would never be saved.
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep at once what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        if not self._workspace.is_open:
            return
        try:
            for place, words in waiting.items():
                self._workspace.register.drafts.keep(place, words)
        except GainboardError as refusal:
            self._waiting = {**waiting, **self._waiting}
            self._workspace.refused.emit(refusal)

    def read(self, place: str) -> str | None:
        """Return the words of a place, kept or about to be."""
        if place in self._waiting:
            return self._waiting[place]
        return self._workspace.register.drafts.read(place) if self._workspace.is_open else None

    def drop(self, place: str) -> None:
        """Forget a place whose words are recorded or not wanted."""
        self._waiting.pop(place, None)
        if self._workspace.is_open and self._workspace.register.drafts.read(place) is not None:
            self._workspace.register.drafts.drop(place)
