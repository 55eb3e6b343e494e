"""A CSV file to one sheet, whatever parts its columns and in whatever encoding it was saved."""

import csv
import re
from collections import Counter
from io import StringIO

from gainboard.domain.incoming.workbook import Row, Sheet, Workbook
from gainboard.errors import GainboardError
from gainboard.intake.text import decode

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 60
_TOLD = re.compile(r'\s*"?sep=(.)"?[ \t]*\n', re.IGNORECASE)
_LONGEST_FIELD = 4_000_000
_MOST_LINES = 200
_MOST_ROWS = 100_000
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def read_delimited(content: bytes, name: str) -> Workbook:
    """Read the bytes of a CSV file; raises GainboardError E-NOT-A-WORKBOOK, E-TOO-BIG."""
    _refuse_binary(content, name)
    plain = decode(content)
    told = _TOLD.match(plain.text)
    text = plain.text[told.end() :] if told else plain.text
    rows = _rows(text, told[1] if told else _delimiter(text), name)
    return Workbook(
        name=name,
        sheets=(Sheet(name=_sheet_name(name), rows=_even(rows)),),
        warnings=(*plain.warnings, *_unclosed(rows)),
    )


def _refuse_binary(content: bytes, name: str) -> None:
    head = content[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    if len(head) - len(head.translate(None, _CONTROLS)) > max(8, len(head) // 50):
        raise GainboardError(
            "E-NOT-A-WORKBOOK",
            f"“{name}” is neither a workbook nor a CSV file; nothing was taken in. Save the "
            "tracker as an Excel workbook (.xlsx), and take that in.",
        )


def _delimiter(text: str) -> str:
    """Return what parts the columns: that by which most rows have the same number of cells."""
    best, score = ",", 0
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in _first_rows(text, delimiter) if len(row) > 1)
        if not widths:
            continue
        width, count = widths.most_common(1)[0]
        if count * width > score:
            best, score = delimiter, count * width
    return best


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text[:200_000], newline=""), delimiter=delimiter)
    found: list[list[str]] = []
    try:
        for row in reader:
            found.append(row)
            if len(found) == _LOOKED_AT:
                break
    except csv.Error:
        pass  # the rows before the fault tell enough
    return found


def _rows(text: str, delimiter: str, name: str) -> list[Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    rows: list[Row] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            rows.append(tuple(row))
            if len(rows) > _MOST_ROWS:
                says = f"“{name}” has more than 100,000 rows; nothing was taken in. Split it."
                raise GainboardError("E-TOO-BIG", says)
    except csv.Error as fault:
        raise GainboardError(
            "E-UNREADABLE",
            f"“{name}” cannot be read as a CSV file from row {len(rows) + 1} on; nothing was taken "
            "in. Open it in Excel, save it as .xlsx, and take that in.",
        ) from fault
    return rows


def _even(rows: list[Row]) -> tuple[Row, ...]:
    """Return the rows as long as the longest, without the empty ones at the end."""
    kept = list(rows)
    while kept and not any(isinstance(cell, str) and cell.strip() for cell in kept[-1]):
        kept.pop()
    width = max((len(row) for row in kept), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in kept)


def _unclosed(rows: list[Row]) -> list[str]:
    return [
        f"A cell of row {number} runs over {_MOST_LINES} lines or more: a quotation mark may not "
        "be closed there, and rows below may be in that cell."
        for number, row in enumerate(rows, 1)
        if any(isinstance(cell, str) and cell.count("\n") >= _MOST_LINES for cell in row)
    ]


def _sheet_name(name: str) -> str:
    return name.rpartition(".")[0] or name
