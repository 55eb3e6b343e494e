"""The last question before a disposal: what goes, what it cannot be, and the reference typed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from gainboard.domain.retention import Kept
from gainboard.gui.forms.ui_disposal import Ui_Disposal
from gainboard.gui.window_size import fit_screen
from gainboard.gui.wording import day

_FINAL = (
    "This cannot be taken back, and what was done before it cannot be taken back any more either. "
    "A fresh backup takes the place of all older ones, here and in the second place. "
    "This is erased:"
)


class DisposalWindow(QDialog):
    """Accepted only when the reference was typed, and its button pressed; Enter does nothing."""

    def __init__(self, one: Kept, erased: tuple[str, ...], today: date) -> None:
        super().__init__()
        self._ref = one.ref
        self._form = Ui_Disposal()
        self._form.setupUi(self)
        self.setWindowTitle(f"Dispose of {one.ref}")
        self._form.about.setText(f"Dispose of {one.ref} for good?")
        self._form.erased.setText("\n".join(f"•  {line}" for line in erased))
        self._form.warning.setText(_FINAL)
        self._form.typed_label.setText(f"&Type {one.ref.replace('&', '&&')} to go on")
        self._needs_reason = one.review_on is None or one.review_on > today
        self._form.reason_label.setText(_why(one.review_on, needed=self._needs_reason))
        for field in (self._form.typed, self._form.reason):
            field.textChanged.connect(self._settle)
        self._form.cancel.clicked.connect(self.reject)
        self._form.dispose.clicked.connect(self.accept)
        self._form.scroll.viewport().setAutoFillBackground(False)
        self._form.fields.setAutoFillBackground(False)
        fit_screen(self, letters=84, lines=30)
        self._first_field().setFocus()

    @property
    def reason(self) -> str:
        """Return the reason typed."""
        return self._form.reason.text().strip()

    def _settle(self) -> None:
        is_named = self._form.typed.text().strip().casefold() == self._ref.casefold()
        self._form.dispose.setEnabled(is_named and bool(self.reason or not self._needs_reason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In a field it would press Cancel, and what was typed would be gone.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _first_field(self) -> QWidget:
        return self._form.reason if self._needs_reason else self._form.typed


def _why(review_on: date | None, *, needed: bool) -> str:
    """Ask for the reason, saying what it is the reason for; its letter is R."""
    if not needed:
        return "&Reason, if there is one to add; it stays in the history for good"
    early = f"for not waiting until {day(review_on)}" if review_on else "for no review is due"
    return f"&Reason, {early}; it stays in the history for good"
