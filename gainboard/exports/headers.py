"""Page headers and footers: the marking at the top and bottom of every page, and whence it came."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.domain.paper import Imprint
from gainboard.domain.words import shorten
from gainboard.exports import cells

HEADER_LIMIT = 255
"""How many characters Excel takes in a header, codes included; with more it calls the file hurt."""

_PAGES = "Page &P of &N"
# A longer marking would run into what stands at the sides: it gets the line for itself.
_SHORT_MARKING = 48
_SIDE = 60


def furnish(sheet: Worksheet, imprint: Imprint, title: str) -> None:
    """Give a sheet its page header and footer."""
    sheet.HeaderFooter.scaleWithDoc = False
    marking = one_line(imprint.marking.line)
    whose = _code(shorten(one_line(f"{imprint.force} · {imprint.board}"), _SIDE))
    made = f"{made_words(imprint)}, register {_code(imprint.anchor)}"
    if len(marking) <= _SHORT_MARKING:
        _fill(sheet.oddHeader, whose, _bold(marking), _code(shorten(one_line(title), _SIDE)))
        _fill(sheet.oddFooter, made, _bold(marking), _PAGES)
        return
    named = f" · {_code(shorten(one_line(title), _SIDE))}"
    _fill(sheet.oddHeader, "", _bold(marking, _size(named)) + named, "")
    around = f" · {made} · {_PAGES}"
    _fill(sheet.oddFooter, "", _bold(marking, _size(around)) + around, "")


def made_words(imprint: Imprint) -> str:
    """Say when a paper was made, e.g. Made 5 Mar 2026 at 14:05."""
    return f"Made {cells.day_words(imprint.made_at.date())} at {imprint.made_at:%H:%M}"


def one_line(text: str) -> str:
    """Put text that is furniture on one line, without what no workbook may hold."""
    return " ".join(cells.clean(text).split())


def _fill(item: HeaderFooterItem | None, left: str, centre: str, right: str) -> None:
    if item is None:
        return
    for part, code, points in (
        (item.left, left, 8),
        (item.center, centre, 10 if len(centre) <= _SHORT_MARKING + 4 else 8),
        (item.right, right, 8),
    ):
        if code:
            # openpyxl ends the size in a space: before a digit of ours it would grow.
            part.text, part.size = code, points


def _bold(marking: str, taken: int = 0) -> str:
    """Write the marking in bold, shortened only where Excel's limit leaves no choice."""
    room = HEADER_LIMIT - taken - len("&L&8 &C&10 &R&8 &B&B")
    code, length = _code(marking), len(marking)
    while _size(code) > room:
        length -= 1
        code = _code(shorten(marking, length))
    return f"&B{code}&B"


def _code(text: str) -> str:
    # A single & would start a code: "R&D" would print the date.
    return cells.escape(text).replace("&", "&&")


def _size(code: str) -> int:
    return len(code.encode("utf-16-le")) // 2
