"""Reading a document beside the window, and finding the review begun of it before."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gainboard.domain.draft import Draft
from gainboard.errors import GainboardError
from gainboard.gui import intake_review as reviewing
from gainboard.gui.background import Task
from gainboard.gui.intake_kept import read_review
from gainboard.gui.intake_review import Review
from gainboard.gui.waiting_words import WaitingWords
from gainboard.gui.workspace import Workspace
from gainboard.services.documents import board_month_rule, read_draft
from gainboard.services.taking_in import suggest_code


class DocumentReader(QObject):
    """Reads one document at a time. `found` gives the fresh review, and the former or None."""

    found = Signal(object, object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, kept: WaitingWords, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kept = kept
        self._task: Task | None = None

    def read(self, path: Path) -> None:
        """Begin to read; another document still being read is let go."""
        self.stop()
        rule = self._workspace.ask(board_month_rule)
        self._task = Task(partial(read_draft, path, None, rule))
        self._task.finished.connect(partial(self._read, path.name))
        self._task.failed.connect(self._failed)
        self._task.start()

    def stop(self) -> None:
        """Let go of what is being read."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read(self, name: str, draft: Draft) -> None:
        self._task = None
        title, published = draft.report.title or name, draft.report.published
        fresh = replace(
            reviewing.begin(draft, name, self._workspace.ask(board_month_rule)),
            code=self._workspace.ask(suggest_code, title, published),
            source_kind="joint inspection" if len(draft.report.bodies) > 1 else "inspection",
        )
        kept = self._kept.read(place_of(fresh))
        self.found.emit(fresh, read_review(kept) if kept else None)

    def _failed(self, fault: Exception) -> None:
        self._task = None
        if not isinstance(fault, GainboardError):
            raise fault
        self.failed.emit(fault.says)


def place_of(review: Review) -> str:
    """Return the place a review is kept at."""
    return f"intake/{review.name}"


def kept_words(former: Review, fresh: Review) -> str:
    """Say that a review was begun before, and whether the document is still the same."""
    begun = f"You began to review this document before: {former.counted}. It is shown here."
    if former.source == fresh.source:
        return begun
    return f"{begun} The document has changed since; begin afresh to see what it says now."
