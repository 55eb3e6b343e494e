"""The meetings page: planned, opened, ordered, minuted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gainboard.domain.states import AgendaState, MeetingState
from gainboard.gui.meetings_agenda import steps
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.workspace import Workspace
from gainboard.services.agendas import add_line
from gainboard.services.meetings import finish_meeting
from gainboard.services.views import in_session, meeting, meetings
from tests.gui.conftest import Answers
from tests.gui.northmoor import MEETING, begin_board, take_in_sample

PLANNED = "GAIN 2027/01"


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> MeetingsPage:
    page = MeetingsPage(workspace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.refresh()
    return page


@pytest.fixture
def planned(page: MeetingsPage, workspace: Workspace) -> MeetingsPage:
    """Give the page with one planned meeting, its agenda from the sample report."""
    take_in_sample(workspace)
    page.begin_plan()
    field(page, "planRefEdit").setText(PLANNED)
    field(page, "planOnEdit").setText("16/04/2027")
    press(page, "planSaveButton")
    return page


def field(page: MeetingsPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def press(page: MeetingsPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def choose(page: MeetingsPage, title: str) -> QTreeWidget:
    tree = page.findChild(QTreeWidget, "agendaTree")
    assert isinstance(tree, QTreeWidget)
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    [item] = tree.findItems(title, flags, 0)
    assert isinstance(item, QTreeWidgetItem)
    tree.setCurrentItem(item)
    tree.setFocus()
    return tree


def drop(tree: QTreeWidget, target: QTreeWidgetItem | None) -> None:
    """Drop the chosen line on another, as letting go of the mouse there does."""
    assert target is not None
    place = QPointF(tree.visualItemRect(target).center())
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    mime = tree.mimeData(tree.selectedItems())
    tree.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, mime, button, keys))


def refs(workspace: Workspace) -> list[str]:
    return [line.ref for line in workspace.ask(meeting, PLANNED).lines if line.ref]


def test_an_empty_register_says_what_to_do_first(page: MeetingsPage) -> None:
    pages = page.findChild(QStackedWidget, "pages")
    assert isinstance(pages, QStackedWidget)
    assert pages.currentWidget() is page.findChild(QWidget, "emptyPage")


def test_a_meeting_is_planned_with_a_suggested_reference(
    page: MeetingsPage, workspace: Workspace
) -> None:
    page.begin_plan()
    assert field(page, "planRefEdit").text().startswith("GAIN ")
    QTest.keyClicks(field(page, "planOnEdit"), "16/04/2027")
    QTest.keyClick(field(page, "planOnEdit"), Qt.Key.Key_Return)
    [planned] = workspace.ask(meetings)
    assert planned.state is MeetingState.PLANNED


def test_a_day_that_is_none_keeps_the_form_open(page: MeetingsPage, workspace: Workspace) -> None:
    page.begin_plan()
    field(page, "planOnEdit").setText("soon")
    press(page, "planSaveButton")
    assert field(page, "planOnEdit").text() == "soon"
    assert workspace.ask(meetings) == []


def test_a_line_moves_by_alt_and_an_arrow(planned: MeetingsPage, workspace: Workspace) -> None:
    first, second, *_ = refs(workspace)
    tree = choose(planned, second)
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert refs(workspace)[:2] == [second, first]


def test_a_line_is_dragged_onto_another_of_its_section(
    planned: MeetingsPage, workspace: Workspace
) -> None:
    *_, last = refs(workspace)
    tree = choose(planned, last)
    chosen = tree.currentItem()
    section = chosen.parent() if chosen else None
    assert section is not None
    drop(tree, section.child(0))
    lines = [line for line in workspace.ask(meeting, PLANNED).lines if line.item.section == 4]
    assert lines[0].ref == last


def test_a_line_dropped_outside_its_section_stays(planned: MeetingsPage) -> None:
    tree = choose(planned, "CIN26-1")
    assert steps(tree.currentItem(), tree.topLevelItem(0), below=True) == 0
    assert steps(tree.currentItem(), None, below=False) == 0


def test_a_line_is_added_parked_and_dropped(planned: MeetingsPage, workspace: Workspace) -> None:
    choose(planned, "CIN26-2")
    press(planned, "parkButton")
    choose(planned, "CIN26-3")
    press(planned, "dropButton")
    planned.begin_line()
    field(planned, "lineTitleEdit").setText("Visit of the inspectorate")
    press(planned, "lineSaveButton")
    lines = workspace.ask(meeting, PLANNED).lines
    states = {line.ref: line.item.state for line in lines}
    assert states["CIN26-2"] is AgendaState.PARKED
    assert "CIN26-3" not in states
    assert "Visit of the inspectorate" in [line.item.title for line in lines]


def test_a_line_is_marked_confidential(planned: MeetingsPage, workspace: Workspace) -> None:
    choose(planned, "CIN26-1")
    press(planned, "confidentialButton")
    marked = [line.ref for line in workspace.ask(meeting, PLANNED).lines if line.item.confidential]
    assert marked == ["CIN26-1"]


def test_starting_opens_the_meeting_and_its_window(
    planned: MeetingsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    planned.go_to(PLANNED)
    with qtbot.waitSignal(planned.opened):
        planned.start()
    assert planned.mode is not None
    qtbot.addWidget(planned.mode)
    assert planned.mode.before is not None
    assert workspace.ask(in_session) is not None
    planned.mode.close()


def test_minutes_are_approved_only_after_it_is_said_what_that_does(
    page: MeetingsPage, workspace: Workspace, answers: Answers
) -> None:
    begin_board(workspace)
    workspace.do(finish_meeting)
    page.go_to(MEETING)
    answers.agrees = False
    press(page, "approveButton")
    assert "never change" in answers.seen[0]
    assert workspace.ask(meetings)[0].state is MeetingState.MINUTES_DRAFT
    answers.agrees = True
    press(page, "approveButton")
    assert workspace.ask(meetings)[0].state is MeetingState.MINUTES_APPROVED


def test_minutes_are_written_to_the_file_chosen(
    page: MeetingsPage, workspace: Workspace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_board(workspace)
    workspace.do(finish_meeting)
    page.go_to(MEETING)
    answers.file = tmp_path / "minutes.xlsx"
    page.export()
    qtbot.waitUntil(lambda: page.message.startswith("✓ Written"), timeout=10_000)
    assert answers.file.stat().st_size > 0


def test_the_agenda_wraps_its_words_and_never_scrolls_sideways(
    planned: MeetingsPage, workspace: Workspace
) -> None:
    title = " ".join(["A long title"] * 20)
    workspace.do(add_line, PLANNED, section=9, title=title)
    planned.resize(700, 500)
    tree = choose(planned, title)
    high = tree.visualRect(tree.currentIndex()).height()
    assert tree.horizontalScrollBar().maximum() == 0
    assert tree.header().length() <= tree.viewport().width()
    assert high > 3 * tree.fontMetrics().height()


def test_a_meeting_is_never_carried_into_another_register(
    planned: MeetingsPage, workspace: Workspace, tmp_path: Path
) -> None:
    assert workspace.create(tmp_path / "other.gainboard", "Southmoor Police", "GAIN Board")
    planned.refresh()
    planned.start()
    assert planned.mode is None
    assert workspace.ask(meetings) == []
