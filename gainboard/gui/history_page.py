"""The history: every change, newest first, with its fields; the newest can be taken back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from gainboard.domain.changes import Entry
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.gui.detail_pages import page
from gainboard.gui.entry_fields import changed_fields
from gainboard.gui.forms.ui_history_page import Ui_HistoryPage
from gainboard.gui.reflow import reflow
from gainboard.gui.row_delegates import LineDelegate, letters_wide, settle_rows
from gainboard.gui.wording import html, moment
from gainboard.gui.workspace import Workspace
from gainboard.services.views import history

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TITLES = ("When", "What", "Meeting", "By")
_LETTERS = (18, 40, 13, 11)
LETTERS_SIDE_BY_SIDE = 115
AT_ONCE = 300


class EntryTable(QAbstractTableModel):
    """The journal's entries as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, in the order given."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def at(self, row: int) -> Entry | None:
        """Return the entry in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        entry = self._entries[index.row()]
        taken_back = " (taken back)" if entry.undone_by else ""
        return (moment(entry.at), entry.label + taken_back, entry.meeting, entry.by)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None


class HistoryPage(QWidget):
    """Shows what was done to the register, of one reference or all."""

    title = "History"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_HistoryPage()
        self._form.setupUi(self)
        self._model = EntryTable()
        self._newest = AT_ONCE
        self._set_up_table()
        self.setFocusProxy(self._form.table)
        self._form.filter.textChanged.connect(self._begin_anew)
        self._form.older.clicked.connect(self.show_older)
        self._form.undo.clicked.connect(workspace.undo)

    def refresh(self) -> None:
        """Read the history anew and choose the newest entry."""
        entries = self._read()
        self._model.show_entries(entries)
        self._form.older.setVisible(len(entries) >= self._newest)
        self._form.states.setCurrentWidget(
            self._form.list_state if entries else self._form.nothing_state
        )
        self._offer_undo()
        if entries:
            self._form.table.selectRow(0)

    def show_older(self) -> None:
        """Show as many entries more, and choose the first of them."""
        first = self._model.rowCount()
        self._newest += AT_ONCE
        self.refresh()
        self._form.table.selectRow(min(first, self._model.rowCount() - 1))
        self._form.table.setFocus()

    @property
    def emptiness(self) -> str:
        """Return what is said in place of the list; empty while there is one."""
        shown = self._form.states.currentWidget() is self._form.nothing_state
        return self._form.nothing_says.text() if shown else ""

    def set_query(self, ref: str) -> None:
        """Show the history of a reference, or of everything."""
        self._form.filter.setText(ref)

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
        self.refresh()

    def _read(self) -> list[Entry]:
        ref = self._form.filter.text().strip()
        # Every entry is read for one record: on an old register that takes a moment.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            entries = self._workspace.ask(history, ref, self._newest)
        except GainboardError:  # half a reference is none yet
            self._form.nothing_says.setText(
                f"There is no record “{ref}”. Type a whole reference, such as JCB25-5, "
                "GAIN 2026/03 or GAIN 2026/03-A01."
            )
            return []
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._form.nothing_says.setText("Every change to the register is kept here.")
        return list(reversed(entries))

    def _offer_undo(self) -> None:
        label = self._workspace.next_undo
        self._form.undo.setEnabled(label is not None)
        words = shorten(label or "", 60).replace("&", "&&")
        self._form.undo.setText(f"&Undo “{words}”" if label else "&Undo")
        self._form.undo.setToolTip(label or "There is nothing to take back")

    def _show(self, current: QModelIndex) -> None:
        entry = self._model.at(current.row())
        self._form.fields.setHtml(page(_written(entry)) if entry else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        reflow(self._form.split, self, LETTERS_SIDE_BY_SIDE)


def _written(entry: Entry) -> str:
    state = "<p>Taken back later.</p>" if entry.undone_by else ""
    rows, record = "", -1
    for field in changed_fields(entry.rows, 400):
        if field.number != record:
            record = field.number
            rows += f"<tr><td colspan='2'><br><b>{html(field.record)}</b></td></tr>"
        said = html(field.after)
        if field.before:
            said = f"<span class='muted'><s>{html(field.before)}</s></span> → {said or 'nothing'}"
        rows += f"<tr><td class='muted'>{html(field.name)}</td><td>{said}</td></tr>"
    about = f"Entry {entry.seq}, {entry.hash[:12]}"
    return (
        f"<p><b>{html(entry.label)}</b></p><p class='muted'>{moment(entry.at)}, {about}</p>"
        f"{state}<table cellspacing='0'>{rows}</table>"
    )
