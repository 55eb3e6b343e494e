"""What the check of the whole register found, row by row, in words."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QListWidgetItem

from gainboard.gui.forms.ui_faults_window import Ui_FaultsWindow
from gainboard.gui.window_size import fit_screen
from gainboard.gui.wording import count
from gainboard.services.registers import Fault

HEADS = ("Record", "Where", "Row", "Column", "What is wrong")
Names = Mapping[tuple[str, int], str]
_NO_NAMES: Names = {}


class FaultsWindow(QDialog):
    """Lists the faults; the list can be copied, and a backup restored.

    `names` are those of the records that have faults, by table and row.
    """

    def __init__(
        self, faults: tuple[Fault, ...], restore: Callable[[], object], names: Names = _NO_NAMES
    ) -> None:
        super().__init__()
        self._form = Ui_FaultsWindow()
        self._form.setupUi(self)
        self._rows = [(_name(fault, names), *fault_row(fault)) for fault in faults]
        self._form.about.setText(f"The check found {count(len(faults), 'fault', 'faults')}")
        self._fill()
        self._form.copy.clicked.connect(self._copy)
        self._form.close.clicked.connect(self.reject)
        self._form.restore.clicked.connect(self.accept)
        self.accepted.connect(restore)
        fit_screen(self, letters=110, lines=24)

    def _fill(self) -> None:
        for name, where, row, column, says in self._rows:
            place = ", ".join(part for part in (where, row, column and f"column {column}") if part)
            head = ", ".join(part for part in (name, column) if part) if name else place
            foot = f"{says} ({place})" if name else says
            item = QListWidgetItem(f"{head[:1].upper()}{head[1:]}\n{foot}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}: {foot}")
            self._form.faults.addItem(item)
        self._form.faults.setCurrentRow(0)

    def _copy(self) -> None:
        lines = ["\t".join(row) for row in (HEADS, *self._rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))


def fault_row(fault: Fault) -> tuple[str, str, str, str]:
    """Say a fault: the table, the row and the column it is in, and what is wrong."""
    says = (fault.says[:1].upper() + fault.says[1:]).replace("journal", "history")
    column = (fault.column or "").removesuffix("_id").replace("_", " ")
    if fault.attachment:
        return "attachment", fault.attachment[:12], "", says
    if fault.entry is not None:
        return "history", f"entry {fault.entry}", column, says
    table = (fault.table or "the file itself").replace("_", " ")
    return table, "" if fault.id is None else f"row {fault.id}", column, says


def _name(fault: Fault, names: Names) -> str:
    if fault.table is None or fault.id is None:
        return ""
    return names.get((fault.table, fault.id), "")
