"""The list of recommendations as an item model: frozen values, sorted here, written nowhere."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gainboard.domain.states import Rag
from gainboard.domain.views import Summary
from gainboard.gui.chips import RAG_ROLE, chip_word
from gainboard.gui.row_delegates import SECOND_ROLE
from gainboard.gui.wording import day, due_line, leads, sentence_case

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RAG_ORDER = {Rag.RED: 0, Rag.AMBER: 1, Rag.GREEN: 2, Rag.BLUE: 3, Rag.GREY: 4, None: 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, what it shows, what it sorts by, and its width in letters."""

    key: str
    title: str
    text: Callable[[Summary], str]
    sorts: Callable[[Summary], Any]
    letters: int
    right: bool = False
    second: Callable[[Summary], str] | None = None


COLUMNS = (
    Column(key="ref", title="Ref", text=lambda s: s.ref, sorts=lambda s: _natural(s), letters=10),
    Column(
        key="text",
        title="Text",
        text=lambda s: " ".join(s.text.split()),
        sorts=lambda s: s.text.casefold(),
        letters=40,
    ),
    Column(
        key="status",
        title="Status",
        text=lambda s: sentence_case(s.force_status.words),
        sorts=lambda s: s.force_status.words,
        letters=13,
    ),
    Column(key="leads", title="Leads", text=leads, sorts=lambda s: leads(s).casefold(), letters=18),
    Column(
        key="group",
        title="Delivery group",
        text=lambda s: s.group,
        sorts=lambda s: s.group.casefold(),
        letters=18,
    ),
    Column(
        key="due",
        title="Due",
        text=lambda s: day(s.current_date),
        sorts=lambda s: s.current_date or date.max,
        letters=11,
        right=True,
        second=due_line,
    ),
    Column(
        key="rag",
        title="RAG",
        text=lambda s: f"{chip_word(s.rag)}, {s.rag.words}" if s.rag else "",
        sorts=lambda s: _RAG_ORDER[s.rag],
        letters=10,
    ),
)


class SummaryTable(QAbstractTableModel):
    """Shows summaries in the columns given; sorting keeps the order of equals."""

    def __init__(
        self, columns: tuple[Column, ...] = COLUMNS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: list[Summary] = []
        self._sort: tuple[int, bool] | None = None

    def show_rows(self, rows: Iterable[Summary]) -> None:
        """Show other rows, in the sorted order; the same ones anew stay where they are."""
        wanted = self._sorted(rows)
        if [row.id for row in wanted] == [row.id for row in self._rows]:
            shown = {row.id: row for row in self._rows}
            self.renew({row.id: row for row in wanted if row != shown[row.id]})
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def renew(self, fresh: dict[int, Summary]) -> None:
        """Put new values in the place of rows that are shown."""
        last = len(self._columns) - 1
        for number, row in enumerate(self._rows):
            if (new := fresh.get(row.id)) is not None:
                self._rows[number] = new
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def at(self, row: int) -> Summary | None:
        """Return the summary in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, ref: str) -> int:
        """Return the row of a reference, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.ref == ref), -1)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns shown."""
        return self._columns

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == SECOND_ROLE:
            return column.second(row) if column.second else None
        if role == RAG_ROLE:
            return row.rag if column.key == "rag" else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            second = column.second(row) if column.second else ""
            return f"{column.text(row)}, {second}" if second else column.text(row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.show_rows(self._rows)

    def _sorted(self, rows: Iterable[Summary]) -> list[Summary]:
        if self._sort is None:
            return list(rows)
        column, reverse = self._sort
        return sorted(rows, key=self._columns[column].sorts, reverse=reverse)


def _natural(one: Summary) -> tuple[str, bool, int, str]:
    """Sort JCB25-10 after JCB25-9, and what is lettered after the numbers."""
    head, _, tail = one.ref.partition("-")
    is_number = tail.isdecimal()
    return head, not is_number, int(tail) if is_number else 0, tail
