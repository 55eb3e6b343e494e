"""Sheets of a tracker that Northmoor Police might have kept, built in a line each."""

from datetime import date

from gainboard.domain.incoming.entry import Entry, Outcome, RowRead, TrackerRead
from gainboard.domain.incoming.proposing import propose_mapping
from gainboard.domain.incoming.rows import read_rows
from gainboard.domain.incoming.workbook import Cell, Sheet, Span, Workbook

HEAD = ("Ref", "Report", "Rec no", "Recommendation", "Owner", "Due date", "Status", "Update")
WORDS = "The force should make sure that every search of a cell is recorded, and by whom."


def row(nth: int, **cells: Cell) -> tuple[Cell, ...]:
    """Return a row below HEAD; `cells` by the name of its column in small letters."""
    usual: dict[str, Cell] = {
        "ref": f"NP/{nth:03}",
        "report": "Cells and searches",
        "rec_no": str(nth),
        "recommendation": f"{WORDS} ({nth})",
        "owner": "Ch Insp Reed",
        "due_date": date(2026, 6, 30),
        "status": "Open",
        "update": "",
    }
    return tuple({**usual, **cells}.values())


def a_sheet(*rows: tuple[Cell, ...], name: str = "Tracker", merged: tuple[Span, ...] = ()) -> Sheet:
    """Return a sheet of these rows, made as long as the longest."""
    width = max(map(len, rows), default=0)
    even = tuple(one + ("",) * (width - len(one)) for one in rows)
    return Sheet(name=name, rows=even, merged=merged)


def a_book(*rows: tuple[Cell, ...], merged: tuple[Span, ...] = ()) -> Workbook:
    """Return a workbook of one sheet: HEAD, then these rows."""
    return Workbook(name="tracker.xlsx", sheets=(a_sheet(HEAD, *rows, merged=merged),))


def read(book: Workbook) -> TrackerRead:
    """Read a workbook by the mapping that is proposed for it."""
    return read_rows(book, propose_mapping(book))


def entries(book: Workbook) -> list[Entry]:
    """Return the rows of a workbook that are made recommendations."""
    rows = read(book).rows
    return [one.entry for one in rows if one.entry and one.outcome is Outcome.MADE]


def outcomes(book: Workbook) -> list[Outcome]:
    """Return what each filled row is taken for."""
    return [one.outcome for one in read(book).rows]


def not_made(book: Workbook) -> list[RowRead]:
    """Return the rows that make no recommendation."""
    return [one for one in read(book).rows if one.outcome is Outcome.NOT_MADE]
