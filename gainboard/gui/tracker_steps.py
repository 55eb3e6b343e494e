"""The parts of a tracker's page: which one is seen, the buttons that serve it, what is said."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gainboard.domain.incoming.plan import Plan
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.reflow import fit_to_shown
from gainboard.gui.tracker_words import STEPS, verb


class Steps(QObject):
    """Shows one part at a time; while something is worked out, what that is and a way to stop."""

    def __init__(self, form: Ui_TrackerPage, page: QWidget) -> None:
        super().__init__(page)
        self._form = form
        self._page = page
        self._plan: Plan | None = None
        self._begun_at: tuple[QWidget, Plan | None] = (form.emptyPage, None)

    @property
    def name(self) -> str:
        """Return the name of the part that is seen: emptyPage, readingPage, columnsPage …"""
        shown = self._form.stack.currentWidget()
        assert shown is not None
        return shown.objectName()

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being worked out."""
        return self.name == "readingPage"

    def show(self, part: QWidget, plan: Plan | None = None) -> None:
        """Show a part; `plan` is what its last button would carry out."""
        form, self._plan = self._form, plan
        form.stack.setCurrentWidget(part)
        fit_to_shown(form.stack)
        name = self.name
        form.stepLabel.setText(STEPS.get(name, ""))
        form.endBar.setVisible(name in STEPS)
        # What was taken in last is only looked at.
        is_past = name == "previewPage" and plan is None
        form.backButton.setEnabled(name != "columnsPage" and not is_past)
        form.nextButton.setText(verb(plan) if plan else "&Next")
        form.nextButton.setEnabled(plan is None or bool(plan.items))
        form.nextButton.setVisible(not is_past)
        form.keepCheck.setVisible(not is_past)
        if name in STEPS:
            announce(self._page, STEPS[name])

    def be_busy(self, words: str) -> None:
        """Say what is being worked out."""
        if not self.is_busy:
            begun_at = self._form.stack.currentWidget() or self._form.emptyPage
            self._begun_at = (begun_at, self._plan)
        self.say_problem("")
        self._form.readingLabel.setText(words)
        self.show_progress(0, 0)
        self.show(self._form.readingPage)
        self._form.stopButton.setFocus()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it has come; `of` is 0 where nobody knows."""
        self._form.readingBar.setRange(0, of)
        self._form.readingBar.setValue(done)

    def go_back(self) -> None:
        """Show again the part from which the work was begun."""
        if self.is_busy:
            self.show(*self._begun_at)

    def say_problem(self, words: str) -> None:
        """Say what went wrong; nothing is shown for no words."""
        self._form.problemLabel.setText(words)
        self._form.problemLabel.setVisible(bool(words))
        if words:
            announce(self._form.problemLabel, words, urgent=True)

    def say_saved(self, words: str) -> None:
        """Say where the list was saved, beside the button that saved it."""
        is_past = self.name == "emptyPage"
        label = self._form.lastLabel if is_past else self._form.savedLabel
        label.setText(words)
        announce(label, words)
