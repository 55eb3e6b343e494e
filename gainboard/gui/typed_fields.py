"""Fields in which words are typed: found, read, filled and listened to in one way."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

TypedField = QLineEdit | QPlainTextEdit | QComboBox


def typed_fields(form: QWidget) -> dict[str, TypedField]:
    """Return the fields of a form that take typed words, by their names in the form."""
    fields: list[TypedField] = [*form.findChildren(QPlainTextEdit)]
    fields += [line for line in form.findChildren(QLineEdit) if not _is_part(line)]
    fields += [box for box in form.findChildren(QComboBox) if box.isEditable()]
    return {field.objectName(): field for field in fields if field.objectName()}


def words_in(field: TypedField) -> str:
    """Return what is typed in a field."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def put_words(field: TypedField, words: str) -> None:
    """Put words in place of those in a field."""
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
    elif isinstance(field, QComboBox):
        field.setEditText(words)
    else:
        field.setText(words)


def type_over(field: TypedField, words: str) -> None:
    """Put words in place of those in a field as typing does, so that Ctrl+Z takes it back."""
    if isinstance(field, QPlainTextEdit):
        field.selectAll()
        field.insertPlainText(words)
        return
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    if line is not None:
        line.selectAll()
        line.insert(words)


def when_typed(field: TypedField, act: Callable[[], object]) -> None:
    """Do something at each change of a field's words."""
    if isinstance(field, QPlainTextEdit):
        field.textChanged.connect(lambda: act())
    elif isinstance(field, QComboBox):
        field.editTextChanged.connect(lambda _: act())
    else:
        field.textChanged.connect(lambda _: act())


def _is_part(line: QLineEdit) -> bool:
    """Tell whether a line is the inside of another field, which speaks for it."""
    return not line.objectName() or line.objectName().startswith("qt_")
