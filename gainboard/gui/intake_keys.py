"""The keys of a review: one letter for each thing that is done to an item."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Verb = Callable[[], object]


def add_keys(page: QWidget, verbs: dict[str, tuple[str, Verb]]) -> list[QAction]:
    """Give a page its keys, each with its word and what it does; return them in that order.

    Ctrl+Z is the window's as well: it is shown here, and read by the page itself.
    """
    made = []
    for key, (word, act) in verbs.items():
        action = QAction(word, page)
        action.setData("Enter" if key == "Return" else key)
        action.triggered.connect(lambda _=False, act=act: act())
        if key != "Ctrl+Z":
            shortcuts = [key, key.replace("Return", "Enter")] if "Return" in key else [key]
            action.setShortcuts([QKeySequence(each) for each in shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)
        made.append(action)
    return made
