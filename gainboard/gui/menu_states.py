"""Which actions of the menus can be used: of a register that is open, of a page that is seen."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from gainboard.gui.edit_menu import name_step
from gainboard.gui.workspace import Workspace

_WHILE_OPEN = (
    *("close_register", "save", "find", "meet", "take_in"),
    *("backups", "left_words", "retention"),
)
_WHILE_SEEN = ("filter", "copy_reference")


def settle_menus(actions: Mapping[str, QAction], workspace: Workspace, *, is_beside: bool) -> None:
    """Enable what can be used; behind a page beside the register's own nothing is taken back."""
    is_open = workspace.is_open
    is_seen = is_open and not is_beside
    for names, on in ((_WHILE_OPEN, is_open), (_WHILE_SEEN, is_seen)):
        for name in names:
            actions[name].setEnabled(on)
    name_step(actions["undo"], "&Undo", workspace.next_undo if is_seen else None)
    name_step(actions["redo"], "&Redo", workspace.next_redo if is_seen else None)
