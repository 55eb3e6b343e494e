"""Rows of values as an Excel table that is valid, readable on screen and readable on paper."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.domain.states import Rag
from gainboard.exports import cells, fitting, sheets, styles

Value = str | int | date | Rag | None

WIDEST = 100.0
CONTINUED = " (continued)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its title, and its width before long text widens it."""

    title: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where a table came to stand: header row, last row, and the widths its columns need."""

    top: int
    bottom: int
    widths: tuple[float, ...]


def write_table(
    sheet: Worksheet,
    top: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    *,
    empty: str,
    strong_last: bool = False,
) -> Written:
    """Write a header row at `top` and the rows under it; `empty` is said where there are none.

    A row too tall for Excel goes on in the next one, its first cell ending in "(continued)".
    """
    widths = _widths(columns, rows)
    _write_header(sheet, top, columns, widths)
    if not rows:
        # A table without a row is a damaged file to Excel: a sentence takes its place.
        cells.put(sheet.cell(top + 1, 1), empty, styles.NOTE)
        return Written(top=top, bottom=top + 1, widths=widths)
    row = top
    for values in rows:
        for piece in _pieces(values, widths):
            row += 1
            _write_row(sheet, row, piece, widths, strong=strong_last and values is rows[-1])
    _name_table(sheet, f"A{top}:{get_column_letter(len(columns))}{row}")
    return Written(top=top, bottom=row, widths=widths)


def text_of(value: Value) -> str:
    """Give a value as the reader sees it in its cell."""
    if value is None:
        return ""
    if isinstance(value, Rag):
        return styles.rag_words(value)
    return cells.day_words(value) if isinstance(value, date) else str(value)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> tuple[float, ...]:
    return tuple(
        fitting.wide_enough(
            [value for row in rows if _is_words(value := row[place])],
            column.width,
            WIDEST,
            styles.DENSE,
        )
        for place, column in enumerate(columns)
    )


def _write_header(
    sheet: Worksheet, top: int, columns: Sequence[Column], widths: Sequence[float]
) -> None:
    for place, column in enumerate(columns, start=1):
        cells.put(sheet.cell(top, place), column.title, styles.HEADER)
    # The filter's button stands in the cell's corner and takes room from the words.
    titles = [(column.title, width - 2) for column, width in zip(columns, widths, strict=True)]
    sheet.row_dimensions[top].height = fitting.height(titles, styles.DENSE) + 4


def _pieces(values: Sequence[Value], widths: Sequence[float]) -> Iterable[list[Value]]:
    cut = [
        fitting.parts(cells.clean(value), width, styles.DENSE) if _is_words(value) else [value]
        for value, width in zip(values, widths, strict=True)
    ]
    for turn in range(max(map(len, cut))):
        piece: list[Value] = [parts[turn] if turn < len(parts) else None for parts in cut]
        if turn and len(cut[0]) == 1:
            piece[0] = text_of(values[0]) + CONTINUED
        yield piece


def _write_row(
    sheet: Worksheet, row: int, values: Sequence[Value], widths: Sequence[float], *, strong: bool
) -> None:
    for place, value in enumerate(values, start=1):
        shown = styles.rag_words(value) if isinstance(value, Rag) else value
        cells.put(sheet.cell(row, place), shown, _style(value, strong=strong))
    texts = zip(map(text_of, values), widths, strict=True)
    sheet.row_dimensions[row].height = fitting.height(texts, styles.DENSE)


def _style(value: Value, *, strong: bool) -> str:
    if isinstance(value, Rag):
        return styles.rag_style(value)
    if isinstance(value, date):
        return styles.DATE
    if isinstance(value, int):
        return styles.STRONG_NUMBER if strong else styles.NUMBER
    return styles.STRONG if strong else styles.TEXT


def _is_words(value: Value) -> TypeGuard[str]:
    # A Rag is a str too, and must keep its colour.
    return isinstance(value, str) and not isinstance(value, Rag)


def _name_table(sheet: Worksheet, where: str) -> None:
    stem = "T_" + (re.sub(r"\W+", "_", sheet.title).strip("_") or "rows")
    sheets_so_far = sheet.parent.worksheets if sheet.parent else []
    taken = {name.casefold() for other in sheets_so_far for name in other.tables}
    name, count = stem, 1
    while name.casefold() in taken:
        count += 1
        name = f"{stem}_{count}"
    table = Table(displayName=name, ref=where)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def freeze_and_repeat(sheet: Worksheet, written: Written, *, columns: int = 0) -> None:
    """Keep the header row, and `columns` from the left, in sight on screen and on each page."""
    sheet.freeze_panes = f"{get_column_letter(columns + 1)}{written.top + 1}"
    sheet.print_title_rows = f"{written.top}:{written.top}"


def set_widths(sheet: Worksheet, *tables: Written) -> None:
    """Make the sheet's columns as wide as the widest of its tables needs them."""
    most = max(len(table.widths) for table in tables)
    padded = [table.widths + (0.0,) * (most - len(table.widths)) for table in tables]
    sheets.set_widths(sheet, map(max, zip(*padded, strict=True)))
