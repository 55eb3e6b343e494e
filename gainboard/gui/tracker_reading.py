"""Reading a tracker and planning what it makes, both beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gainboard.domain.incoming.mapping import Mapping, SheetChoice
from gainboard.domain.incoming.plan import Plan
from gainboard.domain.incoming.workbook import Workbook
from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.tracker_study import Kept, Study, main_sheet, read_kept, resumed
from gainboard.gui.workspace import Workspace
from gainboard.services import incoming

_OTHERS = 100


class TrackerReader(QObject):
    """Does one piece of work at a time; another begun lets go of the former.

    `found` gives a study, and what was kept of it before or None; `failed` a refusal.
    """

    found = Signal(object, object)
    failed = Signal(object)
    progress = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._reading: incoming.Reading | None = None
        running = QCoreApplication.instance()
        if running is not None:
            # The program waits at its end for what is under way.
            running.aboutToQuit.connect(self.stop)

    def read(self, path: Path) -> None:
        """Begin to read a workbook, and to find the choices that were kept of it."""
        mappings = self._workspace.ask(incoming.kept_mappings)
        # The signal crosses over from the thread that reads to the window's.
        reading = incoming.Reading(self.progress.emit)
        self._begin(partial(_study, path, mappings, reading), self._read)
        self._reading = reading

    def propose_for(self, study: Study, sheet: str, told: Callable[[Study], object]) -> None:
        """Propose what the columns of another sheet hold."""
        mappings = self._workspace.ask(incoming.kept_mappings)
        self._begin(partial(_proposed, study, mappings, sheet), told)

    def tick(self, study: Study, name: str, is_read: bool, told: Callable[[Study], object]) -> None:
        """Read a sheet as well, with the columns that only it has, or leave it."""
        self._begin(partial(_ticked, study, name, is_read), told)

    def settle(self, study: Study, told: Callable[[Study], object]) -> None:
        """Count anew the words that stand in the columns now chosen."""
        self._begin(partial(_settled, study), told)

    def plan(self, study: Study, told: Callable[[Plan], object]) -> None:
        """Work out what will be made."""
        ground = self._workspace.ask(incoming.ground_of)
        self._begin(partial(incoming.plan_on, ground, study.book, study.mapping), told)

    def stop(self) -> None:
        """End what is under way, at once; nobody is told of it."""
        if self._task is not None:
            self._task.cancel()
        if self._reading is not None:
            self._reading.stop()
        self._task = self._reading = None

    def _begin(self, work: Callable[[], Any], told: Callable[[Any], object]) -> None:
        self.stop()
        self._task = Task(work)
        self._task.finished.connect(partial(self._ended, told))
        self._task.failed.connect(self._failed)
        self._task.start()

    def _ended(self, told: Callable[[Any], object], result: object) -> None:
        self._task = self._reading = None
        told(result)

    def _failed(self, fault: Exception) -> None:
        self._task = self._reading = None
        if not isinstance(fault, GainboardError):
            raise fault
        self.failed.emit(fault)

    def _read(self, study: Study) -> None:
        """Find the choices made before; those about another tracker of the name stay."""
        words, name = self._workspace.words, Path(study.name)
        for nth in range(2, _OTHERS):
            left = words.read(study.place)
            former = read_kept(left) if left else None
            if former is None:
                self.found.emit(study, None)
                return
            if former.is_of(study.book, study.fresh):
                self._begin(partial(_resumed, study, former), partial(self._tell, former))
                return
            study = replace(study, name=f"{name.stem} ({nth}){name.suffix}")
        self.found.emit(study, None)

    def _tell(self, former: Kept, study: Study) -> None:
        self.found.emit(study, former)


def _study(path: Path, kept: Sequence[Mapping], reading: incoming.Reading) -> Study:
    book = incoming.read_tracker(path, reading)
    fresh = incoming.propose_with(kept, book)
    return _begun(path, book, fresh, main_sheet(fresh))


def _begun(path: Path, book: Workbook, fresh: Mapping, sheet: str) -> Study:
    return Study(path=path, name=book.name, book=book, fresh=fresh, mapping=fresh, sheet=sheet)


def _proposed(study: Study, kept: Sequence[Mapping], sheet: str) -> Study:
    mapping = incoming.propose_with(kept, study.book, sheet)
    sheets = tuple(_as_chosen(one, sheet) for one in study.fresh.sheets)
    return replace(study, mapping=replace(mapping, sheets=sheets), sheet=sheet)


def _ticked(study: Study, name: str, is_read: bool) -> Study:
    mapping = incoming.with_sheet_read(study.book, study.mapping, name, read=is_read)
    return replace(study, mapping=mapping)


def _as_chosen(one: SheetChoice, sheet: str) -> SheetChoice:
    """Read the chosen sheet alone; the others stay as they were, to be ticked again."""
    if one.name == sheet:
        return replace(one, read=True, why="chosen")
    return replace(one, read=False, why="another sheet was chosen") if one.read else one


def _settled(study: Study) -> Study:
    return replace(study, mapping=incoming.refresh(study.book, study.mapping))


def _resumed(study: Study, former: Kept) -> Study:
    if former.sheet and study.book.sheet(former.sheet):
        study = replace(_proposed(study, (), former.sheet), fresh=study.fresh)
    return resumed(study, former)
