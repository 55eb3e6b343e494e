"""Backups while a register is open: when they are made, and what is said of them.

A snapshot is taken on the window's thread, which is quick; checked, zipped and copied to the
second place one after another on a thread of their own.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.second_place import second_place
from gainboard.gui.workspace import Workspace
from gainboard.services.after_disposal import are_copies_left, clear_copies
from gainboard.services.backups import (
    Backup,
    Done,
    FoundFaults,
    backups,
    begin,
    due,
    finish,
    look_over,
)
from gainboard.services.registers import Fault, Findings, Register

LOOK_EVERY_MS = 60_000
# Where the disk or the second place has stopped answering, no more are begun.
MOST_AT_ONCE = 3


class Keeping(QObject):
    """Makes the backups that are due.

    `kept` gives each backup made and `checked` the faults found; `failed` says why none was made.
    `known` gives the newest backup, or None, of a register that was opened.
    """

    known = Signal(object)
    kept = Signal(object)
    checked = Signal(tuple)
    failed = Signal(object)
    idle = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.newest: Backup | None = None
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(1)
        self._workspace = workspace
        self._at_work = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.back_up_if_due)

    @property
    def is_at_work(self) -> bool:
        """Tell whether a backup is being made now."""
        return self._at_work > 0

    def start(self) -> None:
        """Begin to keep backups of whatever is opened."""
        self._workspace.register_changed.connect(self._opened)
        self._workspace.leaving.connect(self._back_up_at_close)
        self._workspace.about_to.connect(self.back_up)
        self._timer.start()

    def back_up(self, reason: str = "asked") -> bool:
        """Begin a backup of the open register; False where it was refused, which is told."""
        return self._from_snapshot(reason, finish)

    def back_up_if_due(self) -> None:
        """Begin a backup where the day or the changes since the last one ask for it."""
        if not self._workspace.is_open or self.is_at_work:
            return
        if reason := self._due():
            self.back_up(reason)

    def _opened(self) -> None:
        self.newest = None
        if self._workspace.is_open:
            # After the first paint.
            QTimer.singleShot(0, self._learn_what_is_kept)

    def _learn_what_is_kept(self) -> None:
        if self._workspace.is_open:
            register = self._workspace.register
            # A disposal was broken off: before any other backup is made of what it has left.
            if are_copies_left(register):
                clear_copies(register, second=second_place(register.path))
            self._run(partial(backups, register.path), register, self._begin_the_day)

    def _begin_the_day(self, found: list[Backup]) -> None:
        self.newest = found[0] if found else None
        self.known.emit(self.newest)
        if reason := self._due():
            self.back_up(reason)
        else:
            self._from_snapshot("check at the start", lambda snapshot, _: look_over(snapshot))

    def _due(self) -> str:
        register = self._workspace.register
        return due(self.newest, register.journal.head()[0], register.clock().astimezone())

    def _back_up_at_close(self) -> None:
        register = self._workspace.register
        if self.newest is None or self.newest.hash != register.journal.head()[1]:
            self.back_up("at close")

    def _from_snapshot(self, reason: str, work: Callable[[Any, Path | None], Any]) -> bool:
        """Take a snapshot now, and do the work with it on the other thread."""
        register = self._workspace.register
        # A snapshot would wait for ever for an operation of its own connection to end.
        if self._at_work >= MOST_AT_ONCE or self._workspace.is_writing:
            return False
        try:
            snapshot = begin(register, reason)
        except GainboardError as refusal:
            self.failed.emit(refusal)
            return False
        second = second_place(register.path)
        self._run(partial(work, snapshot, second), register, self._tell)
        return True

    def _tell(self, result: Done | Findings) -> None:
        findings = result.findings if isinstance(result, Done) else result
        if isinstance(result, Done):
            self.newest = result.backup
            self.kept.emit(result)
        self.checked.emit(findings.faults)

    def _run(
        self, work: Callable[[], Any], register: Register, told: Callable[[Any], object]
    ) -> None:
        task = Task(work)
        task.finished.connect(partial(self._ended, register, told))
        task.failed.connect(partial(self._failed, register))
        self._at_work += 1
        task.start(self.pool)

    def _ended(self, register: Register, told: Callable[[Any], object], result: object) -> None:
        self._count_down()
        # What comes of a register that was closed meanwhile is no news of the one open now.
        if self._workspace.is_open and self._workspace.register is register:
            told(result)

    def _failed(self, register: Register, fault: Exception) -> None:
        self._count_down()
        if not isinstance(fault, GainboardError):
            raise fault
        if self._workspace.is_open and self._workspace.register is register:
            if isinstance(fault, FoundFaults):
                self.checked.emit(fault.faults or (Fault(says=fault.says),))
            else:
                self.failed.emit(fault)

    def _count_down(self) -> None:
        self._at_work -= 1
        if not self._at_work:
            self.idle.emit()


def stops_backups(faults: tuple[Fault, ...]) -> bool:
    """Tell whether no backup is made of a register with these faults: a good one is never lost."""
    return any(not fault.attachment for fault in faults)
