"""The recommendations: a quick list, the search words over it, the chosen one beside it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from gainboard.domain.query import matching
from gainboard.domain.views import Summary
from gainboard.errors import GainboardError
from gainboard.gui.chips import RagDelegate
from gainboard.gui.forms.ui_recommendations_page import Ui_RecommendationsPage
from gainboard.gui.reflow import reflow
from gainboard.gui.row_delegates import DueDelegate, TwoLineDelegate, letters_wide, settle_rows
from gainboard.gui.summary_rows import SummaryRows
from gainboard.gui.summary_table import COLUMNS, SummaryTable
from gainboard.gui.workspace import Workspace

VIEWS = (
    ("All", ""),
    ("Open and ours", "is:open is:ours"),
    ("Overdue", "is:overdue"),
    ("Awaiting allocation", "is:unallocated"),
    ("Ready to close", "is:ready"),
    ("No recent update", "is:stale"),
    ("Watch list", "is:watch"),
    ("Closed", "is:closed"),
)
LETTERS_SIDE_BY_SIDE = 125
_HIDDEN_AT_FIRST = frozenset({"group", "leads"})


class RecommendationsPage(QWidget):
    """Lists what the query finds. `chosen` carries the reference of the row that is shown."""

    chosen = Signal(str)
    take_in_requested = Signal()
    title = "Recommendations"

    def __init__(self, workspace: Workspace, rows: SummaryRows) -> None:
        super().__init__()
        self._workspace = workspace
        self.rows = rows
        self._form = Ui_RecommendationsPage()
        self._form.setupUi(self)
        self._form.detail.serve(workspace)
        self.table = SummaryTable(parent=self)
        self._set_up_table()
        self._set_up_views()
        self._form.filter.textChanged.connect(self._query_changed)
        self._form.show_all.clicked.connect(self._form.filter.clear)
        self._form.take_in.clicked.connect(self.take_in_requested)
        rows.reread.connect(self.refresh)
        rows.renewed.connect(self._renew)
        workspace.changed.connect(lambda _: self._show_chosen())

    @property
    def ref(self) -> str:
        """Return the reference of the chosen row, or empty."""
        return self._form.detail.ref

    @property
    def beginning(self) -> QWidget:
        """Return what has the cursor when the page is opened."""
        if self.rows.rows:
            return self._form.filter if self.emptiness else self._form.table
        return self._form.take_in

    @property
    def problem(self) -> str:
        """Return why the query is not understood; empty where it is."""
        return "" if self._form.refusal.isHidden() else self._form.refusal.text()

    @property
    def emptiness(self) -> str:
        """Return what is said in place of the list; empty while there is one."""
        shown = self._form.states.currentWidget()
        if shown is self._form.list_state:
            return ""
        empty = shown is self._form.empty_state
        return (self._form.empty_says if empty else self._form.nothing_says).text()

    def refresh(self) -> None:
        """Show what the query finds, keeping the chosen row where it is still found."""
        ref = self.ref
        found = self._found()
        if found is None:
            return
        self.table.show_rows(found)
        self._say_counts(len(found))
        self._form.states.setCurrentWidget(self._state(found))
        self._choose(self.table.row_of(ref) if ref else 0)
        if ref and self.ref == ref:
            self._form.detail.show_ref(ref)

    def go_to(self, ref: str) -> bool:
        """Choose a recommendation, letting go of a filter that hides it; False if unknown."""
        if self.rows.of(ref) is None:
            return False
        if self.table.row_of(ref) < 0:
            self._form.filter.clear()
        self._choose(self.table.row_of(ref))
        return True

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        table = self._form.table
        settle_rows(table)
        for number, column in enumerate(COLUMNS):
            table.setColumnWidth(number, letters_wide(table, column.letters))
        self._reflow()

    def start_filter(self) -> None:
        """Put the cursor where the query is typed."""
        self._form.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._form.filter.selectAll()

    def set_query(self, query: str) -> None:
        """Show what a query finds."""
        self._form.filter.setText(query)

    def _set_up_table(self) -> None:
        table = self._form.table
        table.setModel(self.table)
        keys = [column.key for column in COLUMNS]
        for key, delegate in (
            *((key, TwoLineDelegate(table)) for key in keys if key not in ("due", "rag")),
            ("due", DueDelegate(table)),
            ("rag", RagDelegate(table)),
        ):
            table.setItemDelegateForColumn(keys.index(key), delegate)
        self.settle()
        self._set_up_columns(keys)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._form.split.setStretchFactor(0, 1)
        self._form.split.setSizes([770, 400])

    def _set_up_columns(self, keys: list[str]) -> None:
        header = self._form.table.horizontalHeader()
        header.setSectionResizeMode(keys.index("text"), QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setAccessibleName("Columns")
        kept = QSettings().value("recommendations/hidden")
        hidden = _HIDDEN_AT_FIRST if kept is None else frozenset(str(kept).split(","))
        for number, key in enumerate(keys):
            self._form.table.setColumnHidden(number, key in hidden)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(header.mapToGlobal(at))
        )

    def columns_menu(self) -> QMenu:
        """Return a menu that shows and hides columns; what is chosen is kept."""
        menu = QMenu("Col&umns", self)
        for number, column in enumerate(COLUMNS):
            act = QAction(column.title, menu)
            act.setCheckable(True)
            act.setChecked(not self._form.table.isColumnHidden(number))
            act.setEnabled(column.key not in ("ref", "text"))
            act.toggled.connect(lambda on, number=number: self._show_column(number, on))
            menu.addAction(act)
        return menu

    def _show_column(self, number: int, on: bool) -> None:
        table = self._form.table
        table.setColumnHidden(number, not on)
        hidden = [c.key for n, c in enumerate(COLUMNS) if table.isColumnHidden(n)]
        QSettings().setValue("recommendations/hidden", ",".join(hidden) or "none")

    def _set_up_views(self) -> None:
        for name, query in VIEWS:
            self._form.views.addItem(name, query)
        self._form.views.activated.connect(
            lambda number: self.set_query(str(self._form.views.itemData(number)))
        )

    def _query_changed(self, query: str) -> None:
        known = self._form.views.findData(query)
        self._form.views.setCurrentIndex(known)
        self.refresh()

    def _found(self) -> list[Summary] | None:
        """Return what the query finds; None, and say why, while it cannot be understood."""
        query = self._form.filter.text()
        try:
            wanted = matching(query, self.rows.today) if self._workspace.is_open else None
        except GainboardError as refusal:
            self._form.refusal.setText(refusal.says)
            self._form.refusal.show()
            return None
        self._form.refusal.hide()
        return [row for row in self.rows.rows if wanted is None or wanted(row)]

    def _say_counts(self, found: int) -> None:
        rows = self.rows
        says = [f"{rows.open_count:,} open", f"{rows.overdue_count:,} overdue"]
        if found != len(rows.rows):
            says.insert(0, f"{found:,} of {len(rows.rows):,} shown")
        self._form.counts.setText(" · ".join(says) if rows.rows else "")

    def _state(self, found: list[Summary]) -> QWidget:
        if found:
            return self._form.list_state
        if not self.rows.rows:
            return self._form.empty_state
        query = self._form.filter.text()
        self._form.nothing_says.setText(
            f"No recommendation is found by “{query}”. Try fewer words, or show all of them."
        )
        return self._form.nothing_state

    def _renew(self, ids: set[int]) -> None:
        """Show what differs; the list is put together anew only where membership may change."""
        if self._form.filter.text():
            self.refresh()
            return
        self.table.renew({row.id: row for row in self.rows.rows if row.id in ids})
        self._say_counts(len(self.rows.rows))

    def _choose(self, row: int) -> None:
        index = self.table.index(max(row, 0), 0)
        if not index.isValid():
            self._show(None)
            return
        flags = QItemSelectionModel.SelectionFlag
        self._form.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._form.table.scrollTo(index)
        self._show(self.table.at(index.row()))

    def _row_chosen(self, current: QModelIndex) -> None:
        self._show(self.table.at(current.row()) if current.isValid() else None)

    def _show(self, one: Summary | None) -> None:
        ref = one.ref if one else ""
        if ref != self.ref or not ref:
            self._form.detail.show_ref(ref)
            self.chosen.emit(ref)

    def _show_chosen(self) -> None:
        if self.ref and self.isVisible():
            self._form.detail.show_ref(self.ref)

    def _reflow(self) -> None:
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)
        is_above = self._form.split.orientation() is Qt.Orientation.Vertical
        self._form.list_column.setContentsMargins(24, 0, 24 if is_above else 0, 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()
