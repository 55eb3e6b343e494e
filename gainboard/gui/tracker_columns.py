"""The first step: which sheets are read, and what each of their columns holds."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import ColumnChoice, Mapping, SheetChoice, Sureness
from gainboard.domain.incoming.workbook import column_letters
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.row_delegates import letters_wide, row_height, settle_rows
from gainboard.gui.tracker_choice import let_choose
from gainboard.gui.tracker_rows import FirstRows
from gainboard.gui.tracker_study import Study, is_unclear, is_unknown
from gainboard.gui.tracker_table import Line, LineTable, StrongDelegate
from gainboard.gui.wording import count, sentence_case
from gainboard.services.founding import LISTS

TITLES = ("Their column", "Holds", "How sure, and why", "Some of what stands in it")
LETTERS = (22, 25, 46)
SAMPLES = 3
MOST_SHEETS = 4
LINES = 5
CHOOSE = "choose…"
_SURE = {
    Sureness.CHOSEN: "chosen",
    Sureness.SURE: "sure",
    Sureness.LIKELY: "likely",
    Sureness.UNSURE: "check",
}


class ColumnsStep(QObject):
    """Shows the columns of a study. `changed` gives another mapping, `ticked` a sheet."""

    changed = Signal(object)
    ticked = Signal(str, bool)

    def __init__(self, form: Ui_TrackerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._study: Study | None = None
        self._model = LineTable(TITLES, self, choice=1)
        form.columnTable.setModel(self._model)
        form.columnTable.setItemDelegate(StrongDelegate(form.columnTable))
        self._choices = let_choose(form.columnTable, self._model, "What is held by")
        self._rows = FirstRows(form, self)
        form.columnTable.horizontalHeader().setAccessibleName("What is said of each column")
        form.columnTable.horizontalHeader().setStretchLastSection(True)
        form.columnTable.selectionModel().currentRowChanged.connect(self._row_chosen)
        form.kindCombo.addItems(list(LISTS["source kind"]))
        self._model.chosen.connect(self._choose)
        form.sheetList.itemChanged.connect(self._tick)
        form.sheetList.currentRowChanged.connect(self._show_rows)
        form.reportEdit.editingFinished.connect(self.name_report)
        form.kindCombo.activated.connect(lambda _: self._set_kind())

    def show_study(self, study: Study) -> None:
        """Show a study; the row that is chosen stays where it can."""
        former, self._study = self._study, study
        mapping = study.mapping
        self._show_sheets(mapping)
        entries = {str(field): field.words for field in Field}
        self._choices.offer([entries] * len(mapping.columns))
        self._model.show_lines([_line(one) for one in mapping.columns])
        self._form.columnsLabel.setText(_counted(mapping))
        self._show_report(mapping)
        if former is None or former.sheet != study.sheet or former.book is not study.book:
            self._show_rows()
            self._form.columnTable.setCurrentIndex(self._model.index(_first(mapping), 1))
            # Once it is laid out: a table of no height has nothing to bring into sight.
            QTimer.singleShot(0, self, self._show_chosen)

    def name_report(self) -> None:
        """Take up the title typed for rows that name no report."""
        title = self._form.reportEdit.text().strip()
        if self._study is not None and title != self._study.mapping.report_title:
            self.changed.emit(replace(self._study.mapping, report_title=title))

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        table, sheets = self._form.columnTable, self._form.sheetList
        settle_rows(table, 1)
        table.verticalHeader().setDefaultSectionSize(row_height(table.font(), 1) + 4)
        for number, letters in enumerate(LETTERS):
            table.setColumnWidth(number, letters_wide(table, letters))
        shown = min(max(sheets.count(), 1), MOST_SHEETS)
        sheets.setFixedHeight(shown * (sheets.fontMetrics().height() + 8) + 6)
        self._rows.settle()
        for view, lines in ((table, LINES), (self._form.rowTable, LINES - 1)):
            view.setMinimumHeight(lines * view.verticalHeader().defaultSectionSize())
        least = self._form.splitter.minimumSizeHint().height()
        self._form.splitter.setMinimumHeight(least)

    def _show_chosen(self) -> None:
        table = self._form.columnTable
        table.scrollTo(table.currentIndex(), table.ScrollHint.PositionAtCenter)
        table.horizontalScrollBar().setValue(0)

    def _show_sheets(self, mapping: Mapping) -> None:
        quiet = QSignalBlocker(self._form.sheetList)
        shown = self._form.sheetList
        while shown.count() > len(mapping.sheets):
            shown.takeItem(shown.count() - 1)
        while shown.count() < len(mapping.sheets):
            shown.addItem(QListWidgetItem())
        for row, one in enumerate(mapping.sheets):
            item = shown.item(row)
            item.setText(_sheet_words(one))
            item.setData(Qt.ItemDataRole.UserRole, one.name)
            can = one.header_bottom is not None
            item.setFlags(
                Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsEnabled
                | (Qt.ItemFlag.ItemIsUserCheckable if can else Qt.ItemFlag.NoItemFlags)
            )
            item.setCheckState(Qt.CheckState.Checked if one.read else Qt.CheckState.Unchecked)
        del quiet
        self._form.sheetsBox.setVisible(len(mapping.sheets) > 1)

    def _show_report(self, mapping: Mapping) -> None:
        edit, combo = self._form.reportEdit, self._form.kindCombo
        if not edit.hasFocus():
            edit.setText(mapping.report_title)
        if combo.findText(mapping.source_kind) < 0:
            combo.addItem(mapping.source_kind)
        combo.setCurrentText(mapping.source_kind)

    def _choose(self, row: int, key: str) -> None:
        if self._study is not None:
            name = self._study.mapping.columns[row].name
            self.changed.emit(self._study.mapping.with_column(name, Field(key)))

    def _tick(self, item: QListWidgetItem) -> None:
        is_read = item.checkState() is Qt.CheckState.Checked
        self.ticked.emit(str(item.data(Qt.ItemDataRole.UserRole)), is_read)

    def _set_kind(self) -> None:
        if self._study is not None:
            kind = self._form.kindCombo.currentText()
            self.changed.emit(replace(self._study.mapping, source_kind=kind))

    def _row_chosen(self, current: QModelIndex) -> None:
        if self._study is not None and current.isValid():
            self._rows.look_at(self._study.mapping.columns[current.row()].name)

    def _show_rows(self) -> None:
        if self._study is None:
            return
        row = self._form.sheetList.currentRow()
        name = self._study.mapping.sheets[row].name if row >= 0 else self._study.sheet
        self._rows.show_sheet(self._study, name)


def _first(mapping: Mapping) -> int:
    """Return the row to begin at: the first column that was not understood."""
    left = [row for row, one in enumerate(mapping.columns) if is_unclear(one)]
    return left[0] if left else 0


def _line(one: ColumnChoice) -> Line:
    is_open = is_unknown(one)
    sure = "choose" if is_open else _SURE[one.sureness]
    why = f"{sure}: {one.why}" if one.why and one.why != sure else sure
    samples = "  ·  ".join(one.samples[:SAMPLES])
    sheet = f"{one.sheet}!" if one.sheet else ""
    head = f"{sheet}{column_letters(one.place)}  {one.name}"
    holds = CHOOSE if is_open else one.field.words
    cells = (head, holds, sentence_case(why), samples)
    return Line(cells=cells, chosen="" if is_open else str(one.field), strong=is_unclear(one))


def _sheet_words(one: SheetChoice) -> str:
    told = f"read, {count(one.rows, 'row', 'rows')}" if one.read else "not read"
    return f"{one.name}: {told}; {one.why}" if one.why else f"{one.name}: {told}"


def _counted(mapping: Mapping) -> str:
    told = f"What each &column holds: {count(len(mapping.columns), 'column', 'columns')}"
    unknown = sum(is_unknown(one) for one in mapping.columns)
    unsure = sum(is_unclear(one) for one in mapping.columns) - unknown
    check = f", {unsure} to check" if unsure else ""
    until = "kept as a note until then" if unknown == 1 else "kept as notes until then"
    choose = f", {unknown} to choose ({until})" if unknown else ""
    return f"{told}{check}{choose}"
