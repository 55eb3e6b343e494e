"""Work beside the window: documents read and papers written, from plain values to plain values.

Meanwhile Python's collector of garbage rests: on the other thread it would take away windows,
which Qt lets only the window's own thread do.
"""

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

_under_way: set["Task"] = set()


class Task(QObject):
    """One piece of work in the thread pool. Its signals arrive on the window's thread."""

    finished = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self._cancelled = False
        self._ended.connect(self._tell)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Hand the work to a pool, the program's own where none is named."""
        gc.disable()
        _under_way.add(self)
        (pool or QThreadPool.globalInstance()).start(_Job(self))

    def cancel(self) -> None:
        """Let go of the work: whatever it comes to, nobody is told."""
        self._cancelled = True

    def carry_out(self) -> None:
        """Do the work; called on a thread of the pool."""
        try:
            result = self._work()
        except Exception as fault:  # noqa: BLE001 - carried to the window's thread, whole
            self._ended.emit(None, fault)
        else:
            self._ended.emit(result, None)

    @Slot(object, object)
    def _tell(self, result: object, fault: Exception | None) -> None:
        _under_way.discard(self)
        if not _under_way:
            gc.enable()
            # Now and here, before the other thread has anything to collect.
            gc.collect(1)
        if self._cancelled:
            return
        if fault is None:
            self.finished.emit(result)
        else:
            self.failed.emit(fault)


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.carry_out()
