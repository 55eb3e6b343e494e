"""Starting the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gainboard.gui.crash import watch
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.recent import recent
from gainboard.gui.theme import name_application, restore_theme
from gainboard.gui.workspace import Workspace
from gainboard.places import resource


def run_window(path: Path | None, sample: bool = False) -> int:
    """Show the window, on a register given or the last one, and return the exit code."""
    app = start_application()
    workspace = Workspace()
    openings = Openings(workspace)
    watch(workspace.refused.emit)
    window = MainWindow(workspace, openings)
    window.show()
    # After the first paint, so that a refusal has a window to be shown in.
    if sample:
        QTimer.singleShot(0, openings.sample)
    elif last := [path] if path is not None else recent()[:1]:
        QTimer.singleShot(0, lambda: openings.open_and_resume(last[0]))
    return app.exec()


def start_application() -> QApplication:
    """Return the application, named and dressed as the user last chose."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    name_application(app)
    restore_theme(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: restore_theme(app))
    app.setWindowIcon(QIcon(str(resource("icons", "gainboard.svg"))))
    return app
