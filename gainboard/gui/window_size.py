"""Windows as large as their words need in the present font, and never larger than the screen."""

from PySide6.QtWidgets import QScrollArea, QWidget


def fit_screen(window: QWidget, *, letters: int, lines: int) -> None:
    """Give a window room for so many letters beside and lines below each other."""
    metrics, screen = window.fontMetrics(), window.screen().availableSize()
    width = min(metrics.averageCharWidth() * letters, screen.width() - 40)
    height = min(metrics.lineSpacing() * lines, screen.height() - 60)
    window.resize(width, height)


def grow(window: QWidget, scroll: QScrollArea, fields: QWidget) -> None:
    """Give a window as much more height as its fields lack, within the screen."""
    if (layout := window.layout()) is not None:
        layout.activate()
    lacking = fields.sizeHint().height() - scroll.viewport().height()
    if lacking > 0:
        most = window.screen().availableSize().height() - 60
        window.resize(window.width(), min(window.height() + lacking, most))
