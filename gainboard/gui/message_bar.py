"""The bar under the menus that says what was refused: what happened, what was kept, what to do."""

from PySide6.QtWidgets import QFrame, QWidget

from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_message_bar import Ui_MessageBar


class MessageBar(QFrame):
    """Shows one message at a time, without stopping anybody's work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_MessageBar()
        self._form.setupUi(self)
        self._form.dismiss.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """Return the sentence shown; empty while the bar is hidden."""
        return "" if self.isHidden() else self._form.says.text()

    def show_error(self, refusal: GainboardError) -> None:
        """Show a refusal with its id."""
        self._show("message", refusal.says, refusal.id)

    def show_notice(self, words: str) -> None:
        """Show words that are no error."""
        self._show("notice", words, "")

    def _show(self, role: str, words: str, code: str) -> None:
        self.setProperty("role", role)
        for part in (self, self._form.says, self._form.code):
            # Words inside are coloured by what they stand on.
            self.style().unpolish(part)
            self.style().polish(part)
        self._form.says.setText(words)
        self._form.code.setText(code)
        self.show()
        announce(self, words, urgent=role == "message")
