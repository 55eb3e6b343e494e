"""Reading a document beside the window: told of, stopped, and never in the window's way."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from gainboard.gui.intake_desk import place_of
from gainboard.gui.intake_kept import write_review
from gainboard.gui.intake_reading import DocumentReader
from gainboard.gui.intake_review import Review
from gainboard.gui.workspace import Workspace
from tests.reliability.pdf_files import pdf_of

LONGEST_STALL = 0.2
WORDS = "cells rooms logs nurses meals yards keys cameras doors reviews rights gates".split()


def page(number: int) -> str:
    """Return a page with other words than the others, and a recommendation among them."""
    lines = [
        f"{WORDS[(number + line) % 12].title()} and {WORDS[number * line % 12]} were seen {line}."
        for line in range(2, 40)
    ]
    review = f"Within six months, the force should review the {WORDS[number % 12]} of {number}."
    return "\n".join([*lines[:12], "", f"Recommendation {number}", "", review, "", *lines[12:]])


@pytest.fixture
def reader(workspace: Workspace) -> DocumentReader:
    return DocumentReader(workspace, workspace.words, workspace)


@pytest.fixture
def long_report(tmp_path: Path) -> Path:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of([page(number) for number in range(1, 301)]))
    return path


class Pulse(QObject):
    """Feels how long the window's thread is held up."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_the_window_lives_while_three_hundred_pages_are_read(
    reader: DocumentReader, long_report: Path, qtbot: QtBot
) -> None:
    pulse = Pulse()
    with qtbot.waitSignal(reader.found, timeout=60_000) as found:
        reader.read(long_report)
    assert isinstance(found.args[0], Review)
    assert len(found.args[0].entries) > 200
    assert pulse.longest < LONGEST_STALL


def test_it_is_told_how_many_pages_are_read(
    reader: DocumentReader, long_report: Path, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []
    reader.progress.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(reader.found, timeout=60_000):
        reader.read(long_report)
    assert told
    assert {of for _, of in told} == {300}
    assert told == sorted(told)


def test_a_reading_that_is_stopped_tells_nothing_more(
    reader: DocumentReader, long_report: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.progress, timeout=60_000):
        reader.read(long_report)
    reader.stop()
    with qtbot.assertNotEmitted(reader.found, wait=500), qtbot.assertNotEmitted(reader.failed):
        pass


def test_what_was_pasted_is_read_like_a_document(reader: DocumentReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.found, timeout=20_000) as found:
        reader.read_pasted("Recommendation 1\nThe force should plan.", "")
    assert [entry.item.number for entry in found.args[0].entries] == ["1"]
    assert found.args[0].name == "Pasted text"


def test_another_document_of_the_same_name_has_a_place_of_its_own(
    reader: DocumentReader, tmp_path: Path, qtbot: QtBot, workspace: Workspace
) -> None:
    path = tmp_path / "report.txt"
    reviews = []
    for title in ("Custody in Northmoor", "Missing people"):
        path.write_text(f"{title}\n\nRecommendation 1\nThe force should plan.", "utf-8")
        with qtbot.waitSignal(reader.found, timeout=20_000) as found:
            reader.read(path)
        reviews.append(found.args[0])
        workspace.words.keep(place_of(found.args[0]), write_review(found.args[0]))
    assert [review.name for review in reviews] == ["report.txt", "report (2).txt"]
