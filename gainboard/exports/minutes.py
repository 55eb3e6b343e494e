"""The minutes as a workbook: a document to circulate, then decisions and action log as lists."""

from pathlib import Path

from openpyxl import Workbook

from gainboard.domain.minutes import Minutes
from gainboard.exports import sheets, tables
from gainboard.exports.minute_page import add_minute_page, state_words
from gainboard.exports.saving import save_workbook
from gainboard.exports.tables import Column, Value

_DECISION_COLUMNS = {
    "number": ("No.", 13.0),
    "ref": ("Reference", 20.0),
    "about": ("About", 24.0),
    "sentence": ("Decision", 86.0),
}
_ACTION_COLUMNS = {
    "number": ("No.", 13.0),
    "ref": ("Reference", 20.0),
    "about": ("About", 24.0),
    "text": ("Action", 60.0),
    "owner": ("Owner", 22.0),
    "due": ("Due", 13.0),
}


def write_minutes(minutes: Minutes, path: Path) -> None:
    """Write the minutes to `path`. Raises GainboardError, and then `path` is as it was."""
    save_workbook(minutes_workbook(minutes), path, minutes.imprint.made_at)


def minutes_workbook(minutes: Minutes) -> Workbook:
    """Build the minutes in memory."""
    book = sheets.new_workbook(minutes.imprint, f"Minutes {minutes.ref}")
    add_minute_page(book, minutes)
    _add_list(book, minutes, "Decisions", _DECISION_COLUMNS, minutes.decisions)
    _add_list(book, minutes, "Action log", _ACTION_COLUMNS, minutes.actions)
    return book


def _add_list(
    book: Workbook,
    minutes: Minutes,
    title: str,
    wanted: dict[str, tuple[str, float]],
    records: tuple[object, ...],
) -> None:
    paper = f"Minutes {minutes.ref}"
    sheet = sheets.add_sheet(book, minutes.imprint, title, paper, state_words(minutes))
    columns = [Column(title=name, width=width) for name, width in wanted.values()]
    rows: list[list[Value]] = [[getattr(record, name) for name in wanted] for record in records]
    nothing = f"There is nothing in this list ({title.lower()})."
    table = tables.write_table(sheet, sheets.TITLE_ROWS + 1, columns, rows, empty=nothing)
    tables.set_widths(sheet, table)
    tables.freeze_and_repeat(sheet, table, columns=1)
