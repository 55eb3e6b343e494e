"""The place of the item before the board: its letters fit the room, and only then it scrolls."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from gainboard.gui.meeting_item import MeetingItem


class ItemScroll(QScrollArea):
    """Tells the item how much room there is for it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        item = self.widget()
        if isinstance(item, MeetingItem):
            item.fit(self.maximumViewportSize())
