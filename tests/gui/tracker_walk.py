"""What the tests of a tracker's page share: a workbook of an invented force, and the keys."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.tracker_page import TrackerPage
from gainboard.gui.tracker_study import Study

W = TypeVar("W", bound=QWidget)
HEADER = ("Ref", "Report", "Rec no", "Recommendation", "Lead", "Target date", "Status", "Panel")
TEXTS = (
    "The force should answer nine in ten emergency calls within ten seconds.",
    "The force should tell each caller within one hour if nobody can be sent.",
    "The force should review the training of its call handlers with those who use it.",
)
ROWS = (
    ("NM/1", "Call handling", "1", TEXTS[0], "ACC Contact", date(2025, 3, 31), "Closed", "Gold"),
    ("NM/2", "Call handling", "2", TEXTS[1], "ACC Contact", "soon", "Parked", "Gold"),
    ("NM/3", "Call handling", "3", TEXTS[2], "Supt Calls", date(2025, 9, 30), "On ice", "Silver"),
)


def make_tracker(folder: Path, name: str = "tracker.xlsx") -> Path:
    """Write a workbook with a title, a column nobody knows, and a second sheet of other columns."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Live"
    sheet.append(("Northmoor Police tracker",))
    for row in (HEADER, *ROWS):
        sheet.append(row)
    old = book.create_sheet("Archive")
    old.append(("Old ref", "Words of the recommendation", "State"))
    old.append(("A1", "The force should keep a list of warrants that every station uses.", "Open"))
    path = folder / name
    book.save(path)
    return path


def child(page: QWidget, kind: type[W], name: str) -> W:
    """Return a part of the page."""
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def read(page: TrackerPage, path: Path, qtbot: QtBot) -> None:
    """Read a workbook, until the page shows it or says why not."""
    page.load(path)
    settle(page, qtbot)


def settle(page: TrackerPage, qtbot: QtBot) -> None:
    """Wait until nothing is worked out any more."""
    qtbot.waitUntil(lambda: page.step != "readingPage", timeout=20_000)


def go_on(page: TrackerPage, qtbot: QtBot, times: int = 1) -> None:
    """Go to the next step."""
    for _ in range(times):
        page.forward()
        settle(page, qtbot)


def study(page: TrackerPage) -> Study:
    """Return what is under study."""
    assert page.study is not None
    return page.study


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the cursor is."""
    QApplication.processEvents()
    where = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert isinstance(where, QWidget)
    QTest.keyClick(QApplication.focusWidget() or where, key, keys)
    QApplication.processEvents()


def choose(words: str, qtbot: QtBot) -> None:
    """Open the list in the row that is chosen, type the beginning of an entry, take it."""
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, words)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTableView))


def shown(table: QTableView) -> list[list[str]]:
    """Return the words of a table, row by row."""
    model = table.model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]
