"""The first page: a new register, one of yours, or the sample board."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_new_register import Ui_NewRegister
from gainboard.gui.forms.ui_start_page import Ui_StartPage
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.recent import recent
from gainboard.gui.record_form import fit
from gainboard.gui.window_size import grow
from gainboard.gui.workspace import Workspace
from gainboard.places import data_dir

SUFFIX = ".gainboard"
KINDS = f"Registers (*{SUFFIX})"
_PATH = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Offers the ways to begin, and says which was chosen."""

    make_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self._form = Ui_StartPage()
        self._form.setupUi(self)
        self._form.make.clicked.connect(self.make_requested)
        self._form.open.clicked.connect(self.open_requested)
        self._form.sample.clicked.connect(self.sample_requested)
        self._form.recent.itemActivated.connect(self._choose)
        self._form.recent.itemClicked.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """List the registers that are still where they were."""
        self._form.recent.clear()
        for path in recent():
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{path.stem}, in {path.parent}")
            self._form.recent.addItem(item)
        is_empty = self._form.recent.count() == 0
        self._form.recent.setHidden(is_empty)
        self._form.recent_empty.setVisible(is_empty)

    def _choose(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(Path(str(item.data(_PATH))))


class NewRegister(QDialog):
    """Asks for the names and the place of a new register, and makes it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_NewRegister()
        self._form.setupUi(self)
        self._form.about.setText("A register holds one force’s board. Both names can be changed.")
        fit(self, self._form.scroll, self._form.fields)
        self._form.record.clicked.connect(self._accept)
        self._form.cancel.clicked.connect(self.reject)
        self._form.choose.clicked.connect(self._choose)
        self._form.force.textChanged.connect(self._suggest)
        for field in (self._form.force, self._form.board, self._form.path):
            field.textChanged.connect(self._form.refusal.hide)
        self._suggested = ""

    @property
    def force(self) -> str:
        """Return the force's name."""
        return self._form.force.text().strip()

    @property
    def board(self) -> str:
        """Return the board's name."""
        return self._form.board.text().strip()

    @property
    def path(self) -> Path:
        """Return where the register is to be."""
        typed = self._form.path.text().strip()
        return Path(typed if typed.endswith(SUFFIX) else typed + SUFFIX)

    def _suggest(self, force: str) -> None:
        """Suggest a place by the force's name, until the user has chosen one."""
        if self._form.path.text() != self._suggested:
            return
        letters = "".join(sign if sign.isalnum() else " " for sign in shorten(force, 40))
        name = "-".join(letters.split()) or "board"
        self._suggested = str(data_dir() / f"{name}{SUFFIX}")
        self._form.path.setText(self._suggested)

    def _choose(self) -> None:
        choice = FileChoice(title="The new register", start=self._form.path.text(), kinds=KINDS)
        path = prompts().file_to_save(self, choice)
        if path is not None:
            self._form.path.setText(str(path))

    def _accept(self) -> None:
        if not self.force:
            self._refuse("Type the name of the force; nothing was made yet.", self._form.force)
        elif wrong := self._wrong_place():
            self._refuse(wrong, self._form.path)
        elif self._is_made():
            self.accept()

    def _wrong_place(self) -> str:
        """Say why the place typed is none; a path that is not whole lies wherever we started."""
        if not self.path.is_absolute():
            return "Choose where to keep it, or type its whole path; nothing was made yet."
        if self.path.name == SUFFIX:
            return "Give the register’s file a name; nothing was made yet."
        return ""

    def _is_made(self) -> bool:
        with self._workspace.telling(self._show_refusal):
            return self._workspace.create(self.path, self.force, self.board)

    def _show_refusal(self, refusal: GainboardError) -> None:
        self._refuse(f"{refusal.says} ({refusal.id})", self._form.path)

    def _refuse(self, says: str, field: QWidget) -> None:
        """Say what stands against it, and put the cursor where it can be changed."""
        self._form.refusal.setText(says)
        self._form.refusal.show()
        grow(self, self._form.scroll, self._form.fields)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.scroll.ensureWidgetVisible(field)
        announce(self, says, urgent=True)
