"""The fields of a review: the report's and the current item's, each change told as it is made."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QPlainTextEdit, QWidget

from gainboard.domain.draft import DraftClause, DraftItem, Kind, Scope
from gainboard.domain.states import Applicability
from gainboard.gui.clause_editor import ClauseEditor
from gainboard.gui.date_field import read_date
from gainboard.gui.forms.ui_intake_page import Ui_IntakePage
from gainboard.gui.intake_deadlines import DeadlineFields
from gainboard.gui.intake_review import Entry, Review, relabel

SCOPES = {
    "force_specific": "Force specific",
    "national": "National",
    "follow_up": "Follow-up",
    "thematic": "Thematic",
    "partner": "Partner",
}
SMALLEST, TEXT_HIGHEST, CLAUSES_HIGHEST = 64, 220, 120
_TICKS = {None: Qt.CheckState.PartiallyChecked, True: Qt.CheckState.Checked}


def kind_words(kind: Kind) -> str:
    """Name a kind as the board says it."""
    return kind.value.replace("_", " ")


class ReportFields(QObject):
    """The report's own fields. `edited` gives the name of a value and the value."""

    edited = Signal(str, object)
    code_edited = Signal(str)
    source_edited = Signal(str)

    def __init__(self, form: Ui_IntakePage, source_kinds: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        form.sourceCombo.addItems(source_kinds)
        self._boxes = {
            "force_specific": form.forceSpecificCheck,
            "national": form.nationalCheck,
            "follow_up": form.followUpCheck,
            "thematic": form.thematicCheck,
            "partner": form.partnerCheck,
        }
        form.titleEdit.textChanged.connect(self._title)
        form.codeEdit.textEdited.connect(self.code_edited)
        form.publishedEdit.textEdited.connect(self._published)
        form.bodiesEdit.textEdited.connect(lambda words: self.edited.emit("bodies", names(words)))
        form.sourceCombo.currentTextChanged.connect(self.source_edited)
        for box in self._boxes.values():
            box.checkStateChanged.connect(self._scope)
        form.quotedCheck.checkStateChanged.connect(self._quoted)

    def show_report(self, review: Review) -> None:
        """Show a report's values."""
        quiet = [QSignalBlocker(field) for field in self._all()]
        form, report = self._form, review.report
        open_points = [f"Check: {each}" for each in review.warnings]
        if not review.entries:
            open_points.append(
                "Select the words of a recommendation in the document and press A to add it."
            )
        form.warningsLabel.setText("\n".join(open_points))
        form.warningsLabel.setVisible(bool(open_points))
        form.titleEdit.setPlainText(report.title or "")
        form.codeEdit.setText(review.code)
        form.publishedEdit.setText(f"{report.published:%d/%m/%Y}" if report.published else "")
        form.bodiesEdit.setText("; ".join(report.bodies))
        form.sourceCombo.setCurrentText(review.source_kind)
        for name, box in self._boxes.items():
            _tick(box, SCOPES[name], getattr(report.scope, name))
        _tick(form.quotedCheck, "The force is quoted", report.force_quoted)
        self._show_problem()
        del quiet

    def _all(self) -> list[QObject]:
        form = self._form
        fields = [form.titleEdit, form.codeEdit, form.publishedEdit, form.bodiesEdit]
        return [*fields, form.sourceCombo, *self._boxes.values(), form.quotedCheck]

    def _title(self) -> None:
        words = " ".join(self._form.titleEdit.toPlainText().split())
        self.edited.emit("title", words or None)

    def _published(self, typed: str) -> None:
        day = read_date(typed)
        self._show_problem()
        if day or not typed.strip():
            self.edited.emit("published", day)

    @property
    def refusal(self) -> str:
        """Say what is wrong with the date typed; empty where it is a date or nothing."""
        typed = self._form.publishedEdit.text().strip()
        if not typed or read_date(typed):
            return ""
        return f"“{typed}” is no date. Type it as 31/07/2026."

    def _show_problem(self) -> None:
        typed = self._form.publishedEdit.text().strip()
        words = f"✗ {self.refusal}" if self.refusal else ""
        if not typed:
            words = "Not known: deadlines counted from publication have no date yet."
        self._form.publishedProblem.setText(words)
        self._form.publishedProblem.setVisible(bool(words))

    def _scope(self) -> None:
        ticks = {name: _ticked(box) for name, box in self._boxes.items()}
        for name, box in self._boxes.items():
            _word(box, SCOPES[name])
        self.edited.emit("scope", Scope(**ticks))

    def _quoted(self) -> None:
        _word(self._form.quotedCheck, "The force is quoted")
        self.edited.emit("force_quoted", _ticked(self._form.quotedCheck))


class ItemFields(QObject):
    """The current item's fields. `edited` gives the name of a value and the value."""

    edited = Signal(str, object)
    applicability_chosen = Signal(object)

    def __init__(self, form: Ui_IntakePage, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        for kind in Kind:
            form.kindCombo.addItem(kind_words(kind), kind.value)
        form.numberEdit.textEdited.connect(lambda t: self.edited.emit("number", t.strip() or None))
        form.kindCombo.activated.connect(self._kind)
        form.textEdit.textChanged.connect(self._text)
        form.editButton.toggled.connect(self._edit_text)
        form.clauseList.setItemDelegate(ClauseEditor(form.clauseList))
        form.clauseList.itemChanged.connect(self._clauses)
        form.addClauseButton.clicked.connect(self._add_clause)
        form.dropClauseButton.clicked.connect(self._drop_clause)
        form.addresseesEdit.textEdited.connect(
            lambda words: self.edited.emit("addressees", names(words))
        )
        form.applicabilityCombo.activated.connect(self._applicability)
        form.ratingEdit.textEdited.connect(lambda t: self.edited.emit("rating", t.strip()))
        self.deadlines = DeadlineFields(form, self)

    def show_entry(self, entry: Entry, proposed: Applicability, reason: str, twin: str) -> None:
        """Show an item, what is proposed and why; `twin` says where its words stand already."""
        form, item = self._form, entry.item
        quiet = [QSignalBlocker(field) for field in (form.textEdit, form.clauseList)]
        form.numberEdit.setText(item.number or "")
        form.kindCombo.setCurrentIndex(form.kindCombo.findData(item.kind.value))
        form.editButton.setChecked(False)
        form.textEdit.setPlainText(item.text)
        self._show_clauses(item)
        _fit(form.textEdit)
        form.addresseesEdit.setText("; ".join(item.addressees))
        said = [*([twin] if twin else []), *(f"Check: {doubt}." for doubt in item.doubts)]
        form.doubtsLabel.setText("\n".join(said))
        form.doubtsLabel.setVisible(bool(said))
        del quiet
        self.deadlines.show_deadlines(item)
        self._show_rating(item)
        self.show_applicability(entry, proposed, reason)

    def show_applicability(self, entry: Entry, proposed: Applicability, reason: str) -> None:
        """Show the proposal first, then the choices there are."""
        combo = self._form.applicabilityCombo
        combo.clear()
        combo.addItem(f"as proposed: {proposed.words}", "")
        for value in Applicability:
            combo.addItem(value.words, value.value)
        chosen = entry.applicability
        combo.setCurrentIndex(combo.findData(chosen.value if chosen else ""))
        self._form.applicabilityReason.setText(
            "Chosen by hand." if chosen else reason[:1].upper() + reason[1:]
        )

    def _show_rating(self, item: DraftItem) -> None:
        rated = bool(item.rating) or item.kind is Kind.AUDIT_FINDING
        self._form.ratingEdit.setText(item.rating)
        self._form.ratingEdit.setVisible(rated)
        self._form.ratingLabel.setVisible(rated)

    def _show_clauses(self, item: DraftItem) -> None:
        shown = self._form.clauseList
        shown.clear()
        for clause in item.clauses:
            row = QListWidgetItem(clause.text)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{clause.label}: {clause.text}")
            shown.addItem(row)
        shown.setVisible(bool(item.clauses))
        self._form.dropClauseButton.setEnabled(bool(item.clauses))
        rows = sum(shown.sizeHintForRow(row) for row in range(shown.count()))
        shown.setFixedHeight(max(SMALLEST, min(rows + 8, CLAUSES_HIGHEST)))

    def _kind(self) -> None:
        self.edited.emit("kind", Kind(self._form.kindCombo.currentData()))

    def _text(self) -> None:
        if not self._form.textEdit.isReadOnly():
            self.edited.emit("text", self._form.textEdit.toPlainText())

    def _edit_text(self, on: bool) -> None:
        self._form.textEdit.setReadOnly(not on)
        if on:
            self._form.textEdit.setFocus()

    def _clauses(self) -> None:
        shown = self._form.clauseList
        texts = [shown.item(row).text().strip() for row in range(shown.count())]
        parts = [DraftClause(label="", text=text) for text in texts if text]
        self.edited.emit("clauses", relabel(parts))

    def _add_clause(self) -> None:
        quiet = QSignalBlocker(self._form.clauseList)
        cursor = self._form.textEdit.textCursor()
        row = QListWidgetItem(cursor.selectedText().replace("\u2029", "\n") or "New clause")
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        self._form.clauseList.addItem(row)
        self._form.clauseList.show()
        del quiet
        self._clauses()
        if not cursor.hasSelection():
            self._form.clauseList.editItem(row)

    def _drop_clause(self) -> None:
        shown = self._form.clauseList
        if shown.currentRow() >= 0:
            shown.takeItem(shown.currentRow())
            self._clauses()

    def _applicability(self) -> None:
        value = self._form.applicabilityCombo.currentData()
        self.applicability_chosen.emit(Applicability(value) if value else None)


def names(words: str) -> tuple[str, ...]:
    """Return the names typed with semicolons between them."""
    return tuple(name.strip() for name in words.split(";") if name.strip())


def _fit(edit: QPlainTextEdit) -> None:
    """Make a field as high as its words, within bounds, so that what follows is seen too."""
    lines = int(edit.document().documentLayout().documentSize().height())
    high = (lines + 1) * edit.fontMetrics().lineSpacing() + 12
    edit.setFixedHeight(max(SMALLEST, min(high, TEXT_HIGHEST)))


def _tick(box: QCheckBox, words: str, value: bool | None) -> None:
    box.setCheckState(_TICKS.get(value, Qt.CheckState.Unchecked))
    _word(box, words)


def _word(box: QCheckBox, words: str) -> None:
    said = {Qt.CheckState.PartiallyChecked: ": not known", Qt.CheckState.Unchecked: ": no"}
    box.setText(words + said.get(box.checkState(), ""))


def _ticked(box: QCheckBox) -> bool | None:
    if box.checkState() is Qt.CheckState.PartiallyChecked:
        return None
    return box.checkState() is Qt.CheckState.Checked
