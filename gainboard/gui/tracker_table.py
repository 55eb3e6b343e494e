"""Rows of words as an item model: for a tracker's columns, words, problems, and what is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from gainboard.domain.words import shorten
from gainboard.gui.row_delegates import LineDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 300
_TOLD = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one row: its words, what is chosen in it, and whether it is to stand out."""

    cells: tuple[str, ...]
    chosen: str = ""
    head: str = ""
    strong: bool = False


class LineTable(QAbstractTableModel):
    """Shows lines; `chosen` gives the row and the key of another choice made in it."""

    chosen = Signal(int, str)

    def __init__(
        self,
        titles: Sequence[str],
        parent: Any,
        *,
        choice: int = -1,
        right: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._lines: Sequence[Line] = ()
        self._right = frozenset(right)
        self.choice = choice

    def show_lines(self, lines: Sequence[Line], titles: Sequence[str] | None = None) -> None:
        """Show other lines; where there are as many, whatever is chosen in a view stays."""
        if len(lines) == len(self._lines) and titles is None:
            self._lines = lines
            last = self.index(len(lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = lines
        self._titles = tuple(titles) if titles is not None else self._titles
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.choice else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != self.choice:
            return False
        # Told even of what was there: a proposal is confirmed by choosing it.
        self.chosen.emit(index.row(), str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        words = line.cells[index.column()] if index.column() < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(words, _LONGEST)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shorten(words, _TOLD)
        if role == Qt.ItemDataRole.EditRole:
            return line.chosen
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[index.column()]}: {shorten(words, _TOLD) or 'empty'}"
        if role == Qt.ItemDataRole.FontRole and line.strong:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            line = self.line(section)
            return line.head if line and role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        return (right if column in self._right else left) | Qt.AlignmentFlag.AlignVCenter


class StrongDelegate(LineDelegate):
    """Draws a line of words; those of a line that is to stand out are strong."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, in_its_weight(option, index), index)


def in_its_weight(option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
    """Return the way to draw a cell, in the weight its model asks for."""
    font = index.data(Qt.ItemDataRole.FontRole)
    if font is None:
        return option
    weighted = QStyleOptionViewItem(option)
    told = QFont(option.font)
    told.setWeight(font.weight())
    weighted.font = told
    return weighted
