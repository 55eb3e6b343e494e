"""What every short form of the meeting has: filled for an item, recorded, its words kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from gainboard.domain.changes import Changes
from gainboard.domain.views import AgendaLine, Detail, MeetingView
from gainboard.gui.workspace import Workspace
from gainboard.services.views import groups, people


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is before the board: the meeting, the line, and the recommendation if it is one."""

    view: MeetingView
    line: AgendaLine
    detail: Detail | None

    @property
    def ref(self) -> str:
        """Return the recommendation's reference, or empty."""
        return self.detail.summary.ref if self.detail else ""


class DecisionForm(QWidget):
    """A short form for one decision."""

    verb = ""
    button = "&Record"
    about_recommendation = True
    keeps_words = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def title(self, before: Before) -> str:
        """Name the decision and what it is about."""
        return f"{self.verb} {before.ref}" if self.about_recommendation else self.verb

    def why_not(self, before: Before) -> str:  # noqa: ARG002
        """Say why the decision cannot be made and what to do instead; empty where it can."""
        return ""

    def warning(self, before: Before) -> str:  # noqa: ARG002
        """Say what the board should know before it decides; empty where nothing."""
        return ""

    def fill(self, before: Before) -> None:
        """Fill the fields with what is most likely meant."""
        raise NotImplementedError

    def record(self, before: Before) -> Changes | None:
        """Record the decision; None where it was refused. Raises Refused for an unread field."""
        raise NotImplementedError

    def words(self) -> dict[str, str]:
        """Return what is in the fields, to be kept."""
        return {name: _text(field) for name, field in self._fields().items()}

    def restore(self, words: dict[str, str]) -> None:
        """Put kept words back into the fields."""
        for name, field in self._fields().items():
            if name in words:
                _set_text(field, words[name])

    def tick(self, labels: tuple[str, ...]) -> bool:
        """Tick just these clauses, or choose the one; False where the form cannot."""
        shown = self.findChild(QListWidget)
        return isinstance(shown, QListWidget) and tick_clauses(shown, labels)

    def take_focus(self) -> None:
        """Put the cursor into the first field, what is there selected."""
        first = self.first_field()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit | QPlainTextEdit):
            first.selectAll()

    def first_field(self) -> QWidget:
        """Return the field the cursor begins in."""
        raise NotImplementedError

    def _fields(self) -> dict[str, QWidget]:
        kinds = (QLineEdit, QPlainTextEdit, QComboBox)
        found = [field for kind in kinds for field in self.findChildren(kind)]
        return {field.objectName(): field for field in found if field.objectName()}

    def _people(self) -> list[str]:
        return [person.name for person in self._workspace.ask(people)]

    def _groups(self) -> list[str]:
        return [group.name for group in self._workspace.ask(groups)]


def complete(edit: QLineEdit, names: Iterable[str]) -> None:
    """Complete known names in place, so that Enter or Tab takes the completed one."""
    completer = QCompleter(sorted(set(names)), edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
    edit.setCompleter(completer)


def show_clauses(shown: QListWidget, detail: Detail, ticked: set[str]) -> None:
    """Show the clauses with ticks; Space changes one."""
    shown.clear()
    for view in detail.clauses:
        label = view.clause.label
        words = f"({label})  {view.state}" if label else f"The whole recommendation: {view.state}"
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, label)
        item.setToolTip(view.clause.text)
        state = Qt.CheckState.Checked if label in ticked else Qt.CheckState.Unchecked
        item.setCheckState(state)
        shown.addItem(item)
    shown.setCurrentRow(0)


def tick_clauses(shown: QListWidget, labels: tuple[str, ...]) -> bool:
    """Tick just the clauses of these labels, all where none is named; False if one is not there."""
    wanted = {label.strip(" ()").casefold() for label in labels}
    rows = {
        str(shown.item(row).data(Qt.ItemDataRole.UserRole)).casefold(): shown.item(row)
        for row in range(shown.count())
    }
    for label, item in rows.items():
        is_on = not wanted or label in wanted
        item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
    return wanted <= set(rows)


def ticked_clauses(shown: QListWidget) -> tuple[str, ...]:
    """Return the labels of the ticked clauses."""
    items = (shown.item(row) for row in range(shown.count()))
    return tuple(
        str(item.data(Qt.ItemDataRole.UserRole))
        for item in items
        if item.checkState() is Qt.CheckState.Checked
    )


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.currentText() if isinstance(field, QComboBox) else ""


def _set_text(field: QWidget, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
    elif isinstance(field, QComboBox) and (found := field.findText(words)) >= 0:
        field.setCurrentIndex(found)
