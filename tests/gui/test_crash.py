"""When the program is at fault: said once, with places and no words of a record."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.crash import CrashWindow, describe, watch
from tests.gui.conftest import Answers


@pytest.fixture
def refused() -> Iterator[list[GainboardError]]:
    """Watch for faults as the program does, and put the former watch back."""
    hook, told = sys.excepthook, list[GainboardError]()
    former = qInstallMessageHandler(None)
    watch(told.append)
    yield told
    sys.excepthook = hook
    qInstallMessageHandler(former)


def a_fault() -> ValueError:
    """Return a fault that carries the words of a record."""
    try:
        raise ValueError("the name of a witness")
    except ValueError as fault:
        return fault


def test_a_fault_is_described_by_places_and_never_by_words() -> None:
    details = describe(a_fault())
    assert "ValueError" in details
    assert "test_crash.py" in details
    assert "witness" not in details


def test_a_bug_opens_the_crash_window(refused: list[GainboardError], answers: Answers) -> None:
    sys.excepthook(ValueError, a_fault(), None)
    assert answers.seen == ["GAIN Board"]
    assert refused == []


def test_a_refusal_that_nobody_caught_goes_to_the_message_bar(
    refused: list[GainboardError], answers: Answers
) -> None:
    refusal = GainboardError("E-FILE-GONE", "The register is gone.")
    sys.excepthook(GainboardError, refusal, None)
    assert refused == [refusal]
    assert answers.seen == []


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    window = CrashWindow("ValueError\n  gui/page.py:3 show")
    qtbot.addWidget(window)
    window._form.copy.click()
    assert QGuiApplication.clipboard().text().startswith("ValueError")
