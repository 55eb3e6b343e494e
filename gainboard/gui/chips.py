"""RAG chips: a shape, a word and a tint, so that colour never stands alone."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gainboard.domain.states import Rag
from gainboard.gui import theme
from gainboard.gui.row_delegates import draw_ground

RAG_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING = 6.0


def chip_word(rag: Rag) -> str:
    """Return the word on the chip."""
    return rag.value.upper()


def chip_size(rag: Rag, font: QFont, words: str = "") -> QSize:
    """Return the room a chip needs in a font."""
    metrics = QFontMetricsF(_strong(font))
    width = PADDING * 3 + _mark_side(metrics) + metrics.horizontalAdvance(words or chip_word(rag))
    return QSize(ceil(width), ceil(metrics.height() + PADDING))


def paint_chip(painter: QPainter, at: QRectF, rag: Rag, font: QFont, words: str = "") -> None:
    """Draw a chip at the left of a rectangle, in the middle of its height."""
    size = chip_size(rag, font, words)
    height = min(float(size.height()), at.height())
    box = QRectF(at.left(), at.center().y() - height / 2, min(size.width(), at.width()), height)
    text, tint = theme.rag_colours(rag)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(text, 1) if theme.is_high_contrast() else Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(box, 4, 4)
    side = _mark_side(QFontMetricsF(_strong(font)))
    mark = QRectF(box.left() + PADDING, box.center().y() - side / 2, side, side)
    paint_mark(painter, mark, rag, text, tint)
    painter.setFont(_strong(font))
    painter.setPen(text)
    rest = box.adjusted(PADDING * 2 + side, 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words or chip_word(rag))
    painter.restore()


def paint_mark(painter: QPainter, at: QRectF, rag: Rag, colour: QColor, ground: QColor) -> None:
    """Draw the shape alone; each has an outline of its own, for black-and-white print."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if rag is Rag.AMBER:
        painter.drawPolygon(QPolygonF([_at(at, 0.5, 0), _at(at, 1, 1), _at(at, 0, 1)]))
    elif rag is Rag.RED:
        painter.drawRect(at.adjusted(0.5, 0.5, -0.5, -0.5))
    elif rag is Rag.GREY:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = [_at(at, 0.5, 0), _at(at, 1, 0.5), _at(at, 0.5, 1), _at(at, 0, 0.5)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(at)
    if rag is Rag.BLUE:
        painter.setPen(QPen(ground, max(1.2, at.width() / 7)))
        tick = [_at(at, 0.25, 0.52), _at(at, 0.44, 0.7), _at(at, 0.76, 0.32)]
        painter.drawPolyline(QPolygonF(tick))


class RagChip(QWidget):
    """A chip on a page; hidden while there is no RAG to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rag: Rag | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_rag(self, rag: Rag | None, words: str = "") -> None:
        """Show a RAG, with its own word or others beside the shape."""
        self._rag = rag
        self._words = words
        self.setVisible(rag is not None)
        self.setAccessibleName(f"RAG: {rag.value}, {rag.words}" if rag else "RAG: none")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._rag, self.font(), self._words) if self._rag else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._rag is not None:
            paint_chip(QPainter(self), QRectF(self.rect()), self._rag, self.font(), self._words)


class RagDelegate(QStyledItemDelegate):
    """Draws the RAG an item holds under RAG_ROLE as a chip."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        draw_ground(self, painter, option, index)
        if rag := index.data(RAG_ROLE):
            # Qt gives back plain text, whatever the model put in.
            box = QRectF(option.rect).adjusted(8, 0, -2, 0)
            paint_chip(painter, box, Rag(str(rag)), option.font)


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _mark_side(metrics: QFontMetricsF) -> float:
    return metrics.ascent() * 0.72


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
