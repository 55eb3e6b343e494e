"""Letters for a room: one size for a widget and all that is in it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from gainboard.gui import theme

LARGEST_SCALE = 1.25


def room(points: float) -> QFont:
    """Return letters for a room, a quarter larger at most where the user asks for large text.

    At 16 points a room's body is 1.6 times the desk's already: a quarter more is the 200 % a
    reader may ask for, and doubled it would leave no room for the item itself.
    """
    scale = QApplication.font().pointSizeF() / theme.BODY_POINTS
    return theme.sized(points * min(1.0, LARGEST_SCALE / scale))


def enlarge(widget: QWidget, points: float) -> QFont:
    """Give a widget and everything in it letters of so many points; return the font."""
    font = room(points)
    # One by one: under a style sheet children do not take their parent's font.
    for each in (widget, *widget.findChildren(QWidget)):
        each.setFont(font)
    return font
