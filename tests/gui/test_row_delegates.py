"""Words of a row: on as many lines as it has, and no more is cut off than must be."""

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from gainboard.gui.row_delegates import letters_of, wrap


def width_of(words: str) -> float:
    return QFontMetricsF(QFont()).horizontalAdvance(words)


def test_a_reference_wider_than_its_column_is_whole_on_two_lines(qapp: QApplication) -> None:
    assert qapp is not None
    lines = wrap("RO-2022-104-017", QFont(), width_of("RO-2022-104"), 2)
    assert "".join(lines) == "RO-2022-104-017"
    assert len(lines) == 2


def test_what_does_not_fit_on_its_lines_ends_in_a_mark(qapp: QApplication) -> None:
    assert qapp is not None
    [line] = wrap("RO-2022-104-017", QFont(), width_of("RO-2022-1"), 1)
    assert line.endswith("…")


def test_a_column_is_as_wide_as_its_words_between_its_bounds() -> None:
    assert letters_of([], 9, 14) == 9
    assert letters_of(["JCB25", "RO-2022-104"], 9, 14) == 11
    assert letters_of(["x" * 40], 9, 14) == 14
