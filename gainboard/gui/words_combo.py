"""A list to choose from whose words may be longer than it is wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class WordsCombo(QComboBox):
    """Ends what has no room with an ellipsis, where Qt cuts a letter through."""

    @property
    def shown_words(self) -> str:
        """Return the chosen words as far as there is room for them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width()
        # The style leaves a little room beside the words.
        room -= self.fontMetrics().averageCharWidth()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_words
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
