"""Opening the page on which a tracker is taken in, and what follows when it has been."""

from pathlib import Path
from typing import TYPE_CHECKING

from gainboard.domain.incoming.plan import Plan
from gainboard.gui.left_words import LeftWords
from gainboard.gui.tracker_page import SUFFIXES, TrackerPage
from gainboard.gui.tracker_study import read_kept
from gainboard.gui.tracker_words import taken_words
from gainboard.gui.workspace import Workspace

if TYPE_CHECKING:
    from gainboard.gui.openings import Openings


class TrackerOpening:
    """Shows the page in the window; it is made when it is first wanted."""

    def __init__(self, workspace: Workspace, openings: "Openings") -> None:
        self._workspace = workspace
        self._openings = openings
        self._page: TrackerPage | None = None

    @property
    def page(self) -> TrackerPage:
        """Return the page, which is shown now."""
        if self._page is None:
            self._page = TrackerPage(self._workspace)
            self._page.accepted.connect(self._taken_in)
            self._page.cancelled.connect(self._openings.stage.show_again)
        self._openings.stage.show_page("Reports")
        self._openings.stage.show_beside(self._page)
        return self._page

    def show(self) -> None:
        """Show the page, with what is under way on it."""
        self.page.begin()

    def review_or_load(self, path: Path) -> object:
        """Take in a file that was chosen or dropped: a workbook as a tracker, else as a report."""
        if path.suffix.lower() in SUFFIXES:
            return self.load(path)
        return self._openings.review(path)

    def load(self, path: Path) -> TrackerPage:
        """Show what a workbook seems to hold; nothing is kept until it is accepted."""
        page = self.page
        page.load(path)
        return page

    def resume(self, left: LeftWords) -> None:
        """Go on with a tracker whose choices were kept, by reading its workbook again."""
        words = self._workspace.words.read(left.places[0])
        kept = read_kept(words) if words else None
        if kept is not None:
            self.load(kept.path)

    def _taken_in(self, plan: Plan) -> None:
        stage = self._openings.stage
        stage.show_page("Reports")
        stage.show_again()
        stage.go_to(plan.items[0].code)
        self._openings.noticed.emit(taken_words(plan))
