"""How a table wider than a page is printed: across several pages, at a size that can be read.

Thirty columns on one A4 page would print at four points. Hiding some would let a reader send
out what was not seen. So the pages lie side by side: each repeats the header row and the
reference, and the pages of the same rows follow each other. Fewer columns need fewer pages.
"""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.exports.sheets import PAGE_WIDTH
from gainboard.exports.tables import Written

SMALLEST_SCALE = 0.72
"""Nine-point text is then printed at six and a half."""


def lay_out(sheet: Worksheet, table: Written, *, repeat_first: bool, filled: bool) -> None:
    """Decide how many pages lie side by side, and what of the sheet is printed."""
    pages = pages_across(table.widths, repeat_first=repeat_first)
    if len(pages) == 1:
        return
    if not filled:
        # One page with the sentence that there is nothing, not three of headings.
        sheet.print_area = f"A1:{get_column_letter(pages[0][-1] + 1)}{table.bottom}"
        return
    # The title block is no part of it: its words would be cut at the repeated column.
    sheet.print_area = f"A{table.top}:{get_column_letter(len(table.widths))}{table.bottom}"
    if repeat_first:
        sheet.print_title_cols = "A:A"
    # Fitted, with no break or scale of ours: fonts, and so widths, differ between machines.
    sheet.page_setup.fitToWidth = len(pages)
    sheet.page_setup.pageOrder = "overThenDown"


def pages_across(widths: Sequence[float], *, repeat_first: bool) -> list[list[int]]:
    """Divide columns, by their places, among as few pages as can be read."""
    repeated = widths[0] if repeat_first else 0.0
    pages: list[list[int]] = [[]]
    used = 0.0
    for place, width in enumerate(widths):
        if pages[-1] and used + width > PAGE_WIDTH / SMALLEST_SCALE:
            pages.append([])
            used = repeated
        pages[-1].append(place)
        used += width
    return pages
