"""The one place that calls services: it tells what changed, and shows what was refused."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.services.founding import found

P = ParamSpec("P")
T = TypeVar("T")


class Drafts(Protocol):
    """The words typed but not yet recorded, kept by the register under a place."""

    def keep(self, place: str, text: str) -> None:
        """Keep the words."""

    def read(self, place: str) -> str | None:
        """Return the words kept, or None."""

    def drop(self, place: str) -> None:
        """Let the words go."""


class Steps(Protocol):
    """Undo and redo of a register."""

    def next_undo(self) -> str | None:
        """Name what undo would take back."""

    def next_redo(self) -> str | None:
        """Name what redo would do again."""

    def undo(self) -> Changes:
        """Take back the newest operation."""

    def redo(self) -> Changes:
        """Do again what was taken back last."""


class OpenRegister(Protocol):
    """What windows may know of an open register; services know the rest."""

    path: Path
    clock: Callable[[], datetime]

    @property
    def undo(self) -> Steps:
        """Return undo and redo."""

    @property
    def drafts(self) -> Drafts:
        """Return the drafts."""

    def close(self) -> None:
        """Close the file."""


Opener = Callable[[Path], OpenRegister]


class Workspace(QObject):
    """Holds the open register. Pages listen to its signals and ask it; none calls another."""

    changed = Signal(object)
    refused = Signal(object)
    saved = Signal(str)
    register_changed = Signal()
    went_to = Signal(str)

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._register: OpenRegister | None = None

    @property
    def register(self) -> OpenRegister:
        """Return the open register; asking while none is open is a bug."""
        if self._register is None:
            raise RuntimeError("no register is open")
        return self._register

    @property
    def is_open(self) -> bool:
        """Tell whether a register is open."""
        return self._register is not None

    def open(self, path: Path) -> bool:
        """Open a register in place of the open one; False where it was refused."""
        try:
            fresh = self._opener(path)
        except GainboardError as refusal:
            self.refused.emit(refusal)
            return False
        self._release()
        self._register = fresh
        self.register_changed.emit()
        return True

    def create(self, path: Path, force: str, board: str) -> bool:
        """Make an empty register and open it; False where it was refused."""
        try:
            found(path, force=force, board=board)
        except GainboardError as refusal:
            self.refused.emit(refusal)
            return False
        return self.open(path)

    def close(self) -> None:
        """Close the open register, if there is one."""
        if self._register is not None:
            self._release()
            self.register_changed.emit()

    def do(
        self, verb: Callable[Concatenate[Any, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """Call a verb on the register; None where it was refused, and nothing changed then."""
        return self._commit(lambda: verb(self.register, *args, **kwargs))

    def undo(self) -> Changes | None:
        """Take back the newest operation."""
        return self._commit(self.register.undo.undo)

    def redo(self) -> Changes | None:
        """Do again what undo took back last."""
        return self._commit(self.register.undo.redo)

    @property
    def next_undo(self) -> str | None:
        """Name what undo would take back, or None."""
        return self.register.undo.next_undo() if self._register else None

    @property
    def next_redo(self) -> str | None:
        """Name what redo would do again, or None."""
        return self.register.undo.next_redo() if self._register else None

    def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a query finds; its GainboardError is for the page that asked."""
        return query(self.register, *args, **kwargs)

    def go_to(self, ref: str) -> None:
        """Ask the window to show a recommendation, report or meeting by its reference."""
        self.went_to.emit(ref)

    def _commit(self, act: Callable[[], Changes]) -> Changes | None:
        try:
            changes = act()
        except GainboardError as refusal:
            self.refused.emit(refusal)
            return None
        # Only what commit returned may be called saved.
        self.saved.emit(f"{self.register.clock().astimezone():%H:%M:%S}")
        self.changed.emit(changes)
        return changes

    def _release(self) -> None:
        if self._register is not None:
            self._register.close()
            self._register = None
