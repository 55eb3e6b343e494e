"""The program's own line icons, drawn in the colour of the text around them."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gainboard.gui import theme
from gainboard.places import resource

SIZES = (16, 20, 24, 32, 48)
_NAME = "icon_name"
# The actions of the menus, by their names in the form.
_ICONS = {
    "new_register": "new",
    "open_register": "open",
    "open_sample": "sample",
    "save": "save",
    "close_register": "close",
    "undo": "undo",
    "redo": "redo",
    "copy_reference": "copy",
    "find": "find",
    "filter": "filter",
    "meet": "start",
    "take_in": "intake",
    "help": "help",
}


def icon(name: str) -> QIcon:
    """Return a line icon in the theme's colours: text, and muted where it is disabled."""
    made = QIcon()
    shown = theme.colours()
    for size in SIZES:
        plain = QPixmap.fromImage(_drawn(name, size, shown.text))
        made.addPixmap(plain, QIcon.Mode.Normal)
        made.addPixmap(plain, QIcon.Mode.Selected)
        made.addPixmap(QPixmap.fromImage(_drawn(name, size, shown.muted)), QIcon.Mode.Disabled)
    return made


def dress(action: QAction, name: str) -> None:
    """Give an action its icon, and remember which, for when the theme changes."""
    action.setProperty(_NAME, name)
    action.setIcon(icon(name))


def dress_all(actions: Mapping[str, QAction]) -> None:
    """Give the actions of the menus their icons."""
    for name, drawing in _ICONS.items():
        dress(actions[name], drawing)


def dress_again(action: QAction) -> None:
    """Draw an action's icon anew in the theme now in use."""
    if name := action.property(_NAME):
        action.setIcon(icon(str(name)))


@cache
def _drawn(name: str, size: int, colour: str) -> QImage:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    # Qt draws currentColor black whatever the palette says.
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image
