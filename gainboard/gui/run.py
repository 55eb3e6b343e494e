"""Starting the window."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gainboard.gui.closing_window import wait_for_backup
from gainboard.gui.crash import watch
from gainboard.gui.doorbell import Doorbell, bring_to_front
from gainboard.gui.ending import EndQuestion
from gainboard.gui.gone_notice import GoneNotice
from gainboard.gui.keeping_notices import KeepingNotices
from gainboard.gui.left_words_notice import LeftWordsNotice
from gainboard.gui.log_keeping import keep_log, logged_run, tell_that_it_broke_off
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.recent import recent
from gainboard.gui.theme import name_application, restore_theme
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.registers import knock


def run_window(path: Path | None, sample: bool = False) -> int:
    """Show the window, on a register given or the last one, and return the exit code.

    Where another window has the register open, that one is brought to the front instead.
    """
    app = start_application()
    wanted = None if sample else path or next(iter(recent()), None)
    if wanted is not None and knock(wanted):
        print(f"{wanted.stem} is open already; its window was brought to the front.")  # noqa: T201
        return 0
    with logged_run() as broke_off:
        code, is_kept = _run(app, wanted, sample, broke_off)
    if not is_kept:
        _leave_at_once(code)
    return code


def _run(app: QApplication, wanted: Path | None, sample: bool, broke_off: bool) -> tuple[int, bool]:
    """Show the window until it is closed; tells too whether the last backup was waited for."""
    workspace = Workspace()
    openings = Openings(workspace)
    watching = watch(workspace.refused.emit)
    keep_log(workspace)
    window = MainWindow(workspace, openings)
    keep_watch(workspace, openings, window)
    window.show()
    # After the first paint, so that a refusal has a window to be shown in.
    if sample:
        QTimer.singleShot(0, openings.sample)
    elif wanted is not None:
        QTimer.singleShot(0, lambda: openings.open_and_resume(wanted))
    if broke_off:
        tell = openings.noticed.emit
        QTimer.singleShot(0, lambda: tell_that_it_broke_off(window.banners, tell))
    code = app.exec()
    is_kept = wait_for_backup(openings.keeping)
    watching.end()
    return code, is_kept


def keep_watch(workspace: Workspace, openings: Openings, window: MainWindow) -> None:
    """Keep backups while the window stands, tell of left words, and answer a second start."""
    mending = openings.mending
    acts = {"Backups…": mending.show_backups, "Restore a backup…": mending.restore_any}
    KeepingNotices(workspace, openings.keeping, window.status, window.banners, acts)
    acts = {"Look for it…": mending.look_for, "Restore a backup…": mending.restore_any}
    GoneNotice(workspace, openings.keeping, window.status, window, acts)
    EndQuestion(workspace, window)
    LeftWordsNotice(workspace, window.banners, mending.show_left_words)
    Doorbell(workspace, window).rang.connect(lambda: bring_to_front(window))
    openings.keeping.start()


def _leave_at_once(code: int) -> None:
    """End the program without waiting for what is being written; a backup may be cut anywhere."""
    QSettings().sync()
    os._exit(code)


def start_application() -> QApplication:
    """Return the application, named and dressed as the user last chose."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    name_application(app)
    restore_theme(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: restore_theme(app))
    app.setWindowIcon(QIcon(str(resource("icons", "gainboard.svg"))))
    return app
