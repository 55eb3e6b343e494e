"""What the tests of windows stand on: the theme, settings of their own, an open register."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.prompts import FileChoice, Prompts, answer_with
from gainboard.gui.run import keep_watch
from gainboard.gui.theme import apply_theme, name_application
from gainboard.gui.workspace import Workspace
from gainboard.services.founding import found
from gainboard.services.sample import make_sample


class Answers(Prompts):
    """Answers every prompt at once; `fill` writes into a dialog before it is accepted."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.agrees = True
        self.fill: Callable[[QDialog], object] = QDialog.accept
        self.seen: list[str] = []

    def run(self, dialog: QDialog) -> bool:
        self.seen.append(dialog.windowTitle())
        dialog.show()
        self.fill(dialog)
        dialog.close()
        return dialog.result() == QDialog.DialogCode.Accepted

    def confirm(self, parent: QWidget, *, title: str, says: str, verb: str) -> bool:  # noqa: ARG002
        self.seen.append(says)
        return self.agrees

    def file_to_open(self, parent: QWidget, choice: FileChoice) -> Path | None:  # noqa: ARG002
        return self.file

    def file_to_save(self, parent: QWidget, choice: FileChoice) -> Path | None:  # noqa: ARG002
        return self.file

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:  # noqa: ARG002
        return self.file

    def show_folder(self, folder: Path) -> None:
        self.seen.append(str(folder))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """Dress the application, keep its settings in the test's own folder, and clear up after it."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    if qapp.applicationName() != "GAIN Board":
        name_application(qapp)
        apply_theme(qapp)
    yield
    # Outside an event loop nothing else deletes the windows of a test; each would be dressed anew.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answers() -> Iterator[Answers]:
    """Answer modal prompts in the user's place."""
    stand_in = Answers()
    former = answer_with(stand_in)
    yield stand_in
    answer_with(former)


@pytest.fixture
def refusals() -> list[GainboardError]:
    """Collect what the workspace of the test was refused."""
    return []


@pytest.fixture
def closed_workspace(refusals: list[GainboardError]) -> Iterator[Workspace]:
    """Give a workspace with no register open."""
    workspace = Workspace()
    workspace.refused.connect(refusals.append)
    yield workspace
    workspace.close()


@pytest.fixture
def workspace(closed_workspace: Workspace, tmp_path: Path) -> Workspace:
    """Give a workspace on a new register of a fictional force."""
    path = tmp_path / "northmoor.gainboard"
    found(path, force="Northmoor Police")
    assert closed_workspace.open(path)
    return closed_workspace


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample board once; every test works on a copy."""
    path = tmp_path_factory.mktemp("sample") / "sample.gainboard"
    make_sample(path)
    return path


@pytest.fixture
def sample(closed_workspace: Workspace, sample_file: Path, tmp_path: Path) -> Workspace:
    """Give a workspace on a copy of the sample board."""
    copy = tmp_path / "sample.gainboard"
    shutil.copyfile(sample_file, copy)
    assert closed_workspace.open(copy)
    return closed_workspace


@pytest.fixture
def openings(closed_workspace: Workspace) -> Openings:
    """Give what the menus of the window open."""
    return Openings(closed_workspace)


@pytest.fixture
def window(closed_workspace: Workspace, openings: Openings, qtbot: QtBot) -> MainWindow:
    """Show the window at the size of a laptop, on whatever the workspace has open."""
    shown = MainWindow(closed_workspace, openings)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    return shown


@pytest.fixture
def kept_window(
    closed_workspace: Workspace, openings: Openings, window: MainWindow, qtbot: QtBot
) -> Iterator[MainWindow]:
    """Show the window as the program does: backups kept, notices given, knocks heard."""
    keep_watch(closed_workspace, openings, window)
    yield window
    closed_workspace.close()
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=20_000)


@contextmanager
def a_full_disk(workspace: Workspace) -> Iterator[None]:
    """Leave no room for another page in the register that is open."""
    db = workspace.register.db
    former = db.execute("PRAGMA max_page_count").fetchone()[0]
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    try:
        yield
    finally:
        db.execute(f"PRAGMA max_page_count = {former}").fetchall()
