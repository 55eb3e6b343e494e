"""The named styles of our workbooks, and each RAG as word, shape and tint."""

from typing import Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from gainboard.domain.states import Rag
from gainboard.exports.cells import DATE_FORMAT

FONT = "Arial"
DENSE = 9
BODY = 10

MARKING = "Board marking"
TITLE = "Board title"
HEADING = "Board heading"
NOTE = "Board note"
NOTICE = "Board notice"
HEADER = "Board table header"
TEXT = "Board text"
DATE = "Board date"
NUMBER = "Board number"
STRONG = "Board strong"
STRONG_NUMBER = "Board strong number"
ITEM = "Board item"
LABEL = "Board label"
BODY_TEXT = "Board body"
BODY_STRONG = "Board body strong"
BODY_DATE = "Board body date"
QUOTE = "Board quote"

# A whole number, and the width of a dash kept free at its right.
_COUNT = "0_-"
_INK, _MUTED, _ACCENT, _LINE = "1A1F26", "525C68", "1F4E8C", "AEB7C1"
_SURFACE, _SELECTION = "F4F6F8", "DCE8F8"

# Five outlines that differ without colour, all found in the fonts of Windows and Linux.
_SHAPES = {Rag.BLUE: "✓", Rag.GREEN: "●", Rag.AMBER: "▲", Rag.RED: "■", Rag.GREY: "◇"}
_TINTS = {
    Rag.BLUE: ("0B4A8F", "DCEBFB"),
    Rag.GREEN: ("0F5A2D", "DBF2E3"),
    Rag.AMBER: ("744500", "FFEDC7"),
    Rag.RED: ("9E1019", "FCE1E1"),
    Rag.GREY: ("47505A", "E6EAEE"),
}


def rag_words(rag: Rag) -> str:
    """Say a RAG so that it reads in black and white, e.g. `▲ AMBER at risk`."""
    return f"{rag_name(rag)} {rag.words}"


def rag_name(rag: Rag) -> str:
    """Give the shape and the word of a RAG, e.g. `▲ AMBER`."""
    return f"{_SHAPES[rag]} {rag.name}"


def rag_style(rag: Rag) -> str:
    """Name the style of a RAG's cells."""
    return f"Board RAG {rag.value}"


def add_styles(book: Workbook) -> None:
    """Give a new workbook every style it may name, and its font."""
    # Column widths are counted in this font's digits.
    book._named_styles["Normal"].font = Font(name=FONT, size=BODY, color=_INK)  # type: ignore[attr-defined]
    for style in (*_furniture(), *_table(), *_document(), *map(_rag, Rag)):
        book.add_named_style(style)


def _furniture() -> tuple[NamedStyle, ...]:
    return (
        _style(MARKING, size=11, bold=True, wrap=False),
        _style(TITLE, size=16, bold=True, wrap=False, middle=True),
        _style(HEADING, size=12, bold=True, colour=_ACCENT, wrap=False),
        _style(NOTE, size=BODY, colour=_MUTED, wrap=False),
        _style(NOTICE, size=12, bold=True, wrap=False, middle=True),
        _style(
            HEADER, size=DENSE, bold=True, colour="FFFFFF", fill=_ACCENT, lined=True, middle=True
        ),
    )


def _table() -> tuple[NamedStyle, ...]:
    return (
        _style(TEXT, size=DENSE, lined=True),
        _style(DATE, size=DENSE, lined=True, format=DATE_FORMAT, across="right"),
        _style(NUMBER, size=DENSE, lined=True, format=_COUNT, across="right"),
        _style(STRONG, size=DENSE, lined=True, bold=True, fill=_SURFACE),
        _style(
            STRONG_NUMBER,
            size=DENSE,
            lined=True,
            bold=True,
            fill=_SURFACE,
            format=_COUNT,
            across="right",
        ),
    )


def _document() -> tuple[NamedStyle, ...]:
    return (
        _style(ITEM, size=11, bold=True, fill=_SELECTION, middle=True),
        _style(LABEL, size=BODY, colour=_MUTED),
        _style(BODY_TEXT, size=BODY),
        _style(BODY_STRONG, size=BODY, bold=True),
        _style(BODY_DATE, size=BODY, format=DATE_FORMAT, across="left"),
        _style(QUOTE, size=BODY, fill=_SURFACE),
    )


def _rag(rag: Rag) -> NamedStyle:
    ink, tint = _TINTS[rag]
    return _style(rag_style(rag), size=DENSE, bold=True, colour=ink, fill=tint, lined=True)


def _style(
    name: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = _INK,
    fill: str = "",
    lined: bool = False,
    wrap: bool = True,
    middle: bool = False,
    across: Literal["left", "right"] = "left",
    format: str = "General",
) -> NamedStyle:
    side = Side(style="thin", color=_LINE)
    return NamedStyle(
        name=name,
        font=Font(name=FONT, size=size, bold=bold, color=colour),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        border=Border(left=side, right=side, top=side, bottom=side) if lined else Border(),
        alignment=Alignment(
            horizontal=across,
            vertical="center" if middle else "top",
            wrap_text=wrap,
            # What stands right would touch the words of the next column.
            indent=1 if across == "right" and format != _COUNT else 0,
        ),
        number_format=format,
    )
