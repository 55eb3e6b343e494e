"""The reports as an item model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gainboard.domain.views import ReportView
from gainboard.gui.row_delegates import SECOND_ROLE
from gainboard.gui.wording import day

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TITLES = ("Code", "Title", "Published", "Open")
RIGHT = frozenset({2, 3})


class ReportTable(QAbstractTableModel):
    """Shows each report with its date and how much of it is open."""

    def __init__(self) -> None:
        super().__init__()
        self._reports: Sequence[ReportView] = ()

    def show_reports(self, reports: Sequence[ReportView]) -> None:
        """Show other reports."""
        self.beginResetModel()
        self._reports = reports
        self.endResetModel()

    def at(self, row: int) -> ReportView | None:
        """Return the report in a row."""
        return self._reports[row] if 0 <= row < len(self._reports) else None

    def row_of(self, code: str) -> int:
        """Return the row of a report's code, or -1."""
        codes = [view.report.code for view in self._reports]
        return codes.index(code) if code in codes else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._reports)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        view = self._reports[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(view)[index.column()]
        if role == SECOND_ROLE and index.column() == 2 and view.clocks:
            return view.clocks[0].left if "left" in view.clocks[0].left else ""
        if role == SECOND_ROLE and index.column() == 3:
            return f"of {view.recommendations}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
            return (right if section in RIGHT else left) | Qt.AlignmentFlag.AlignVCenter
        return None


def _texts(view: ReportView) -> tuple[str, str, str, str]:
    one = view.report
    return one.code, one.title, day(one.published) or "not known", str(view.open)
