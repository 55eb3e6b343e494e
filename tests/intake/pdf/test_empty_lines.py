"""Paragraphs that an empty line parts, as a program that prints to PDF by Qt writes them."""

from pathlib import Path

from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from gainboard.intake.readers import pdf

PARAGRAPHS = (
    "Recommendation 1",
    "By 31 July 2026, Northmoor Police should make sure that every custody record is checked each "
    "week, and should report to its board what was found in it within six months.",
    "Recommendation 2",
    "The force should train its custody staff.",
)


def test_an_empty_line_ends_a_paragraph(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    path = tmp_path / "custody.pdf"
    document = QTextDocument()
    document.setPlainText("\n\n".join(PARAGRAPHS))
    document.print_(QPdfWriter(str(path)))
    read = pdf.read(path.read_bytes(), path.name)
    assert [read.text[p.start : p.end] for p in read.passages] == list(PARAGRAPHS)
