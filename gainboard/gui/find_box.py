"""Find anything: a reference or words, and a jump to what is found."""

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QSizePolicy, QWidget

from gainboard.domain.query import matching
from gainboard.domain.views import Summary
from gainboard.domain.words import shorten
from gainboard.gui.summary_rows import SummaryRows
from gainboard.gui.wording import day
from gainboard.gui.workspace import Workspace
from gainboard.services.views import meetings, reports

LENGTH = 12
_REF = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing found: the reference to jump to, and the line that tells it from others."""

    ref: str
    line: str


def in_corner(box: QWidget) -> QWidget:
    """Return the box with the room around it that the corner of a menu bar lacks."""
    corner = QWidget()
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 5, 24, 3)
    row.addWidget(box)
    return corner


class FindBox(QLineEdit):
    """A field whose list of finds grows under it. `found` carries the reference to go to."""

    found = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._rows: SummaryRows | None = None
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        self.popup.setAccessibleName("What was found")
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self.popup)
        self._completer.setMaxVisibleItems(LENGTH)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._go)
        self.setPlaceholderText("Find anything   Ctrl+K")
        self.setAccessibleName("Find anything: a reference or words")
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self._go_to_first)

    def serve(self, workspace: Workspace, rows: SummaryRows) -> None:
        """Say where to look."""
        self._workspace, self._rows = workspace, rows

    def look_for(self, typed: str) -> list[Found]:
        """Return what is found: references first, then words."""
        words = typed.strip()
        if not words or self._workspace is None or not self._workspace.is_open:
            return []
        found = {one.ref: one for one in (*self._by_reference(words), *self._by_words(words))}
        return list(found.values())[:LENGTH]

    def _by_reference(self, words: str) -> list[Found]:
        assert self._workspace is not None
        assert self._rows is not None
        wanted = words.casefold()
        rows = [row for row in self._rows.rows if row.ref.casefold().startswith(wanted)]
        rows.sort(key=lambda row: (len(row.ref), row.ref))
        known = [_recommendation(row) for row in rows[:LENGTH]]
        for view in self._workspace.ask(reports):
            one = view.report
            known.append(Found(ref=one.code, line=f"{one.code}  {shorten(one.title, 64)}, report"))
        for meeting in self._workspace.ask(meetings):
            line = f"{meeting.ref}  meeting of {day(meeting.held_on)}, {meeting.state.words}"
            known.append(Found(ref=meeting.ref, line=line))
        known = [one for one in known if one.ref.casefold().startswith(wanted)]
        return sorted(known, key=lambda one: (len(one.ref), one.ref))

    def _by_words(self, words: str) -> list[Found]:
        assert self._rows is not None
        # Quoted, so that a colon typed here is a colon and no field of the search.
        quoted = " ".join(f'"{word}"' for word in words.replace('"', " ").split())
        wanted = matching(quoted, self._rows.today)
        found = islice((row for row in self._rows.rows if wanted(row)), LENGTH)
        return [_recommendation(row) for row in found]

    def _look(self, typed: str) -> None:
        self._model.clear()
        for one in self.look_for(typed):
            item = QStandardItem(one.line)
            item.setData(one.ref, _REF)
            self._model.appendRow(item)
        if self._model.rowCount():
            # As wide as its lines: a list to choose from should not have to be scrolled sideways.
            self.popup.setMinimumWidth(max(self.width(), self.popup.sizeHintForColumn(0) + 24))
            self._completer.complete()
        else:
            self.popup.hide()

    def _go(self, line: str) -> None:
        for item in self._model.findItems(line):
            self._leave(str(item.data(_REF)))
            return

    def _go_to_first(self) -> None:
        if first := self.look_for(self.text())[:1]:
            self._leave(first[0].ref)

    def _leave(self, ref: str) -> None:
        self.popup.hide()
        self.clear()
        self.found.emit(ref)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 32, super().sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


def _recommendation(row: Summary) -> Found:
    return Found(ref=row.ref, line=f"{row.ref}  {shorten(row.text, 64)}")
