"""What is said and decided on the item: the discussion as typed, the decisions as numbered."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.views import AgendaLine
from gainboard.gui.forms.ui_meeting_notes import Ui_MeetingNotes
from gainboard.gui.meeting_fonts import enlarge
from gainboard.gui.waiting_words import WaitingWords
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import set_discussion

# The program in front changed, not the field: the words stay a draft.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class MeetingNotes(QFrame):
    """The discussion box and the numbered decisions of one line."""

    left = Signal()
    undo_asked = Signal()
    reword_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_MeetingNotes()
        self._form.setupUi(self)
        enlarge(self, 14)
        self._workspace: Workspace | None = None
        self._kept: WaitingWords | None = None
        self._line: AgendaLine | None = None
        self._form.keptLabel.setProperty("role", "muted")
        self._form.discussionEdit.textChanged.connect(self._typed)
        self._form.discussionEdit.installEventFilter(self)
        self._form.undoButton.clicked.connect(self.undo_asked)
        self._form.decisionList.itemActivated.connect(self._reword)

    def attach(self, workspace: Workspace, kept: WaitingWords) -> None:
        """Say where the words are kept and recorded."""
        self._workspace = workspace
        self._kept = kept

    def show_line(self, line: AgendaLine) -> None:
        """Show a line; words being typed on the same line are left as they are."""
        if self._line is None or self._line.item.id != line.item.id:
            self.write_down()
            self._line = line
            self._show_words(line)
        elif self.words == self._line.item.discussion:
            self._line = line
            self._show_words(line)
        self._line = line
        self._show_decisions(line)

    def write_down(self) -> Changes | None:
        """Record the discussion as one journal entry, where it differs from what is recorded."""
        if self._line is None or self._workspace is None or self._kept is None:
            return None
        done = None
        line, words = self._line, self.words
        if words != line.item.discussion:
            # First, because the change comes back to this line before it returns.
            self._line = replace(line, item=replace(line.item, discussion=words))
            done = self._workspace.do(set_discussion, line.item.id, words)
            if done is None:
                self._line = line
                self._kept.flush()
                self._say("kept as a draft")
                return None
            self._say("recorded")
        self._kept.drop(_place(line))
        return done

    @property
    def words(self) -> str:
        """Return the words in the discussion box."""
        return self._form.discussionEdit.toPlainText()

    def type_here(self) -> None:
        """Put the cursor behind the last word of the discussion."""
        edit = self._form.discussionEdit
        edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        edit.moveCursor(edit.textCursor().MoveOperation.End)

    def put_words(self, words: str) -> None:
        """Put words in place of those in the box, as typing them does."""
        self._form.discussionEdit.setPlainText(words)

    def decisions(self) -> list[str]:
        """Return the decisions shown, oldest first."""
        shown = self._form.decisionList
        return [shown.item(row).text() for row in range(shown.count())]

    def _show_words(self, line: AgendaLine) -> None:
        draft = self._kept.read(_place(line)) if self._kept else None
        edit = self._form.discussionEdit
        words = line.item.discussion if draft is None else draft
        if edit.toPlainText() != words:
            edit.blockSignals(True)
            edit.setPlainText(words)
            edit.blockSignals(False)
        found = draft is not None and draft != line.item.discussion
        self._say("the words typed before are here still" if found else "")

    def _show_decisions(self, line: AgendaLine) -> None:
        shown = self._form.decisionList
        shown.clear()
        for decision in line.decisions:
            item = QListWidgetItem(f"{decision.ref.rpartition('-')[2]}  {decision.sentence}")
            item.setData(Qt.ItemDataRole.UserRole, decision.ref)
            item.setToolTip("Enter rewords it")
            shown.addItem(item)
        shown.scrollToBottom()
        shown.setVisible(bool(line.decisions))
        self._form.undoButton.setVisible(bool(line.decisions))
        newest = self._workspace.next_undo if self._workspace else None
        self._form.undoButton.setToolTip(f"Takes back: {newest}" if newest else "")

    def _typed(self) -> None:
        if self._line is not None and self._kept is not None:
            self._kept.keep(_place(self._line), self.words)
            self._say("kept as you type")

    def _say(self, words: str) -> None:
        self._form.keptLabel.setText(words)

    def _reword(self, item: QListWidgetItem) -> None:
        self.reword_asked.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.write_down()
        elif event.type() == QEvent.Type.KeyPress and _is_escape(event):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def _place(line: AgendaLine) -> str:
    return f"discussion/{line.item.id}"
