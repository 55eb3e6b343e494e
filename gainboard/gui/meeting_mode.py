"""The meeting on one screen: an item at a time, one key per decision, every word kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.gui.forms.ui_meeting_mode import Ui_MeetingMode
from gainboard.gui.meeting_decisions import KEYS, why_not
from gainboard.gui.meeting_fonts import enlarge, room
from gainboard.gui.meeting_form import Before, DecisionForm
from gainboard.gui.meeting_kept import kept_words
from gainboard.gui.meeting_papers import line_text, read_before, since_words
from gainboard.gui.meeting_projector import ProjectorWindow
from gainboard.gui.meeting_top import MeetingTop
from gainboard.gui.meeting_words_forms import RewordForm
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import take_up_line
from gainboard.services.settings import board_settings

_GOING = "Take up "


class MeetingMode(QWidget):
    """The window of the meeting in session. `finished` gives its reference when it is over."""

    finished = Signal(str)
    closed = Signal()
    form_refused = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._workspace = workspace
        self._form = Ui_MeetingMode()
        self._form.setupUi(self)
        self._before: Before | None = None
        self._kept = workspace.words
        self._forms = {key: make(workspace) for key, _, make in KEYS}
        self._actions: dict[str, QAction] = {}
        self._projector: ProjectorWindow | None = None
        self._top = MeetingTop(self._form, workspace, self)
        self._dress()
        self._make_actions()
        self._connect()
        self.refresh()

    @property
    def before(self) -> Before | None:
        """Return what is before the board."""
        return self._before

    @property
    def message(self) -> str:
        """Return the message shown; empty where there is none."""
        return self._form.messageLine.words

    @property
    def warning(self) -> str:
        """Return what the open form warns of; empty where nothing."""
        return self._form.panel.warning

    @property
    def problem(self) -> str:
        """Return what the open form says is missing; empty where nothing is."""
        return self._form.panel.problem

    @property
    def discussion(self) -> str:
        """Return the words in the discussion box, recorded or not."""
        return self._form.notes.words

    @property
    def projector(self) -> ProjectorWindow | None:
        """Return the window for the projector, once it has been opened."""
        return self._projector

    def begin(self) -> None:
        """Take up the first line of a fresh meeting; a resumed one is on its line already."""
        if self._before is not None and self._before.view.current is None:
            self.take_up(self._before.line.item.id)
        self._top.start()
        self._form.agendaList.setFocus()

    def refresh(self) -> None:
        """Show the meeting as the register has it."""
        if not self._workspace.is_open:
            return
        last = self._before.line.item.id if self._before else None
        self._before = read_before(self._workspace, last)
        if self._before is not None:
            self._show(self._before)

    def take_up(self, item_id: int) -> Changes | None:
        """Take up a line, the words on the one before recorded first."""
        if self._form.panel.shown is not None:
            self._form.panel.give_up()  # a form is about the item it was opened on
        self._form.notes.write_down()
        return self._workspace.do(take_up_line, item_id)

    def step(self, by: int) -> None:
        """Take up the next line, or the one before."""
        if self._before is None:
            return
        ids = [line.item.id for line in self._before.view.lines]
        at = ids.index(self._before.line.item.id) + by
        if 0 <= at < len(ids):
            self.take_up(ids[at])
        else:
            end = "last" if by > 0 else "first"
            self._form.messageLine.notice(f"This is the {end} item. F finishes the meeting.")

    def open_form(self, key: str) -> DecisionForm | None:
        """Open the form of a key; None where the decision cannot be made, and it is said why."""
        if self._before is None:
            return None
        form = self._forms[key]
        self._form.notes.write_down()
        reason = why_not(key, form, self._before)
        if reason:
            self._form.messageLine.refuse(reason)
            return None
        self._form.messageLine.clear_words()
        self._open(key, self._before)
        return form

    def record_form(self) -> Changes | None:
        """Record the form that is open, as Enter does."""
        return self._form.panel.record()

    def fill_and_record(
        self, key: str, words: dict[str, str], clauses: tuple[str, ...] | None = None
    ) -> Changes | None:
        """Fill the form of a key and record it; None where it cannot hold just these words."""
        form = self.open_form(key)
        if form is None:
            return None
        form.restore(words)
        held = form.words()
        fits = all(held.get(name) == text for name, text in words.items())
        done = self.record_form() if fits and (clauses is None or form.tick(clauses)) else None
        self._form.panel.forget_form()
        self._form_left()
        return done

    def type_discussion(self, words: str) -> Changes | None:
        """Put words into the discussion of the line and record them, as leaving the field does."""
        self._form.notes.put_words(words)
        return self._form.notes.write_down()

    def take_back(self) -> None:
        """Take back the newest decision; going from item to item counts as none."""
        label = self._workspace.next_undo_beyond(_GOING)
        if not label or label.startswith(("Open ", "Plan ")):
            self._form.messageLine.notice("Nothing has been decided in this meeting yet.")
            return
        while (step := self._workspace.next_undo) and step.startswith(_GOING):
            if self._workspace.undo() is None:
                return
        if self._workspace.undo() is not None:
            self._form.messageLine.notice(f"Taken back: {label}.")

    def do_again(self) -> None:
        """Do again what was taken back last."""
        label = self._workspace.next_redo
        if self._workspace.redo() is not None:
            self._form.messageLine.notice(f"Done again: {label}.")

    def toggle_projector(self) -> None:
        """Show or hide the window for the projector."""
        if self._projector is None:
            self._projector = ProjectorWindow()
        if self._projector.isVisible():
            self._projector.hide()
        else:
            self._projector.show_on_second_screen()
        self._show_projected()
        self.activateWindow()

    def _dress(self) -> None:
        form = self._form
        form.agendaList.setFont(room(13))
        form.body.setSizes([290, 1076])
        form.body.setStretchFactor(1, 1)
        form.panel.attach(self._kept)
        form.notes.attach(self._workspace, self._kept)

    def _make_actions(self) -> None:
        for key, word, _ in KEYS:
            self._add_action(word, key, partial(self.open_form, key))
        self._add_action("Projector", "P", self.toggle_projector)
        self._add_action("Take back", "Ctrl+Z", self.take_back)
        self._add_action("Do again", "Ctrl+Y", self.do_again)
        self._add_action("Full screen", "F11", self._fill_screen)
        finish = self._actions["F"]
        finish.setShortcuts([QKeySequence("F"), QKeySequence("Ctrl+Return")])
        self._form.keyBar.show_actions(list(self._actions.values()))
        self._form.keyBar.show_hints("Enter  Discussion", "← →  Items", "PgUp PgDn  Scroll")
        enlarge(self._form.keyBar, 11)

    def _add_action(self, word: str, key: str, act: Callable[[], object]) -> None:
        action = QAction(word, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: act())
        self.addAction(action)
        self._actions[key] = action

    def _connect(self) -> None:
        form = self._form
        form.agendaList.chosen.connect(self.take_up)
        form.agendaList.stepped.connect(self.step)
        form.panel.recorded.connect(self._recorded)
        form.panel.left.connect(self._form_left)
        form.panel.refused.connect(self.form_refused)
        form.notes.left.connect(form.agendaList.setFocus)
        form.notes.undo_asked.connect(self.take_back)
        form.notes.reword_asked.connect(self._reword)
        self._workspace.changed.connect(self._changed)
        self._workspace.untold.connect(self._refused)
        self._workspace.closing.connect(self.close)

    def _show(self, before: Before) -> None:
        form, view = self._form, before.view
        since, text = since_words(self._workspace, before), line_text(self._workspace, before)
        form.agendaList.show_meeting(view)
        form.item.show_line(before.line, before.detail, since, text)
        form.notes.show_line(before.line)
        if self._top.show_item(before, self._marking()):
            form.itemScroll.verticalScrollBar().setValue(0)
            form.messageLine.clear_words()
            if kept := kept_words(self._workspace, before):
                form.messageLine.remind(kept)
        self.setWindowTitle(f"{view.meeting.ref} in session")
        self._name_steps()
        self._show_projected()

    def _name_steps(self) -> None:
        """Say at the keys what each would take back or do again, in the operation's own words."""
        for key, step in (
            ("Ctrl+Z", self._workspace.next_undo),
            ("Ctrl+Y", self._workspace.next_redo),
        ):
            action = self._actions[key]
            action.setToolTip(f"{action.text()}: {step}" if step else action.text())

    def _show_projected(self) -> None:
        if self._projector is not None and self._projector.isVisible() and self._before:
            since = since_words(self._workspace, self._before)
            text = line_text(self._workspace, self._before)
            self._projector.show_before(self._before, since, text, self._marking())

    def _marking(self) -> str:
        return self._workspace.ask(board_settings).marking.line

    def _changed(self, changes: Changes) -> None:  # noqa: ARG002
        self.refresh()

    def _refused(self, refusal: GainboardError) -> None:
        if self._form.panel.shown is not None:
            self._form.panel.show_problem(refusal.says)
        else:
            self._form.messageLine.refuse(refusal.says)

    def _recorded(self, changes: Changes) -> None:
        self._form_left()
        if self._before is None:
            self._over()
            return
        at = self._workspace.register.clock().astimezone()
        self._form.messageLine.notice(f"✓ {changes.label}. Saved {at:%H:%M:%S}.")
        if changes.touched("attendance"):
            self._open("T", self._before)  # the next name

    def _over(self) -> None:
        ref = self._form.refLabel.text()
        self.close()
        self.finished.emit(ref)

    def _open(self, key: str, before: Before) -> None:
        self._form.panel.open(self._forms[key], before)
        self._form.notes.hide()
        self._enable_keys(False)

    def _form_left(self) -> None:
        self._form.notes.show()
        self._enable_keys(True)
        self._form.agendaList.setFocus()

    def _enable_keys(self, on: bool) -> None:
        # While a form is open a letter belongs to its fields, to its lists as well.
        for action in self._actions.values():
            action.setEnabled(on)

    def _reword(self, decision_ref: str) -> None:
        form = self._forms["S"]
        assert isinstance(form, RewordForm)
        form.choose(decision_ref)
        self.open_form("S")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self._workspace.tell_through(self._refused)
            else:
                self._workspace.tell_no_more(self._refused)
                self._kept.flush()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Return: self._form.notes.type_here,
            Qt.Key.Key_Enter: self._form.notes.type_here,
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_PageDown: lambda: self._scroll(1),
            Qt.Key.Key_PageUp: lambda: self._scroll(-1),
        }
        act = acts.get(event.key())
        if act is None or self._form.panel.shown is not None:
            super().keyPressEvent(event)
        else:
            act()

    def _scroll(self, pages: int) -> None:
        bar = self._form.itemScroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
        if self._projector is not None:
            self._projector.turn(pages)

    def _leave(self) -> None:
        """Leave the full screen; one Esc too many must not end what the room looks at."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self._form.messageLine.notice(
                "The meeting goes on: F finishes it, F11 fills the screen. Alt+F4 closes this "
                "window, and F5 brings it back."
            )

    def _fill_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace.is_open:
            self._form.notes.write_down()
            self._form.panel.close_form()
            self._kept.flush()
        self._top.stop()
        if self._projector is not None:
            self._projector.close()
        self._workspace.tell_no_more(self._refused)
        self.closed.emit()
        super().closeEvent(event)
