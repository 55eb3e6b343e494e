"""The one writer of cell values: text from people stays text, dates are dates, numbers numbers."""

import re
from datetime import date

from openpyxl.cell.cell import Cell, MergedCell

CELL_LIMIT = 32_767
"""How much a cell of Excel holds, counted as Excel counts: in UTF-16 units, escapes included."""

DATE_FORMAT = "dd mmm yyyy"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
# Unicode holds these four for separators: the words on both sides must not run together.
_SEPARATORS = re.compile("[\x1c-\x1f]")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    "|[" + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)  # fmt: skip
# Only the underscore is matched, so that the second of two escapes sharing one is found too.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# Days before this one have no number in Excel, or the wrong one: it believes in 29 February 1900.
_FIRST_SAFE_DAY = date(1900, 3, 1)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Cell | MergedCell, value: str | int | date | None, style: str) -> None:
    """Write a value in a named style; text too long for a cell ends in a note that says so."""
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} is inside a merged range")
    # The style first: it would take back the number format and the quote prefix.
    cell.style = style
    if isinstance(value, str):
        _put_text(cell, value)
    elif isinstance(value, date) and value < _FIRST_SAFE_DAY:
        _put_text(cell, day_words(value))
    else:
        cell.value = value


def clean(text: str) -> str:
    """Take out what no workbook may hold; every word and line break stays."""
    broken = _LINE_BREAKS.sub("\n", text)
    return _UNWRITABLE.sub("", _SEPARATORS.sub(" ", broken))


def escape(text: str) -> str:
    """Keep a literal `_x000D_` readable: Excel would read it as the character it names."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def day_words(day: date) -> str:
    """Give a day as 5 Mar 2026, in English whatever the machine speaks."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _put_text(cell: Cell, text: str) -> None:
    kept = escape(_within_a_cell(clean(text)))
    if not kept:
        return
    cell.value = kept
    # openpyxl takes "=1+1" for a formula and "#N/A" for an error.
    cell.data_type = "s"
    cell.quotePrefix = kept.startswith(_STARTS_A_FORMULA)


def _within_a_cell(text: str) -> str:
    if _size(text) <= CELL_LIMIT:
        return text
    kept = text[:CELL_LIMIT]
    while _size(kept + _left_out(text, kept)) > CELL_LIMIT:
        kept = kept[: -max(1, (_size(kept) - CELL_LIMIT) // 8)]
    return kept + _left_out(text, kept)


def _left_out(text: str, kept: str) -> str:
    return f"\n[{len(text) - len(kept):,} more characters are only in the register]"


def _size(text: str) -> int:
    return len(escape(text).encode("utf-16-le")) // 2
