"""Intake review: what a document holds, item by item, before anything is in the register."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from gainboard.domain.states import Applicability
from gainboard.gui import intake_review as reviewing
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_intake_page import Ui_IntakePage
from gainboard.gui.intake_document import Found
from gainboard.gui.intake_fields import ItemFields, ReportFields
from gainboard.gui.intake_kept import write_review
from gainboard.gui.intake_list import show_entries
from gainboard.gui.intake_reading import DocumentReader, kept_words, place_of
from gainboard.gui.intake_review import Review
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.reflow import reflow
from gainboard.gui.workspace import Workspace
from gainboard.services.applicability import Proposal, propose_applicability
from gainboard.services.founding import LISTS
from gainboard.services.taking_in import take_in

KINDS = "Text documents (*.txt *.text *.md);;All files (*)"
LETTERS_BESIDE = 90
LEAST_HEIGHT = 320


class IntakePage(QWidget):
    """The page of one review. Nothing is in the register before it is accepted."""

    accepted = Signal()
    cancelled = Signal()
    title = "Intake"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_IntakePage()
        self._form.setupUi(self)
        self._kept = workspace.words
        self._review: Review | None = None
        self._fresh: Review | None = None
        self._former: list[tuple[str, Review]] = []
        self._proposals: tuple[Proposal, ...] = ()
        self._reader = DocumentReader(workspace, self._kept, self)
        self._report = ReportFields(self._form, list(LISTS["source kind"]), self)
        self._item = ItemFields(self._form, self)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._form.splitter.setSizes([520, 600])
        self._form.rightSplitter.setSizes([150, 440])
        self._make_actions()
        self._connect()
        self._say_problem("")

    @property
    def review(self) -> Review | None:
        """Return the review under way, or None."""
        return self._review

    @property
    def problem(self) -> str:
        """Return the sentence that says what went wrong; empty where nothing did."""
        return self._form.problemLabel.text()

    def refresh(self) -> None:
        """Show the review again; the proposals follow the register."""
        if self._review is not None:
            self._show(self._review)

    def load(self, path: Path) -> None:
        """Read a document beside the window, and show what was found in it."""
        self._say_problem("")
        self._form.readingLabel.setText(f"Reading {path.name}…")
        self._form.stack.setCurrentWidget(self._form.readingPage)
        self._reader.read(path)

    def resume(self, review: Review) -> None:
        """Go on with a review that was kept, without its document."""
        self._reader.stop()
        self._say_problem("")
        self._found(review, None)

    def choose(self) -> None:
        """Ask which document to read."""
        path = prompts().file_to_open(self, FileChoice(title="Choose a report", kinds=KINDS))
        if path is not None:
            self.load(path)

    def accept(self) -> None:
        """Take the whole draft into the register as one operation."""
        review = self._review
        if review is None or not self._agreed(review):
            return
        self._workspace.prepare("before a report is taken in")
        with self._workspace.telling(lambda refusal: self._say_problem(str(refusal))):
            done = self._workspace.do(
                take_in,
                review.draft,
                document_name=review.name,
                code=review.code,
                published=review.report.published,
                source_kind=review.source_kind,
                applicability=review.choices,
            )
        if done is not None:
            self._kept.drop(place_of(review))
            self._close()
            self.accepted.emit()

    def leave(self) -> None:
        """Leave the review; it is kept, and offered when the document is read again."""
        self._kept.flush()
        self._close()
        self.cancelled.emit()

    def stop(self) -> None:
        """Stop reading."""
        self._close()
        self.cancelled.emit()

    def take_back(self) -> None:
        """Take back the newest change of the review."""
        if self._former:
            self._say_problem("")
            self._review = self._former.pop()[1]
            self._keep()
            self._show(self._review)

    def step(self, by: int) -> None:
        """Go to the next item, or the one before (-1)."""
        row = self._form.itemList.currentRow() + by
        if 0 <= row < self._form.itemList.count():
            self._form.itemList.setCurrentRow(row)

    def _make_actions(self) -> None:
        keys: list[tuple[str, str, Callable[[], object]]] = [
            ("Reviewed, next", "Return", lambda: self._become("", reviewing.mark_reviewed)),
            ("Kind", "K", self._choose_kind),
            ("Merge with next", "M", lambda: self._become("", reviewing.merge_next)),
            ("Split", "S", self._split),
            ("Add selection", "A", self._add),
            ("Drop", "Del", self._drop),
            ("Edit text", "E", self._form.editButton.toggle),
            ("Previous", "Alt+Up", partial(self.step, -1)),
            ("Next", "Alt+Down", partial(self.step, 1)),
            ("Take back", "Ctrl+Z", self.take_back),
        ]
        self._keys = [self._action(*key) for key in keys]
        self._form.keyBar.show_actions(self._keys)

    def _action(self, word: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(word, self)
        action.setData("Enter" if key == "Return" else key)
        action.triggered.connect(lambda: act())
        # Ctrl+Z is the window's too; here it is read as a key, see `event`.
        if key != "Ctrl+Z":
            shortcuts = ["Return", "Enter"] if key == "Return" else [key]
            action.setShortcuts([QKeySequence(each) for each in shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._form.reviewPage.addAction(action)
        return action

    def _connect(self) -> None:
        form = self._form
        self._reader.found.connect(self._found)
        self._reader.failed.connect(self._failed)
        form.chooseButton.clicked.connect(self.choose)
        form.stopButton.clicked.connect(self.stop)
        form.acceptButton.clicked.connect(self.accept)
        form.cancelButton.clicked.connect(self.leave)
        form.keptButton.clicked.connect(form.keptBar.hide)
        form.freshButton.clicked.connect(self._begin_afresh)
        form.itemList.currentRowChanged.connect(self._go)
        form.documentView.asked.connect(self._go_to_place)
        self._report.edited.connect(self._edit_report)
        self._report.code_edited.connect(lambda words: self._head(code=words))
        self._report.source_edited.connect(lambda words: self._head(source_kind=words))
        self._item.edited.connect(self._edit_item)
        self._item.applicability_chosen.connect(self._choose_applicability)
        self._workspace.register_changed.connect(self._close)

    def _found(self, fresh: Review, former: Review | None) -> None:
        self._fresh = fresh
        self._former = []
        self._form.keptBar.setVisible(former is not None)
        if former is not None:
            self._form.keptLabel.setText(kept_words(former, fresh))
        self._open(former or fresh)

    def _open(self, review: Review) -> None:
        self._review = review
        self._form.stack.setCurrentWidget(self._form.reviewPage)
        self._form.documentView.show_document(review.source)
        self._show(review)
        self._form.itemList.setFocus()

    def _begin_afresh(self) -> None:
        if self._fresh is not None and self._review is not None:
            self._former.append(("afresh", self._review))
            self._form.keptBar.hide()
            self._review = self._fresh
            self._keep()
            self._open(self._fresh)

    def _failed(self, says: str) -> None:
        self._close()
        self._say_problem(says)

    def _say_problem(self, words: str) -> None:
        self._form.problemLabel.setText(words)
        self._form.problemLabel.setVisible(bool(words))
        if words:
            announce(self._form.problemLabel, words, urgent=True)

    def _close(self) -> None:
        self._reader.stop()
        self._review = self._fresh = None
        self._former = []
        self._form.stack.setCurrentWidget(self._form.emptyPage)
        self._form.documentLabel.clear()
        self._form.reviewedLabel.clear()
        self._say_problem("")

    def _become(self, key: str, change: Callable[[Review], Review], *, show: bool = True) -> None:
        """Go from one review to the next; changes of one `key` in a row are one step of undo."""
        if self._review is None:
            return
        self._say_problem("")
        changed = change(self._review)
        if changed == self._review:
            return
        if not key or not self._former or self._former[-1][0] != key:
            self._former.append((key, self._review))
        self._review = changed
        self._keep()
        if show:
            self._show(changed)
        else:
            self._show_around(changed)

    def _keep(self) -> None:
        if self._review is not None:
            self._kept.keep(place_of(self._review), write_review(self._review))
            self._form.savedLabel.setText("Kept as you go; nothing is in the register yet.")

    def _show(self, review: Review) -> None:
        self._proposals = self._workspace.ask(propose_applicability, review.draft)
        self._show_around(review)
        entry = review.current
        if entry is None:
            self._report.show_report(review)
        else:
            proposal = self._proposals[review.at]
            self._item.show_entry(entry, proposal.value, proposal.reason)
        page = self._form.itemPage if entry else self._form.reportPage
        self._form.editorStack.setCurrentWidget(page)
        self._form.editorScroll.verticalScrollBar().setValue(0)

    def _show_around(self, review: Review) -> None:
        """Show everything but the fields, in which somebody may be typing."""
        form = self._form
        form.documentLabel.setText(review.name)
        form.reviewedLabel.setText(review.counted)
        show_entries(form.itemList, review)
        found = [
            Found(start=e.item.span[0], end=e.item.span[1], number=e.item.number or "·")
            for e in review.entries
        ]
        form.documentView.mark(found, review.at if review.current else None)
        if review.current is not None:
            self._item.show_deadlines(review.current.item)

    def _go(self, row: int) -> None:
        if self._review is not None and row - 1 != self._review.at:
            self._review = reviewing.go(self._review, row - 1)
            self._show(self._review)

    def _go_to_place(self, place: int) -> None:
        if self._review is None:
            return
        for at, entry in enumerate(self._review.entries):
            if entry.item.span[0] <= place < entry.item.span[1]:
                self._form.itemList.setCurrentRow(at + 1)

    def _edit_report(self, name: str, value: Any) -> None:
        change = partial(reviewing.change_report, **{name: value})
        self._become(f"report {name}", change, show=False)

    def _head(self, **values: str) -> None:
        self._become(f"head {list(values)}", lambda r: replace(r, **values), show=False)  # type: ignore[arg-type]

    def _edit_item(self, name: str, value: Any) -> None:
        at = self._review.at if self._review else -1
        change = partial(reviewing.change_item, **{name: value})
        self._become(f"item {at} {name}", change, show=False)

    def _choose_applicability(self, value: Applicability | None) -> None:
        self._become("", lambda review: reviewing.choose_applicability(review, value))

    def _choose_kind(self) -> None:
        if self._review is not None and self._review.current is not None:
            self._form.kindCombo.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._form.kindCombo.showPopup()

    def _split(self) -> None:
        """Split at the cursor of the text where that has the focus, else of the document."""
        if self._review is None:
            return
        text = self._form.textEdit
        place: int | None = text.textCursor().position()
        if not text.hasFocus():
            start = self._form.documentView.selected()[0]
            place = reviewing.offset_of(self._review, start)
        if place is None:
            self._say_problem(
                "Split: put the cursor into this item's text in the document, where the second "
                "part begins, then press S."
            )
            return
        self._become("", lambda review: reviewing.split_at(review, place))

    def _add(self) -> None:
        start, end = self._form.documentView.selected()
        if start == end:
            self._say_problem("Add: select the words of the item in the document, then press A.")
            return
        self._become("", lambda review: reviewing.add(review, start, end))

    def _drop(self) -> None:
        """Drop the clause that is chosen where the clauses have the focus, else the item."""
        if self._form.clauseList.hasFocus():
            self._form.dropClauseButton.click()
        else:
            self._become("", reviewing.drop)

    def _agreed(self, review: Review) -> bool:
        left = sum(not entry.reviewed for entry in review.entries)
        if not left:
            return True
        return prompts().confirm(
            self,
            title="Accept into the register",
            says=f"{left} of {len(review.entries)} items have not been reviewed. "
            "Accept them all as they are?",
            verb="Accept them all",
        )

    def _is_editing_clause(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and focus.parent() is self._form.clauseList.viewport()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        reflow(self._form.splitter, self, LETTERS_BESIDE)
        least = max(LEAST_HEIGHT, self._form.splitter.minimumSizeHint().height())
        self._form.splitter.setMinimumHeight(least)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_editing_clause():
            # Enter and Delete belong to the clause being typed.
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if self._review is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if self._review is not None and event.type() == QEvent.Type.KeyPress:
                self.take_back()
                return True
        return super().event(event)
