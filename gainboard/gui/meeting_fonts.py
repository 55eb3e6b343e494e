"""Letters for a room: one size for a widget and all that is in it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from gainboard.gui import theme


def enlarge(widget: QWidget, points: float) -> QFont:
    """Give a widget and everything in it letters of so many points; return the font."""
    font = theme.sized(points)
    # One by one: under a style sheet children do not take their parent's font.
    for each in (widget, *widget.findChildren(QWidget)):
        each.setFont(font)
    return font
