"""Words being typed: kept within two seconds wherever they are typed, whatever the disk says."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.recording import FORMS
from gainboard.gui.retention_window import RetentionWindow
from gainboard.gui.typed_fields import put_words, typed_fields, words_in
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from tests.gui.conftest import a_full_disk

WITHIN = 2000
TYPED = "31/07/2027"


def open_form(workspace: Workspace, qtbot: QtBot, name: str) -> Any:
    """Return a shown form about one recommendation."""
    form = FORMS[name][1](workspace, "HPC26-2")
    qtbot.addWidget(form)
    form.show()
    return form


def kept(workspace: Workspace) -> dict[str, str]:
    """Return the words the register keeps, by place."""
    return {draft.place: draft.words for draft in workspace.register.drafts.every()}


@pytest.mark.parametrize("name", FORMS)
def test_every_typed_field_of_a_form_is_kept_within_two_seconds(
    sample: Workspace, qtbot: QtBot, name: str
) -> None:
    form = open_form(sample, qtbot, name)
    fields = typed_fields(form)
    for field in fields.values():
        put_words(field, TYPED)
    places = {f"record/{type(form).__name__}/HPC26-2/{field}" for field in fields}
    qtbot.waitUntil(lambda: set(kept(sample)) == places, timeout=WITHIN)


@pytest.mark.parametrize("name", FORMS)
def test_every_kept_field_comes_back_with_the_form(
    sample: Workspace, qtbot: QtBot, name: str
) -> None:
    form = open_form(sample, qtbot, name)
    for field in typed_fields(form).values():
        put_words(field, TYPED)
    form.reject()
    again = open_form(sample, qtbot, name)
    assert {words_in(field) for field in typed_fields(again).values()} <= {TYPED}


def test_what_a_form_was_filled_with_is_no_draft(sample: Workspace, qtbot: QtBot) -> None:
    form = open_form(sample, qtbot, "record_update")
    former = form._form.by.currentText()
    form._form.by.setEditText("Somebody")
    form._form.by.setEditText(former)
    form.reject()
    assert kept(sample) == {}


def test_a_meeting_being_planned_is_kept(
    sample: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("Meetings")
    child(window, QPushButton, "planButton").click()
    child(window, QLineEdit, "planPlaceEdit").setText("The old court room")
    place = "plan/meeting/planPlaceEdit"
    qtbot.waitUntil(lambda: kept(sample) == {place: "The old court room"}, timeout=WITHIN)


def test_a_line_of_ones_own_is_kept_and_comes_back(
    sample: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    window.go_to("GAIN 2026/02")
    child(window, QPushButton, "addButton").click()
    child(window, QLineEdit, "lineTitleEdit").setText("The heating")
    child(window, QPushButton, "lineCancelButton").click()
    child(window, QPushButton, "addButton").click()
    qtbot.waitUntil(lambda: list(kept(sample).values()) == ["The heating"], timeout=WITHIN)
    assert child(window, QLineEdit, "lineTitleEdit").text() == "The heating"


def test_a_reason_for_a_hold_is_kept_until_the_hold_is_set(
    sample: Workspace, openings: Openings, qtbot: QtBot
) -> None:
    shown = RetentionWindow(sample, openings.keeping)
    qtbot.addWidget(shown)
    shown.show()
    shown.choose("GAIN 2026/01")
    child(shown, QLineEdit, "hold_reason").setText("An inquiry asks for")
    shown.choose("CRF26")
    shown.choose("GAIN 2026/01")
    assert kept(sample) == {"retention/GAIN 2026/01/hold_reason": "An inquiry asks for"}
    assert child(shown, QLineEdit, "hold_reason").text() == "An inquiry asks for"
    child(shown, QPushButton, "hold").click()
    assert kept(sample) == {}


def test_a_recorded_line_of_ones_own_is_no_draft(sample: Workspace, window: MainWindow) -> None:
    window.go_to("GAIN 2026/02")
    child(window, QPushButton, "addButton").click()
    child(window, QLineEdit, "lineTitleEdit").setText("The heating")
    child(window, QPushButton, "lineSaveButton").click()
    assert kept(sample) == {}


@pytest.fixture
def clauses(workspace: Workspace, openings: Openings, window: MainWindow, qtbot: QtBot) -> Any:
    """Return the clauses of an item under review."""
    assert workspace.is_open
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None)
    assert page.review is not None
    page.step(next(n for n, e in enumerate(page.review.entries) if e.item.clauses) + 1)
    return child(window, QListWidget, "clauseList")


def test_a_clause_is_kept_while_it_is_typed(
    workspace: Workspace, clauses: QListWidget, qtbot: QtBot
) -> None:
    clauses.editItem(clauses.item(0))
    editor = clauses.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "half a clau")  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: "half a clau" in "".join(kept(workspace).values()), timeout=WITHIN)


def test_escape_brings_a_clause_s_former_words_back(clauses: QListWidget, qtbot: QtBot) -> None:
    former = clauses.item(0).text()
    clauses.editItem(clauses.item(0))
    editor = clauses.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "half a clau")  # type: ignore[no-untyped-call]
    assert clauses.item(0).text() == "half a clau"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert clauses.item(0).text() == former


def test_words_that_a_full_disk_refused_are_kept_once_there_is_room(
    sample: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    words = sample.words
    with a_full_disk(sample):
        words.keep("discussion/1", "w" * 100_000)
        qtbot.waitUntil(lambda: bool(refusals), timeout=WITHIN)
        qtbot.wait(1500)
    qtbot.waitUntil(lambda: "discussion/1" in kept(sample), timeout=WITHIN)
    assert [refusal.id for refusal in refusals] == ["E-DISK-FULL"]


def child(top: Any, kind: type[Any], name: str) -> Any:
    """Return a widget by its name in the form."""
    found = top.findChild(kind, name)
    assert found is not None
    return found
