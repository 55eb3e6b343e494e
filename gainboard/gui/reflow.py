"""Pages that keep their words whole when the text is large: side by side turns to one below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QWidget

LINES_EACH = 13


def reflow(split: QSplitter, page: QWidget, letters: int) -> None:
    """Put the parts of a page below each other where so many letters do not fit beside."""
    metrics = page.fontMetrics()
    is_narrow = page.width() < metrics.averageCharWidth() * letters
    split.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
    least = metrics.lineSpacing() * LINES_EACH if is_narrow else 0
    for number in range(split.count()):
        if part := split.widget(number):
            part.setMinimumHeight(least)


def scrolled(page: QWidget) -> QScrollArea:
    """Return a frame that scrolls a page too large for the window, and else does not show."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(page.windowTitle())
    area.setWidget(page)
    return area


def fit_to_shown(stack: QStackedWidget) -> None:
    """Let a stack be as high as what is shown of it needs, and begin at its top."""
    for number in range(stack.count()):
        if part := stack.widget(number):
            is_shown = number == stack.currentIndex()
            policy = QSizePolicy.Policy.Preferred if is_shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
    above = stack.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.verticalScrollBar().setValue(0)
        above = above.parentWidget()
