"""How a table wider than a page is printed: across several pages, at a size that can be read.

Thirty columns on one A4 page would print at four points. Hiding some would let a reader send
out what was not seen. So the columns are printed in groups, each fitted to the width of a page
and repeating the header row and the reference. Fewer columns need fewer groups.
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
    sheet.print_area = ",".join(_range(table, page) for page in pages)
    if repeat_first:
        sheet.print_title_cols = "A:A"


def _range(table: Written, page: Sequence[int]) -> str:
    """Return one range of the print area; each is fitted to the width of a page of its own."""
    first, last = get_column_letter(page[0] + 1), get_column_letter(page[-1] + 1)
    return f"{first}{table.top}:{last}{table.bottom}"


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
