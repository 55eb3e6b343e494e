"""The tracker's first sheet: how many, how they go, and how to read the colours."""

from collections.abc import Callable, Iterable
from datetime import date

from openpyxl import Workbook

from gainboard.domain.states import Rag
from gainboard.domain.tracker import ActionRow, Tracker, TrackerRow
from gainboard.exports import cells, sheets, styles, tables
from gainboard.exports.tables import Column, Value

_COUNT_WIDTH = 11.0
_MEANINGS = {
    Rag.BLUE: "Closed by a decision, with evidence judged sufficient.",
    Rag.GREEN: "Will be met by its current date.",
    Rag.AMBER: "May not be met by its current date.",
    Rag.RED: "Will not be met by its current date, or is past it.",
    Rag.GREY: "Not for the force; watched where something of ours depends on it.",
}


def add_summary(book: Workbook, tracker: Tracker, paper: str) -> None:
    """Add the sheet a committee reads first; its figures are plain numbers, no formula."""
    says = "How many recommendations stand where, and how they go."
    sheet = sheets.add_sheet(book, tracker.imprint, "Summary", paper, says)
    today = tracker.imprint.made_at.date()
    counts = tables.write_table(
        sheet,
        sheets.TITLE_ROWS + 1,
        _count_columns(),
        _count_rows(tracker),
        empty="",
        strong_last=True,
    )
    below = counts.bottom + 2
    actions = tables.write_table(
        sheet,
        below,
        [Column(title="Actions", width=30), Column(title="How many", width=50)],
        _action_rows(tracker.actions, today),
        empty="",
    )
    below = actions.bottom + 2
    key = tables.write_table(
        sheet,
        below,
        [Column(title="RAG", width=30), Column(title="What it says", width=50)],
        [[rag, meaning] for rag, meaning in _MEANINGS.items()],
        empty="",
    )
    note = (
        f"Overdue: still open on {cells.day_words(today)} and past its current date; "
        "a date that is only projected does not count."
    )
    cells.put(sheet.cell(key.bottom + 2, 1), note, styles.NOTE)
    tables.set_widths(sheet, counts, actions, key)
    sheet.freeze_panes = f"A{sheets.TITLE_ROWS + 1}"
    sheet.print_title_rows = f"{counts.top}:{counts.top}"


def _count_columns() -> list[Column]:
    titles = [*map(styles.rag_name, Rag), "Not rated"]
    return [
        Column(title="Section", width=30),
        Column(title="What is in it", width=50),
        Column(title="Items", width=_COUNT_WIDTH),
        Column(title="Overdue", width=_COUNT_WIDTH),
        *(Column(title=title, width=_COUNT_WIDTH) for title in titles),
    ]


def _count_rows(tracker: Tracker) -> list[list[Value]]:
    once = {row.ref: row for section in tracker.sections for row in section.rows}
    whole = "A recommendation in two sections is counted once."
    return [
        *([section.title, section.says, *_counts(section.rows)] for section in tracker.sections),
        ["All sections", whole, *_counts(once.values())],
    ]


def _counts(rows: Iterable[TrackerRow]) -> list[Value]:
    counted = list(rows)
    return [
        len(counted),
        sum(row.is_overdue for row in counted),
        *(sum(row.rag is rag for row in counted) for rag in (*Rag, None)),
    ]


def _action_rows(actions: tuple[ActionRow, ...], today: date) -> list[list[Value]]:
    wanted: dict[str, Callable[[ActionRow], bool]] = {
        "Open": lambda action: action.completed_on is None,
        "Of these, past their date": lambda action: (
            action.completed_on is None and action.due is not None and action.due < today
        ),
        "Complete": lambda action: action.completed_on is not None,
    }
    return [[name, sum(map(wants, actions))] for name, wants in wanted.items()]
