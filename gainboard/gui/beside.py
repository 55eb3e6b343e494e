"""Pages that are not in the navigation, and what the rest of the window shows meanwhile."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListWidget, QStackedWidget, QWidget

from gainboard.gui.reflow import scrolled
from gainboard.gui.status_words import StatusWords
from gainboard.gui.trouble_page import TroublePage


class Beside(QObject):
    """Shows a page in place of those of the navigation; `changed` tells when one comes or goes."""

    changed = Signal()

    def __init__(self, pages: QStackedWidget, navigation: QListWidget, status: StatusWords) -> None:
        super().__init__(pages)
        self._pages, self._navigation, self._status = pages, navigation, status
        self._framed: dict[QWidget, QWidget] = {}
        self._was_shown = False
        pages.currentChanged.connect(self._settle)

    @property
    def is_shown(self) -> bool:
        """Tell whether such a page is seen now."""
        return self._shown() is not None

    def show(self, widget: QWidget) -> None:
        """Show a page until one of the navigation is chosen."""
        area = self._framed.get(widget)
        if area is None:
            area = self._framed[widget] = scrolled(widget)
            self._pages.addWidget(area)
        self._pages.setCurrentWidget(area)

    def _shown(self) -> QWidget | None:
        now = self._pages.currentWidget()
        return next((one for one, area in self._framed.items() if area is now), None)

    def _settle(self) -> None:
        shown = self._shown()
        # A register in trouble is another than the one whose place and state are told.
        is_another = isinstance(shown, TroublePage)
        self._status.be_quiet(is_another)
        if item := self._navigation.currentItem():
            item.setSelected(not is_another)
        if self._was_shown or shown is not None:
            self._was_shown = shown is not None
            self.changed.emit()
