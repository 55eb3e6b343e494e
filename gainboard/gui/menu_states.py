"""Which actions of the menus can be used: of a register that is open, of a page that is seen."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gainboard.gui.edit_menu import name_step
from gainboard.gui.workspace import Workspace

_WHILE_OPEN = (
    *("close_register", "save", "find", "meet", "take_in", "paste_report", "take_in_tracker"),
    *("backups", "left_words", "retention"),
)


def settle_menus(
    actions: Mapping[str, QAction], workspace: Workspace, page: QWidget | None
) -> None:
    """Enable what can be used on the page that is seen; behind another nothing is taken back."""
    is_open = workspace.is_open
    is_seen = is_open and page is not None
    for name in _WHILE_OPEN:
        actions[name].setEnabled(is_open)
    actions["copy_reference"].setEnabled(is_seen)
    actions["filter"].setEnabled(is_seen and hasattr(page, "start_filter"))
    name_step(actions["undo"], "&Undo", workspace.next_undo if is_seen else None)
    name_step(actions["redo"], "&Redo", workspace.next_redo if is_seen else None)
