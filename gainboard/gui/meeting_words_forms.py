"""The forms of one field: close, return, note, defer, escalate, reword."""

from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.gui.forms.ui_meeting_words import Ui_WordsForm
from gainboard.gui.meeting_form import Before, DecisionForm
from gainboard.gui.workspace import Workspace
from gainboard.services.closing import close, return_for_evidence, why_not_close
from gainboard.services.meetings import defer, note_position, reword


class WordsForm(DecisionForm):
    """A decision that needs no more than some words."""

    def __init__(self, workspace: Workspace, ask: str) -> None:
        super().__init__(workspace)
        self._form = Ui_WordsForm()
        self._form.setupUi(self)
        self._form.askLabel.setText(ask)

    def fill(self, before: Before) -> None:  # noqa: ARG002
        self._form.wordsEdit.clear()

    def first_field(self) -> QWidget:
        return self._form.wordsEdit

    def _typed(self) -> str:
        return self._form.wordsEdit.toPlainText().strip()


class CloseForm(WordsForm):
    """Closing, where every clause is met; else why not and what to do instead."""

    verb = "Close"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "&Sentence for the minutes (empty: the board's usual one)")

    def why_not(self, before: Before) -> str:
        missing = self._workspace.ask(why_not_close, before.ref)
        if not missing:
            return ""
        if missing.startswith("it is "):
            return f"Close: {before.ref}{missing.removeprefix('it')}."
        return f"Close: {missing.rstrip('.')}; waive it with W, or return with R."

    def record(self, before: Before) -> Changes | None:
        return self._workspace.do(close, before.ref, sentence=self._typed())


class ReturnForm(WordsForm):
    """Sending it back for more evidence."""

    verb = "Return for evidence:"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "What is still &needed")

    def record(self, before: Before) -> Changes | None:
        return self._workspace.do(return_for_evidence, before.ref, reason=self._typed())


class NoteForm(WordsForm):
    """Noting where it stands."""

    verb = "Note the position on"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "What the board &noted (may be empty)")

    def record(self, before: Before) -> Changes | None:
        return self._workspace.do(note_position, before.ref, text=self._typed())


class DeferForm(WordsForm):
    """Putting it off to a later board."""

    verb = "Defer"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "Why it is put &off")

    def record(self, before: Before) -> Changes | None:
        return self._workspace.do(defer, before.ref, reason=self._typed())


class RewordForm(WordsForm):
    """Another sentence for a decision already made."""

    verb = "Reword"
    about_recommendation = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "&Sentence for the minutes")
        self._chosen = ""

    def choose(self, decision_ref: str) -> None:
        """Choose which decision is reworded; the newest where none is."""
        self._chosen = decision_ref

    def title(self, before: Before) -> str:
        return f"Reword {self._decision(before)[0]}"

    def why_not(self, before: Before) -> str:
        return "" if before.line.decisions else "Reword: nothing is decided on this item yet."

    def fill(self, before: Before) -> None:
        self._form.wordsEdit.setPlainText(self._decision(before)[1])

    def record(self, before: Before) -> Changes | None:
        return self._workspace.do(reword, self._decision(before)[0], self._typed())

    def _decision(self, before: Before) -> tuple[str, str]:
        """Return reference and sentence of the decision chosen, or of the newest."""
        known = {decision.ref: decision for decision in before.line.decisions}
        found = known.get(self._chosen, before.line.decisions[-1])
        return found.ref, found.sentence
