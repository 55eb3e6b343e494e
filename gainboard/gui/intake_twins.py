"""What of a review the register has already: looked for beside the window, and said."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gainboard.domain.twins import Known, Twin, find_twins
from gainboard.gui.background import Task
from gainboard.gui.intake_review import Review
from gainboard.gui.meeting_dates import show_day
from gainboard.gui.wording import count
from gainboard.gui.workspace import Workspace
from gainboard.services.already_in import Met, known_texts, reports_met

DELAY_MS = 250


class Twins(QObject):
    """Knows the twins of the texts it was last asked about. `found` comes when it knows them."""

    found = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: tuple[Known, ...] | None = None
        self._texts: tuple[str, ...] = ()
        self._twins: dict[str, Twin] = {}
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY_MS)
        self._soon.timeout.connect(self._look)
        workspace.changed.connect(self.forget)
        workspace.register_changed.connect(self.forget)

    def look(self, review: Review) -> None:
        """Look for the twins of a review's items, unless their words are the same as before."""
        texts = tuple(entry.item.text for entry in review.entries)
        if texts != self._texts:
            self._texts = texts
            # Not at each letter of a text being typed.
            self._soon.start()

    def _look(self) -> None:
        if self._known is None:
            self._known = self._workspace.ask(known_texts)
        self._stop()
        self._task = Task(partial(_twins_by_text, self._texts, self._known))
        # A bound method of ours: Qt forgets it where the page is closed meanwhile.
        self._task.finished.connect(self._keep)
        self._task.failed.connect(self._fail)
        self._task.start()

    def of(self, text: str) -> Twin | None:
        """Return what the register has with these words; None while that is not known."""
        return self._twins.get(text)

    def places(self, review: Review) -> tuple[int, ...]:
        """Return the places of the items the register has already."""
        return tuple(at for at, e in enumerate(review.entries) if e.item.text in self._twins)

    def says(self, review: Review) -> str:
        """Say which reports hold this one already, or how many items are in; empty for none."""
        twins = {at: self._twins[review.entries[at].item.text] for at in self.places(review)}
        met = self._workspace.ask(reports_met, review.draft, twins)
        every = len(review.entries)
        said = [_met_words(one, every) for one in met]
        others = sum(twin.report not in {one.code for one in met} for twin in twins.values())
        if others:
            said.append(f"{count(others, 'item is', 'items are')} in the register already.")
        return " ".join(said)

    def forget(self) -> None:
        """Forget what the register held; it has changed."""
        self._stop()
        self._known, self._texts, self._twins = None, (), {}

    def _keep(self, twins: dict[str, Twin]) -> None:
        self._task = None
        self._twins = twins
        self.found.emit()

    def _fail(self, fault: Exception) -> None:
        self._task = None
        raise fault

    def _stop(self) -> None:
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _twins_by_text(texts: tuple[str, ...], known: tuple[Known, ...]) -> dict[str, Twin]:
    return {texts[at]: twin for at, twin in find_twins(texts, known).items()}


def twin_words(twin: Twin) -> str:
    """Say where the words of an item stand already."""
    how = "the same words" if twin.exactly else "nearly the same words"
    return f"In the register already as {twin.ref}, with {how}."


def _met_words(one: Met, every: int) -> str:
    taken_in = f", taken in on {show_day(one.received)}" if one.received else ""
    if not one.same:
        return f"{one.code}{taken_in}, has this title; its items are others."
    is_this = "is this report already" if one.titled_alike else "has these words already"
    same = f"{one.same} of {count(every, 'item is', 'items are')} in it"
    return f"{one.code} {is_this}{taken_in}: {same}."
