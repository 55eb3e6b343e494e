"""The backups of the open register: what is kept, where else, and one more now."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.backup_list import list_backups, made_words
from gainboard.gui.forms.ui_backups_window import Ui_BackupsWindow
from gainboard.gui.keeping import Keeping, stops_backups
from gainboard.gui.prompts import prompts
from gainboard.gui.second_place import choose_second_place, second_place
from gainboard.gui.window_size import fit_screen
from gainboard.gui.wording import count
from gainboard.gui.workspace import Workspace
from gainboard.services.backups import Backup, Done, backups, is_own_place
from gainboard.services.registers import Fault, now

_NONE = "None is chosen. A backup beside the register does not help when the disk breaks."
_SAME = (
    "this register’s own backups are kept, and would be lost with them. The second place stays "
    "what it was; choose a folder on another disk."
)
_STOPPED = (
    " in the register, so no backup was made. None is until that is mended; those made before are "
    "kept. Restore one of them"
)


class BackupsWindow(QDialog):
    """Shows the backups, and changes where they are copied to."""

    def __init__(self, workspace: Workspace, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._path = workspace.register.path
        self._form = Ui_BackupsWindow()
        self._form.setupUi(self)
        self._form.about.setText(f"Backups of {self._path.stem}")
        self._form.back_up.clicked.connect(self._back_up)
        self._form.choose.clicked.connect(self._choose)
        self._form.none.clicked.connect(lambda: self._use(None))
        self._form.close.clicked.connect(self.reject)
        keeping.kept.connect(self._kept)
        keeping.failed.connect(self._refused)
        keeping.checked.connect(self._checked)
        keeping.idle.connect(self._refresh)
        fit_screen(self, letters=92, lines=32)
        self._refresh()

    @property
    def problem(self) -> str:
        """Return what went wrong; empty where nothing did."""
        return "" if self._form.problem.isHidden() else self._form.problem.text()

    @property
    def last(self) -> str:
        """Return what is said of the last backup."""
        return self._form.last.text()

    def _refresh(self) -> None:
        found, form = backups(self._path), self._form
        list_backups(form.backups, found, now())
        form.backups.setCurrentRow(0)
        form.last.setText(_last_words(found))
        second = second_place(self._path)
        form.second.setText(str(second) if second else _NONE)
        form.none.setEnabled(second is not None)
        at_work = self._keeping.is_at_work
        form.progress.setVisible(at_work)
        form.back_up.setEnabled(not at_work)

    def _back_up(self) -> None:
        self._form.problem.hide()
        self._keeping.back_up("asked")
        self._refresh()

    def _choose(self) -> None:
        folder = prompts().folder(self, "The second place for backups", second_place(self._path))
        if folder is None:
            return
        if is_own_place(self._path, folder):
            self._say_problem(f"{folder} is where {_SAME}")
        else:
            self._use(folder)

    def _use(self, folder: Path | None) -> None:
        choose_second_place(self._path, folder)
        self._refresh()
        if folder is not None:
            self._back_up()

    def _kept(self, done: Done) -> None:
        self._say_problem(done.second_says)
        if not done.second_says:
            announce(self, "A backup was kept and checked")
        self._refresh()

    def _checked(self, faults: tuple[Fault, ...]) -> None:
        if faults:
            found = f"The check found {count(len(faults), 'fault', 'faults')}"
            self._say_problem(f"{found}{_STOPPED if stops_backups(faults) else ''}.")
        self._refresh()

    def _refused(self, refusal: GainboardError) -> None:
        self._say_problem(f"{refusal.says} ({refusal.id})")
        self._refresh()

    def _say_problem(self, words: str) -> None:
        self._form.problem.setText(words)
        self._form.problem.setVisible(bool(words))
        if words:
            announce(self, words, urgent=True)


def _last_words(found: list[Backup]) -> str:
    """Say when the last backup was made, and how many are kept."""
    if not found:
        return "No backup is kept yet. Back up now makes the first."
    made = made_words(found[0], now())
    return f"The last was made {made[:1].lower()}{made[1:]}; {count(len(found), 'is', 'are')} kept."
