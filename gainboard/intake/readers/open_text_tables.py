"""The rows and cells of an OpenDocument table, repeated and covered ones minded."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gainboard.intake.readers.open_text_xml import TABLE, whole

_GROUPS = frozenset(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-row-group", "table-rows")
)
_WIDEST = 200


def grid(table: Element) -> list[list[tuple[int, Element]]]:
    """List a table's rows: each cell that shows words with its column."""
    return [list(_cells(row)) for row in _rows(table)]


def _rows(container: Element) -> Iterator[Element]:
    for child in container:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in row:
        if cell.tag == f"{TABLE}table-cell":
            yield min(column, _WIDEST), cell
        column += max(1, whole(cell, f"{TABLE}number-columns-repeated", 1, _WIDEST))
