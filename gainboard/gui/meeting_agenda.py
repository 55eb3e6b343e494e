"""The agenda at the left of the meeting: a tick for what is done, a mark on what is before us."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.states import AgendaState
from gainboard.domain.views import AgendaLine, MeetingView
from gainboard.domain.words import shorten

MARKS = {
    AgendaState.WAITING: ("·", "waiting"),
    AgendaState.CURRENT: ("▸", "before the board now"),
    AgendaState.CONSIDERED: ("✓", "considered"),
    AgendaState.DEFERRED: ("→", "deferred"),
    AgendaState.PARKED: ("=", "parked"),
}
TITLE_LENGTH = 60
LINE_ROLE = Qt.ItemDataRole.UserRole


class AgendaList(QListWidget):
    """The lines of a meeting under their sections. A click chooses a line, up and down step."""

    chosen = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.itemClicked.connect(self._clicked)

    def show_meeting(self, view: MeetingView) -> None:
        """Show the lines, with the current one selected."""
        self.clear()
        for section, lines in by_section(view):
            self._add_section(section, lines)
        self._mark_current(view)

    def texts(self) -> list[str]:
        """Return what the rows say, from the top."""
        return [self.item(row).text() for row in range(self.count())]

    def _add_section(self, section: int, lines: list[AgendaLine]) -> None:
        title = SECTIONS.get(section, "")
        if len(lines) == 1 and not lines[0].ref:
            self._add_line(lines[0], f"{section} {lines[0].item.title or title}", indent="")
            return
        heading = QListWidgetItem(f"{_section_mark(lines)} {section} {title}")
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(heading)
        for line in lines:
            self._add_line(line, line.ref or line.item.title, indent="     ")

    def _add_line(self, line: AgendaLine, words: str, indent: str) -> None:
        mark, state = MARKS[line.item.state]
        item = QListWidgetItem(f"{indent}{mark} {shorten(words, TITLE_LENGTH)}")
        item.setData(LINE_ROLE, line.item.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {state}")
        item.setToolTip(f"{line.item.title}: {line.item.why} ({state})")
        if line.item.state is AgendaState.CURRENT:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.addItem(item)

    def _mark_current(self, view: MeetingView) -> None:
        for row in range(self.count()):
            if view.current and self.item(row).data(LINE_ROLE) == view.current.item.id:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))

    def _clicked(self, item: QListWidgetItem) -> None:
        line = item.data(LINE_ROLE)
        if line is not None:
            self.chosen.emit(int(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only up and down are the list's, past the headings; the rest are keys of the meeting.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            event.ignore()


def by_section(view: MeetingView) -> list[tuple[int, list[AgendaLine]]]:
    """Return the lines of a meeting under the numbers of their sections, in order."""
    sections: dict[int, list[AgendaLine]] = {}
    for line in view.lines:
        sections.setdefault(line.item.section, []).append(line)
    return sorted(sections.items())


def _section_mark(lines: list[AgendaLine]) -> str:
    states = {line.item.state for line in lines}
    if AgendaState.CURRENT in states:
        return "▸"
    return "·" if AgendaState.WAITING in states else "✓"
