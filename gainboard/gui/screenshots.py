"""A picture of every screen, light and dark, of a copy of a register."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gainboard.domain.states import ForceStatus
from gainboard.domain.views import Summary
from gainboard.gui.backups_window import BackupsWindow
from gainboard.gui.crash import pass_on
from gainboard.gui.main_window import MainWindow
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.openings import Openings
from gainboard.gui.places import Leads
from gainboard.gui.retention_window import RetentionWindow
from gainboard.gui.run import start_application
from gainboard.gui.theme import Scheme, apply_theme, restore_theme
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.meetings import next_meeting_ref, open_meeting, take_up
from gainboard.services.registers import open_register
from gainboard.services.views import in_session, meeting, meetings

WIDTH, HEIGHT = 1366, 768
PATIENCE = 30.0
Screen = tuple[str, Callable[[], QWidget]]


def take_screenshots(register_path: Path, folder: Path) -> list[Path]:
    """Save a PNG of every screen into a folder and return their paths; the register stays as it is.

    Raises GainboardError where the register cannot be opened.
    """
    open_register(register_path).close()  # puts right what a crash left, before it is copied
    folder.mkdir(parents=True, exist_ok=True)
    app = start_application()
    former = qInstallMessageHandler(pass_on)
    try:
        with TemporaryDirectory() as place, _settings_of_their_own(Path(place)):
            return [
                picture
                for scheme in (Scheme.LIGHT, Scheme.DARK)
                for picture in _take_all(app, register_path, Path(place), folder, scheme)
            ]
    finally:
        qInstallMessageHandler(former)
        restore_theme(app)


def _take_all(
    app: QApplication, register: Path, place: Path, folder: Path, scheme: Scheme
) -> list[Path]:
    copy = place / f"{scheme}-{register.name}"
    shutil.copyfile(register, copy)
    apply_theme(app, scheme)
    return _Photographer(copy, folder, scheme).take_all()


class _Photographer:
    """Goes through the screens of one window in one theme."""

    def __init__(self, register: Path, folder: Path, scheme: Scheme) -> None:
        self._register, self._folder, self._scheme = register, folder, scheme
        self._workspace = Workspace()
        self._openings = Openings(self._workspace)
        self._window = MainWindow(self._workspace, self._openings)
        self._window.resize(WIDTH, HEIGHT)
        self._window.show()

    def take_all(self) -> list[Path]:
        """Take the picture of each screen."""
        taken = [self._save(name, show()) for name, show in self._screens()]
        self._window.close()
        return taken

    def _screens(self) -> Iterator[Screen]:
        yield "start", lambda: self._window
        yield "trouble", self._trouble
        self._workspace.open(self._register)
        for title in self._window.pages:
            yield title.lower(), lambda title=title: self._page(title)  # type: ignore[misc]
        yield "recommendation", self._recommendation
        for document in sorted(resource("sample").glob("*.txt"))[:1]:
            yield "intake-review", lambda document=document: self._intake(document)  # type: ignore[misc]
            yield "intake-item", self._intake_item
        for tracker in sorted(resource("sample").glob("*.csv"))[:1]:
            yield "tracker-columns", lambda tracker=tracker: self._tracker(tracker)  # type: ignore[misc]
            yield "tracker-words", self._tracker_on
            yield "tracker-preview", self._tracker_on
        yield "backups", lambda: BackupsWindow(self._workspace, self._openings.keeping)
        yield "retention", lambda: RetentionWindow(self._workspace, self._openings.keeping)
        yield "minutes-preview", self._minutes
        yield "meeting-mode", self._meeting
        yield "meeting-decision", self._decision

    def _trouble(self) -> QWidget:
        """Show what the window says of a register that is not there."""
        self._openings.open(self._register.with_name("register.gainboard"))
        return self._window

    def _page(self, title: str) -> QWidget:
        self._window.show_page(title)
        return self._window

    def _recommendation(self) -> QWidget:
        """Show the recommendation that has most to show."""
        page = self._window.pages["Recommendations"]
        self._window.show_page("Recommendations")
        if self._window.rows.rows and isinstance(page, Leads):
            page.go_to(max(self._window.rows.rows, key=_fullness).ref)
        return self._window

    def _intake(self, document: Path) -> QWidget:
        page = self._openings.review(document)
        self._wait(lambda: page.review is not None or bool(page.problem))
        return self._window

    def _intake_item(self) -> QWidget:
        """Show the first item of the review beside its place in the document."""
        if self._openings.intake is not None:
            self._openings.intake.step(1)
        return self._window

    def _tracker(self, tracker: Path) -> QWidget:
        """Show what the columns of a workbook are taken to hold."""
        page = self._openings.trackers.load(tracker)
        self._wait(lambda: page.step != "readingPage")
        return self._window

    def _tracker_on(self) -> QWidget:
        """Show the next step of taking a tracker in."""
        page = self._openings.trackers.page
        page.forward()
        self._wait(lambda: page.step != "readingPage")
        return self._window

    def _minutes(self) -> QWidget:
        page = self._meetings_page()
        held = [one.ref for one in self._workspace.ask(meetings) if one.opened_at]
        if held:
            page.go_to(held[0])
        page.show_preview()
        return page.preview or self._window

    def _meeting(self) -> QWidget:
        page = self._meetings_page()
        if self._workspace.ask(in_session) is None:
            today = self._workspace.register.clock().date()
            planned = [m.ref for m in self._workspace.ask(meetings) if not m.opened_at]
            ref = planned[0] if planned else self._workspace.ask(next_meeting_ref, today)
            self._workspace.do(open_meeting, ref, on=today, chair="Deputy Chief Constable")
        sitting = self._workspace.ask(in_session)
        lines = self._workspace.ask(meeting, sitting.ref).lines if sitting else ()
        about = {line.ref for line in lines}
        rows = [row for row in self._window.rows.rows if row.ref in about]
        if rows:
            self._workspace.do(take_up, max(rows, key=_fullness).ref)
        page.start()
        return page.mode or self._window

    def _decision(self) -> QWidget:
        """Show the form of a decision under the item, with one decision made already."""
        page = self._meetings_page()
        page.start()
        mode = page.mode
        if mode is None:
            return self._window
        mode.fill_and_record("M", {})
        mode.open_form("E")
        return mode

    def _meetings_page(self) -> MeetingsPage:
        self._window.show_page("Meetings")
        page = self._window.pages["Meetings"]
        assert isinstance(page, MeetingsPage)
        return page

    def _save(self, name: str, shown: QWidget) -> Path:
        if shown is not self._window:
            shown.showNormal()
        if shown is not self._window and not isinstance(shown, QDialog):
            shown.resize(WIDTH, HEIGHT)
        for _ in range(3):
            QApplication.processEvents()
        path = self._folder / f"{name}-{self._scheme}.png"
        shown.grab().save(str(path))
        if shown is not self._window:
            shown.close()
        return path

    def _wait(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not ready() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)


def _fullness(row: Summary) -> tuple[bool, ...]:
    """Tell how much of a screen a recommendation fills: open, in parts, reported on, proven."""
    told = bool(row.latest_update), bool(row.evidence_held)
    return (row.force_status is ForceStatus.IN_PROGRESS, len(row.clauses) > 1, *told)


@contextmanager
def _settings_of_their_own(folder: Path) -> Iterator[None]:
    """Keep the user's own taste and recent registers out of the pictures."""
    former = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    try:
        yield
    finally:
        QSettings.setDefaultFormat(former)
