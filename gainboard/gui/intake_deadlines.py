"""The deadlines of an item under review: each with its rule, and others set or dropped by hand."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem

from gainboard.domain.draft import DraftDeadline, DraftItem
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_intake_page import Ui_IntakePage
from gainboard.gui.meeting_dates import show_day

SMALLEST, HIGHEST = 30, 120


class DeadlineFields(QObject):
    """Shows a list. `typed` gives words to read as a deadline, `dropped` a place in the list."""

    typed = Signal(str)
    dropped = Signal(int)

    def __init__(self, form: Ui_IntakePage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        form.deadlineEdit.hide()
        form.deadlineEdit.installEventFilter(self)
        form.addDeadlineButton.clicked.connect(self._begin)
        form.dropDeadlineButton.clicked.connect(self.drop)

    def show_deadlines(self, item: DraftItem) -> None:
        """Show an item's deadlines; what was being typed is put away."""
        shown = self._form.deadlineList
        row = shown.currentRow()
        shown.clear()
        for deadline in item.deadlines:
            shown.addItem(QListWidgetItem(deadline_words(deadline)))
        shown.setCurrentRow(min(row, shown.count() - 1))
        if shown.hasFocus() and not item.deadlines:
            self._form.itemList.setFocus()  # not to a field, whose Ctrl+Z is its own
        shown.setVisible(bool(item.deadlines))
        self._form.noDeadlineLabel.setVisible(not item.deadlines)
        self._form.dropDeadlineButton.setEnabled(bool(item.deadlines))
        self._form.deadlineEdit.clear()
        self._form.deadlineEdit.hide()
        rows = sum(shown.sizeHintForRow(row) for row in range(shown.count()))
        shown.setFixedHeight(max(SMALLEST, min(rows + 8, HIGHEST)))

    def drop(self) -> None:
        """Drop the deadline that is chosen, or the only one."""
        shown = self._form.deadlineList
        row = 0 if shown.count() == 1 else shown.currentRow()
        if row < 0:
            announce(shown, "Choose the deadline to drop first.")
            shown.setFocus()
            return
        self.dropped.emit(row)

    def _begin(self) -> None:
        self._form.deadlineEdit.show()
        self._form.deadlineEdit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read Enter and Esc in the field; elsewhere on the page Enter means reviewed."""
        if not isinstance(event, QKeyEvent) or watched is not self._form.deadlineEdit:
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter and event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        words = self._form.deadlineEdit.text().strip()
        if enter and words:
            self.typed.emit(words)
        else:
            self._form.deadlineEdit.clear()
            self._form.deadlineEdit.hide()
            self._form.itemList.setFocus()
        return True


def deadline_words(deadline: DraftDeadline) -> str:
    """Say a deadline's words, the day they come to, and the rule."""
    where = {None: "", "clauses": " (over the clauses)"}
    place = where.get(deadline.clause, f" (clause {deadline.clause})")
    day = show_day(deadline.due) or "no date"
    return f"“{deadline.text}”{place} → {day}: {deadline.rule}"
