"""The one place that calls services: it tells what changed, and shows what was refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.gui.waiting_words import WaitingWords
from gainboard.services.founding import found
from gainboard.services.registers import Kind, Register, open_register, real

P = ParamSpec("P")
T = TypeVar("T")
Progress = Callable[[int, int], bool]


class Workspace(QObject):
    """Holds the open register. Pages listen to its signals and ask it; none calls another.

    `words` are those being typed, whatever form they are typed in. `untold` is a refusal that
    nothing in front has told. `closing` comes while words can still be recorded, `leaving` when
    all of them are; `about_to` gives the reason for a backup before a great step.
    """

    changed = Signal(object)
    refused = Signal(object)
    untold = Signal(object)
    saved = Signal(str)
    register_changed = Signal()
    closing = Signal()
    leaving = Signal()
    about_to = Signal(str)
    went_to = Signal(str)

    def __init__(self, holder: Kind = "window") -> None:
        super().__init__()
        self._holder = holder
        self._register: Register | None = None
        self.words = WaitingWords(self)
        self.words.refused.connect(self.refused)
        self._tellers: list[Callable[[GainboardError], object]] = []
        self.refused.connect(self._tell)

    @property
    def register(self) -> Register:
        """Return the open register; asking while none is open is a bug."""
        if self._register is None:
            raise RuntimeError("no register is open")
        return self._register

    @property
    def is_open(self) -> bool:
        """Tell whether a register is open."""
        return self._register is not None

    @property
    def is_writing(self) -> bool:
        """Tell whether an operation is under way, as while a long one lets the window live."""
        return self._register is not None and self._register.db.conn.in_transaction

    def has_open(self, path: Path) -> bool:
        """Tell whether this is the file of the open register, by whatever name."""
        return self._register is not None and real(self._register.path) == real(path)

    def open(self, path: Path) -> bool:
        """Open a register in place of the open one; False where it was refused."""
        refusal = self.try_open(path)
        if refusal is not None:
            self.refused.emit(refusal)
        return refusal is None

    def try_open(self, path: Path) -> GainboardError | None:
        """Open a register in place of the open one; return what stands against it, unsaid."""
        if self.has_open(path):
            return None
        try:
            fresh = open_register(path, holder=self._holder)
        except GainboardError as refusal:
            return refusal
        self._release()
        self._register = fresh
        self.words.serve(fresh)
        self.register_changed.emit()
        self.words.flush()
        return None

    def create(self, path: Path, force: str, board: str) -> bool:
        """Make an empty register and open it; False where it was refused."""
        try:
            make_folder(path.parent)
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
        self, verb: Callable[Concatenate[Register, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """Call a verb on the register; None where it was refused, and nothing changed then."""
        return self._commit(lambda: verb(self.register, *args, **kwargs))

    def undo(self, progress: Progress | None = None) -> Changes | None:
        """Take back the newest operation; `progress` may stop that, and then nothing changed."""
        return self._commit(lambda: self.register.undo.undo(progress))

    def redo(self, progress: Progress | None = None) -> Changes | None:
        """Do again what undo took back last, as `undo` does."""
        return self._commit(lambda: self.register.undo.redo(progress))

    def undo_weight(self) -> int:
        """Return how much is written down of what undo would take back, in letters."""
        return self.register.undo.undo_weight()

    def redo_weight(self) -> int:
        """Return how much is written down of what redo would do again, in letters."""
        return self.register.undo.redo_weight()

    @property
    def next_undo(self) -> str | None:
        """Name what undo would take back, or None."""
        return self.register.undo.next_undo() if self._register else None

    def next_undo_beyond(self, beginning: str) -> str | None:
        """Name what undo would come to after all steps whose names begin so, or None."""
        return self.register.undo.next_undo_beyond(beginning)

    @property
    def next_redo(self) -> str | None:
        """Name what redo would do again, or None."""
        return self.register.undo.next_redo() if self._register else None

    def ask(
        self, query: Callable[Concatenate[Register, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a query finds; its GainboardError is for the page that asked."""
        return query(self.register, *args, **kwargs)

    def tell_through(self, teller: Callable[[GainboardError], object]) -> None:
        """Have refusals told by what is in front now, and by nothing else."""
        self.tell_no_more(teller)
        self._tellers.append(teller)

    def tell_no_more(self, teller: Callable[[GainboardError], object]) -> None:
        """Have refusals told as before this one."""
        if teller in self._tellers:
            self._tellers.remove(teller)

    @contextmanager
    def telling(self, teller: Callable[[GainboardError], object]) -> Iterator[None]:
        """Have what is refused meanwhile told in one place."""
        self.tell_through(teller)
        try:
            yield
        finally:
            self.tell_no_more(teller)

    def prepare(self, reason: str) -> None:
        """Tell that a great step comes, before which a backup is wanted."""
        self.about_to.emit(reason)

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

    def _tell(self, refusal: GainboardError) -> None:
        if self._tellers:
            self._tellers[-1](refusal)
        else:
            self.untold.emit(refusal)

    def _release(self) -> None:
        if self._register is not None:
            # Whoever holds words not yet kept keeps them now.
            self.closing.emit()
            self.words.flush()
            self.leaving.emit()
            self.words.serve(None)
            self._register.close()
            self._register = None


def make_folder(folder: Path) -> None:
    """Make a folder for a register if it is not there; raises GainboardError where it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise GainboardError(
            "E-NO-PERMISSION",
            f"The folder {folder} could not be made ({fault.strerror}); nothing was made. "
            "Choose another place for the register.",
        ) from fault
