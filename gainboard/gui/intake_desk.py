"""The review on the desk: each change makes the next one, is kept at once, can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gainboard.gui import intake_review as reviewing
from gainboard.gui.intake_kept import write_review
from gainboard.gui.intake_review import Review
from gainboard.gui.waiting_words import WaitingWords


class Desk(QObject):
    """Holds one review or none. `changed` says whether the fields must be shown anew as well."""

    changed = Signal(bool)

    def __init__(self, kept: WaitingWords, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._review: Review | None = None
        self._fresh: Review | None = None
        self._former: list[tuple[str, Review]] = []

    @property
    def review(self) -> Review | None:
        """Return the review under way, or None."""
        return self._review

    def lay(self, fresh: Review, former: Review | None) -> None:
        """Lay a review on the desk: the one begun before where there is one."""
        self._review, self._fresh, self._former = former or fresh, fresh, []

    def begin_afresh(self) -> None:
        """Put the document as it was read in place of the review; it can be taken back."""
        if self._fresh is not None and self._review is not None:
            self._former.append(("afresh", self._review))
            self._review = self._fresh
            self._keep()

    def clear(self) -> None:
        """Take the review from the desk; what was kept of it stays."""
        self._review, self._fresh, self._former = None, None, []

    def finish(self) -> None:
        """Take an accepted review from the desk, and forget what was kept of it."""
        if self._review is not None:
            self._kept.drop(place_of(self._review))
        self.clear()

    def become(self, key: str, change: Callable[[Review], Review], *, whole: bool = True) -> None:
        """Go from one review to the next; changes of one `key` in a row are one step of undo."""
        if self._review is None:
            return
        changed = change(self._review)
        if changed == self._review:
            return
        if not key or not self._former or self._former[-1][0] != key:
            self._former.append((key, self._review))
        self._review = changed
        self._keep()
        self.changed.emit(whole)

    def take_back(self) -> None:
        """Take back the newest change of the review."""
        if self._former:
            self._review = self._former.pop()[1]
            self._keep()
            self.changed.emit(True)

    def look_at(self, at: int) -> None:
        """Look at another item, -1 for the report; that is no change to take back."""
        if self._review is not None and at != self._review.at:
            self._review = reviewing.go(self._review, at)
            self.changed.emit(True)

    def _keep(self) -> None:
        if self._review is not None:
            self._kept.keep(place_of(self._review), write_review(self._review))


def place_of(review: Review) -> str:
    """Return the place a review is kept at."""
    return f"intake/{review.name}"
