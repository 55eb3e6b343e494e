"""A register whose file went away while it was open: said until it is back, with what to do."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gainboard.errors import GainboardError
from gainboard.gui.banner import Banners
from gainboard.gui.keeping import Keeping
from gainboard.gui.message_bar import MessageBar
from gainboard.gui.status_words import StatusWords
from gainboard.gui.workspace import Workspace

GONE = "file gone"
REASON = "its file was gone"
_STEP = "The last step was not saved. "
Part = TypeVar("Part", bound=QWidget)


class GoneNotice(QObject):
    """Watches for E-FILE-GONE. What the open register holds is backed up at once, if it can be."""

    def __init__(
        self,
        workspace: Workspace,
        keeping: Keeping,
        status: StatusWords,
        window: QWidget,
        acts: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(window)
        self._workspace, self._keeping, self._status = workspace, keeping, status
        self._banners = _part(window, Banners)
        self._bar = _part(window, MessageBar)
        self._acts = acts
        workspace.refused.connect(lambda refusal: self._look(refusal, _STEP))
        keeping.failed.connect(lambda refusal: self._look(refusal, ""))
        keeping.checked.connect(self._tell_in_status)
        workspace.saved.connect(self._is_back)

    def _look(self, refusal: GainboardError, step: str) -> None:
        is_gone = refusal.id == "E-FILE-GONE" and self._workspace.is_open
        if not is_gone or GONE in self._banners.standing():
            return
        is_news = not self._banners.has(GONE)
        self._say(self._workspace.register.path, step)
        if is_news:
            self._keeping.back_up(REASON)

    def _say(self, path: Path, step: str) -> None:
        # It says all that the bar does, and stays; one that was dismissed comes back.
        self._bar.hide()
        self._banners.take_down(GONE)
        self._banners.say(
            GONE,
            f"{path.name} is no longer in {path.parent}: it was moved or deleted, or its disk was "
            f"taken out. {step}Nothing more is saved until it is found or restored.",
            self._acts,
        )
        self._tell_in_status()

    def _tell_in_status(self) -> None:
        if self._banners.has(GONE):
            self._status.show_check("✗ its file is gone")

    def _is_back(self) -> None:
        if self._banners.has(GONE):
            self._banners.take_down(GONE)
            self._status.show_check("")


def _part(window: QWidget, kind: type[Part]) -> Part:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found
