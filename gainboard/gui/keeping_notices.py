"""What the window says of backups and of the check: in the status bar, and as notices that stay."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from gainboard.errors import GainboardError
from gainboard.gui.banner import Banners
from gainboard.gui.faults_window import FaultsWindow
from gainboard.gui.keeping import Keeping, stops_backups
from gainboard.gui.prompts import prompts
from gainboard.gui.status_words import StatusWords, when_words
from gainboard.gui.wording import count
from gainboard.gui.workspace import Workspace
from gainboard.services.backups import Backup, Done
from gainboard.services.naming import names_of
from gainboard.services.registers import Fault, now

FAILED, SECOND, FOUND = "no backup", "no second place", "faults found"
# Naming each takes a look into the register.
MOST_NAMED = 300


class KeepingNotices(QObject):
    """Tells in the window what becomes of the backups of the open register."""

    def __init__(
        self,
        workspace: Workspace,
        keeping: Keeping,
        status: StatusWords,
        banners: Banners,
        acts: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(banners)
        self._keeping, self._status, self._banners = keeping, status, banners
        self._acts, self._workspace = acts, workspace
        workspace.register_changed.connect(banners.take_all_down)
        keeping.known.connect(self._show_newest)
        keeping.kept.connect(self._show_kept)
        keeping.checked.connect(self._show_checked)
        keeping.failed.connect(self._show_failed)

    def _show_newest(self, newest: Backup | None) -> None:
        words = f"last backup {when_words(newest.made_at, now())}" if newest else "no backup yet"
        self._status.show_backup(words)

    def _show_kept(self, done: Done) -> None:
        self._show_newest(done.backup)
        self._banners.take_down(FAILED)
        if done.second_says:
            again = {"Try again": self._keeping.back_up, "Backups…": self._acts["Backups…"]}
            self._banners.say(SECOND, done.second_says, again)
        else:
            self._banners.take_down(SECOND)

    def _show_failed(self, refusal: GainboardError) -> None:
        again = {"Try again": self._keeping.back_up, "Backups…": self._acts["Backups…"]}
        self._banners.say(FAILED, f"{refusal.says} ({refusal.id})", again)

    def _show_checked(self, faults: tuple[Fault, ...]) -> None:
        if not faults:
            self._status.show_check("checked ✓")
            self._banners.take_down(FOUND)
            return
        found = count(len(faults), "fault", "faults")
        stopped = " · no new backup is kept" if stops_backups(faults) else ""
        self._status.show_check(f"✗ check found {found}{stopped}")
        restore = self._acts["Restore a backup…"]
        self._banners.say(
            FOUND,
            f"The check of the whole register found {found}: something in it was not changed by "
            f"this program, or the disk has hurt it. {self._what_is_kept(faults)}",
            {
                "Show": lambda: self._show_faults(faults, restore),
                "Restore a backup…": restore,
            },
        )

    def _show_faults(self, faults: tuple[Fault, ...], restore: Callable[[], object]) -> None:
        rows = [(one.table, one.id) for one in faults[:MOST_NAMED] if one.table and one.id]
        names = self._workspace.ask(names_of, rows)
        prompts().run(FaultsWindow(faults, restore, names))

    def _what_is_kept(self, faults: tuple[Fault, ...]) -> str:
        made = "Those made before are kept as they are." if self._keeping.newest else ""
        if not stops_backups(faults):
            return made.replace("Those", "Backups")
        return f"No new backup is kept until that is mended. {made or 'There is none from before.'}"
