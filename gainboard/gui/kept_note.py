"""The line of a form about its words: typed earlier, or held because the disk refused them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_kept_note import Ui_KeptNote
from gainboard.gui.kept_fields import KeptFields

EARLIER = "Typed earlier and not recorded."
STUCK = (
    "What is typed here is not on the disk yet. The program holds it while it runs, this form "
    "open or not, and writes it as soon as it can."
)
_MARGINS = (8, 6, 8, 6)


class KeptNote(QFrame):
    """Stands in a form while there is something to say, and takes no room else."""

    changed = Signal()

    def __init__(self, kept: KeptFields, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self._form = Ui_KeptNote()
        self._form.setupUi(self)
        self._form.note_clear.clicked.connect(kept.clear)
        kept.told.connect(self._tell)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; empty where nothing is."""
        return "" if self.isHidden() else self._form.note_says.text()

    def _tell(self) -> None:
        stuck, earlier = self._kept.is_stuck, self._kept.came_back
        says = STUCK if stuck else EARLIER if earlier else ""
        if says == self.words:
            return
        self.setProperty("role", "message" if stuck else "")
        for widget in (self, self._form.note_says):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._form.row.setContentsMargins(*(_MARGINS if stuck else (0, 0, 0, 0)))
        self._form.note_says.setText(says)
        self._form.note_clear.setVisible(earlier and not stuck)
        self.setVisible(bool(says))
        self.changed.emit()
        if says:
            announce(self, says, urgent=stuck)
