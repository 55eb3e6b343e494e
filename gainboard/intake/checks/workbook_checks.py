"""What has to hold of a workbook before a reader lays its sheets out in memory.

Readers make room for all cells between the first and the last, and for each merged range: a few
bytes can ask for more than there is.
"""

import re
from typing import NoReturn
from xml.parsers import expat
from zipfile import ZipFile

from gainboard.errors import GainboardError
from gainboard.intake.checks.no_workbook import refuse_others
from gainboard.intake.checks.packages import WORKBOOK, kind_of_ole, kind_of_zip
from gainboard.intake.checks.signature import Kind, kind_of
from gainboard.intake.checks.zip_checks import checked_zip, damaged, too_big

MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_CELLS = 4_000_000

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_SHEETS = {"worksheet", "document-content"}
_STEP = 1024 * 1024


def check_workbook(content: bytes, name: str) -> None:
    """Refuse a workbook or table that is not safe to read, and what can be neither.

    Raises GainboardError as `checked_zip` and `refuse_others` do, and E-TOO-BIG, E-PASSWORD or
    E-MACROS.
    """
    kind = kind_of(content, "")
    refuse_others(kind, name)
    if kind is Kind.ZIP:
        with checked_zip(content, name) as archive:
            what = kind_of_zip(archive)
            refuse_others(what, name)
            if what == WORKBOOK:
                _check_sheets(archive, name)
    elif kind is Kind.OLE:
        refuse_others(kind_of_ole(content, name), name)
    elif content.count(b"\n") > 20 * MOST_ROWS:
        raise too_big(name, f"has more than {MOST_ROWS:,} rows, the most that are read")


def _check_sheets(archive: ZipFile, name: str) -> None:
    cells = 0
    for part in archive.namelist():
        if part.endswith(".xml"):
            look = _Look(name, MOST_CELLS - cells)
            with archive.open(part) as stream:
                while look.goes_on and (piece := stream.read(_STEP)):
                    look.take(piece)
            cells += look.area


class _Look:
    """Goes through one part; if it is a sheet, measures what is filled and what is merged."""

    def __init__(self, name: str, left: int) -> None:
        self._name = name
        self._left = left
        self._row = self._column = 0
        self._repeats = self._row_repeats = 1
        self._last_row = self._last_column = 0
        self._merged = 0
        self.goes_on = True
        self._is_first = True
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    @property
    def area(self) -> int:
        """Return how many cells lie between the first and the last that is filled."""
        return self._last_row * self._last_column

    def take(self, piece: bytes) -> None:
        """Look at the next bytes of the part."""
        try:
            self._parser.Parse(piece)
        except (expat.ExpatError, ValueError):
            raise damaged(self._name) from None

    def _start(self, element: str, has: dict[str, str]) -> None:
        kind = element.rpartition(":")[2]
        if self._is_first:
            self._is_first = False
            self.goes_on = kind in _SHEETS
        if kind in ("v", "is", "p"):
            self._fill()
        elif kind == "c":
            self._to_cell(has.get("r", ""))
        elif kind == "row":
            self._row = int(has.get("r", self._row + 1))
            self._column = 0
        elif kind == "mergeCell":
            self._merge(has.get("ref", ""))
        else:
            self._start_open(kind, has)

    def _start_open(self, kind: str, has: dict[str, str]) -> None:
        """Look at an element of an OpenDocument sheet."""
        if kind == "table":
            self._row = self._column = 0
        elif kind == "table-row":
            self._row_repeats = int(has.get("table:number-rows-repeated", 1))
            self._row, self._column = self._row + self._row_repeats, 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._repeats = int(has.get("table:number-columns-repeated", 1))
            self._column += self._repeats
            rows = int(has.get("table:number-rows-spanned", 1))
            self._add_merged(rows * int(has.get("table:number-columns-spanned", 1)))
            if "office:value-type" in has:
                self._fill()

    def _end(self, element: str) -> None:
        if element.rpartition(":")[2] == "sheetData":
            self._row = self._column = 0

    def _to_cell(self, reference: str) -> None:
        self._column += 1
        if reference:
            self._column, self._row = self._place(reference)

    def _fill(self) -> None:
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        if self._last_row > MOST_ROWS:
            self._refuse(f"has more than {MOST_ROWS:,} rows in a sheet, the most that are read")
        if self._last_column > MOST_COLUMNS:
            self._refuse(f"has more than {MOST_COLUMNS:,} columns in a sheet, the most read")
        if self.area > self._left:
            self._refuse(f"has more than {MOST_CELLS:,} cells, the most that are read")

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        left, top = self._place(first)
        right, bottom = self._place(last or first)
        self._add_merged((abs(right - left) + 1) * (abs(bottom - top) + 1))

    def _add_merged(self, cells: int) -> None:
        self._merged += cells if cells > 1 else 0
        if self._merged > MOST_CELLS // 4:
            self._refuse("has merged cells over whole sheets")

    def _place(self, reference: str) -> tuple[int, int]:
        """Return the column and row of a cell ("C7"), from 1."""
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise damaged(self._name)
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return column, int(found[2])

    def _refuse(self, what: str) -> NoReturn:
        raise GainboardError(
            "E-TOO-BIG",
            f"“{self._name}” {what}; nothing was changed. Take the rows, columns or merged cells "
            "that are not needed away, or split it, and take that in.",
        )
