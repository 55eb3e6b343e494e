"""A choice in the cell of a table: shown as a list to choose from, opened by Enter or a click."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView, QWidget

from gainboard.gui import theme
from gainboard.gui.icons import icon
from gainboard.gui.row_delegates import SIDE, TwoLineDelegate, draw_ground, draw_lines
from gainboard.gui.tracker_table import LineTable, in_its_weight
from gainboard.gui.words_combo import WordsCombo

Index = QModelIndex | QPersistentModelIndex
_ROOM = 2
VISIBLE = 14


class ChoiceCombo(WordsCombo):
    """The list that is open in a cell; `closed` comes when it has been shut."""

    closed = Signal()

    def hidePopup(self) -> None:
        super().hidePopup()
        # What was chosen in it is told only after this.
        QTimer.singleShot(0, self.closed.emit)


class ChoiceDelegate(TwoLineDelegate):
    """Draws the chosen words as a closed list; `entries` gives what can be chosen in a row."""

    lines = 1

    def __init__(self, table: QTableView, aloud: str) -> None:
        super().__init__(table)
        self._aloud = aloud
        self._entries: Sequence[Mapping[str, str]] = ()

    def offer(self, entries: Sequence[Mapping[str, str]]) -> None:
        """Say for each row what can be chosen: keys with their words."""
        self._entries = entries

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = draw_ground(self, painter, option, index)
        box = QRect(option.rect).adjusted(_ROOM, _ROOM + 1, -_ROOM, -_ROOM - 1)
        shown = theme.colours()
        painter.setPen(QColor(shown.border))
        painter.setBrush(QColor(shown.surface))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        side = option.fontMetrics.height() * 3 // 4
        arrow = QRect(box.right() - side - 6, box.center().y() - side // 2, side, side)
        icon(f"chevron-down-{shown.name}").paint(painter, arrow)
        words = box.toRectF().adjusted(SIDE - _ROOM, 0, -side - 10, 0)
        colour = option.palette.color(QPalette.ColorRole.Text)
        # Held by a name: PySide lets go of the font with the option it is of.
        weighted = in_its_weight(option, index)
        draw_lines(painter, words, text, weighted.font, colour, 1)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,
    ) -> QWidget:
        combo = ChoiceCombo(parent)
        for key, words in self._entries[index.row()].items():
            combo.addItem(words, key)
        combo.setAccessibleName(f"{self._aloud} {index.sibling(index.row(), 0).data()}")
        combo.setStyleSheet("combobox-popup: 0")  # a list beside the cell, not over the page
        combo.setMaxVisibleItems(VISIBLE)
        combo.activated.connect(lambda _: self.commitData.emit(combo))
        combo.closed.connect(lambda: self.closeEditor.emit(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceCombo):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        assert isinstance(editor, ChoiceCombo)
        assert isinstance(model, LineTable)
        if editor.currentIndex() >= 0:
            model.setData(index, editor.currentData())

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        editor.setGeometry(option.rect)


def let_choose(table: QTableView, model: LineTable, aloud: str) -> ChoiceDelegate:
    """Let a choice be made in each row by Enter, F2 or a click."""
    delegate = ChoiceDelegate(table, aloud)
    table.setItemDelegateForColumn(model.choice, delegate)
    trigger = QAbstractItemView.EditTrigger
    table.setEditTriggers(trigger.EditKeyPressed)

    def open_row(index: QModelIndex) -> None:
        table.edit(model.index(index.row(), model.choice))

    def open_cell(index: QModelIndex) -> None:
        if index.column() == model.choice:
            table.edit(index)

    table.activated.connect(open_row)
    table.clicked.connect(open_cell)
    return delegate
