"""Rows of two lines: long text that wraps once and then fades, a date with a word under it."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gainboard.gui import theme

SECOND_ROLE = Qt.ItemDataRole.UserRole + 2
SIDE = 8
LINES = 2


class TwoLineDelegate(QStyledItemDelegate):
    """Draws text on at most two lines, the last one elided."""

    lines = LINES

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = draw_ground(self, painter, option, index)
        draw_lines(painter, _inside(option), text, option.font, _colour(option), self.lines)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(120, row_height(option.font, self.lines))


class LineDelegate(TwoLineDelegate):
    """Draws text on one line."""

    lines = 1


class DueDelegate(TwoLineDelegate):
    """Draws a date at the right with a quiet word under it; a late one is strong."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        text = draw_ground(self, painter, option, index)
        second = str(index.data(SECOND_ROLE) or "")
        late = second.endswith("late")
        box, metrics = _inside(option), QFontMetricsF(option.font)
        lines = [line for line in (text, second) if line]
        top = box.center().y() - metrics.lineSpacing() * len(lines) / 2
        for number, line in enumerate(lines):
            is_second = line == second
            painter.setFont(_strong(option.font) if is_second and late else option.font)
            quiet = is_second and not late
            painter.setPen(quiet_colour(option) if quiet else _colour(option))
            at = QRectF(box.left(), top + number * metrics.lineSpacing(), box.width(), 100)
            at.setHeight(metrics.lineSpacing())
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)


def row_height(font: QFont, lines: int = LINES) -> int:
    """Return the height of a row of so many lines in a font."""
    return round(QFontMetricsF(font).lineSpacing() * lines + 10)


def settle_rows(view: QTableView, lines: int = LINES) -> None:
    """Give every row the same height; measuring each would take seconds on a long list."""
    header = view.verticalHeader()
    header.hide()
    header.setMinimumSectionSize(0)
    header.setDefaultSectionSize(row_height(view.font(), lines))


def letters_wide(view: QTableView, letters: int) -> int:
    """Return the width of so many letters and the space beside them."""
    return round(QFontMetricsF(view.font()).averageCharWidth() * letters + 2 * SIDE)


def letters_of(words: Iterable[str], least: int, most: int) -> int:
    """Return how many letters wide a column is to be for these words, between two bounds."""
    return min(max(least, *map(len, words), 0), most)


def quiet_colour(option: QStyleOptionViewItem) -> QColor:
    """Return the colour of a quiet word in a row; in high contrast nothing is quiet."""
    return _colour(option) if theme.is_high_contrast() else QColor(theme.colours().muted)


def draw_ground(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> str:
    """Draw selection, hover and the line under the row; return the text left to draw."""
    ground = QStyleOptionViewItem(option)
    delegate.initStyleOption(ground, index)
    text, ground.text = str(ground.text), ""
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
    painter.setPen(QColor(theme.colours().line))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    return text


def draw_lines(
    painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor, lines: int = LINES
) -> None:
    """Draw text on at most so many lines, in the middle of the box."""
    # Only what two lines can hold is laid out; a long paragraph costs as little as a short one.
    wrapped = wrap(text[: lines * 400], font, box.width(), lines)
    spacing = QFontMetricsF(font).lineSpacing()
    top = box.center().y() - spacing * len(wrapped) / 2
    painter.setFont(font)
    painter.setPen(colour)
    for number, line in enumerate(wrapped):
        at = QRectF(box.left(), top + number * spacing, box.width(), spacing)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, line)


def wrap(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Return text in at most so many lines; a word wider than a line goes on in the next."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    parts = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]
    if len(parts) > lines:
        parts = [*parts[: lines - 1], text[starts[lines - 1] :]]
    metrics = QFontMetricsF(font)
    return [metrics.elidedText(part, Qt.TextElideMode.ElideRight, width) for part in parts]


def _inside(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect).adjusted(SIDE, 2, -SIDE, -2)


def _colour(option: QStyleOptionViewItem) -> QColor:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    return option.palette.color(role)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
