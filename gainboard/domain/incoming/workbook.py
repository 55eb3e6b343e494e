"""A workbook as plain values: sheets of rows of text and dates, whatever file it came from."""

from dataclasses import dataclass
from datetime import date

Cell = str | date
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Hold a merged range; rows and columns are counted from 0, the last ones are in it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold one sheet; rows are all of one length, an empty cell is an empty text.

    `faults` names the cells whose words are no more than an error ("#REF!"), by row and column.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[Span, ...] = ()
    faults: tuple[tuple[int, int, str], ...] = ()

    @property
    def width(self) -> int:
        """Return how many columns its rows have."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Hold the sheets of one file; `name` is the file's."""

    name: str
    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def column_letters(column: int) -> str:
    """Return a column as Excel heads it: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a cell as Excel names it: row 811, column 5 is F812."""
    return f"{column_letters(column)}{row + 1}"


def words_of(cell: Cell) -> str:
    """Return a cell's words, without the spaces around them; a date as 31/03/2026."""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell.strip()
