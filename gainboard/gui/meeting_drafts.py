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
        # None for a place that is to be forgotten.
        self._waiting: dict[str, str | None] = {}
        self._is_refused = False
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
        """Keep at once what waits; what the disk refuses is tried again until it is kept."""
        self._timer.stop()
        if not self._workspace.is_open:
            self._waiting.clear()
            return
        try:
            for place in list(self._waiting):
                self._put(place, self._waiting[place])
                del self._waiting[place]
        except GainboardError as refusal:
            self._timer.start()
            self._refuse(refusal)
        else:
            self._is_refused = False

    def read(self, place: str) -> str | None:
        """Return the words of a place, kept or about to be."""
        if place in self._waiting:
            return self._waiting[place]
        return self._workspace.register.drafts.read(place) if self._workspace.is_open else None

    def drop(self, place: str) -> None:
        """Forget a place whose words are recorded or not wanted; never refused, only put off."""
        self._waiting[place] = None
        self.flush()

    def _put(self, place: str, words: str | None) -> None:
        drafts = self._workspace.register.drafts
        if words is not None:
            drafts.keep(place, words)
        elif drafts.read(place) is not None:
            drafts.drop(place)

    def _refuse(self, refusal: GainboardError) -> None:
        """Say once that words wait, not at each new try."""
        if not self._is_refused:
            self._is_refused = True
            self._workspace.refused.emit(refusal)
