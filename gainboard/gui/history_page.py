"""The history: every change, newest first, with its fields; the newest can be taken back."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.detail_pages import page
from gainboard.gui.forms.ui_history_page import Ui_HistoryPage
from gainboard.gui.history_entry import MOST_RECORDS, written
from gainboard.gui.history_filters import HistoryFilters
from gainboard.gui.history_table import EntryTable
from gainboard.gui.reflow import reflow
from gainboard.gui.row_delegates import LineDelegate, letters_wide, settle_rows
from gainboard.gui.turning import take_back
from gainboard.gui.wording import count, day
from gainboard.gui.workspace import Workspace
from gainboard.services.history import Found, HistoryFilter, everybody, search, whole_entry
from gainboard.services.naming import names_in
from gainboard.services.views import meetings

_LETTERS = (18, 40, 13, 11)
LETTERS_SIDE_BY_SIDE = 115
AT_ONCE = 300
_LONGEST_LABEL = 36  # the whole of it is told beside the button


class HistoryPage(QWidget):
    """Shows what was done to the register, all of it or what a filter finds."""

    title = "History"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_HistoryPage()
        self._form.setupUi(self)
        self._model = EntryTable()
        self._newest = AT_ONCE
        self._set_up_table()
        self.filters = HistoryFilters(self._form, self)
        self.filters.changed.connect(self._begin_anew)
        self._form.clear.clicked.connect(self._clear)
        self._form.older.clicked.connect(self.show_older)
        self._form.undo.clicked.connect(lambda: take_back(workspace, self))
        workspace.register_changed.connect(self._forget_filter)

    def refresh(self) -> None:
        """Read the history anew and choose the newest entry."""
        ask = self._workspace.ask
        self.filters.offer(ask(everybody), [one.ref for one in ask(meetings)])
        wanted = self.filters.wanted
        found = self._read(wanted)
        self._model.show_entries(found.entries[::-1])
        self._form.older.setVisible(len(found.entries) < found.matching)
        self._form.states.setCurrentWidget(
            self._form.list_state if found.entries else self._form.nothing_state
        )
        self._say_counts(found, wanted)
        self._offer_undo()
        self._form.table.selectRow(0)

    def show_older(self) -> None:
        """Show as many entries more, and choose the first of them."""
        first = self._model.rowCount()
        self._newest += AT_ONCE
        self.refresh()
        self._form.table.selectRow(min(first, self._model.rowCount() - 1))
        self._form.table.setFocus()

    @property
    def beginning(self) -> QWidget:
        """Return what has the cursor when the page is opened."""
        return self._form.filter if self.emptiness else self._form.table

    @property
    def emptiness(self) -> str:
        """Return what is said in place of the list; empty while there is one."""
        shown = self._form.states.currentWidget() is self._form.nothing_state
        return self._form.nothing_says.text() if shown else ""

    @property
    def counts(self) -> str:
        """Return how many changes are found, of how many."""
        return self._form.counts.text()

    def set_query(self, ref: str) -> None:
        """Show the history of a reference, or of everything."""
        self._form.filter.setText(ref)
        self.filters.tell()

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        table = self._form.table
        settle_rows(table, lines=1)
        for number, letters in enumerate(_LETTERS):
            table.setColumnWidth(number, letters_wide(table, letters))
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)

    def start_filter(self) -> None:
        """Put the cursor where the reference is typed."""
        self._form.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._form.filter.selectAll()

    def _set_up_table(self) -> None:
        table, header = self._form.table, self._form.table.horizontalHeader()
        table.setModel(self._model)
        table.setItemDelegate(LineDelegate(table))
        self.settle()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setAccessibleName("Columns")
        table.selectionModel().currentRowChanged.connect(self._show)
        self._form.fields.document().setDocumentMargin(12)
        self._form.split.setSizes([700, 400])
        self._form.split.setStretchFactor(0, 1)

    def _begin_anew(self) -> None:
        self._newest = AT_ONCE
        # While no register is open the fields are emptied for the next.
        if self._workspace.is_open:
            self.refresh()
            announce(self, self.counts)

    def _forget_filter(self) -> None:
        self._model.show_entries(())
        self.filters.clear()

    def _clear(self) -> None:
        self._form.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.clear()

    def _read(self, wanted: HistoryFilter) -> Found:
        # On an old register looking through every entry takes a moment.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = self._workspace.ask(search, wanted, self._newest, with_rows=False)
        except GainboardError as refusal:
            self._form.nothing_says.setText(_why_not(refusal, wanted.ref))
            total = self._workspace.ask(search, HistoryFilter(), 0).total
            return Found(entries=(), matching=0, total=total)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._form.nothing_says.setText(self._nothing(wanted))
        return found

    def _nothing(self, wanted: HistoryFilter) -> str:
        if wanted.person and not self.filters.knows(wanted.person):
            return (
                f"Nobody called “{wanted.person}” is in this register. "
                "Choose a name from the list, or clear the filter."
            )
        return f"No change is found{_asked(wanted)}. Ask for less, or clear the filter."

    def _say_counts(self, found: Found, wanted: HistoryFilter) -> None:
        total = count(found.total, "change", "changes")
        is_filtered = wanted != HistoryFilter()
        self._form.counts.setText(f"{found.matching:,} of {total}" if is_filtered else total)
        refusal = self.filters.refusal
        self._form.refusal.setText(refusal)
        self._form.refusal.setVisible(bool(refusal))
        self._form.clear.setEnabled(is_filtered or bool(refusal))

    def _offer_undo(self) -> None:
        label = self._workspace.next_undo
        self._form.undo.setEnabled(label is not None)
        words = shorten(label or "", _LONGEST_LABEL).replace("&", "&&")
        self._form.undo.setText(f"&Undo “{words}”" if label else "&Undo")
        self._form.undo.setAccessibleName(f"Undo “{label}”" if label else "Undo")
        self._form.undo.setToolTip(label or "There is nothing to take back")

    def _show(self, current: QModelIndex) -> None:
        chosen = self._model.at(current.row())
        if chosen is None:
            self._form.fields.clear()
            return
        entry = self._workspace.ask(whole_entry, chosen.seq)
        shown = replace(entry, rows=entry.rows[:MOST_RECORDS])
        names = self._workspace.ask(names_in, [entry], MOST_RECORDS)[entry.seq]
        more = len(entry.rows) - len(shown.rows)
        self._form.fields.setHtml(page(written(shown, names, more)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)


def _why_not(refusal: GainboardError, ref: str) -> str:
    if refusal.id != "E-UNKNOWN-REFERENCE":
        return refusal.says
    return (
        f"There is no record “{ref}”. Type a whole reference, such as JCB25-5, "
        "GAIN 2026/03 or GAIN 2026/03-A01."
    )


def _asked(wanted: HistoryFilter) -> str:
    """Say what was asked for, as the end of a sentence."""
    parts = (
        f" of {wanted.ref}" if wanted.ref else "",
        f" by or about {wanted.person}" if wanted.person else "",
        f" in {wanted.meeting}" if wanted.meeting else "",
        f" since {day(wanted.since)}" if wanted.since else "",
        f" until {day(wanted.until)}" if wanted.until else "",
    )
    return "".join(parts)
