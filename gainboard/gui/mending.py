"""What can be done where a register is in trouble: the steps of its page, restoring, left words."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.backup_list import every_backup
from gainboard.gui.backups_window import BackupsWindow
from gainboard.gui.keeping import Keeping
from gainboard.gui.left_words_window import LeftWordsWindow
from gainboard.gui.next_steps import Step, next_steps
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.restore_wizard import RestoreWizard, restored_words
from gainboard.gui.retention_window import RetentionWindow
from gainboard.gui.second_place import choose_second_place
from gainboard.gui.start_page import KINDS
from gainboard.gui.trouble_page import TroublePage
from gainboard.gui.workspace import Workspace
from gainboard.logs import noting
from gainboard.places import data_dir
from gainboard.services.backups import Backup
from gainboard.services.moving import copy_here

if TYPE_CHECKING:
    from gainboard.gui.openings import Openings


class Mending(QObject):
    """Shows trouble in the window of the openings, and does the steps that mend it."""

    def __init__(self, workspace: Workspace, openings: "Openings", keeping: Keeping) -> None:
        super().__init__()
        self.page: TroublePage | None = None
        self._workspace = workspace
        self._openings = openings
        self._keeping = keeping

    def show_trouble(self, path: Path, refusal: GainboardError) -> None:
        """Show what stands against a register, in place of the pages."""
        noting.note(refusal)
        page = self.page
        if page is None:
            page = self.page = TroublePage()
            page.chosen.connect(self._take_step)
            page.left.connect(self._openings.stage.show_again)
        self._openings.stage.show_beside(page)
        page.show_trouble(path, refusal)
        self._openings.stage.window().setWindowTitle(f"GAIN Board – {page.title}")
        if Step.RESTORE in next_steps(refusal.id):
            # A disk in trouble may take its time to answer.
            task = Task(partial(_newest_backup, path))
            task.finished.connect(page.show_newest)
            task.start()

    def restore_any(self) -> None:
        """Restore a backup of the open register, or of one that is chosen."""
        if self._workspace.is_open:
            self.restore(self._workspace.register.path)
            return
        choice = FileChoice(title="The register to restore", start=str(data_dir()), kinds=KINDS)
        path = prompts().file_to_open(self._openings.stage.window(), choice)
        if path is not None:
            self.restore(path)

    def look_for(self) -> None:
        """Ask where the open register's file is now, and open it from there."""
        path = self._workspace.register.path
        choice = FileChoice(title=f"Look for {path.name}", start=str(path.parent), kinds=KINDS)
        found = prompts().file_to_open(self._openings.stage.window(), choice)
        if found is not None:
            # One that was put back is another file than the one that is open.
            self._let_go(found)
            self._openings.open(found)

    def restore(self, path: Path) -> None:
        """Let a backup be chosen and put in the place of a register, then open it."""
        was_open = self._workspace.has_open(path)
        wizard = RestoreWizard(path, self._keeping.pool, partial(self._let_go, path))
        prompts().run(wizard)
        chosen, done = wizard.chosen, wizard.restored
        if done is not None and chosen is not None:
            if self._openings.open(path):
                self._openings.noticed.emit(restored_words(path, chosen, wizard.lost, done))
        elif was_open and not self._workspace.is_open:
            self._openings.open(path)

    def show_backups(self) -> None:
        """Show the backups of the open register."""
        prompts().run(BackupsWindow(self._workspace, self._keeping))

    def show_retention(self) -> None:
        """Show how long the records of the open register are kept."""
        self.show_retention_of("")

    def show_retention_of(self, ref: str) -> None:
        """Show how long records are kept, beginning with one."""
        window = RetentionWindow(self._workspace, self._keeping)
        window.choose(ref)
        prompts().run(window)

    def show_left_words(self) -> None:
        """Show the words that were typed and not recorded."""
        window = LeftWordsWindow(self._workspace)
        prompts().run(window)
        if window.asked is not None:
            self._openings.open_words(window.asked)

    def _let_go(self, path: Path) -> None:
        if self._workspace.has_open(path):
            self._workspace.close()

    def _take_step(self, step: Step, path: Path) -> None:
        acts: dict[Step, Callable[[], object]] = {
            Step.RESTORE: partial(self.restore, path),
            Step.AGAIN: partial(self._openings.open, path),
            Step.LOOK: partial(self._openings.choose_in, path.parent),
            Step.MOVE: partial(self._move, path),
            Step.ANOTHER: self._openings.choose,
            Step.FOLDER: partial(prompts().show_folder, path.parent),
        }
        acts[step]()

    def _move(self, path: Path) -> None:
        """Copy a register to this computer, and keep its backups where it was."""
        assert self.page is not None
        self.page.be_busy(True)
        task = Task(partial(copy_here, path, data_dir()))
        task.finished.connect(partial(self._moved, path))
        task.failed.connect(self._not_moved)
        task.start()

    def _moved(self, path: Path, copy: Path) -> None:
        choose_second_place(copy, path.parent)
        if self._openings.open(copy):
            self._openings.noticed.emit(
                f"{copy.stem} is on this computer now, in {copy.parent}, and its backups are kept "
                f"in {path.parent} as well. The file there was left as it is: do not go on with it."
            )

    def _not_moved(self, fault: Exception) -> None:
        assert self.page is not None
        self.page.be_busy(False)
        if not isinstance(fault, GainboardError):
            raise fault
        self.page.say_problem(f"{fault.says} ({fault.id})")


def _newest_backup(register: Path) -> tuple[Path, Backup | None]:
    try:
        return register, next(iter(every_backup(register)), None)
    except OSError:  # what a disk does not give cannot be restored from it
        return register, None
