"""Taking in an existing tracker: its columns, its words, what will be made, and then at once."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan
from gainboard.errors import GainboardError
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.tracker_account import AccountSaver
from gainboard.gui.tracker_columns import ColumnsStep
from gainboard.gui.tracker_past import Taken, TrackerPast
from gainboard.gui.tracker_preview import PreviewStep
from gainboard.gui.tracker_reading import TrackerReader
from gainboard.gui.tracker_steps import Steps
from gainboard.gui.tracker_study import Kept, Study, is_unclear, main_sheet, write_study
from gainboard.gui.tracker_taking import taken_in
from gainboard.gui.tracker_values import ValuesStep
from gainboard.gui.tracker_words import (
    NO_TEXT,
    NO_TRACKER,
    kept_words,
    last_words,
    read_words,
)
from gainboard.gui.workspace import Workspace

KINDS = "Workbooks (*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv);;All files (*)"
SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})


class TrackerPage(QWidget):
    """The page of one tracker. Nothing is in the register before it is accepted.

    `accepted` gives the plan that was carried out.
    """

    accepted = Signal(object)
    cancelled = Signal()
    title = "Take in a tracker"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_TrackerPage()
        self._form.setupUi(self)
        self._study: Study | None = None
        self._afresh: Study | None = None
        self._plan: Plan | None = None
        self._past = TrackerPast(workspace.words)
        self._steps = Steps(self._form, self)
        self._reader = TrackerReader(workspace, self)
        self._columns = ColumnsStep(self._form, self)
        self._values = ValuesStep(self._form, self)
        self._preview = PreviewStep(self._form, self)
        self._saver = AccountSaver(workspace, self)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._form.splitter.setSizes([310, 210])
        self._connect()
        self._close()

    @property
    def study(self) -> Study | None:
        """Return the tracker under study, or None."""
        return self._study

    @property
    def plan(self) -> Plan | None:
        """Return what will be made, as shown now; None where that has not been worked out."""
        return self._plan

    @property
    def step(self) -> str:
        """Return the name of the part that is seen: emptyPage, readingPage, columnsPage …"""
        return self._steps.name

    @property
    def problem(self) -> str:
        """Return the sentence that says what went wrong; empty where nothing did."""
        return self._form.problemLabel.text()

    def begin(self) -> None:
        """Put the cursor where the page begins, or leave it to what is under way."""
        if self.step == "emptyPage":
            self._form.chooseButton.setFocus()

    def choose(self) -> None:
        """Ask which workbook to take in."""
        choice = FileChoice(title="The tracker to take in", kinds=KINDS)
        path = prompts().file_to_open(self, choice)
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Read a workbook beside the window, and show what its columns seem to hold."""
        self._workspace.words.flush()
        self._close()
        self._steps.be_busy(f"Reading {path.name}…")
        self._reader.read(path)

    def forward(self) -> None:
        """Go to the next step; from the last one, take the tracker in."""
        if self._study is None:
            return
        if self.step == "columnsPage":
            # A key that goes on leaves the cursor in the field.
            self._columns.name_report()
            if self._study.mapping.column_of(Field.TEXT) is None:
                self._steps.say_problem(NO_TEXT)
                self._form.columnTable.setFocus()
                return
            self._steps.be_busy("Counting the words…")
            self._reader.settle(self._study, self._open_values)
        elif self.step == "valuesPage":
            self._work_out(self._study)
        elif self.step == "previewPage":
            self.accept()

    def back(self) -> None:
        """Go to the step before."""
        if self._study is None:
            return
        if self.step == "previewPage" and self._study.mapping.values:
            self._open_values(self._study)
        elif self.step in ("valuesPage", "previewPage"):
            self._open_columns(self._study)

    def accept(self) -> None:
        """Take the tracker into the register as one operation."""
        study, plan = self._study, self._plan
        if study is None or plan is None or not plan.items:
            return
        keeps = study.mapping if self._form.keepCheck.isChecked() else None
        self._workspace.words.flush()
        self._workspace.prepare("before a tracker is taken in")
        with self._workspace.telling(self._refused):
            done = taken_in(self._workspace, self, plan, keeps)
        if done is not None:
            self._past.add(Taken(label=done.label, study=study, plan=plan))
            self._close()
            self.accepted.emit(plan)

    def leave(self) -> None:
        """Leave the tracker; its choices are kept, and offered when it is read again."""
        if self._steps.is_busy:
            self.stop()
            return
        self._workspace.words.flush()
        self._close()
        self.cancelled.emit()

    def stop(self) -> None:
        """Stop what is under way, and go back to where it was begun."""
        self._reader.stop()
        self._steps.go_back()

    def save_list(self) -> None:
        """Save the list of what is not understood of the plan that is shown, or of the last one."""
        plan = self._plan or self._past.last
        if plan is not None:
            self._saver.save(plan)

    def _connect(self) -> None:
        form = self._form
        self._reader.found.connect(self._found)
        self._reader.failed.connect(self._refused)
        self._reader.progress.connect(self._steps.show_progress)
        self._columns.changed.connect(self._become)
        self._columns.ticked.connect(self._tick)
        self._values.changed.connect(self._become)
        self._saver.ended.connect(self._steps.say_saved)
        self._saver.failed.connect(self._refused)
        for button, act in (
            (form.chooseButton, self.choose),
            (form.stopButton, self.stop),
            (form.keptButton, form.keptBar.hide),
            (form.freshButton, self._begin_afresh),
            (form.lastShowButton, self._show_last),
            (form.lastSaveButton, self.save_list),
            (form.saveListButton, self.save_list),
            (form.leaveButton, self.leave),
            (form.backButton, self.back),
            (form.nextButton, self.forward),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        for keys, go in (("Esc", self.leave), ("Alt+Left", self.back), ("Alt+Right", self._next)):
            key = QShortcut(QKeySequence(keys), self, go)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._workspace.register_changed.connect(self._forget)
        self._workspace.changed.connect(self._follow)

    def _next(self) -> None:
        """Go on by the arrow, which takes nothing in."""
        if self.step != "previewPage":
            self.forward()

    def _found(self, study: Study, former: Kept | None) -> None:
        self._form.keptBar.setVisible(former is not None)
        self._afresh = replace(study, mapping=study.fresh, sheet=main_sheet(study.fresh))
        if former is not None:
            self._form.keptLabel.setText(kept_words(former))
        self._open_columns(study)
        if study.mapping.column_of(Field.TEXT) is None:
            self._steps.say_problem(NO_TRACKER.format(study.book.name))
            self._form.columnTable.setFocus()

    def _begin_afresh(self) -> None:
        if self._afresh is not None:
            self._workspace.words.drop(self._afresh.place)
            self._form.keptBar.hide()
            self._open_columns(self._afresh)

    def _become(self, mapping: Mapping) -> None:
        """Go on with another mapping, which is kept at once."""
        if self._study is None or mapping == self._study.mapping:
            return
        self._study = replace(self._study, mapping=mapping)
        self._steps.say_problem("")
        self._keep()
        self._show_study()

    def _keep(self) -> None:
        if self._study is not None:
            self._workspace.words.keep(self._study.place, write_study(self._study))
            self._form.savedLabel.setText("Kept as you go; nothing is in the register yet.")

    def _tick(self, name: str, is_read: bool) -> None:
        """Read a sheet or leave it; where the columns shown are of none that is read, propose."""
        study = self._study
        if study is None:
            return
        mapping = study.mapping.with_sheet(name, read=is_read)
        read = [one.name for one in mapping.sheets if one.read]
        if not read:
            self._steps.say_problem("At least one sheet is to be read; it stays ticked.")
            self._columns.show_study(study)
        elif study.sheet in read:
            self._steps.be_busy(f"Looking at the sheet “{name}”…")
            self._reader.tick(study, name, is_read, self._proposed)
        else:
            self._steps.be_busy(f"Looking at the sheet “{read[0]}”…")
            self._reader.propose_for(study, read[0], self._proposed)

    def _proposed(self, study: Study) -> None:
        self._open_columns(study)
        self._keep()
        self._form.sheetList.setFocus()

    def _work_out(self, study: Study, says: str = "") -> None:
        """Plan beside the window; `says` is what is to be said once that is shown."""
        self._steps.be_busy("Working out what will be made…")
        self._reader.plan(study, partial(self._open_preview, says))

    def _show_study(self) -> None:
        if self._study is None:
            return
        study = self._study
        self._form.documentLabel.setText(read_words(study))
        if self.step == "columnsPage":
            self._columns.show_study(study)
        elif self.step == "valuesPage":
            self._values.show_mapping(study.mapping)

    def _open_columns(self, study: Study) -> None:
        self._study, self._plan = study, None
        self._steps.show(self._form.columnsPage)
        self._show_study()
        self._columns.settle()
        is_clear = not any(is_unclear(one) for one in study.mapping.columns)
        self._focus(self._form.columnTable, is_clear=is_clear)

    def _open_values(self, study: Study) -> None:
        self._study, self._plan = study, None
        if not study.mapping.values:
            self._work_out(study)
            return
        self._steps.show(self._form.valuesPage)
        self._values.begin(study.mapping)
        self._values.settle()
        self._focus(self._form.valueTable, is_clear=not study.mapping.unchosen())

    def _open_preview(self, says: str, plan: Plan) -> None:
        self._plan = plan
        self._preview.show_plan(plan)
        self._steps.show(self._form.previewPage, plan)
        self._preview.settle()
        self._preview.beginning.setFocus()
        self._steps.say_problem(says)

    def _focus(self, table: QWidget, *, is_clear: bool) -> None:
        """Begin in the table where something is to be chosen, and else on what goes on."""
        (self._form.nextButton if is_clear else table).setFocus()

    def _show_last(self) -> None:
        """Show again what was not understood of the tracker taken in last."""
        if (last := self._past.last) is not None:
            self._preview.show_plan(last)
            self._steps.show(self._form.previewPage)
            self._preview.settle()
            self._preview.beginning.setFocus()

    def _refused(self, refusal: GainboardError) -> None:
        self._steps.go_back()
        self._steps.say_problem(refusal.says)
        if refusal.id == "E-CHANGED-SINCE" and self._study is not None:
            self._work_out(self._study, refusal.says)

    def _close(self) -> None:
        """Put the tracker aside and show what the page is for."""
        self._reader.stop()
        self._study = self._afresh = self._plan = None
        self._form.documentLabel.clear()
        self._form.savedLabel.clear()
        self._form.keptBar.hide()
        self._show_past()
        self._steps.say_problem("")
        self._steps.show(self._form.emptyPage)
        self._form.chooseButton.setFocus()

    def _forget(self) -> None:
        """Put everything aside: another register is open, or none."""
        self._past.forget()
        self._close()

    def _follow(self, changes: Changes) -> None:
        """Say no longer that a tracker was taken in which has been taken back."""
        if self._past.follow(changes):
            if self._study is None:
                self._close()
            self._show_past()

    def _show_past(self) -> None:
        last = self._past.last
        self._form.lastBar.setVisible(last is not None)
        self._form.lastLabel.setText(last_words(last) if last else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and "_preview" in vars(self):
            for step in (self._columns, self._values, self._preview):
                step.settle()
