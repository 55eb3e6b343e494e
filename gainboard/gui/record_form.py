"""A small form of the Record menu: it records, or says why not and keeps the words."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gainboard.domain.changes import Changes
from gainboard.domain.states import Rag
from gainboard.domain.views import ClauseView, Detail
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.date_field import DateField
from gainboard.gui.kept_fields import KeptFields
from gainboard.gui.kept_note import KeptNote
from gainboard.gui.typed_fields import typed_fields, words_in
from gainboard.gui.workspace import Workspace
from gainboard.services.views import detail, people


class Frame(Protocol):
    """What every form of the Record menu has around its fields."""

    about: QLabel
    refusal: QLabel
    record: QPushButton
    cancel: QPushButton
    column: QVBoxLayout
    scroll: QScrollArea
    fields: QWidget

    def setupUi(self, dialog: Any) -> None:
        """Lay the form out on a dialog."""


class RecordForm(QDialog):
    """One verb about one recommendation. A form fills itself and says what recording means.

    `needed` names the fields that may not be empty, in their order.
    """

    needed: tuple[str, ...] = ()

    def __init__(self, workspace: Workspace, ref: str, frame: Frame) -> None:
        super().__init__()
        self.workspace = workspace
        self.ref = ref
        self.one: Detail = workspace.ask(detail, ref)
        self._frame = frame
        frame.setupUi(self)
        frame.about.setText(f"{ref}  {shorten(self.one.summary.text, 110)}")
        frame.cancel.clicked.connect(self.reject)
        frame.record.clicked.connect(self._record)
        fit(self, frame.scroll, frame.fields)
        self._kept = KeptFields(workspace, typed_fields(self), self)
        self._is_recording = False
        self.rejected.connect(self._kept.leave)
        self.finished.connect(lambda: workspace.tell_no_more(self._show_refusal))
        self._note = KeptNote(self._kept, self)
        self._note.changed.connect(self._grow)
        frame.column.insertWidget(frame.column.indexOf(frame.scroll), self._note)
        for editor in self.findChildren(QPlainTextEdit):
            editor.installEventFilter(self)

    @property
    def note(self) -> str:
        """Return what the form says of its words; empty where nothing."""
        return self._note.words

    def carry_out(self) -> Changes | None:
        """Call the verb with what was typed; None where it was refused."""
        raise NotImplementedError

    def refuse(self, says: str, at: QWidget | None = None) -> None:
        """Say what stands against it, the cursor where it is mended; everything typed stays."""
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.refusal.setText(says)
        self._frame.refusal.show()
        self._grow()
        announce(self, says, urgent=True)

    def _record(self) -> None:
        for field in self.findChildren(DateField):
            if wrong := field.refusal():
                self.refuse(wrong, at=field)
                return
        self._is_recording = True
        try:
            done = self.carry_out()
        finally:
            self._is_recording = False
        if done is not None:
            self.accept()
            self._kept.drop()

    def _show_refusal(self, refusal: GainboardError) -> None:
        # What stands against keeping words that are being typed, the note says already.
        if self._is_recording or not self._kept.is_stuck:
            missing = self._first_missing() if refusal.id == "E-MISSING" else None
            self.refuse(f"{refusal.says} ({refusal.id})", at=missing)

    def _first_missing(self) -> QWidget | None:
        """Return the first field that is needed and empty."""
        fields = typed_fields(self)
        empty = (fields[name] for name in self.needed if not words_in(fields[name]).strip())
        return next(empty, None)

    def _grow(self) -> None:
        """Give what is said in the form its room, without taking any from the fields."""
        wanted = wanted_height(self, self.width(), self._frame.scroll, self._frame.fields)
        self.resize(self.width(), max(self.height(), wanted))

    def showEvent(self, event: QShowEvent) -> None:
        # Not before: each form fills its own fields once this part of it is made.
        if not event.spontaneous() and not self._kept.began:
            self.workspace.tell_through(self._show_refusal)
            self._kept.begin(f"record/{type(self).__name__}/{self.ref}")
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter records in every field; Shift+Enter begins a line in those of several lines.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._record()
                return True
        return super().eventFilter(watched, event)


def fit(form: QDialog, scroll: QScrollArea, fields: QWidget) -> None:
    """Give a form the room its words need in the present font, and no more than the screen has."""
    scroll.viewport().setAutoFillBackground(False)
    fields.setAutoFillBackground(False)
    width = max(480, form.fontMetrics().averageCharWidth() * 64)
    form.setMinimumWidth(min(width, form.screen().availableSize().width() - 40))
    form.resize(width, wanted_height(form, width, scroll, fields))


def wanted_height(form: QDialog, width: int, scroll: QScrollArea, fields: QWidget) -> int:
    """Return how high a form has to be to show all its fields, where the screen is as high."""
    column = form.layout()
    around = column.totalHeightForWidth(width) if column else form.sizeHint().height()
    around -= scroll.sizeHint().height()
    wanted = fields.sizeHint().height() + around + form.fontMetrics().lineSpacing()
    return min(wanted, form.screen().availableSize().height() - 60)


def offer_people(workspace: Workspace, field: QComboBox, first: str = "") -> None:
    """List everybody the register names; another name may be typed."""
    field.addItems([person.name for person in workspace.ask(people)])
    field.setEditText(first)


def offer_rags(field: QComboBox) -> None:
    """List the RAGs with their words, none first."""
    field.addItem("not reported", None)
    for rag in (Rag.GREEN, Rag.AMBER, Rag.RED):
        field.addItem(f"{rag.value.upper()} {rag.words}", rag)


def chosen_rag(field: QComboBox) -> Rag | None:
    """Return the RAG that is chosen; Qt gives back plain text, whatever was put in."""
    chosen = field.currentData()
    return Rag(chosen) if chosen else None


def offer_clauses(field: QListWidget, one: Detail) -> None:
    """List the clauses with a box each; those not met yet are ticked."""
    for view in one.clauses:
        item = QListWidgetItem(clause_line(view))
        item.setData(Qt.ItemDataRole.UserRole, view.clause.label)
        item.setToolTip(view.clause.text)
        ticked = Qt.CheckState.Unchecked if view.is_met else Qt.CheckState.Checked
        item.setCheckState(ticked)
        field.addItem(item)


def clause_line(view: ClauseView) -> str:
    """Say a clause on a line or two: its label, its words, where it stands."""
    label = f"({view.clause.label}) " if view.clause.label else ""
    return f"{label}{shorten(view.clause.text, 90)} – {view.state}"


def ticked_clauses(field: QListWidget) -> list[str]:
    """Return the labels that are ticked; an only clause without parts has an empty one."""
    items = [field.item(row) for row in range(field.count())]
    ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
    return [str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]
