"""What every sheet of ours has around it: marking, title, page set-up, where and when it was made.

Nothing is ever hidden, neither sheet, row nor column: what a reader cannot see must not leave.
"""

import re
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.domain.paper import Imprint
from gainboard.exports import cells, headers, styles

TITLE_ROWS = 6
"""The rows of the title block; a sheet's own matter starts below them."""

PAGE_WIDTH = 144.0
"""How wide a landscape A4 page is between our margins, in Excel's column widths, with some slack.

277 mm are 149.6 of them; the slack is for printers and fonts that differ from ours.
"""

_SHEET_NAME_LIMIT = 31


def new_workbook(imprint: Imprint, title: str) -> Workbook:
    """Start an empty workbook that names the role that made it, and no person or machine."""
    book = Workbook()
    book.remove(book.worksheets[0])
    styles.add_styles(book)
    role = cells.clean(f"{imprint.board} secretariat")
    book.properties.creator = book.properties.lastModifiedBy = role
    book.properties.title = cells.clean(title)
    book.properties.category = cells.clean(imprint.marking.line)
    return book


def add_sheet(book: Workbook, imprint: Imprint, title: str, paper: str, says: str) -> Worksheet:
    """Add a sheet with its title block, set up to print landscape on A4 and one page wide."""
    sheet: Worksheet = book.create_sheet(_sheet_name(title, book.sheetnames))
    _write_title(sheet, imprint, title, paper, says)
    _set_up_page(sheet)
    headers.furnish(sheet, imprint, f"{title} · {paper}")
    return sheet


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Set the widths of the columns from the first on."""
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def _write_title(sheet: Worksheet, imprint: Imprint, title: str, paper: str, says: str) -> None:
    made = f"{headers.made_words(imprint)} from the register at journal entry {imprint.anchor}"
    block = (
        (headers.one_line(imprint.marking.line), styles.MARKING, 16),
        (headers.one_line(title), styles.TITLE, 24),
        (headers.one_line(f"{imprint.force} · {imprint.board} · {paper}"), styles.NOTE, 15),
        (made, styles.NOTE, 15),
        (headers.one_line(says), styles.NOTE, 15),
        ("", styles.NOTE, 6),
    )
    for row, (text, style, points) in enumerate(block, start=1):
        cells.put(sheet.cell(row, 1), text, style)
        sheet.row_dimensions[row].height = points


def _set_up_page(sheet: Worksheet) -> None:
    page = sheet.page_setup
    page.orientation = Worksheet.ORIENTATION_LANDSCAPE
    page.paperSize = int(Worksheet.PAPERSIZE_A4)
    # As many pages high as it takes.
    page.fitToWidth, page.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    centimetre = 1 / 2.54
    sheet.page_margins = PageMargins(
        left=centimetre,
        right=centimetre,
        top=1.7 * centimetre,
        bottom=1.7 * centimetre,
        header=0.7 * centimetre,
        footer=0.7 * centimetre,
    )
    sheet.sheet_view.showGridLines = False


def _sheet_name(title: str, taken: list[str]) -> str:
    """Make a name Excel takes: short, without its signs for ranges, and not used yet."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", cells.clean(title))
    plain = " ".join(plain.split())[:_SHEET_NAME_LIMIT].strip("' ") or "Sheet"
    used = {name.casefold() for name in taken} | {"history"}
    name, count = plain, 1
    while name.casefold() in used:
        count += 1
        name = f"{plain[: _SHEET_NAME_LIMIT - 4].rstrip()} {count}"
    return name
