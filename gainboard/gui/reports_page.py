"""The reports: the list, and for the chosen one its clock, its scope, its recommendations."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gainboard.domain.report import Report
from gainboard.domain.views import ClockView, ReportView
from gainboard.gui.chips import RagDelegate
from gainboard.gui.detail_pages import page
from gainboard.gui.forms.ui_reports_page import Ui_ReportsPage
from gainboard.gui.reflow import reflow
from gainboard.gui.report_table import ReportTable
from gainboard.gui.row_delegates import (
    DueDelegate,
    TwoLineDelegate,
    letters_of,
    letters_wide,
    settle_rows,
)
from gainboard.gui.summary_rows import SummaryRows
from gainboard.gui.summary_table import COLUMNS, SummaryTable
from gainboard.gui.wording import count, day, html
from gainboard.gui.workspace import Workspace
from gainboard.services.views import reports

_SHOWN = ("ref", "text", "due", "rag")
_LETTERS = (9, 40, 13, 8)
_MOST_LETTERS = 14
_SCOPE = (
    ("force_specific", "Force specific"),
    ("national", "National"),
    ("follow_up", "Follow-up"),
    ("thematic", "Thematic"),
    ("partner", "Partner"),
    ("force_quoted", "Force quoted"),
)
LETTERS_SIDE_BY_SIDE = 125


class ReportsPage(QWidget):
    """Lists the reports. `take_in_requested` asks for the review of a new one."""

    take_in_requested = Signal()
    chosen = Signal(str)
    title = "Reports"

    def __init__(self, workspace: Workspace, rows: SummaryRows) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows = rows
        self._form = Ui_ReportsPage()
        self._form.setupUi(self)
        self._model = ReportTable()
        columns = tuple(column for column in COLUMNS if column.key in _SHOWN)
        self._recommendations = SummaryTable(columns, self)
        self._set_up_reports()
        self._set_up_recommendations()
        self.settle()
        self._form.take_in.clicked.connect(self.take_in_requested)
        self._form.take_in_first.clicked.connect(self.take_in_requested)

    @property
    def beginning(self) -> QWidget:
        """Return what has the cursor when the page is opened."""
        is_empty = self._form.states.currentWidget() is self._form.empty_state
        return self._form.take_in_first if is_empty else self._form.table

    def refresh(self) -> None:
        """Read the reports anew, keeping the chosen one."""
        former = self._model.at(self._form.table.currentIndex().row())
        found = self._workspace.ask(reports)
        self._model.show_reports(found)
        self._fit_codes()
        self._form.counts.setText(count(len(found), "report", "reports") if found else "")
        self._form.take_in.setVisible(bool(found))
        self._form.states.setCurrentWidget(
            self._form.list_state if found else self._form.empty_state
        )
        row = self._model.row_of(former.report.code) if former else 0
        if found:
            self._form.table.selectRow(max(row, 0))
            self._show(self._model.at(max(row, 0)))

    def go_to(self, code: str) -> bool:
        """Choose a report by its code; False if it is not known."""
        row = self._model.row_of(code)
        if row >= 0:
            self._form.table.selectRow(row)
            # What is said above the page makes it smaller only after this.
            QTimer.singleShot(0, self, self._show_chosen)
        return row >= 0

    def _show_chosen(self) -> None:
        self._form.table.scrollTo(self._form.table.currentIndex())

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        lists = (
            (self._form.table, _LETTERS),
            (self._form.recommendations, [c.letters for c in self._recommendations.columns]),
        )
        for table, widths in lists:
            settle_rows(table)
            for number, letters in enumerate(widths):
                table.setColumnWidth(number, letters_wide(table, letters))
        self._fit_codes()
        self._fit_refs()
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)

    def _fit_codes(self) -> None:
        """Make the codes as wide as they are: their ends are what tells them apart."""
        rows = range(self._model.rowCount())
        codes = (view.report.code for row in rows if (view := self._model.at(row)))
        wide = letters_of(codes, _LETTERS[0], _MOST_LETTERS)
        self._form.table.setColumnWidth(0, letters_wide(self._form.table, wide))

    def _fit_refs(self) -> None:
        table, shown = self._form.recommendations, self._recommendations
        refs = (one.ref for row in range(shown.rowCount()) if (one := shown.at(row)))
        wide = letters_of(refs, shown.columns[0].letters, _MOST_LETTERS)
        table.setColumnWidth(0, letters_wide(table, wide))

    def _set_up_reports(self) -> None:
        table, header = self._form.table, self._form.table.horizontalHeader()
        table.setModel(self._model)
        table.setItemDelegate(TwoLineDelegate(table))
        for column in (2, 3):
            table.setItemDelegateForColumn(column, DueDelegate(table))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setAccessibleName("Columns of the reports")
        table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._form.sheet.document().setDocumentMargin(12)
        self._form.split.setSizes([440, 660])
        self._form.detail.setSizes([320, 300])

    def _set_up_recommendations(self) -> None:
        table, header = self._form.recommendations, self._form.recommendations.horizontalHeader()
        table.setModel(self._recommendations)
        for number, column in enumerate(self._recommendations.columns):
            delegate = {"due": DueDelegate, "rag": RagDelegate}.get(column.key, TwoLineDelegate)
            table.setItemDelegateForColumn(number, delegate(table))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setAccessibleName("Columns of its recommendations")
        table.activated.connect(self._open_recommendation)
        table.selectionModel().currentRowChanged.connect(self._recommendation_chosen)

    def _row_chosen(self, current: QModelIndex) -> None:
        self._show(self._model.at(current.row()))

    def _show(self, view: ReportView | None) -> None:
        if view is None:
            return
        code = view.report.code
        self._form.sheet.setHtml(page(_written(view)))
        mine = [row for row in self._rows.rows if row.report_code == code]
        self._recommendations.show_rows(mine)
        self._fit_refs()
        self._form.recommendations_title.setText(
            f"&Its {count(view.recommendations, 'recommendation', 'recommendations')}"
        )

    def _recommendation_chosen(self, current: QModelIndex) -> None:
        one = self._recommendations.at(current.row())
        self.chosen.emit(one.ref if one else "")

    def _open_recommendation(self, index: QModelIndex) -> None:
        one = self._recommendations.at(index.row())
        if one is not None:
            self._workspace.go_to(one.ref)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)


def _written(view: ReportView) -> str:
    one = view.report
    made_by = html(", ".join(view.bodies)) or "maker not known"
    published = f"published {day(one.published)}" if one.published else "publication date not known"
    counts = (
        f"{count(view.recommendations, 'recommendation', 'recommendations')}, "
        f"{view.for_force} for the force, {view.open} open"
    )
    clocks = _clocks(view.clocks)
    return (
        f"<p style='font-size: large'><b>{html(one.title)}</b></p>"
        f"<p class='muted'>{html(one.code)}, {html(one.source_kind)} by {made_by}, {published}</p>"
        f"<p>{counts}</p>{clocks or _no_clock(one)}<h4>Scope</h4>{_scope(one)}{_plenary(one)}"
    )


def _clocks(found: tuple[ClockView, ...]) -> str:
    """Write the clocks side by side, the statutory one first."""
    cells = "".join(
        f"<td width='50%' style='padding-top: 10px'>{_clock(clock)}</td>" for clock in found
    )
    return f"<table cellspacing='0' width='100%'><tr>{cells}</tr></table>" if cells else ""


def _clock(clock: ClockView) -> str:
    return (
        f"<h4>{html(clock.name)}</h4><p><b>{day(clock.last_day)}, {html(clock.left)}</b>"
        f"<br><span class='muted'>{html(clock.rule)}<br>{html(clock.act)}</span></p>"
    )


def _no_clock(one: Report) -> str:
    why = "" if one.published else " Its publication date is not known."
    return f"<p class='muted'>No statutory clock runs for it.{why}</p>"


def _scope(one: Report) -> str:
    said = {True: "<b>☑ yes</b>", False: "☐ no", None: "<span class='muted'>? not known</span>"}
    cells = [f"<td>{name}</td><td>{said[getattr(one, key)]}</td>" for key, name in _SCOPE]
    rows = [f"<tr>{''.join(cells[n : n + 2])}</tr>" for n in range(0, len(cells), 2)]
    return f"<table cellspacing='0'>{''.join(rows)}</table>"


def _plenary(one: Report) -> str:
    if one.plenary_on is None:
        return ""
    by = f", {html(one.plenary_facilitator)}" if one.plenary_facilitator else ""
    return f"<h4>Plenary</h4><p>{day(one.plenary_on)}{by}</p><p>{html(one.plenary_note)}</p>"
