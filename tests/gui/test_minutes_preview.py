"""The minutes on the screen: whole, marked, and never markup."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from gainboard.gui.minutes_html import minutes_html
from gainboard.gui.minutes_preview import MinutesPreview
from gainboard.gui.workspace import Workspace
from gainboard.services.agendas import set_confidential
from gainboard.services.extensions import extend
from gainboard.services.meetings import discuss, take_up
from gainboard.services.papers import minutes
from gainboard.services.views import in_session, meeting
from tests.gui.northmoor import MEETING, begin_board


@pytest.fixture
def preview(workspace: Workspace, qtbot: QtBot) -> MinutesPreview:
    begin_board(workspace)
    workspace.do(take_up, "CIN26-1")
    workspace.do(discuss, "Are the <b>rooms</b> & beds ready?")
    workspace.do(extend, "CIN26-1", to=date(2026, 9, 30), reason="the rooms open late")
    shown = MinutesPreview(workspace)
    qtbot.addWidget(shown)
    shown.show_minutes(MEETING)
    return shown


def test_what_was_said_and_decided_is_there_word_for_word(preview: MinutesPreview) -> None:
    assert "Are the <b>rooms</b> & beds ready?" in preview.words
    assert "D01" in preview.words
    assert "30 September 2026" in preview.words


def test_the_marking_stands_above_and_below(preview: MinutesPreview, workspace: Workspace) -> None:
    marking = workspace.ask(minutes, MEETING).imprint.marking.line
    labels = [preview.findChild(QLabel, name) for name in ("markingAbove", "markingBelow")]
    assert [label.text() for label in labels if isinstance(label, QLabel)] == [marking, marking]


def test_a_copy_without_confidential_items_says_so(
    preview: MinutesPreview, workspace: Workspace
) -> None:
    assert workspace.ask(in_session) is not None
    current = workspace.ask(meeting, MEETING).current
    assert current is not None
    workspace.do(set_confidential, current.item.id, True)
    box = preview.findChild(QCheckBox, "withoutConfidential")
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    assert "1 confidential item is left out" in preview.words
    assert "beds" not in preview.words


def test_the_preview_follows_the_register(preview: MinutesPreview, workspace: Workspace) -> None:
    workspace.undo()
    assert "30 September 2026" not in preview.words


def test_no_field_of_the_minutes_is_read_as_markup(
    preview: MinutesPreview, workspace: Workspace
) -> None:
    paper = workspace.ask(minutes, MEETING)
    forged = replace(paper, chair="<script>", place="<i>hall", quorum="<u>", state="<x>")
    html = minutes_html(forged, "#525C68", "#D9DEE4")
    assert not any(tag in html for tag in ("<script>", "<i>hall", "<u>", "<x>"))
    assert preview.words
