"""How long each report and meeting is kept, and disposing of one whose time is over."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidgetItem

from gainboard.domain.changes import Changes
from gainboard.domain.retention import Kept
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.disposal_window import DisposalWindow
from gainboard.gui.forms.ui_retention import Ui_Retention
from gainboard.gui.keeping import Keeping
from gainboard.gui.kept_fields import KeptFields
from gainboard.gui.prompts import prompts
from gainboard.gui.row_delegates import LineDelegate, settle_rows
from gainboard.gui.second_place import second_place
from gainboard.gui.window_size import fit_screen
from gainboard.gui.wording import day
from gainboard.gui.workspace import Workspace
from gainboard.services import disposal, retention
from gainboard.services.after_disposal import Aftermath, clear_copies

TITLES = ("Reference", "Title", "Class", "Review", "State")
_EMPTY = "There is no report and no meeting in this register yet, so there is nothing to keep."


class RetentionWindow(QDialog):
    """Lists what is kept; each button is one operation on the row that is chosen."""

    def __init__(self, workspace: Workspace, keeping: Keeping) -> None:
        super().__init__()
        self._workspace = workspace
        self._keeping = keeping
        self._rows: list[Kept] = []
        self._form = Ui_Retention()
        self._form.setupUi(self)
        self._kept = KeptFields(workspace, {"hold_reason": self._form.hold_reason}, self)
        self.finished.connect(self._kept.leave)
        self._list_classes()
        self._dress_table()
        self._form.settle.clicked.connect(self._settle)
        self._form.hold.clicked.connect(self._hold_or_release)
        self._form.dispose.clicked.connect(self._dispose)
        self._form.close.clicked.connect(self.reject)
        self._form.records.itemSelectionChanged.connect(self._show_chosen)
        self._form.class_name.activated.connect(self._propose)
        workspace.tell_through(self._refuse)
        self.finished.connect(lambda: workspace.tell_no_more(self._refuse))
        fit_screen(self, letters=120, lines=32)
        self._refresh("")

    @property
    def chosen(self) -> Kept | None:
        """Return the report or meeting that is chosen, or None."""
        row = self._form.records.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def problem(self) -> str:
        """Return what stands against the last step; empty where nothing does."""
        return "" if self._form.problem.isHidden() else self._form.problem.text()

    @property
    def says(self) -> str:
        """Return what is said above the list."""
        return self._form.says.text()

    def choose(self, ref: str) -> None:
        """Choose a row by its reference."""
        refs = [one.ref for one in self._rows]
        self._form.records.selectRow(refs.index(ref) if ref in refs else 0)

    def _list_classes(self) -> None:
        for one in self._workspace.ask(retention.retention_classes):
            years = "1 year" if one.keep_years == 1 else f"{one.keep_years} years"
            self._form.class_name.addItem(f"{one.name} ({years})", one.name)

    def _dress_table(self) -> None:
        table = self._form.records
        table.setColumnCount(len(TITLES))
        table.setHorizontalHeaderLabels(list(TITLES))
        table.verticalHeader().hide()
        # Its words stand under those of the header.
        table.setItemDelegate(LineDelegate(table))
        settle_rows(table, lines=1)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for words in (1, 2):
            header.setSectionResizeMode(words, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 17)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)

    def _refresh(self, ref: str) -> None:
        self._rows = self._workspace.ask(retention.retentions)
        table = self._form.records
        table.setRowCount(len(self._rows))
        for number, one in enumerate(self._rows):
            for column, words in enumerate(_cells(one)):
                item = QTableWidgetItem(words)
                item.setToolTip(one.hold_reason if column == len(TITLES) - 1 else words)
                table.setItem(number, column, item)
        if not self._rows:
            self._form.says.setText(_EMPTY)
        self.choose(ref)
        self._show_chosen()

    def _show_chosen(self) -> None:
        one, form = self.chosen, self._form
        self._kept.leave()
        for widget in (form.class_name, form.review_on, form.settle, form.hold):
            widget.setEnabled(one is not None)
        form.hold_reason.setEnabled(one is not None and not one.hold)
        form.hold.setText("Re&lease" if one and one.hold else "&Hold")
        form.dispose.setEnabled(one is not None and not one.hold)
        form.chosen.setText(_about(one) if one else "")
        form.hold_reason.setText(one.hold_reason if one else "")
        if one is not None and not one.hold:
            self._kept.begin(f"retention/{one.ref}")
        form.hold_reason.setCursorPosition(0)
        form.review_on.set_date(one.review_on if one else None)
        form.class_name.setCurrentIndex(form.class_name.findData(one.class_name) if one else -1)

    def _propose(self) -> None:
        """Fill in the review date that the class would give."""
        if one := self.chosen:
            name = str(self._form.class_name.currentData())
            self._form.review_on.set_date(
                self._workspace.ask(retention.proposed_review, one.ref, name)
            )

    def _settle(self) -> None:
        field = self._form.review_on
        if wrong := field.refusal():
            self._say_problem(wrong)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif one := self.chosen:
            name = str(self._form.class_name.currentData() or "")
            self._done(one.ref, self._keep(one.ref, name, field.value()))

    def _keep(self, ref: str, name: str, review_on: date | None) -> Changes | None:
        if not name and review_on is not None:
            return self._workspace.do(retention.set_review, ref, review_on)
        return self._workspace.do(
            retention.set_retention, ref, class_name=name, review_on=review_on
        )

    def _hold_or_release(self) -> None:
        one = self.chosen
        if one is None:
            return
        if one.hold:
            self._done(one.ref, self._workspace.do(retention.release, one.ref))
            return
        reason = self._form.hold_reason.text()
        done = self._workspace.do(retention.hold, one.ref, reason)
        if done is not None:
            self._kept.drop()
        self._done(one.ref, done)

    def _dispose(self) -> None:
        one = self.chosen
        if one is None:
            return
        today = self._workspace.register.clock().date()
        window = DisposalWindow(
            one, self._workspace.ask(disposal.what_disposal_erases, one.ref), today
        )
        if not prompts().run(window):
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            # A backup begun before would come to be kept after, with the words in it.
            self._keeping.pool.waitForDone()
            done = self._workspace.do(disposal.dispose, one.ref, reason=window.reason)
            after = self._clear_copies() if done is not None else None
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._done("", done)
        if after is not None:
            self._tell(f"{one.ref} was disposed of. {after.says}", is_problem=not after.done)

    def _clear_copies(self) -> Aftermath:
        register = self._workspace.register
        return clear_copies(register, second=second_place(register.path))

    def _done(self, ref: str, changes: Changes | None) -> None:
        if changes is not None:
            self._say_problem("")
            self._refresh(ref)
            announce(self, changes.label)

    def _tell(self, words: str, *, is_problem: bool) -> None:
        if is_problem:
            self._say_problem(words)
        else:
            self._form.says.setText(words)
            announce(self, words)

    def _refuse(self, refusal: GainboardError) -> None:
        self._say_problem(f"{refusal.says} ({refusal.id})")

    def _say_problem(self, words: str) -> None:
        self._form.problem.setText(words)
        self._form.problem.setVisible(bool(words))
        if words:
            announce(self, words, urgent=True)


def _about(one: Kept) -> str:
    held = " – on hold: release it before it can be disposed of" if one.hold else ""
    return f"{one.ref}  {shorten(one.title, 100)}{held}"


def _cells(one: Kept) -> tuple[str, ...]:
    state = "on hold" if one.hold else "due" if one.due else ""
    review = day(one.review_on) or "not set"
    return one.ref, one.title, one.class_name or "not set", review, state
