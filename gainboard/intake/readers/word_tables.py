"""The rows and cells of a Word table, merged and deleted ones minded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from gainboard.intake.readers.word_xml import at, is_on, local, number, value

_WRAPPERS = frozenset("sdt sdtContent customXml smartTag ins moveTo".split())
_WIDEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Hold a cell that shows words, and the column of the grid it begins in."""

    element: Element
    column: int


def grid(table: Element) -> list[list[Placed]]:
    """List a table's rows; cells that go on a merged one are left out."""
    return [list(_placed(row)) for row in _inside(table, "tr") if not _is_gone(row)]


def is_layout(rows: Sequence[Sequence[Placed]]) -> bool:
    """Say whether a table only draws a box around text: it never has two cells side by side."""
    return all(len(row) <= 1 and all(not placed.column for placed in row) for row in rows)


def _placed(row: Element) -> Iterator[Placed]:
    column = number(value(row, "trPr/gridBefore"))
    for cell in _inside(row, "tc"):
        merged = (value(cell, "tcPr/vMerge"), value(cell, "tcPr/hMerge"))
        deleted = at(cell, "tcPr/cellDel") is not None
        if not deleted and all(each in (None, "restart") for each in merged):
            yield Placed(element=cell, column=max(0, min(column, _WIDEST)))
        column += max(1, number(value(cell, "tcPr/gridSpan"), 1))


def _is_gone(row: Element) -> bool:
    return at(row, "trPr/del") is not None or is_on(row, "trPr/hidden")


def _inside(container: Element, wanted: str) -> Iterator[Element]:
    for child in container:
        name = local(child)
        if name == wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _inside(child, wanted)
