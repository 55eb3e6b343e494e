"""Taking the newest step back, or doing it again; a large one is told before it begins."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.words import shorten
from gainboard.gui.waiting import waiting
from gainboard.gui.workspace import Workspace

# Letters of what is written down of a step; up to here it is done before it could be read.
LARGE = 200_000
_LONGEST = 80


def take_back(workspace: Workspace, window: QWidget) -> Changes | None:
    """Take back the newest operation; None where it was refused."""
    with _told(workspace.next_undo, workspace.undo_weight, window, "Taking back"):
        return workspace.undo()


def do_again(workspace: Workspace, window: QWidget) -> Changes | None:
    """Do again what was taken back last; None where it was refused."""
    with _told(workspace.next_redo, workspace.redo_weight, window, "Doing again"):
        return workspace.redo()


@contextmanager
def _told(
    label: str | None, weight: Callable[[], int], window: QWidget, doing: str
) -> Iterator[None]:
    if label is None or weight() < LARGE:
        yield
        return
    with waiting(window.window(), f"{doing} “{shorten(label, _LONGEST)}”…"):
        yield
