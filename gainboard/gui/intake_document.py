"""The document beside its review: what was found is underlined and has a bar in the margin."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from gainboard.gui import theme

MARGIN = 44.0
BAR_AT = 30.0
LINES_ABOVE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A found span of the document, half-open in characters, and the number in the margin."""

    start: int
    end: int
    number: str


class DocumentView(QPlainTextEdit):
    """Shows a document read-only. `asked` gives the place that was double-clicked."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(MARGIN)
        self._text = ""
        self._wide: list[int] = []
        self._found: list[Found] = []
        self._current: int | None = None

    def show_document(self, text: str) -> None:
        """Show another document."""
        if text == self._text:
            return
        self._text = text
        # Qt counts characters beyond the first 65,536 as two.
        self._wide = [place for place, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self.setPlainText(text)

    def mark(self, found: list[Found], current: int | None) -> None:
        """Mark the spans, the current one more strongly, and bring that into view."""
        moved = current != self._current or found != self._found
        self._found, self._current = found, current
        marks = [self._mark(span, nth == current) for nth, span in enumerate(found)]
        self.setExtraSelections(marks)
        if current is not None and moved:
            self._bring_into_view(found[current])
        self.viewport().update()

    def selected(self) -> tuple[int, int]:
        """Return the selection, half-open in characters; empty at the cursor where none is."""
        cursor = self.textCursor()
        return self._character(cursor.selectionStart()), self._character(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select a range of characters."""
        self.setTextCursor(self._cursor(start, end))

    def _mark(self, span: Found, is_current: bool) -> QTextEdit.ExtraSelection:
        shown = theme.colours()
        look = QTextCharFormat()
        look.setUnderlineColor(QColor(shown.accent))
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.SingleUnderline if is_current else style.DotLine)
        if is_current:
            look.setBackground(QColor(shown.selection))
            look.setForeground(QColor(shown.text))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span.start, span.end)
        selection.format = look
        return selection

    def _bring_into_view(self, span: Found) -> None:
        cursor = self._cursor(span.start, span.start)
        self.setTextCursor(cursor)
        # A few lines above, so that the heading it stands under is seen too.
        self.verticalScrollBar().setValue(max(0, cursor.block().firstLineNumber() - LINES_ABOVE))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._place(start), last))
        cursor.setPosition(min(self._place(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, character: int) -> int:
        return character + sum(place < character for place in self._wide)

    def _character(self, place: int) -> int:
        for wide in self._wide:
            if wide >= place - 1:
                break
            place -= 1
        return place

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.asked.emit(self._character(self.textCursor().selectionStart()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible():
                self._paint_margin(painter, block, top, height)
            block, top = block.next(), top + height
        painter.end()

    def _paint_margin(self, painter: QPainter, block: QTextBlock, top: float, high: float) -> None:
        start, end = block.position(), block.position() + block.length()
        left = BAR_AT - self.horizontalScrollBar().value()
        for nth, span in enumerate(self._found):
            first, last = self._place(span.start), self._place(span.end)
            if first >= end or last <= start:
                continue
            width = 5.0 if nth == self._current else 2.0
            colour = QColor(theme.colours().accent)
            painter.fillRect(QRectF(left, top, width, high), colour)
            if start <= first < end and span.number:
                painter.setPen(QPen(colour))
                line = QRectF(0, top, left - 4, self.fontMetrics().height())
                painter.drawText(line, Qt.AlignmentFlag.AlignRight, span.number)
