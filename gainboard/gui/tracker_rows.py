"""The first rows of a sheet as they stand, with the row that names the columns marked."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from gainboard.domain.incoming.headers import header_at
from gainboard.domain.incoming.mapping import SheetChoice
from gainboard.domain.incoming.workbook import column_letters, words_of
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.row_delegates import letters_wide, row_height
from gainboard.gui.tracker_study import Study
from gainboard.gui.tracker_table import Line, LineTable, StrongDelegate

ABOVE, BELOW = 3, 8
MOST_COLUMNS = 200
LETTERS = 22


class FirstRows(QObject):
    """Shows the rows around a header."""

    def __init__(self, form: Ui_TrackerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._names: tuple[str, ...] = ()
        self._top = 0
        self._model = LineTable((), self)
        table = form.rowTable
        table.setModel(self._model)
        table.setItemDelegate(StrongDelegate(table))
        table.horizontalHeader().setAccessibleName("Letters of the columns")
        table.verticalHeader().setAccessibleName("Numbers of the rows")

    def show_sheet(self, study: Study, name: str) -> None:
        """Show a sheet of the workbook."""
        sheet = study.book.sheet(name)
        choice = next((one for one in study.mapping.sheets if one.name == name), None)
        self._form.rowsLabel.setText(f"The first rows of “{_plain(name)}” &as they stand")
        if sheet is None:
            return
        top, bottom = _header(choice)
        first = max(0, top - ABOVE)
        self._top = top - first
        rows = sheet.rows[first : bottom + 1 + BELOW]
        width = min(sheet.width, MOST_COLUMNS)
        has = choice is not None and choice.header_bottom is not None
        self._names = header_at(sheet, bottom).names if has else ()
        lines = [
            Line(
                cells=tuple(" ".join(words_of(cell)[:400].split()) for cell in row[:width]),
                head=_head(number, has and top <= number <= bottom),
                strong=has and top <= number <= bottom,
            )
            for number, row in enumerate(rows, first)
        ]
        self._model.show_lines(lines, [column_letters(n) for n in range(width)])
        self.settle()

    def look_at(self, name: str) -> None:
        """Bring a column into sight and mark it."""
        if name in self._names and self._names.index(name) < self._model.columnCount():
            place = self._names.index(name)
            self._form.rowTable.selectColumn(place)
            self._scroll(place)
            QTimer.singleShot(0, self, lambda: self._scroll(place))

    def _scroll(self, place: int) -> None:
        """Show the names above and what stands below them."""
        hint = QAbstractItemView.ScrollHint.PositionAtTop
        beyond = min(place + 1, self._model.columnCount() - 1)
        for column in (beyond, place):
            self._form.rowTable.scrollTo(self._model.index(self._top, column), hint)

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        table = self._form.rowTable
        table.verticalHeader().setMinimumSectionSize(0)
        table.verticalHeader().setDefaultSectionSize(row_height(table.font(), 1))
        table.horizontalHeader().setDefaultSectionSize(letters_wide(table, LETTERS))


def _header(choice: SheetChoice | None) -> tuple[int, int]:
    if choice is None or choice.header_top is None or choice.header_bottom is None:
        return 0, 0
    return choice.header_top, choice.header_bottom


def _head(row: int, names: bool) -> str:
    return f"{row + 1}  names" if names else str(row + 1)


def _plain(name: str) -> str:
    return name.replace("&", "&&")
