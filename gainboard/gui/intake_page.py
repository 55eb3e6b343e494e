"""Intake review: what a document holds, item by item, before anything is in the register."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from gainboard.errors import GainboardError
from gainboard.gui import intake_review as reviewing
from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_intake_page import Ui_IntakePage
from gainboard.gui.intake_desk import Desk
from gainboard.gui.intake_document import Found
from gainboard.gui.intake_fields import ItemFields, ReportFields
from gainboard.gui.intake_list import show_entries
from gainboard.gui.intake_reading import DocumentReader, kept_where, kept_words
from gainboard.gui.intake_review import Review
from gainboard.gui.intake_twins import Twins, twin_words
from gainboard.gui.intake_verbs import ReviewVerbs
from gainboard.gui.own_names_window import OwnNamesWindow
from gainboard.gui.prompts import FileChoice, prompts
from gainboard.gui.reflow import reflow
from gainboard.gui.workspace import Workspace
from gainboard.services.applicability import Proposal, propose_applicability
from gainboard.services.founding import LISTS
from gainboard.services.taking_in import take_in

KINDS = (
    "Reports and trackers (*.docx *.pdf *.txt *.rtf *.odt *.doc *.html *.htm *.md *.text"
    " *.xlsx *.csv);;All files (*)"
)
LETTERS_BESIDE = 90
LEAST_HEIGHT = 320


class IntakePage(QWidget):
    """The page of one review. Nothing is in the register before it is accepted.

    `accepted` gives the code of the report that was taken in, `cancelled` what became of a review
    that was left, in words, or nothing.
    """

    accepted = Signal(str)
    cancelled = Signal(str)
    title = "Intake"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._form = Ui_IntakePage()
        self._form.setupUi(self)
        self._desk = Desk(workspace.words, self)
        self._proposals: tuple[Proposal, ...] = ()
        self._reading = ""
        self._reader = DocumentReader(workspace, workspace.words, self)
        self._twins = Twins(workspace, self)
        self._report = ReportFields(self._form, list(LISTS["source kind"]), self)
        self._item = ItemFields(self._form, self)
        self._verbs = ReviewVerbs(self._form, self._desk, self._report, self._item)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._form.splitter.setSizes([520, 600])
        self._form.rightSplitter.setSizes([150, 440])
        self._connect()
        self._say_problem("")

    @property
    def review(self) -> Review | None:
        """Return the review under way, or None."""
        return self._desk.review

    @property
    def problem(self) -> str:
        """Return the sentence that says what went wrong; empty where nothing did."""
        return self._form.problemLabel.text()

    @property
    def met(self) -> str:
        """Return what is said of reports and items the register has already."""
        return "" if self._form.twinsBar.isHidden() else self._form.twinsLabel.text()

    def refresh(self) -> None:
        """Show the review again; the proposals follow the register."""
        if self.review is not None:
            self._show(self.review)

    def load(self, path: Path) -> None:
        """Read a document beside the window, and show what was found in it."""
        self._begin_to_read(f"Reading {path.name}…")
        self._reader.read(path)

    def paste(self) -> None:
        """Read what was copied in another program, with its layout where that is given."""
        copied = QGuiApplication.clipboard().mimeData()
        if copied is None or not (copied.text().strip() or copied.html().strip()):
            self._say_problem("Nothing that can be read is copied: copy the report’s words first.")
            return
        self._begin_to_read("Reading what is copied…")
        self._reader.read_pasted(copied.text(), copied.html())

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
        review = self.review
        if review is None or not self._is_sound(review) or not self._agreed(review):
            return
        self._workspace.prepare("before a report is taken in")
        with self._workspace.telling(self._refuse):
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
            self._desk.finish()
            self._close()
            self.accepted.emit(review.code)

    def leave(self) -> None:
        """Leave the review; it is kept, and offered when the document is read again."""
        self._workspace.words.flush()
        kept = kept_where(self.review)
        self._close()
        self.cancelled.emit(kept)

    def stop(self) -> None:
        """Stop reading, and go back to the review that was under way if there was one."""
        self._reader.stop()
        if self.review is not None:
            self._open()
            self._say_problem("Reading was stopped. This is the review that was open before.")
            return
        self._close()
        self.cancelled.emit("")

    def take_back(self) -> None:
        """Take back the newest change of the review."""
        self._verbs.take_back()

    def step(self, by: int) -> None:
        """Go to the next item, or the one before (-1)."""
        self._verbs.step(by)

    def _connect(self) -> None:
        form = self._form
        self._reader.found.connect(self._found)
        self._reader.failed.connect(self._failed)
        self._reader.progress.connect(self._show_progress)
        self._desk.changed.connect(self._show_change)
        self._verbs.refused.connect(self._say_problem)
        self._twins.found.connect(self._show_twins)
        form.chooseButton.clicked.connect(self.choose)
        form.pasteButton.clicked.connect(self.paste)
        form.stopButton.clicked.connect(self.stop)
        form.acceptButton.clicked.connect(self.accept)
        form.cancelButton.clicked.connect(self.leave)
        form.keptButton.clicked.connect(form.keptBar.hide)
        form.freshButton.clicked.connect(self._begin_afresh)
        form.dropTwinsButton.clicked.connect(self._drop_twins)
        form.ownNamesButton.clicked.connect(self._name_force)
        self._workspace.register_changed.connect(self._close)
        for place, key, act in (
            (form.emptyPage, QKeySequence.StandardKey.Paste, self.paste),
            (form.readingPage, QKeySequence.StandardKey.Cancel, self.stop),
            (form.reviewPage, QKeySequence.StandardKey.Cancel, self._end_editing),
        ):
            shortcut = QShortcut(QKeySequence(key), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring_into_view)

    def _begin_to_read(self, words: str) -> None:
        self._say_problem("")
        self._workspace.words.flush()
        self._reading = words
        self._form.documentLabel.clear()
        self._form.reviewedLabel.clear()
        self._show_progress(0, 0)
        self._form.stack.setCurrentWidget(self._form.readingPage)
        self._form.stopButton.setFocus()

    def _show_progress(self, done: int, of: int) -> None:
        self._form.readingBar.setRange(0, of)
        self._form.readingBar.setValue(done)
        pages = f" Page {done:,} of {of:,}." if 0 < done < of else ""
        found = " All pages are read; their recommendations are being looked for." if of else ""
        self._form.readingLabel.setText(f"{self._reading}{pages or found}")

    def _found(self, fresh: Review, former: Review | None) -> None:
        self._form.keptBar.setVisible(former is not None)
        if former is not None:
            self._form.keptLabel.setText(kept_words(former, fresh))
        self._desk.lay(fresh, former)
        self._open()

    def _open(self) -> None:
        review = self.review
        if review is None:
            return
        self._form.stack.setCurrentWidget(self._form.reviewPage)
        self._form.twinsBar.hide()
        self._form.documentView.show_document(review.source)
        self._twins.forget()
        self._show(review)
        self._form.itemList.setFocus()

    def _begin_afresh(self) -> None:
        self._form.keptBar.hide()
        self._desk.begin_afresh()
        self._open()

    def _failed(self, says: str) -> None:
        if self.review is not None:
            self._open()
            self._say_problem(f"{says} This is the review that was open before.")
            return
        self._close()
        self._say_problem(says)
        self._form.chooseButton.setFocus()

    def _say_problem(self, words: str) -> None:
        self._form.problemLabel.setText(words)
        self._form.problemLabel.setVisible(bool(words))
        if words:
            announce(self._form.problemLabel, words, urgent=True)

    def _close(self) -> None:
        self._reader.stop()
        self._desk.clear()
        self._form.stack.setCurrentWidget(self._form.emptyPage)
        self._form.documentLabel.clear()
        self._form.reviewedLabel.clear()
        self._say_problem("")

    def _show_change(self, whole: bool) -> None:
        review = self.review
        if review is None:
            return
        done = bool(review.entries) and all(entry.reviewed for entry in review.entries)
        next_step = "All are reviewed; Ctrl+Enter accepts them." if done else "Kept as you go."
        self._form.savedLabel.setText(f"{next_step} Nothing is in the register yet.")
        self._form.keptBar.hide()
        if whole:
            self._show(review)
        else:
            self._show_around(review)

    def _show(self, review: Review) -> None:
        self._proposals = self._workspace.ask(propose_applicability, review.draft)
        self._show_around(review)
        entry = review.current
        if entry is None:
            self._report.show_report(review)
        else:
            proposal = self._proposals[review.at]
            twin = self._twins.of(entry.item.text)
            said = twin_words(twin) if twin else ""
            self._item.show_entry(entry, proposal.value, proposal.reason, said)
        page = self._form.itemPage if entry else self._form.reportPage
        self._form.editorStack.setCurrentWidget(page)
        self._form.editorScroll.verticalScrollBar().setValue(0)

    def _show_around(self, review: Review) -> None:
        """Show everything but the fields, in which somebody may be typing."""
        form = self._form
        form.documentLabel.setText(review.name)
        form.reviewedLabel.setText(review.counted)
        show_entries(form.itemList, review, self._twins.places(review))
        found = [
            Found(start=e.item.span[0], end=e.item.span[1], number=e.item.number or "·")
            for e in review.entries
        ]
        form.documentView.mark(found, review.at if review.current else None)
        self._twins.look(review)

    def _show_twins(self) -> None:
        review = self.review
        if review is None:
            return
        says = self._twins.says(review)
        if says and says != self.met:
            announce(self._form.twinsLabel, says)
        self._form.twinsLabel.setText(says)
        self._form.twinsBar.setVisible(bool(says))
        self._form.dropTwinsButton.setVisible(bool(self._twins.places(review)))
        self._show_around(review)

    def _drop_twins(self) -> None:
        if self.review is not None:
            places = self._twins.places(self.review)
            self._verbs.become(lambda review: reviewing.drop_all(review, places))
            self._form.itemList.setFocus()

    def _end_editing(self) -> None:
        """Go back to the list, and put a message away."""
        self._say_problem("")
        self._form.editButton.setChecked(False)
        self._form.itemList.setFocus()

    def _name_force(self) -> None:
        if prompts().run(OwnNamesWindow(self._workspace)):
            self.refresh()

    def _is_sound(self, review: Review) -> bool:
        """Stop at what cannot be taken in as it stands, with the cursor where it is put right."""
        if not review.entries:
            self._say_problem(
                "There is nothing to take in yet. Select the words of a recommendation in the "
                "document and press A; nothing was changed."
            )
        elif self._report.refusal:
            self._say_problem(f"{self._report.refusal} Nothing was taken in.")
            self._go_to_report(self._form.publishedEdit)
        else:
            return True
        return False

    def _refuse(self, refusal: GainboardError) -> None:
        self._say_problem(str(refusal))
        if refusal.id in ("E-CODE-TAKEN", "E-BAD-CODE"):
            self._go_to_report(self._form.codeEdit)

    def _go_to_report(self, field: QLineEdit) -> None:
        self._desk.look_at(-1)
        field.setFocus()
        field.selectAll()

    def _agreed(self, review: Review) -> bool:
        left = sum(not entry.reviewed for entry in review.entries)
        repeated = len(self._twins.places(review))
        says = []
        if left:
            says.append(f"{left} of {len(review.entries)} items have not been reviewed.")
        if repeated:
            says.append(f"{repeated} of them are in the register already and would be there twice.")
        if not says:
            return True
        return prompts().confirm(
            self,
            title="Accept into the register",
            says=f"{' '.join(says)} Accept them all as they are?",
            verb="Accept them all",
        )

    def _bring_into_view(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the field that a letter or Tab has gone to."""
        if now is None or not self._form.editorHost.isAncestorOf(now):
            return
        above: QWidget | None = self._form.editorScroll
        while above is not None:  # the page itself scrolls where the letters are large
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(now)
            above = above.parentWidget()

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
            if self.review is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if self.review is not None and event.type() == QEvent.Type.KeyPress:
                self.take_back()
                return True
        return super().event(event)
