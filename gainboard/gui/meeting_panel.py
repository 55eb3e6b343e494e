"""The panel of one short form at a time: Enter records, Esc gives up and keeps the words."""

import json

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_meeting_panel import Ui_DecisionPanel
from gainboard.gui.meeting_fonts import enlarge
from gainboard.gui.meeting_form import Before, DecisionForm
from gainboard.gui.waiting_words import WaitingWords

_KEEPS = "Enter records · Esc gives up, the words are kept"
_KEEPS_NOT = "Enter goes there · Esc gives up"
HIGHEST_SHARE = 0.35
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QListWidget)


class DecisionPanel(QFrame):
    """Shows a form over the notes. `recorded` gives the changes, `left` says it was put away."""

    recorded = Signal(object)
    left = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_DecisionPanel()
        self._form.setupUi(self)
        enlarge(self, 14)
        enlarge(self._form.hintLabel, 11)
        enlarge(self._form.titleLabel, 16)
        self._kept: WaitingWords | None = None
        self._shown: DecisionForm | None = None
        self._before: Before | None = None
        self._place = ""
        self._filled: dict[str, str] = {}
        for label in self.findChildren(QLabel):
            # Words of the register are never markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._form.recordButton.clicked.connect(self.record)
        self._form.giveUpButton.clicked.connect(self.give_up)
        self.hide()

    def attach(self, kept: WaitingWords) -> None:
        """Say where unfinished words are kept."""
        self._kept = kept

    @property
    def shown(self) -> DecisionForm | None:
        """Return the form that is open, or None."""
        return self._shown

    @property
    def warning(self) -> str:
        """Return the warning shown; empty where there is none."""
        return "" if self._form.warningLabel.isHidden() else self._form.warningLabel.text()

    @property
    def problem(self) -> str:
        """Return the problem shown; empty where there is none."""
        return "" if self._form.problemLabel.isHidden() else self._form.problemLabel.text()

    def open(self, form: DecisionForm, before: Before) -> None:
        """Open a form for what is before the board, with words typed into it before."""
        self.close_form()
        self._shown, self._before = form, before
        self._place = f"form/{before.line.item.id}/{type(form).__name__}"
        form.fill(before)
        self._restore(form)
        if not self.isAncestorOf(form):
            self._adopt(form)
        self._form.titleLabel.setText(form.title(before))
        self._form.recordButton.setText(form.button)
        warning = form.warning(before)
        self._say(self._form.warningLabel, f"Take note: {warning}" if warning else "")
        self._say(self._form.problemLabel, "")
        form.show()
        self._make_room(form)
        self.show()
        form.take_focus()
        self._form.formScroll.ensureWidgetVisible(form.first_field())
        announce(self, form.title(before))

    def record(self) -> Changes | None:
        """Record what the form says; where it is refused the words stay."""
        if self._shown is None or self._before is None:
            return None
        try:
            done = self._shown.record(self._before)
        except GainboardError as refusal:
            self.show_problem(refusal.says)
            self.refused.emit(refusal)
            return None
        if done is None:
            return None
        if self._kept is not None:
            self._kept.drop(self._place)
        self._put_away()
        self.recorded.emit(done)
        return done

    def give_up(self) -> None:
        """Put the form away; what was typed comes back when it is opened again."""
        self.keep_words()
        self._put_away()
        self.left.emit()

    def close_form(self) -> None:
        """Put the form away without a word to anybody."""
        if self._shown is not None:
            self.keep_words()
            self._put_away()

    def forget_form(self) -> None:
        """Put the form away with its words."""
        if self._shown is not None:
            self._put_away()
            if self._kept is not None:
                self._kept.drop(self._place)

    def show_problem(self, says: str) -> None:
        """Say what is missing, under the fields."""
        self._say(self._form.problemLabel, f"✗ {says}")
        announce(self, says, urgent=True)

    def keep_words(self) -> None:
        """Keep what is typed in the open form."""
        if self._shown is None or self._kept is None or not self._shown.keeps_words:
            return
        if self._is_touched():
            self._kept.keep(self._place, json.dumps(self._shown.words(), ensure_ascii=False))
        elif self._kept.read(self._place) is not None:
            self._kept.drop(self._place)

    def _is_touched(self) -> bool:
        assert self._shown is not None
        return self._shown.words() != self._filled

    def _restore(self, form: DecisionForm) -> None:
        self._filled = form.words()
        kept = self._kept.read(self._place) if self._kept and form.keeps_words else None
        if kept:
            form.restore(json.loads(kept))
        earlier = "Typed earlier and not recorded · " if kept else ""
        self._form.hintLabel.setText(f"{earlier}{_KEEPS if form.keeps_words else _KEEPS_NOT}")

    def _adopt(self, form: DecisionForm) -> None:
        """Put a form into the panel the first time it is opened, and listen to its keys."""
        self._form.formPlace.addWidget(form)
        enlarge(form, 14)
        for kind in _FIELDS:
            for field in form.findChildren(kind):
                field.installEventFilter(self)
        for edit in form.findChildren(QLineEdit):
            edit.textEdited.connect(self.keep_words)
        for area in form.findChildren(QPlainTextEdit):
            area.textChanged.connect(self._typed_in_area)

    def _make_room(self, form: DecisionForm) -> None:
        """Show the form whole where the window is high enough; else it scrolls."""
        most = int(self.window().height() * HIGHEST_SHARE)
        self._form.formScroll.setMinimumHeight(min(form.sizeHint().height(), most))
        self._form.formScroll.setMaximumHeight(form.sizeHint().height())

    def _typed_in_area(self) -> None:
        # Filling the form changes the area too; only what is typed in an open one is kept.
        if self.isVisible():
            self.keep_words()

    def _put_away(self) -> None:
        if self._shown is not None:
            self._shown.hide()
        self._shown = None
        self.hide()

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.record()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
        return super().eventFilter(watched, event)
