"""A tracker's file to plain sheets: Excel's kinds and OpenDocument by calamine, or a CSV."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import python_calamine as calamine

from gainboard.domain.incoming.workbook import Cell, Row, Sheet, Span, Workbook
from gainboard.errors import GainboardError
from gainboard.intake.checks.no_workbook import refuse_others
from gainboard.intake.checks.signature import kind_of
from gainboard.intake.text import tidy
from gainboard.intake.trackers.cell_faults import faults_by_sheet
from gainboard.intake.trackers.delimited import read_delimited

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
_MOST_CELLS = 4_000_000
_MOST_SPANS = 50_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<style", b"<meta", b"<div")


def read_workbook(content: bytes, name: str) -> Workbook:
    """Read the bytes of an .xlsx, .xlsm, .xlsb, .xls, .ods or .csv file of this name.

    Raises GainboardError E-NOT-A-WORKBOOK, E-PASSWORD, E-UNREADABLE, E-EMPTY or E-TOO-BIG.
    """
    _refuse_others(content, name)
    if content.startswith((_ZIP, _OLE)):
        book = _by_calamine(content, name)
    else:
        book = read_delimited(content, name)
    if not any(sheet.rows for sheet in book.sheets):
        raise GainboardError("E-EMPTY", f"“{name}” holds no filled cell; nothing was taken in.")
    return book


def workbook_name(path: Path) -> str:
    """Return what a workbook is called in reports: its file's name."""
    return path.name


def _refuse_others(content: bytes, name: str) -> None:
    refuse_others(kind_of(content, ""), name)
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_MARKUP):
        raise GainboardError(
            "E-NOT-A-WORKBOOK",
            f"“{name}” is a web page or an XML file, whatever its name says, and no workbook; "
            "nothing was taken in. Open it in Excel, save it as an Excel workbook (.xlsx), and "
            "take that in.",
        )


def _by_calamine(content: bytes, name: str) -> Workbook:
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        faults = faults_by_sheet(content)
        sheets = tuple(_sheets(book, faults, name))
    except calamine.PasswordError as fault:
        raise GainboardError(
            "E-PASSWORD",
            f"“{name}” is locked with a password; nothing was taken in. Open it in Excel, take "
            "the password off, save it, and take that in.",
        ) from fault
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as fault:
        raise _unreadable(name) from fault
    return Workbook(name=name, sheets=sheets)


def _unreadable(name: str) -> GainboardError:
    return GainboardError(
        "E-UNREADABLE",
        f"“{name}” cannot be read as a workbook: it is damaged, or of a kind that is not known; "
        "nothing was taken in. Open it in Excel, save it as .xlsx, and take that in.",
    )


def _sheets(
    book: calamine.CalamineWorkbook, faults: dict[str, list[tuple[int, int, str]]], name: str
) -> Iterator[Sheet]:
    cells = 0
    for about in book.sheets_metadata:
        if about.typ is not calamine.SheetTypeEnum.WorkSheet:
            continue
        found = book.get_sheet_by_name(about.name)
        cells += found.total_height * found.total_width
        _refuse_large(found, cells, name)
        rows = found.to_python(skip_empty_area=False)
        yield Sheet(
            name=tidy(about.name).text.strip() or "Sheet",
            rows=trimmed([tuple(as_cell(value) for value in row) for row in rows]),
            hidden=about.visible is not calamine.SheetVisibleEnum.Visible,
            merged=tuple(_spans(found)),
            faults=tuple(faults.get(about.name, ())),
        )


def _refuse_large(sheet: calamine.CalamineSheet, cells: int, name: str) -> None:
    rows, columns = sheet.total_height, sheet.total_width
    if rows > MOST_ROWS or columns > MOST_COLUMNS or cells > _MOST_CELLS:
        raise GainboardError(
            "E-TOO-BIG",
            f"“{name}” has {rows:,} rows and {columns:,} columns in one sheet, more than is read; "
            "nothing was taken in. Take the empty rows and columns away, or split it.",
        )


def _spans(sheet: calamine.CalamineSheet) -> Iterator[Span]:
    for start, end in (sheet.merged_cell_ranges or ())[:_MOST_SPANS]:
        yield Span(top=start[0], left=start[1], bottom=end[0], right=end[1])


def as_cell(value: Any) -> Cell:
    """Return one value as it is shown: numbers and times as text, a whole day as a date."""
    if isinstance(value, str):
        return tidy(value.replace("_x000D_", "\n")).text if value else ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}"
    return "" if value is None else str(value)


def trimmed(rows: list[Row]) -> tuple[Row, ...]:
    """Return rows of one length without the empty ones and the empty columns at the end."""
    width = max((_length(row) for row in rows), default=0)
    while rows and not _length(rows[-1]):
        rows.pop()
    return tuple(row[:width] + ("",) * (width - len(row)) for row in rows)


def _length(row: Row) -> int:
    """Return how many cells a row has up to its last filled one."""
    for place in range(len(row), 0, -1):
        cell = row[place - 1]
        if isinstance(cell, date) or cell.strip():
            return place
    return 0
