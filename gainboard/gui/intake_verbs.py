"""What is done to the items of a review, each by one key; nothing of it is in the register."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from gainboard.domain.states import Applicability
from gainboard.gui import intake_review as reviewing
from gainboard.gui.forms.ui_intake_page import Ui_IntakePage
from gainboard.gui.intake_desk import Desk
from gainboard.gui.intake_fields import ItemFields, ReportFields
from gainboard.gui.intake_keys import add_keys
from gainboard.gui.intake_review import Review


class ReviewVerbs(QObject):
    """Changes the review on the desk. `refused` says what a verb lacks; empty once one was done."""

    refused = Signal(str)

    def __init__(
        self, form: Ui_IntakePage, desk: Desk, report: ReportFields, item: ItemFields
    ) -> None:
        super().__init__(desk)
        self._form, self._desk, self._item = form, desk, item
        self._make_keys()
        for combo in (form.kindCombo, form.applicabilityCombo):
            combo.installEventFilter(self)
            combo.activated.connect(lambda _: form.itemList.setFocus())
        form.itemList.currentRowChanged.connect(lambda row: desk.look_at(row - 1))
        form.documentView.asked.connect(self._go_to_place)
        report.edited.connect(self._edit_report)
        report.code_edited.connect(lambda words: self._head(code=words))
        report.source_edited.connect(lambda words: self._head(source_kind=words))
        item.edited.connect(self._edit_item)
        item.applicability_chosen.connect(self._choose_applicability)
        item.deadlines.typed.connect(self._set_deadline)
        item.deadlines.dropped.connect(
            lambda place: self.become(lambda review: reviewing.drop_deadline(review, place))
        )

    def become(
        self, change: Callable[[Review], Review], *, key: str = "", whole: bool = True
    ) -> None:
        """Make a change; changes of one `key` in a row are one step back."""
        self.refused.emit("")
        self._desk.become(key, change, whole=whole)

    def take_back(self) -> None:
        """Take back the newest change of the review."""
        self.refused.emit("")
        self._desk.take_back()

    def step(self, by: int) -> None:
        """Go to the next item, or the one before (-1)."""
        row = self._form.itemList.currentRow() + by
        if 0 <= row < self._form.itemList.count():
            self._form.itemList.setCurrentRow(row)

    def _make_keys(self) -> None:
        keys = add_keys(
            self._form.reviewPage,
            {
                "Return": ("Reviewed", partial(self.become, reviewing.mark_reviewed)),
                "K": ("Kind", self._choose_kind),
                "M": ("Merge", partial(self._on_item, reviewing.merge_next)),
                "S": ("Split", self._split),
                "A": ("Add", self._add),
                "Del": ("Drop", self._drop),
                "E": ("Edit", self._edit_text),
                "U": ("Next in doubt", self._go_to_doubt),
                "Alt+Up": ("Previous", partial(self.step, -1)),
                "Alt+Down": ("Previous, next", partial(self.step, 1)),
                "Ctrl+Z": ("Take back", self.take_back),
                "Ctrl+Return": ("Accept", self._form.acceptButton.click),
            },
        )
        shown = {key.data(): key for key in keys}
        shown["Ctrl+Return"].setData("Ctrl+Enter")
        # Two keys that belong together take the room of one.
        del shown["Alt+Up"]
        shown["Alt+Down"].setData("Alt+↑↓")
        self._form.keyBar.show_actions(list(shown.values()))

    def _go_to_place(self, place: int) -> None:
        for at, entry in enumerate(self._desk.review.entries if self._desk.review else ()):
            if entry.item.span[0] <= place < entry.item.span[1]:
                self._form.itemList.setCurrentRow(at + 1)

    def _go_to_doubt(self) -> None:
        """Go to the next item in doubt; where there is none, to what the report leaves open."""
        review = self._desk.review
        at = reviewing.next_in_doubt(review) if review else None
        if at is None and review is not None and review.warnings and review.current is not None:
            at = -1
        if at is None:
            self.refused.emit("No item is in doubt.")
        else:
            self.refused.emit("")
            self._form.itemList.setCurrentRow(at + 1)

    def _is_on_item(self) -> bool:
        """Say whether an item is looked at; tell what to do where it is the report."""
        if self._desk.review is not None and self._desk.review.current is not None:
            return True
        self.refused.emit("This is the report itself. Choose an item in the list first: Alt+Down.")
        return False

    def _on_item(self, change: Callable[[Review], Review]) -> None:
        if self._is_on_item():
            self.become(change)

    def _edit_text(self) -> None:
        if self._is_on_item():
            self._form.editButton.toggle()

    def _edit_report(self, name: str, value: Any) -> None:
        change = partial(reviewing.change_report, **{name: value})
        self.become(change, key=f"report {name}", whole=False)

    def _head(self, **values: str) -> None:
        self.become(
            lambda review: replace(review, **values),  # type: ignore[arg-type]
            key=f"head {list(values)}",
            whole=False,
        )

    def _edit_item(self, name: str, value: Any) -> None:
        review = self._desk.review
        change = partial(reviewing.change_item, **{name: value})
        self.become(change, key=f"item {review.at if review else -1} {name}", whole=False)
        review = self._desk.review
        if name == "text" and review is not None and review.current is not None:
            self._item.deadlines.show_deadlines(review.current.item)

    def _choose_applicability(self, value: Applicability | None) -> None:
        self.become(lambda review: reviewing.choose_applicability(review, value))

    def _set_deadline(self, words: str) -> None:
        review = self._desk.review
        changed = reviewing.set_deadline(review, words) if review else None
        if changed is None:
            self.refused.emit(
                f"“{words}” is no deadline that can be read. Type a date as 31/07/2026, or words "
                "such as “by July 2026” or “within six months”."
            )
            return
        self.become(lambda _: changed)
        self._form.itemList.setFocus()

    def _choose_kind(self) -> None:
        if self._is_on_item():
            self._form.kindCombo.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._form.kindCombo.showPopup()

    def _split(self) -> None:
        """Split at the cursor of the text where that has the focus, else of the document."""
        review, text = self._desk.review, self._form.textEdit
        if review is None or not self._is_on_item():
            return
        place: int | None = text.textCursor().position()
        if not text.hasFocus():
            start = self._form.documentView.selected()[0]
            place = reviewing.offset_of(review, start)
        if place is None:
            self.refused.emit(
                "Split: put the cursor into this item's text in the document, where the second "
                "part begins, then press S."
            )
            return
        self.become(lambda review: reviewing.split_at(review, place))

    def _add(self) -> None:
        start, end = self._form.documentView.selected()
        if start == end:
            self.refused.emit("Add: select the words of the item in the document, then press A.")
            return
        self.become(lambda review: reviewing.add(review, start, end))

    def _drop(self) -> None:
        """Drop the clause or deadline chosen in the list that has the focus, else the item."""
        if self._form.clauseList.hasFocus():
            self._form.dropClauseButton.click()
        elif self._form.deadlineList.hasFocus():
            self._item.deadlines.drop()
        else:
            self._on_item(reviewing.drop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read Ctrl+Z in a combo, which would search its entries for it."""
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and event.type() == QEvent.Type.KeyPress:
            self.take_back()
            return True
        return super().eventFilter(watched, event)
