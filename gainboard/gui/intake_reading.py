"""Reading a document beside the window, and finding the review begun of it before."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gainboard.domain.draft import Draft
from gainboard.errors import GainboardError
from gainboard.gui import intake_review as reviewing
from gainboard.gui.background import Task
from gainboard.gui.intake_desk import place_of
from gainboard.gui.intake_kept import read_review
from gainboard.gui.intake_review import Review
from gainboard.gui.waiting_words import WaitingWords
from gainboard.gui.workspace import Workspace
from gainboard.services.documents import (
    PASTED,
    Reading,
    board_month_rule,
    read_draft,
    read_pasted_draft,
)
from gainboard.services.taking_in import suggest_code


class DocumentReader(QObject):
    """Reads one document at a time. `found` gives the fresh review, and the former or None."""

    found = Signal(object, object)
    failed = Signal(str)
    progress = Signal(int, int)
    """Tells how many pages are read, and of how many."""

    def __init__(self, workspace: Workspace, kept: WaitingWords, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kept = kept
        self._task: Task | None = None
        self._reading: Reading | None = None
        running = QCoreApplication.instance()
        if running is not None:
            # The program waits at its end for what is under way.
            running.aboutToQuit.connect(self.stop)

    def read(self, path: Path) -> None:
        """Begin to read; another document still being read is let go."""
        self._begin(path.name, partial(read_draft, path))

    def read_pasted(self, text: str, html: str) -> None:
        """Begin to read what was pasted; `html` is empty where the clipboard had none."""
        self._begin(PASTED, partial(read_pasted_draft, text, html))

    def stop(self) -> None:
        """End what is being read, at once."""
        if self._task is not None and self._reading is not None:
            self._task.cancel()
            self._reading.stop()
        self._task = self._reading = None

    def _begin(self, name: str, read: Callable[..., Draft]) -> None:
        self.stop()
        rule = self._workspace.ask(board_month_rule)
        # The signal crosses over from the thread that reads to the window's.
        reading = Reading(self.progress.emit)
        self._task = Task(partial(read, published=None, month_rule=rule, reading=reading))
        self._task.finished.connect(partial(self._read, name))
        self._task.failed.connect(self._failed)
        self._reading = reading
        self._task.start()

    def _read(self, name: str, draft: Draft) -> None:
        self._task = self._reading = None
        title, published = draft.report.title or name, draft.report.published
        fresh = replace(
            reviewing.begin(draft, name, self._workspace.ask(board_month_rule)),
            code=self._workspace.ask(suggest_code, title, published),
            source_kind="joint inspection" if len(draft.report.bodies) > 1 else "inspection",
        )
        self.found.emit(*self._beside_former(fresh))

    def _beside_former(self, fresh: Review) -> tuple[Review, Review | None]:
        """Find the review begun of this document; one of another document keeps its place."""
        name = Path(fresh.name)
        for count in range(2, 100):
            kept = self._kept.read(place_of(fresh))
            former = read_review(kept) if kept else None
            if former is None or _is_of(former, fresh):
                return fresh, former
            fresh = replace(fresh, name=f"{name.stem} ({count}){name.suffix}")
        return fresh, None

    def _failed(self, fault: Exception) -> None:
        self._task = self._reading = None
        if not isinstance(fault, GainboardError):
            raise fault
        self.failed.emit(fault.says)


def _is_of(former: Review, fresh: Review) -> bool:
    """Tell whether both are of one document, which may have changed a little since."""
    return former.source == fresh.source or former.report.title == fresh.report.title


def kept_words(former: Review, fresh: Review) -> str:
    """Say that a review was begun before, and whether the document is still the same."""
    begun = f"You began to review this document before: {former.counted}. It is shown here."
    if former.source == fresh.source:
        return begun
    return f"{begun} The document has changed since; begin afresh to see what it says now."


def kept_where(review: Review | None) -> str:
    """Say that a review is kept, and how to come back to it; empty where there is none."""
    if review is None:
        return ""
    return (
        f"The review of “{review.name}” is kept: read the document again to go on with it, or take "
        "it from File, Words not recorded."
    )
