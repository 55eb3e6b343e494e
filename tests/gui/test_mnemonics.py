"""An Alt letter means one thing on a page: no two fields or buttons share it, nor a menu."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.main_window import MainWindow
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.openings import Openings
from gainboard.gui.recording import FORMS
from gainboard.gui.workspace import Workspace
from gainboard.places import resource

LETTER = re.compile(r"(?<!&)&([^&\s])")


def clashes(window: QWidget) -> list[str]:
    """Return the letters that more than one thing answers to."""
    bars = window.findChildren(QMenuBar)
    words = [act.text() for bar in bars for act in bar.actions()] + letters_of(window)
    found = Counter(m[1].casefold() for m in map(LETTER.search, words) if m)
    return sorted(letter for letter, times in found.items() if times > 1)


def letters_of(top: QWidget) -> list[str]:
    """Return the words of the buttons and fields that are seen, with their letters."""
    words = [each.text() for each in top.findChildren(QAbstractButton) if each.isVisible()]
    labels = [each for each in top.findChildren(QLabel) if each.isVisible() and each.buddy()]
    return words + [label.text() for label in labels if _is_shown(label.buddy())]


def _is_shown(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible()


@pytest.mark.parametrize("title", ["Recommendations", "Reports", "Meetings", "History"])
def test_no_letter_of_a_page_is_a_menus(sample: Workspace, window: MainWindow, title: str) -> None:
    assert sample.is_open
    window.show_page(title)
    assert clashes(window) == []


@pytest.mark.parametrize("ref", ["GAIN 2026/01", "GAIN 2026/02"])
@pytest.mark.parametrize("form", ["", "planButton", "addButton"])
def test_no_letter_of_the_meetings_is_a_menus(
    sample: Workspace, window: MainWindow, ref: str, form: str
) -> None:
    assert sample.is_open
    window.show_page("Meetings")
    page = window.pages["Meetings"]
    assert isinstance(page, MeetingsPage)
    page.go_to(ref)
    if form:
        button = page.findChild(QPushButton, form)
        assert button is not None
        button.click()
    assert clashes(window) == []


def test_no_letter_of_the_review_is_a_menus(
    workspace: Workspace, window: MainWindow, openings: Openings, qtbot: QtBot
) -> None:
    assert workspace.is_open
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None)
    assert clashes(window) == []
    page.step(1)
    assert clashes(window) == []


def test_no_letter_of_the_start_page_is_a_menus(window: MainWindow) -> None:
    assert clashes(window) == []


@pytest.mark.parametrize("name", FORMS)
def test_no_letter_of_a_form_is_another_fields(sample: Workspace, qtbot: QtBot, name: str) -> None:
    form = FORMS[name][1](sample, "HPC26-2")
    qtbot.addWidget(form)
    form.show()
    assert clashes(form) == []
