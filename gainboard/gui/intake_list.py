"""The list of what was found: a tick for what is reviewed, a word for what is in doubt."""

from collections.abc import Container

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gainboard.domain.words import shorten
from gainboard.gui.intake_fields import kind_words
from gainboard.gui.intake_review import Entry, Review


def show_entries(shown: QListWidget, review: Review, twins: Container[int] = ()) -> None:
    """Show the report and the items, the current one selected; rows are kept where they can be."""
    quiet = QSignalBlocker(shown)
    rows = [("The report: title, date, bodies, scope", "the report itself")]
    rows += [_row(entry, at in twins) for at, entry in enumerate(review.entries)]
    while shown.count() > len(rows):
        shown.takeItem(shown.count() - 1)
    while shown.count() < len(rows):
        shown.addItem(QListWidgetItem())
    for at, (words, aloud) in enumerate(rows):
        item = shown.item(at)
        item.setText(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, aloud)
    shown.setCurrentRow(review.at + 1)
    del quiet


def _row(entry: Entry, is_in: bool) -> tuple[str, str]:
    item = entry.item
    mark = "✓" if entry.reviewed else "·"
    doubt = ("   in already" if is_in else "") + ("   check" if item.doubts else "")
    number = item.number or "no number"
    text = shorten(item.text, 90)
    state = "reviewed" if entry.reviewed else "not reviewed yet"
    state += (", in the register already" if is_in else "") + (", in doubt" if item.doubts else "")
    aloud = f"{number}, {kind_words(item.kind)}, {state}: {text}"
    return f"{mark}  {number}{doubt}   {kind_words(item.kind)}   {text}", aloud
