"""The third step: what will be made, and what was not understood, before anything is."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from gainboard.domain.incoming.account import cells_of, gathered
from gainboard.domain.incoming.entry import Outcome, Remark
from gainboard.domain.incoming.plan import Plan, PlannedItem, PlannedRow
from gainboard.domain.words import shorten
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.row_delegates import (
    DueDelegate,
    LineDelegate,
    TwoLineDelegate,
    letters_of,
    letters_wide,
    settle_rows,
)
from gainboard.gui.tracker_table import Line, LineTable
from gainboard.gui.tracker_words import headline
from gainboard.gui.wording import count, day, sentence_case

_PROBLEMS = ("Cell", "Its words", "What is said of it")
_ROWS = ("Row", "Why", "Its words")
_THERE = ("Row", "Reference", "Why", "Its words")
_MADE = ("Reference", "Report", "Number", "Recommendation", "Status", "Due or closed")
_NEW = ("Name", "New as")
_WORDS = 300
_LONGEST_REF = 20


class PreviewStep(QObject):
    """Shows a plan in tables; a tab tells how many rows it has."""

    def __init__(self, form: Ui_TrackerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._tables: list[tuple[QTableView, LineTable, Sequence[int], int]] = []
        self._refs: list[str] = []
        self._add(form.problemTable, _PROBLEMS, (34, 36), 1)
        self._add(form.leftTable, _ROWS, (34, 46), 2)
        self._add(form.thereTable, _THERE, (34, 14, 40), 2)
        self._add(form.madeTable, _MADE, (14, 30, 9, 60, 22, 13), 2, wide=3, right=5)
        self._add(form.newTable, _NEW, (60,), 1)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan, the first table that has anything in front."""
        self._form.headlineLabel.setText(headline(plan))
        self._refs = [one.ref for one in plan.items]
        sheets = f", {count(len(plan.unread), 'sheet', 'sheets')}" if plan.unread else ""
        # What a tab counts is what the headline counts.
        shown: tuple[tuple[str, str, Sequence[Line]], ...] = (
            ("&Problems", f"{len(plan.remarks):,}", list(_problems(plan))),
            ("N&ot taken in", f"{plan.left:,}{sheets}", list(_left(plan))),
            ("There alread&y", f"{plan.there:,}", list(_there(plan))),
            ("&Will be made", f"{len(plan.items):,}", _Made(plan)),
            ("&New names", f"{len(names := list(_names(plan))):,}", names),
        )
        for place, (title, number, lines) in enumerate(shown):
            self._tables[place][1].show_lines(lines, self._titles[place])
            self._form.tabs.setTabText(place, f"{title} ({number})")
            self._tables[place][0].setCurrentIndex(self._tables[place][1].index(0, 0))
        filled = [place for place, (_, _, lines) in enumerate(shown[:2]) if lines]
        self._form.tabs.setCurrentIndex(filled[0] if filled else 3)
        self._form.wordsLabel.setText(" ".join(plan.warnings))
        self._form.wordsLabel.setVisible(bool(plan.warnings))

    @property
    def beginning(self) -> QTableView:
        """Return the table that is in front."""
        return self._tables[self._form.tabs.currentIndex()][0]

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        for table, _, letters, lines in self._tables:
            settle_rows(table, lines)
            for number, wide in enumerate(letters):
                table.setColumnWidth(number, letters_wide(table, wide))
        made = self._form.madeTable
        made.setColumnWidth(0, letters_wide(made, letters_of(self._refs, 10, _LONGEST_REF)))

    @property
    def _titles(self) -> tuple[tuple[str, ...], ...]:
        return (_PROBLEMS, _ROWS, _THERE, _MADE, _NEW)

    def _add(
        self,
        table: QTableView,
        titles: tuple[str, ...],
        letters: tuple[int, ...],
        lines: int,
        wide: int = -1,
        right: int = -1,
    ) -> None:
        model = LineTable(titles, self, right=(right,))
        table.setModel(model)
        table.setItemDelegate((TwoLineDelegate if lines > 1 else LineDelegate)(table))
        if right >= 0:
            table.setItemDelegateForColumn(right, DueDelegate(table))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(f"Columns of: {table.accessibleName()}")
        if wide < 0:
            header.setStretchLastSection(True)
        else:
            header.setSectionResizeMode(wide, header.ResizeMode.Stretch)
        self._tables.append((table, model, letters, lines))


def _problems(plan: Plan) -> Iterator[Line]:
    """Yield what is said of cells, that of many cells once and last: it is no slip of a pen."""
    for says, remarks in sorted(gathered(plan.remarks), key=lambda one: len(one[1])):
        for same in _by_words(remarks):
            words = shorten(same[0].words, _WORDS)
            yield Line(cells=(cells_of(same), words, sentence_case(says)))


def _by_words(remarks: Sequence[Remark]) -> Iterator[list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for one in remarks:
        found.setdefault(one.words, []).append(one)
    yield from found.values()


def _left(plan: Plan) -> Iterator[Line]:
    for row in plan.rows:
        if row.outcome in (Outcome.NOT_MADE, Outcome.HEADING):
            yield Line(cells=(row.place, sentence_case(row.says), _words(row)))
    for name, why in plan.unread:
        yield Line(cells=(name, f"The sheet is not read: {why}", "the whole sheet"))


def _there(plan: Plan) -> Iterator[Line]:
    for row in plan.rows:
        if row.outcome in (Outcome.SKIPPED, Outcome.JOINED):
            yield Line(cells=(row.place, row.ref, sentence_case(row.says), _words(row)))


class _Made(Sequence[Line]):
    """The recommendations as lines, each made when it is looked at: there may be ten thousand."""

    def __init__(self, plan: Plan) -> None:
        self._items = plan.items
        self._titles = {report.code: report.title for report in plan.reports}

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: Any) -> Any:
        return self._line(self._items[at])

    def _line(self, one: PlannedItem) -> Line:
        due = one.agreed_date or next((each.due for each in one.deadlines if each.due), None)
        return Line(
            cells=(
                one.ref,
                self._titles.get(one.code, one.code),
                one.number,
                one.entry.text,
                sentence_case(one.status.words),
                day(one.completed_on or due),
            )
        )


def _names(plan: Plan) -> Iterator[Line]:
    for names, what in (
        (plan.people, "A person"),
        (plan.groups, "A group"),
        (plan.bodies, "A body"),
    ):
        for name in names:
            yield Line(cells=(name, what))


def _words(row: PlannedRow) -> str:
    return shorten(row.words, _WORDS)
