"""What the menus open: registers, the sample board, the review of a report, the meeting."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gainboard.errors import GainboardError
from gainboard.gui.dropping import Dropping
from gainboard.gui.intake_page import KINDS as DOCUMENTS
from gainboard.gui.intake_page import IntakePage
from gainboard.gui.keeping import Keeping
from gainboard.gui.left_words import LeftWords
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.mending import Mending
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.recent import remember
from gainboard.gui.start_page import KINDS, NewRegister
from gainboard.gui.tracker_opening import TrackerOpening
from gainboard.gui.waiting import waiting
from gainboard.gui.words_reopened import open_left_words
from gainboard.gui.workspace import Workspace, make_folder
from gainboard.places import data_dir
from gainboard.services.sample import make_sample
from gainboard.services.taking_in import taken_in_words
from gainboard.services.views import in_session

SAMPLE_NAME = "sample-board.gainboard"


class Stage(Protocol):
    """The window as this module sees it."""

    @property
    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages of the navigation by their titles."""

    def window(self) -> QWidget:
        """Return the window itself, as the parent of a dialog."""

    def go_to(self, ref: str) -> None:
        """Show what has that reference."""

    def show_page(self, title: str) -> None:
        """Show a page of the navigation."""

    def show_beside(self, widget: QWidget) -> None:
        """Show a page that is not in the navigation."""

    def show_again(self) -> None:
        """Go back to the page of the navigation."""


class Openings(QObject):
    """Asks what is needed and opens it. `noticed` carries words for the message bar."""

    noticed = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._stage: Stage | None = None
        self.intake: IntakePage | None = None
        self.keeping = Keeping(workspace)
        self.mending = Mending(workspace, self, self.keeping)
        self.trackers = TrackerOpening(workspace, self)

    def serve(self, stage: Stage) -> None:
        """Say in which window things are shown, and on which files are dropped."""
        self._stage = stage
        Dropping(
            stage.window(),
            open_register=self.open,
            review=self.trackers.review_or_load,
            can_review=lambda: self._workspace.is_open,
            say=self.noticed.emit,
        )

    @property
    def verbs(self) -> dict[str, Callable[[], object]]:
        """Return what the menus call, by the names of their actions."""
        return {
            "new_register": self.make,
            "open_register": self.choose,
            "open_sample": self.sample,
            "close_register": self._workspace.close,
            "restore_backup": self.mending.restore_any,
            "backups": self.mending.show_backups,
            "left_words": self.mending.show_left_words,
            "retention": self.mending.show_retention,
            "take_in": self.take_in,
            "paste_report": self.paste,
            "take_in_tracker": self.trackers.show,
            "meet": self.meet,
        }

    @property
    def stage(self) -> Stage:
        """Return the window; asking before there is one is a bug."""
        if self._stage is None:
            raise RuntimeError("there is no window yet")
        return self._stage

    def open(self, path: Path) -> bool:
        """Open a register and remember it; what stands against it is shown with what to do."""
        with waiting(self.stage.window(), f"Opening {path.stem}…"):
            refusal = self._workspace.try_open(path)
        if refusal is not None:
            self.mending.show_trouble(path, refusal)
            return False
        remember(path)
        self.stage.show_again()
        return True

    def choose(self) -> None:
        """Ask which register to open."""
        self.choose_in(data_dir())

    def choose_in(self, folder: Path) -> None:
        """Ask which register to open, beginning in a folder."""
        choice = FileChoice(title="Open a register", start=str(folder), kinds=KINDS)
        path = prompts().file_to_open(self.stage.window(), choice)
        if path is not None:
            self.open(path)

    def make(self) -> None:
        """Ask for the names of a new register, make it and open it."""
        form = NewRegister(self._workspace)
        if prompts().run(form):
            remember(form.path)

    def sample(self) -> None:
        """Open the sample board, made anew if it is not there."""
        path = data_dir() / SAMPLE_NAME
        try:
            if not path.exists():
                make_folder(path.parent)
                make_sample(path)
        except GainboardError as refusal:
            self._workspace.refused.emit(refusal)
            return
        self.open(path)

    def take_in(self) -> None:
        """Ask for a document, and show what is found in it for review."""
        choice = FileChoice(title="The report to take in", kinds=DOCUMENTS)
        path = prompts().file_to_open(self.stage.window(), choice)
        if path is not None:
            self.trackers.review_or_load(path)

    def paste(self) -> None:
        """Show what is found in the words that were copied in another program."""
        self.review_page().paste()

    def review(self, path: Path) -> IntakePage:
        """Show what is found in a document; nothing is kept until it is accepted."""
        page = self.review_page()
        page.load(path)
        return page

    def review_page(self) -> IntakePage:
        """Show the page on which documents are reviewed."""
        if self.intake is None:
            self.intake = IntakePage(self._workspace)
            self.intake.accepted.connect(self._taken_in)
            self.intake.cancelled.connect(self._left)
        self.stage.show_page("Reports")
        self.stage.show_beside(self.intake)
        return self.intake

    def meet(self) -> None:
        """Go back to the meeting in session, or start the one that is chosen."""
        self.stage.show_page("Meetings")
        meetings = self.stage.pages["Meetings"]
        if isinstance(meetings, MeetingsPage):
            meetings.start()

    def open_and_resume(self, path: Path) -> None:
        """Open a register; a meeting that a flat battery broke off goes on where it was."""
        if self.open(path) and self._workspace.ask(in_session) is not None:
            self.meet()

    def open_words(self, left: LeftWords) -> None:
        """Open the place at which words were typed and not recorded."""
        open_left_words(self, self._workspace, left)

    def _left(self, kept: str) -> None:
        self.stage.show_again()
        if kept:
            self.noticed.emit(kept)

    def _taken_in(self, code: str) -> None:
        self.stage.show_page("Reports")
        self.stage.show_again()
        self.stage.go_to(code)
        self.noticed.emit(self._workspace.ask(taken_in_words, code))
