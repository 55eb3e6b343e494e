"""The notice, when a register is opened, that words were typed in it and not recorded."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from gainboard.gui.banner import Banners
from gainboard.gui.left_words import LeftWords, found_words
from gainboard.gui.workspace import Workspace

LEFT = "left words"
NAMED = 2


class LeftWordsNotice(QObject):
    """Stands until the words found at the opening are recorded, discarded, or dismissed."""

    def __init__(self, workspace: Workspace, banners: Banners, show: Callable[[], object]) -> None:
        super().__init__(banners)
        self._workspace, self._banners, self._show = workspace, banners, show
        self._at_opening: set[str] = set()
        workspace.register_changed.connect(self._opened)
        workspace.changed.connect(self._look_again)

    def _opened(self) -> None:
        self._at_opening = set()
        # After the first paint, and after the notices of the former register are down.
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        if self._workspace.is_open:
            found = found_words(self._workspace)
            self._at_opening = {place for one in found for place in one.places}
            self._tell(found)

    def _look_again(self) -> None:
        if LEFT in self._banners.standing():
            found = found_words(self._workspace)
            # What is being typed just now is no news.
            self._tell([one for one in found if self._at_opening.intersection(one.places)])

    def _tell(self, found: list[LeftWords]) -> None:
        if found:
            self._banners.say(LEFT, notice_words(found), {"Show them…": self._open}, bad=False)
        else:
            self._banners.take_down(LEFT)

    def _open(self) -> None:
        self._show()
        if self._workspace.is_open:
            self._look_again()


def notice_words(found: list[LeftWords]) -> str:
    """Name the places of the words found, the newest first."""
    named = "; ".join(one.title for one in found[:NAMED])
    more = len(found) - NAMED
    return f"Words that were not recorded: {named}{f' and {more} more' if more > 0 else ''}."
