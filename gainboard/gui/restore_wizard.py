"""Putting a backup in the place of a register: which one, and what would be lost by it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QDialog

from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.background import Task
from gainboard.gui.backup_list import (
    about_words,
    add_backup,
    chosen_backup,
    every_backup,
    list_backups,
    made_words,
)
from gainboard.gui.forms.ui_restore_wizard import Ui_RestoreWizard
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.second_place import second_place
from gainboard.gui.window_size import fit_screen
from gainboard.gui.wording import count, moment
from gainboard.services.backups import Backup, Loss, Restored, loss, read_backup, restore
from gainboard.services.registers import now

KINDS = "Backups (*.backup.zip *.gainboard);;All files (*)"
NOT_KNOWN = (
    "The register as it is now cannot be compared with this backup, so what would be lost is not "
    "known."
)


class RestoreWizard(QDialog):
    """Shows the backups and restores the one chosen; `restored` is what came of it, or None.

    `let_go` is called before the register is replaced, so that nobody has it open.
    """

    def __init__(self, register: Path, pool: QThreadPool, let_go: Callable[[], object]) -> None:
        super().__init__()
        self.restored: Restored | None = None
        self.lost: Loss | None = None
        self._register, self._pool, self._let_go = register, pool, let_go
        self._comparing: Task | None = None
        self._is_restoring = False
        self._form = Ui_RestoreWizard()
        self._form.setupUi(self)
        self._form.about.setText(f"Restore a backup of {register.stem}")
        self._form.backups.currentRowChanged.connect(self._show_chosen)
        self._form.another.clicked.connect(self._choose_another)
        self._form.cancel.clicked.connect(self.reject)
        self._form.restore.clicked.connect(self._restore)
        fit_screen(self, letters=124, lines=30)
        list_backups(self._form.backups, every_backup(register), now())
        self._form.backups.setCurrentRow(0)
        self._show_chosen()

    @property
    def chosen(self) -> Backup | None:
        """Return the backup that is chosen, or None."""
        return chosen_backup(self._form.backups)

    @property
    def problem(self) -> str:
        """Return what went wrong; empty where nothing did."""
        return "" if self._form.problem.isHidden() else self._form.problem.text()

    def _show_chosen(self) -> None:
        one, form = self.chosen, self._form
        self.lost = None
        form.backups.setHidden(form.backups.count() == 0)
        form.empty.setVisible(form.backups.count() == 0)
        form.restore.setEnabled(one is not None)
        form.made.setText(f"{made_words(one, now())}\n{about_words(one)}" if one else "")
        form.lost.setText("Comparing it with the register as it is now…" if one else "")
        form.lost_list.hide()
        if self._comparing is not None:
            self._comparing.cancel()
        if one is not None:
            self._comparing = Task(partial(loss, self._register, one))
            self._comparing.finished.connect(self._show_loss)
            self._comparing.start()

    def _show_loss(self, found: Loss) -> None:
        self._comparing = None
        self.lost = found
        words = loss_words(found, self._register.exists())
        self._form.lost.setText(words)
        lines = [f"{moment(one.at)}  {one.label}" for one in reversed(found.entries)]
        self._form.lost_list.setPlainText("\n".join(lines))
        self._form.lost_list.setVisible(bool(lines))
        announce(self._form.lost, words)

    def _choose_another(self) -> None:
        start = second_place(self._register) or self._register.parent
        choice = FileChoice(title="The backup to restore", start=str(start), kinds=KINDS)
        path = prompts().file_to_open(self, choice)
        if path is None:
            return
        try:
            found = read_backup(path)
        except GainboardError as refusal:
            self._say_problem(refusal)
            return
        self._form.problem.hide()
        add_backup(self._form.backups, found, now())
        self._form.backups.setCurrentRow(self._form.backups.count() - 1)

    def _restore(self) -> None:
        one = self.chosen
        if one is None or self._is_restoring:
            return
        self._be_busy(True)
        self._let_go()
        task = Task(partial(restore, one.path, self._register))
        task.finished.connect(self._done)
        task.failed.connect(self._failed)
        task.start(self._pool)

    def _done(self, restored: Restored) -> None:
        self._be_busy(False)
        self.restored = restored
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self._be_busy(False)
        if not isinstance(fault, GainboardError):
            raise fault
        self._say_problem(fault)

    def _be_busy(self, on: bool) -> None:
        form = self._form
        self._is_restoring = on
        words = "Putting the register aside, and the backup in its place; this can take a moment."
        form.problem.hide()
        form.doing.setText(words)
        for shown in (form.doing, form.progress):
            shown.setVisible(on)
        for off in (form.backups, form.another, form.cancel, form.restore):
            off.setEnabled(not on)
        if on:
            announce(self, words)

    def _say_problem(self, refusal: GainboardError) -> None:
        self._form.problem.setText(f"{refusal.says} ({refusal.id})")
        self._form.problem.show()
        announce(self, refusal.says, urgent=True)

    def reject(self) -> None:
        # What is half done cannot be left: the file is the old or the restored one, soon known.
        if not self._is_restoring:
            super().reject()


def loss_words(found: Loss, is_there: bool) -> str:
    """Say what restoring would lose."""
    if not is_there:
        return "There is no register in its place now, so nothing would be lost."
    if not found.known:
        return NOT_KNOWN
    if not found.entries:
        return "Nothing would be lost: no change was made since."
    many = count(len(found.entries), "change", "changes")
    return f"{many} made since would not be in it:"


def restored_words(register: Path, chosen: Backup, lost: Loss | None, done: Restored) -> str:
    """Say what came of a restore: which backup, what is not in it, and where the former one is."""
    made = made_words(chosen, now())
    says = [f"{register.stem} was restored from the backup of {made[:1].lower()}{made[1:]}."]
    if lost is not None and lost.entries:
        says.append(f"{count(len(lost.entries), 'change', 'changes')} made since are not in it.")
    if done.aside is not None:
        says.append(f"The register as it was is kept whole in {done.aside}.")
    if done.missing:
        missing = count(len(done.missing), "attached file", "attached files")
        says.append(f"{missing} could not be found anywhere; the check names them.")
    return " ".join(says)
