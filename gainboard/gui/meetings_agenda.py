"""The agenda of a planned or held meeting: each line under its section, with why it is there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.views import AgendaLine, MeetingView
from gainboard.gui.meeting_agenda import MARKS, by_section

COLUMNS = ("Line", "State", "Why it is here")
GAP = 16
# Of the width, at most so much for the line and for its state; why it is here has the rest.
SHARES = (0.38, 0.25)
LINE_ROLE = Qt.ItemDataRole.UserRole


class AgendaTree(QTreeWidget):
    """The lines under their sections. `dragged` gives a line and by how much it was moved."""

    dragged = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(len(COLUMNS))
        self.setHeaderLabels(list(COLUMNS))
        self.setIndentation(16)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setItemDelegate(_WrappedLines(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

    def show_agenda(self, view: MeetingView) -> None:
        """Show the lines of a meeting; the line that was chosen stays so."""
        chosen = self.chosen_line()
        self.clear()
        for section, lines in by_section(view):
            self._add_section(section, lines)
        self.expandAll()
        self._choose(chosen)
        self._share_width()

    def chosen_line(self) -> int | None:
        """Return the id of the selected line, or None."""
        item = self.currentItem()
        line = item.data(0, LINE_ROLE) if item else None
        return int(line) if line is not None else None

    def _share_width(self) -> None:
        """Give each column what its words need, as far as all fit beside each other."""
        width = self.viewport().width()
        for column, share in enumerate(SHARES):
            needed = max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column))
            self.setColumnWidth(column, min(needed + GAP, round(width * share)))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _add_section(self, section: int, lines: list[AgendaLine]) -> None:
        title = SECTIONS.get(section, "")
        if len(lines) == 1 and lines[0].item.title == title:
            self.addTopLevelItem(_item(lines[0], f"{section}  {title}"))
            return
        heading = QTreeWidgetItem([f"{section}  {title}", "", ""])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        self.addTopLevelItem(heading)
        heading.setFirstColumnSpanned(True)
        for line in lines:
            heading.addChild(_item(line, line.ref or line.item.title))

    def _choose(self, line: int | None) -> None:
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            if top is None or line is None:
                continue
            for item in [top, *(top.child(row) for row in range(top.childCount()))]:
                if item is not None and item.data(0, LINE_ROLE) == line:
                    self.setCurrentItem(item)

    def dropEvent(self, event: QDropEvent) -> None:
        source, target = self.currentItem(), self.itemAt(event.position().toPoint())
        # The register moves the line, and the tree shows what it then says.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        by = steps(source, target, below=below)
        if source is not None and by:
            self.dragged.emit(int(source.data(0, LINE_ROLE)), by)


class _WrappedLines(QStyledItemDelegate):
    """Gives each cell the height its words need in the width of their column."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint, tree = super().sizeHint(option, index), self.parent()
        if not isinstance(tree, QTreeWidget) or tree.isFirstColumnSpanned(
            index.row(), index.parent()
        ):
            return hint
        indent = tree.indentation() * (1 + index.parent().isValid()) if not index.column() else 0
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        room = QRect(0, 0, tree.columnWidth(index.column()) - indent - GAP // 2, 10_000)
        box = words.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words.text)
        return QSize(hint.width(), max(hint.height(), box.height() + GAP // 8))


def steps(source: QTreeWidgetItem | None, target: QTreeWidgetItem | None, *, below: bool) -> int:
    """Return by how much a line moves that is dropped on another; 0 outside its section."""
    if source is None or target is None:
        return 0
    section = source.parent()
    if section is None or target.parent() is not section:
        return 0
    start, end = section.indexOfChild(source), section.indexOfChild(target) + below
    return end - start - 1 if end > start else end - start


def _item(line: AgendaLine, title: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(_cells(line, title))
    item.setData(0, LINE_ROLE, line.item.id)
    for column in range(len(COLUMNS)):
        item.setToolTip(column, item.text(column))
    return item


def _cells(line: AgendaLine, title: str) -> list[str]:
    mark, state = MARKS[line.item.state]
    decided = len(line.decisions)
    count = f", {decided} decision{'' if decided == 1 else 's'}" if decided else ""
    confidential = ", confidential" if line.item.confidential else ""
    why = line.item.why.replace("\n", "; ")
    return [title, f"{mark} {state}{count}{confidential}", why]
