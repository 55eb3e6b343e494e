"""Typing a clause in its list: each letter counts at once, and Esc brings the former words back."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)


class ClauseEditor(QStyledItemDelegate):
    """Hands on what is typed as it is typed, so that it can be kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._former: tuple[QPersistentModelIndex, object] | None = None
        self.closeEditor.connect(self._put_back)

    def _put_back(self, _: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        former, self._former = self._former, None
        if former is not None and hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            index, words = former
            model = self.parent().model()  # type: ignore[union-attr]
            model.setData(model.index(index.row(), index.column()), words)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        self._former = (QPersistentModelIndex(index), index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit):
            editor.setAccessibleName("Text of the clause")
            editor.textEdited.connect(lambda _: self.commitData.emit(editor))
        return editor
