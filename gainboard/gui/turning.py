"""Taking the newest step back, or doing it again; a large one is told while it lasts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.words import shorten
from gainboard.gui.long_step import LongStep
from gainboard.gui.waiting import waiting
from gainboard.gui.workspace import Progress, Workspace

# Letters of what is written down of a step: done before it could be read of, and in a breath.
LARGE = 200_000
HUGE = 2_000_000
_LONGEST = 80


def take_back(workspace: Workspace, page: QWidget) -> Changes | None:
    """Take back the newest operation; None where it was refused or stopped."""
    with _told(workspace.next_undo, workspace.undo_weight, page, "Taking back") as progress:
        return workspace.undo(progress)


def do_again(workspace: Workspace, page: QWidget) -> Changes | None:
    """Do again what was taken back last; None where it was refused or stopped."""
    with _told(workspace.next_redo, workspace.redo_weight, page, "Doing again") as progress:
        return workspace.redo(progress)


@contextmanager
def _told(
    label: str | None, weight: Callable[[], int], page: QWidget, doing: str
) -> Iterator[Progress | None]:
    letters = weight() if label else 0
    words = f"{doing} “{shorten(label or '', _LONGEST)}”…"
    if letters < LARGE:
        yield None
    elif letters < HUGE:
        with waiting(page.window(), words):
            yield None
    else:
        with LongStep(page.window(), doing, words) as step:
            yield step.tell
