"""The tracker as a workbook: a summary, a sheet a section, the action log and the reports."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.domain.tracker import (
    COLUMNS,
    ActionRow,
    ReportRow,
    Tracker,
    TrackerRow,
    TrackerSection,
)
from gainboard.errors import GainboardError
from gainboard.exports import paging, sheets, tables
from gainboard.exports.saving import save_workbook
from gainboard.exports.summary import add_summary
from gainboard.exports.tables import Column, Value

PAPER = "Recommendation tracker"

_DATE, _SHORT, _BROAD = 13.0, 13.0, 22.0
# With all columns these fall into three pages side by side: what was recommended; who, by when
# and how it stands; what was done.
_WIDTHS = {
    "report": 18.0,
    "kind": 14.0,
    "number": 8.0,
    "clause": 9.0,
    "text": 50.0,
    "addressees": 16.0,
    "chief_officer": 14.0,
    "delivery_lead": 14.0,
    "group": 17.0,
    "deadline_words": 19.0,
    "basis": 18.0,
    "latest_update": 36.0,
    "previous_update": 30.0,
    "evidence_held": 24.0,
    "last_decision": 26.0,
    "open_actions": 26.0,
}
_ACTION_COLUMNS = {
    "ref": ("Ref", 17.0),
    "parent": ("Recommendation", 17.0),
    "parent_text": ("Recommendation text", 44.0),
    "text": ("Action", 44.0),
    "owner": ("Owner", _BROAD),
    "original_due": ("Original due", _DATE),
    "due": ("Due", _DATE),
    "status": ("Status", 11.0),
    "raised_at": ("Raised at", 14.0),
    "completed_on": ("Completed on", _DATE),
}
_REPORT_COLUMNS = {
    "code": ("Code", 12.0),
    "title": ("Report", 44.0),
    "source": ("Source", 18.0),
    "published": ("Published", _DATE),
    "response_due": ("Response due", _DATE),
    "rule": ("By which rule", 44.0),
    "items": ("Items", 9.0),
    "for_force": ("For the force", 11.0),
    "open": ("Open", 9.0),
}


def write_tracker(tracker: Tracker, path: Path, columns: Sequence[str] = tuple(COLUMNS)) -> None:
    """Write the tracker to `path` with the chosen columns, always in the board's order.

    Raises GainboardError, and then `path` is as it was.
    """
    save_workbook(tracker_workbook(tracker, columns), path, tracker.imprint.made_at)


def tracker_workbook(tracker: Tracker, columns: Sequence[str] = tuple(COLUMNS)) -> Workbook:
    """Build the tracker in memory."""
    chosen = _in_order(columns)
    book = sheets.new_workbook(tracker.imprint, PAPER)
    add_summary(book, tracker, PAPER)
    for section in tracker.sections:
        _add_section(book, tracker, section, chosen)
    _add_actions(book, tracker)
    _add_reports(book, tracker)
    return book


def _in_order(columns: Sequence[str]) -> tuple[str, ...]:
    if unknown := set(columns) - set(COLUMNS):
        raise ValueError(f"no such columns of the tracker: {', '.join(sorted(unknown))}")
    if not columns:
        raise GainboardError(
            "E-NO-COLUMNS", "No column was chosen, so nothing was written. Choose at least one."
        )
    return tuple(name for name in COLUMNS if name in columns)


def _add_section(
    book: Workbook, tracker: Tracker, section: TrackerSection, chosen: Sequence[str]
) -> None:
    sheet = sheets.add_sheet(book, tracker.imprint, section.title, PAPER, section.says)
    columns = [Column(title=COLUMNS[name], width=_WIDTHS.get(name, _SHORT)) for name in chosen]
    rows = [_values(row, chosen) for row in section.rows]
    table = tables.write_table(
        sheet, sheets.TITLE_ROWS + 1, columns, rows, empty="Nothing is in this section."
    )
    repeat = chosen[0] == "ref"
    tables.set_widths(sheet, table)
    tables.freeze_and_repeat(sheet, table, columns=int(repeat and len(chosen) > 1))
    paging.lay_out(sheet, table, repeat_first=repeat, filled=bool(rows))


def _values(row: TrackerRow, chosen: Sequence[str]) -> list[Value]:
    return [getattr(row, name) for name in chosen]


def _add_actions(book: Workbook, tracker: Tracker) -> None:
    says = "Every action, with the recommendation it serves."
    sheet = sheets.add_sheet(book, tracker.imprint, "Actions", PAPER, says)
    _add_list(sheet, _ACTION_COLUMNS, tracker.actions, empty="There is no action.")


def _add_reports(book: Workbook, tracker: Tracker) -> None:
    says = "The reports behind this tracker, and when the statutory response to each is due."
    sheet = sheets.add_sheet(book, tracker.imprint, "Reports", PAPER, says)
    _add_list(sheet, _REPORT_COLUMNS, tracker.reports, empty="There is no report.")


def _add_list(
    sheet: Worksheet,
    named: Mapping[str, tuple[str, float]],
    rows: Sequence[ActionRow | ReportRow],
    *,
    empty: str,
) -> None:
    columns = [Column(title=title, width=width) for title, width in named.values()]
    values: list[list[Value]] = [[getattr(row, name) for name in named] for row in rows]
    table = tables.write_table(sheet, sheets.TITLE_ROWS + 1, columns, values, empty=empty)
    tables.set_widths(sheet, table)
    tables.freeze_and_repeat(sheet, table, columns=1)
