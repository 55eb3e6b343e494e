"""The list of pages at the left: icon, name, and how many there are of what it shows."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gainboard.gui.icons import icon
from gainboard.gui.row_delegates import quiet_colour

COUNT_ROLE = Qt.ItemDataRole.UserRole
_SIDE = 12


class NavigationDelegate(QStyledItemDelegate):
    """Draws the count at the right, quieter than the name."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.setPen(quiet_colour(option))
        painter.setFont(option.font)
        box = QRect(option.rect).adjusted(0, 0, -_SIDE, 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, str(index.data(COUNT_ROLE) or ""))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        count = option.fontMetrics.horizontalAdvance(str(index.data(COUNT_ROLE) or ""))
        return QSize(size.width() + count + 10, max(36, size.height()))


def add_place(navigation: QListWidget, title: str, drawing: str) -> None:
    """Add a page to the list."""
    item = QListWidgetItem(icon(drawing), title)
    item.setData(COUNT_ROLE, "")
    navigation.addItem(item)


def set_count(item: QListWidgetItem, title: str, count: int) -> None:
    """Say how many there are; nothing where there is none."""
    words = f"{count:,}" if count else ""
    item.setData(COUNT_ROLE, words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {words}" if words else title)


def fit_width(navigation: QListWidget) -> None:
    """Give the list the width its words need in the present font."""
    side = round(navigation.fontMetrics().height() * 1.1)
    navigation.setIconSize(QSize(side, side))
    style = QApplication.style()
    frame = style.pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth)
    navigation.setFixedWidth(max(160, navigation.sizeHintForColumn(0) + 2 * (8 + frame)))


def when_chosen_again(navigation: QListWidget, act: Callable[[], object]) -> None:
    """Call `act` also where the page that is chosen already is chosen, of which no change tells."""
    navigation.itemClicked.connect(lambda _: act())
    navigation.itemActivated.connect(lambda _: act())
