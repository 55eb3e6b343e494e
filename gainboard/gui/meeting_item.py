"""The item before the board, large enough to be read from the back of the room."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from gainboard.domain.states import ForceStatus
from gainboard.domain.views import AgendaLine, ClauseView, DeadlineView, Detail
from gainboard.domain.words import shorten
from gainboard.gui.chips import RagChip
from gainboard.gui.forms.ui_meeting_item import Ui_MeetingItem
from gainboard.gui.meeting_dates import show_day
from gainboard.gui.meeting_fonts import enlarge, room
from gainboard.gui.meeting_text import without_clauses

TITLE_LENGTH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Points of body, recommendation text and reference."""

    body: float
    text: float
    reference: float


ROOM = Sizes(body=16, text=22, reference=28)
PROJECTOR = Sizes(body=24, text=30, reference=38)


class MeetingItem(QWidget):
    """One line of the agenda with all the board needs to decide on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._form = Ui_MeetingItem()
        self._form.setupUi(self)
        self._chip = RagChip(self)
        self._form.chipPlace.addWidget(self._chip)
        self._form.chipPlace.setAlignment(self._chip, Qt.AlignmentFlag.AlignVCenter)
        for label in self.findChildren(QLabel):
            # Words of the register are never markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.set_sizes(ROOM)

    def set_sizes(self, sizes: Sizes) -> None:
        """Set the sizes of the letters, before anything is shown."""
        self._sizes = sizes
        enlarge(self, sizes.body)
        self._form.textLabel.setFont(room(sizes.text))
        self._form.refLabel.setFont(_strong(sizes.reference))
        for title in self._form.facts.findChildren(QLabel):
            if title.objectName().endswith("Title"):
                title.setFont(_strong(sizes.body))

    def show_line(self, line: AgendaLine, detail: Detail | None, since: str, more: str) -> None:
        """Show a line of the agenda; `more` is its text where it is about no recommendation."""
        _empty(self._form.clauseRows)
        if detail is None:
            self._show_plain(line, more)
        else:
            self._show_recommendation(line, detail, since)

    def _show_plain(self, line: AgendaLine, more: str) -> None:
        form = self._form
        form.refLabel.setText(line.item.title)
        form.refLabel.setWordWrap(True)
        form.refLabel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        form.titleLabel.hide()
        self._chip.set_rag(None)
        form.whyLabel.hide()
        words = more or line.item.why
        form.textLabel.setText(words)
        # A list is read line by line; only one sentence is for the whole room at once.
        size = self._sizes.body if "\n" in words else self._sizes.text
        form.textLabel.setFont(room(size))
        form.facts.hide()

    def _show_recommendation(self, line: AgendaLine, detail: Detail, since: str) -> None:
        form, summary = self._form, detail.summary
        form.refLabel.setWordWrap(False)
        form.refLabel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        form.refLabel.setText(summary.ref)
        form.titleLabel.setText(_title(detail))
        form.titleLabel.show()
        self._chip.set_rag(summary.rag)
        self._say_why(line)
        form.textLabel.setFont(room(self._sizes.text))
        alone = len(detail.clauses) == 1
        parts = [] if alone else [view.clause.text for view in detail.clauses]
        lead, tail = without_clauses(summary.text, parts)
        form.textLabel.setText(lead)
        for clause in detail.clauses:
            form.clauseRows.addLayout(self._clause_row(clause, alone=alone))
        if tail:
            form.clauseRows.addWidget(self._words(tail))
        form.facts.show()
        form.deadlineLabel.setText(deadline_words(detail))
        form.leadsLabel.setText(leads_words(detail))
        form.latestLabel.setText(summary.latest_update or "no update yet")
        form.sinceLabel.setText(since)
        form.missingLabel.setText(_standing(detail))
        form.statusLabel.setText(status_words(detail))

    def _say_why(self, line: AgendaLine) -> None:
        self._form.whyLabel.setText(f"On the agenda: {line.item.why}" if line.item.why else "")
        self._form.whyLabel.setVisible(bool(line.item.why))

    def _clause_row(self, view: ClauseView, *, alone: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        mark = "✓" if view.is_met else "✗"
        if not alone:
            row.addWidget(self._words(f"({view.clause.label})  {view.clause.text}"), 3)
        state = self._words(f"{mark} {'Evidence: ' if alone else ''}{view.state}")
        font = state.font()
        font.setBold(True)
        state.setFont(font)
        row.addWidget(state, 1)
        return row

    def _words(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        label.setFont(self.font())
        return label


def deadline_words(detail: Detail) -> str:
    """Say each deadline as written with the day it comes to, and the day agreed since."""
    lines = [_deadline(deadline) for deadline in detail.summary.deadlines] or ["none given"]
    agreed = detail.recommendation.agreed_date
    if agreed:
        lines.append(f"agreed by the Board → {show_day(agreed)} ({_times(detail)})")
    if detail.summary.days_late:
        late = detail.summary.days_late
        lines.append(f"{late} day{'' if late == 1 else 's'} late")
    return "\n".join(lines)


def leads_words(detail: Detail) -> str:
    """Name the leads and the group that tracks it."""
    leads = " / ".join(n for n in (detail.summary.chief_officer, detail.summary.delivery_lead) if n)
    group = detail.summary.group
    return f"{leads or 'not allocated'}{f', tracked through {group}' if group else ''}"


def status_words(detail: Detail) -> str:
    """Say both statuses: they disagree in practice, so that both are shown."""
    force = detail.summary.force_status.words
    inspectorate = detail.summary.inspectorate_status
    return f"{force}; inspectorate: {inspectorate}" if inspectorate else force


def _deadline(view: DeadlineView) -> str:
    words = f"{view.words} → " if view.words else ""
    if view.due:
        return f"{words}{show_day(view.due)}{_rule(view)}"
    if view.projected:
        return f"{words}projected {show_day(view.projected)}{_rule(view)}"
    return f"{words}no date{_rule(view)}"


def _rule(view: DeadlineView) -> str:
    # The board needs the rule only where it is not plain from the words.
    return f", {view.rule}" if view.rule and (view.assumed or not view.due) else ""


def _times(detail: Detail) -> str:
    count = detail.summary.extensions
    return {0: "set by the Board", 1: "extended once", 2: "extended twice"}.get(
        count, f"extended {count} times"
    )


def _title(detail: Detail) -> str:
    number = f", {detail.summary.kind.replace('_', ' ')} {detail.summary.number}".rstrip()
    return f"{shorten(detail.report.title, TITLE_LENGTH)}{number}"


def _standing(detail: Detail) -> str:
    if detail.summary.force_status is ForceStatus.CLOSED:
        return "closed"
    return detail.summary.missing or "nothing is missing: it can be closed"


def _strong(points: float) -> QFont:
    font = room(points)
    font.setBold(True)
    return font


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            _empty(inner)
            inner.deleteLater()
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
