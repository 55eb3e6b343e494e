"""Reading our own workbooks back, as another program would."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.exports.saving import workbook_bytes


def reopened(book: Workbook) -> Workbook:
    """Save a workbook and read it from the bytes."""
    return load_workbook(io.BytesIO(workbook_bytes(book, datetime(2026, 3, 12, tzinfo=UTC))))


def full_cells(book: Workbook) -> Iterator[Cell]:
    """Yield every cell that holds something."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (c for c in row if isinstance(c, Cell) and c.value is not None)


def shown(cell: Cell) -> str:
    """Give a cell's text as Excel shows it: openpyxl leaves the escapes of inline text alone."""
    return re.sub(
        "_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), str(cell.value)
    )


def all_text(book: Workbook) -> str:
    """Join what every cell shows."""
    return "\n".join(map(shown, full_cells(book)))


def column(sheet: Worksheet, title: str) -> list[Cell]:
    """Return the cells under a header, from its table's first row to the last row."""
    [header] = [c for row in sheet.iter_rows() for c in row if c.value == title]
    cells = [sheet.cell(row, header.column) for row in range(header.row + 1, sheet.max_row + 1)]
    return [cell for cell in cells if isinstance(cell, Cell)]
