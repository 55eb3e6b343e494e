"""The window of words that were not recorded: each can be read, opened where it was, or let go."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem

from gainboard.domain.words import shorten
from gainboard.gui.forms.ui_left_words_window import Ui_LeftWordsWindow
from gainboard.gui.left_words import LeftWords, found_words
from gainboard.gui.prompts import prompts
from gainboard.gui.status_words import when_words
from gainboard.gui.window_size import fit_screen
from gainboard.gui.workspace import Workspace
from gainboard.services.registers import now

_GONE = (
    "The meeting is over, so its form is gone. The words can be copied from here and recorded "
    "where they belong now."
)


class LeftWordsWindow(QDialog):
    """Lists the words. `asked` are those that are to be opened, once the window is closed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.asked: LeftWords | None = None
        self._found: list[LeftWords] = []
        self._form = Ui_LeftWordsWindow()
        self._form.setupUi(self)
        self._form.left.currentRowChanged.connect(self._show)
        self._form.open.clicked.connect(self._open)
        self._form.left.itemActivated.connect(self._open)
        self._form.discard.clicked.connect(self._discard)
        self._form.close.clicked.connect(self.reject)
        fit_screen(self, letters=104, lines=26)
        self._fill()

    @property
    def chosen(self) -> LeftWords | None:
        """Return the words that are chosen, or None."""
        row = self._form.left.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _fill(self) -> None:
        self._found = found_words(self._workspace)
        shown = self._form.left
        shown.clear()
        for one in self._found:
            title = one.title[:1].upper() + one.title[1:]
            item = QListWidgetItem(f"{title}\n{shorten(one.words, 60)}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {shorten(one.words, 60)}")
            shown.addItem(item)
        self._form.empty.setVisible(not self._found)
        shown.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        one, form = self.chosen, self._form
        form.place.setText(one.title[:1].upper() + one.title[1:] if one else "")
        form.when.setText(f"kept {when_words(one.kept_at, now())}" if one else "")
        form.words.setPlainText(one.words if one else "")
        opens = one is not None and one.can_be_opened
        form.open.setEnabled(opens)
        form.discard.setEnabled(one is not None)
        form.why.setText(_GONE if one and not opens else "")
        form.why.setVisible(one is not None and not opens)

    def _open(self) -> None:
        one = self.chosen
        if one is not None and one.can_be_opened:
            self.asked = one
            self.accept()

    def _discard(self) -> None:
        one = self.chosen
        if one is None:
            return
        agreed = prompts().confirm(
            self,
            title="Discard words",
            says=f"Discard the words kept of {one.title}? They cannot be brought back.",
            verb="Discard the words",
        )
        if agreed:
            for place in one.places:
                self._workspace.words.drop(place)
            self._fill()
