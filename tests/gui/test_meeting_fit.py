"""An item is seen whole in the meeting's window on a laptop, in letters a room can read."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.meeting_item import PROJECTOR, ROOM, MeetingItem
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.workspace import Workspace
from gainboard.services.agendas import add_line
from gainboard.services.evidence import offer
from gainboard.services.meetings import open_meeting, take_up
from gainboard.services.views import meetings


@pytest.fixture
def mode(sample: Workspace, qtbot: QtBot) -> MeetingMode:
    """Give the meeting of the sample board on a laptop, a cause of concern before it."""
    planned = sample.ask(meetings)[0]
    sample.do(open_meeting, planned.ref, on=planned.held_on, chair=planned.chair)
    sample.do(take_up, "CRF26-COC1")
    shown = MeetingMode(sample)
    qtbot.addWidget(shown)
    shown.resize(1366, 768)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def is_seen(within: QWidget, name: str) -> bool:
    """Tell whether a label is wholly inside the part of the item that is not scrolled away."""
    area = within.findChild(QScrollArea, "itemScroll")
    assert isinstance(area, QScrollArea)
    label = area.findChild(QWidget, name)
    assert label is not None
    bottom = label.mapTo(area, label.rect().bottomLeft()).y()
    return label.isVisible() and 0 <= bottom <= area.viewport().height()


@pytest.mark.parametrize("name", ["textLabel", "deadlineLabel", "leadsLabel", "latestLabel"])
def test_all_the_board_decides_on_is_seen_without_scrolling(mode: MeetingMode, name: str) -> None:
    assert is_seen(mode, name)


def test_letters_are_as_large_as_the_item_allows(mode: MeetingMode, sample: Workspace) -> None:
    item = mode.findChild(MeetingItem)
    assert isinstance(item, MeetingItem)
    assert item.sizes in ROOM[1:]
    sample.do(take_up, "HPC26-12")
    assert item.sizes == ROOM[0]


def test_deadline_and_leads_share_a_line(mode: MeetingMode) -> None:
    deadline, leads = (
        mode.findChild(QWidget, "deadlineLabel"),
        mode.findChild(QWidget, "leadsLabel"),
    )
    assert deadline is not None
    assert leads is not None
    assert deadline.mapTo(mode, deadline.pos()).y() == leads.mapTo(mode, leads.pos()).y()


def test_the_state_of_a_clause_is_strong_in_any_size(mode: MeetingMode, sample: Workspace) -> None:
    sample.do(offer, "CRF26-COC1", clauses=["c"], text="Audit of June")
    labels = [label for label in mode.findChildren(QWidget, "clauseWords") if label.isVisible()]
    assert [label.font().bold() for label in labels] == [False, True] * 3


def test_the_projector_has_letters_of_its_own(mode: MeetingMode) -> None:
    mode.toggle_projector()
    assert mode.projector is not None
    item = mode.projector.findChild(MeetingItem)
    assert isinstance(item, MeetingItem)
    assert item.sizes in PROJECTOR


def test_a_word_as_long_as_a_page_breaks_and_the_window_keeps_its_width(
    mode: MeetingMode, sample: Workspace
) -> None:
    sample.do(add_line, sample.ask(meetings)[0].ref, section=9, title="longword" * 30)
    form = mode.open_form("G")
    assert form is not None
    form.restore({"refEdit": "longword"})
    assert mode.record_form() is not None, mode.problem
    mode._form.messageLine.notice("longword" * 30)
    QApplication.processEvents()
    assert mode.width() == 1366
    assert is_seen(mode, "refLabel")
    item = mode.findChild(MeetingItem)
    assert isinstance(item, MeetingItem)
    assert item.width() < mode.width()
