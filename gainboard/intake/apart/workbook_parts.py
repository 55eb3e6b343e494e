"""A tracker's workbook in parts small enough to be written and read one by one, and whole again."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from gainboard.domain.incoming.workbook import Cell, Row, Sheet, Span, Workbook
from gainboard.domain.plain_values import from_plain, to_plain

ROWS = 200


def parts_of(book: Workbook) -> Iterator[dict[str, Any]]:
    """Yield a workbook as JSON can hold it: its head, and each sheet with its rows by the lot."""
    yield {"name": book.name, "warnings": list(book.warnings)}
    for sheet in book.sheets:
        yield {
            "sheet": sheet.name,
            "hidden": sheet.hidden,
            "merged": to_plain(sheet.merged),
            "faults": to_plain(sheet.faults),
        }
        for start in range(0, len(sheet.rows), ROWS):
            rows = sheet.rows[start : start + ROWS]
            yield {"rows": [[_plain_cell(cell) for cell in row] for row in rows]}


def workbook_from(parts: Iterable[Any]) -> Workbook:
    """Put a workbook together; raises ValueError, KeyError or TypeError where a part is wrong."""
    head, *others = parts
    sheets: list[dict[str, Any]] = []
    for part in others:
        if "sheet" in part:
            sheets.append({**part, "rows": []})
        else:
            sheets[-1]["rows"] += [tuple(_cell(cell) for cell in row) for row in part["rows"]]
    return Workbook(
        name=str(head["name"]),
        sheets=tuple(_sheet(sheet, tuple(sheet["rows"])) for sheet in sheets),
        warnings=tuple(str(warning) for warning in head["warnings"]),
    )


def _sheet(plain: dict[str, Any], rows: tuple[Row, ...]) -> Sheet:
    return Sheet(
        name=str(plain["sheet"]),
        rows=rows,
        hidden=plain["hidden"] is True,
        merged=tuple(from_plain(Span, span) for span in plain["merged"]),
        faults=tuple((int(row), int(column), str(says)) for row, column, says in plain["faults"]),
    )


def _plain_cell(cell: Cell) -> str | list[str]:
    """Return a text as it is and a day as a list of one, for they must not be mistaken."""
    return [cell.isoformat()] if isinstance(cell, date) else cell


def _cell(plain: Any) -> Cell:
    if isinstance(plain, str):
        return plain
    (day,) = plain
    return date.fromisoformat(day)
