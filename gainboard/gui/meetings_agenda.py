"""The agenda of a planned or held meeting: each line under its section, with why it is there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.views import AgendaLine, MeetingView
from gainboard.gui.meeting_agenda import MARKS, by_section

COLUMNS = ("Line", "State", "Why it is here")
GAP = 16
LINE_ROLE = Qt.ItemDataRole.UserRole


def prepare(tree: QTreeWidget) -> None:
    """Give the tree its columns."""
    tree.setColumnCount(len(COLUMNS))
    tree.setHeaderLabels(list(COLUMNS))
    tree.setIndentation(16)


def show_agenda(tree: QTreeWidget, view: MeetingView, chosen: int | None) -> None:
    """Show the lines of a meeting; `chosen` is the line to be selected again."""
    tree.clear()
    for section, lines in by_section(view):
        title = SECTIONS.get(section, "")
        if len(lines) == 1 and lines[0].item.title == title:
            alone = _item(lines[0], f"{section}  {title}")
            tree.addTopLevelItem(alone)
            _choose(tree, alone, chosen)
            continue
        heading = QTreeWidgetItem([f"{section}  {title}", "", ""])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        tree.addTopLevelItem(heading)
        heading.setFirstColumnSpanned(True)
        for line in lines:
            item = _item(line, line.ref or line.item.title)
            heading.addChild(item)
            _choose(tree, item, chosen)
    tree.expandAll()
    # As wide as the words: large text scrolls sideways and is not cut off.
    for column in range(len(COLUMNS)):
        tree.resizeColumnToContents(column)
        tree.setColumnWidth(column, tree.columnWidth(column) + GAP)


def chosen_line(tree: QTreeWidget) -> int | None:
    """Return the id of the selected line, or None."""
    item = tree.currentItem()
    line = item.data(0, LINE_ROLE) if item else None
    return int(line) if line is not None else None


def _item(line: AgendaLine, title: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(_cells(line, title))
    item.setData(0, LINE_ROLE, line.item.id)
    for column in range(len(COLUMNS)):
        item.setToolTip(column, item.text(column))
    return item


def _choose(tree: QTreeWidget, item: QTreeWidgetItem, chosen: int | None) -> None:
    if item.data(0, LINE_ROLE) == chosen:
        tree.setCurrentItem(item)


def _cells(line: AgendaLine, title: str) -> list[str]:
    mark, state = MARKS[line.item.state]
    decided = len(line.decisions)
    count = f", {decided} decision{'' if decided == 1 else 's'}" if decided else ""
    confidential = ", confidential" if line.item.confidential else ""
    return [title, f"{mark} {state}{count}{confidential}", line.item.why.replace("\n", "; ")]
