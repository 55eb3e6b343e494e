"""The bar of keys under a screen: each decision with its one key, in as many rows as it takes."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

GAP = 6
MARGIN = 8


class FlowRow(QFrame):
    """Buttons side by side, in as many rows as they take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lay_out(self) -> None:
        """Take up the buttons the form put here, in their order."""
        self._flow.setContentsMargins(0, 0, 0, 0)
        for button in self.findChildren(QPushButton):
            self._flow.addWidget(button)


class KeyBar(FlowRow):
    """Shows actions as buttons that name their key; a mouse may press them too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "keys")
        self.setAutoFillBackground(True)

    def show_actions(self, actions: list[QAction]) -> None:
        """Add a button for each action, in this order."""
        for action in actions:
            key = str(action.data() or action.shortcut().toString())
            action.setIconText(f"{key}  {action.text()}")
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            # The keys are the way in; Tab goes from field to field, not through twenty buttons.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{action.text()}, key {key}")
            self._flow.addWidget(button)

    def show_hints(self, *hints: str) -> None:
        """Add words about the keys that are no actions."""
        for words in hints:
            label = QLabel(words, self)
            label.setProperty("role", "muted")
            label.setMargin(MARGIN // 2)
            self._flow.addWidget(label)


class FlowLayout(QLayout):
    """Lays widgets side by side and begins a new row where the width ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets in rows, or only reckon; return the height they take."""
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, row = inner.x(), inner.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > inner.x() and x + size.width() > inner.right() + 1:
                x, y, row = inner.x(), y + row + GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, row = x + size.width() + GAP, max(row, size.height())
        return y + row - rect.y() + margins.bottom()
