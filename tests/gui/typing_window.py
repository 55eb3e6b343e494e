"""A window in a process of its own, for tests that end it by force: opened, and typed into.

`python -m tests.gui.typing_window REGISTER WHAT FOLDER`; it says `ready` once it waits.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

WORDS = "Holm Street counts each"


def type_an_update() -> None:
    """Type half a sentence into the form for an update, through the menu as a hand would."""
    window = _window("MainWindow")
    window.go_to("HPC26-2")
    QTimer.singleShot(300, lambda: _type(QApplication.activeModalWidget()))
    window._actions["record_update"].trigger()


def type_a_discussion() -> None:
    """Type into the discussion of the meeting in session."""
    mode = _window("MeetingMode")
    mode._form.notes.type_here()
    _type(mode, "discussionEdit")


def rest() -> None:
    """Do nothing but stand there, minimised."""
    _window("MainWindow").showMinimized()
    print("ready", flush=True)  # noqa: T201


def _type(top: QWidget | None, name: str = "text") -> None:
    assert top is not None
    edit = top.findChild(QPlainTextEdit, name)
    assert edit is not None
    QTest.keyClicks(edit, WORDS)
    print("ready", flush=True)  # noqa: T201


def _window(kind: str):  # type: ignore[no-untyped-def]
    return next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == kind)


def _say_when_raised() -> None:
    window = _window("MainWindow")
    if not window.isMinimized():
        print("raised", flush=True)  # noqa: T201


ACTS: dict[str, Callable[[], None]] = {
    "update": type_an_update,
    "discussion": type_a_discussion,
    "rest": rest,
}


def main(register: Path, what: str, folder: str) -> int:
    """Run the program's own window, and act in it after a moment."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    from gainboard.gui.run import run_window, start_application

    start_application()
    QTimer.singleShot(1500, ACTS[what])
    watch = QTimer()
    watch.timeout.connect(_say_when_raised)
    if what == "rest":
        QTimer.singleShot(2500, lambda: watch.start(100))
    return run_window(register)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
