"""The item before the board, large enough to be read from the back of the room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from gainboard.domain.states import ForceStatus
from gainboard.domain.views import AgendaLine, ClauseView, DeadlineView, Detail
from gainboard.domain.words import shorten
from gainboard.gui.chips import RagChip
from gainboard.gui.forms.ui_meeting_item import Ui_MeetingItem
from gainboard.gui.meeting_dates import show_day
from gainboard.gui.meeting_fonts import enlarge, room
from gainboard.gui.meeting_text import breakable, without_clauses

TITLE_LENGTH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Points of body, recommendation text and reference."""

    body: float
    text: float
    reference: float


# The first at which all of an item is seen at once is taken; below the last it scrolls.
ROOM: tuple[Sizes, ...] = (
    Sizes(body=16, text=22, reference=28),
    Sizes(body=15, text=18, reference=24),
    Sizes(body=14, text=16, reference=20),
)
PROJECTOR = (Sizes(body=24, text=30, reference=38), Sizes(body=24, text=24, reference=30))


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
        self._steps = ROOM
        self._room = QSize()
        self._take(ROOM[0])

    def set_steps(self, steps: Sequence[Sizes]) -> None:
        """Say which sizes of letters to choose from, the largest first."""
        self._steps = tuple(steps)
        self._take(self._steps[0])

    def fit(self, room_for: QSize) -> None:
        """Take the largest letters with which all of the item is seen at once."""
        self._room = room_for
        for sizes in self._steps:
            if sizes != self._sizes:
                self._take(sizes)
            if self._height(room_for.width()) <= room_for.height():
                return

    @property
    def sizes(self) -> Sizes:
        """Return the sizes of the letters in use."""
        return self._sizes

    def _height(self, width: int) -> int:
        # From the inside out, as Qt itself does it only once it is back at its events.
        for layout in (self._form.factGrid, self._form.column):
            layout.invalidate()
            layout.activate()
        return self._form.column.totalHeightForWidth(width)

    def _take(self, sizes: Sizes) -> None:
        self._sizes = sizes
        enlarge(self, sizes.body)
        self._form.textLabel.setFont(room(sizes.body if self._is_list() else sizes.text))
        self._form.refLabel.setFont(_strong(sizes.reference))
        for label in self.findChildren(QLabel):
            if label.property("role") == "strong":
                label.setFont(_strong(sizes.body))
        for about in (self._form.titleLabel, self._form.whyLabel):
            about.setFont(room(sizes.body - 2))

    def _is_list(self) -> bool:
        """Tell whether lines are read one by one, not one sentence by the whole room at once."""
        return self._form.facts.isHidden() and "\n" in self._form.textLabel.text()

    def show_line(self, line: AgendaLine, detail: Detail | None, since: str, more: str) -> None:
        """Show a line of the agenda; `more` is its text where it is about no recommendation."""
        _empty(self._form.clauseRows)
        if detail is None:
            self._show_plain(line, more)
        else:
            self._show_recommendation(line, detail, since)
        self._take(self._steps[0])
        self.fit(self._room)

    def _show_plain(self, line: AgendaLine, more: str) -> None:
        form = self._form
        form.refLabel.setText(breakable(line.item.title))
        form.refLabel.setWordWrap(True)
        form.refLabel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        form.titleLabel.hide()
        self._chip.set_rag(None)
        form.whyLabel.hide()
        form.textLabel.setText(breakable(more or line.item.why))
        form.facts.hide()

    def _show_recommendation(self, line: AgendaLine, detail: Detail, since: str) -> None:
        form, summary = self._form, detail.summary
        form.refLabel.setWordWrap(False)
        form.refLabel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        form.refLabel.setText(summary.ref)
        form.titleLabel.setText(breakable(_title(detail)))
        form.titleLabel.show()
        self._chip.set_rag(summary.rag)
        self._say_why(line)
        alone = len(detail.clauses) == 1
        parts = [] if alone else [view.clause.text for view in detail.clauses]
        lead, tail = without_clauses(summary.text, parts)
        form.textLabel.setText(breakable(lead))
        for clause in detail.clauses:
            form.clauseRows.addLayout(self._clause_row(clause, alone=alone))
        if tail:
            form.clauseRows.addWidget(self._words(tail))
        for label in self.findChildren(QLabel, "clauseWords"):
            label.show()  # before it is measured
        form.facts.show()
        form.deadlineLabel.setText(deadline_words(detail))
        form.leadsLabel.setText(breakable(leads_words(detail)))
        form.latestLabel.setText(breakable(summary.latest_update) or "no update yet")
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
        state.setProperty("role", "strong")
        row.addWidget(state, 1)
        return row

    def _words(self, words: str) -> QLabel:
        label = QLabel(breakable(words), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setObjectName("clauseWords")
        return label


def deadline_words(detail: Detail) -> str:
    """Say each deadline as written with the day it comes to, and the day agreed since."""
    agreed = detail.recommendation.agreed_date
    told = [_deadline(one, ruled=not agreed) for one in detail.summary.deadlines]
    lines = told or ["none given"]
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


def _deadline(view: DeadlineView, *, ruled: bool) -> str:
    """Say a deadline, with its rule while it is `ruled` by it and not by a date agreed since."""
    rule = _rule(view) if ruled else ""
    words = f"{view.words} → " if view.words else ""
    if view.due:
        return f"{words}{show_day(view.due)}{rule}"
    if view.projected:
        return f"{words}projected {show_day(view.projected)}{rule}"
    return f"{words}no date{rule}"


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
            widget.setObjectName("gone")
            widget.deleteLater()
