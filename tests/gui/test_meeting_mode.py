"""The meeting walked by keyboard: a real window on a real register."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gainboard.domain.states import AgendaState, ForceStatus, MeetingState, Presence
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.words_combo import WordsCombo
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import take_up
from gainboard.services.views import detail, meeting
from tests.gui.northmoor import GROUP, LEAD, MEETING, begin_board

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Right": Qt.Key.Key_Right,
    "Left": Qt.Key.Key_Left,
    "Space": Qt.Key.Key_Space,
}


class Secretary:
    """Presses keys as a person does: each goes to whatever has the focus."""

    def __init__(self, mode: MeetingMode, workspace: Workspace) -> None:
        self.mode = mode
        self.workspace = workspace
        self.pressed = 0

    def press(self, *keys: str) -> None:
        """Press named keys; any other text is typed, letter by letter."""
        for key in keys:
            if key in KEYS:
                QTest.keyClick(self._focus(), KEYS[key])
                self.pressed += 1
            else:
                QTest.keyClicks(self._focus(), key)
                self.pressed += len(key)

    def take_back(self) -> None:
        QTest.keyClick(self._focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def do_again(self) -> None:
        QTest.keyClick(self._focus(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    @property
    def decided(self) -> list[str]:
        assert self.mode.before is not None
        return [decision.sentence for decision in self.mode.before.line.decisions]

    def _focus(self) -> QWidget:
        QApplication.processEvents()
        return QApplication.focusWidget() or self.mode


@pytest.fixture
def secretary(workspace: Workspace, qtbot: QtBot) -> Iterator[Secretary]:
    """Give a secretary in a meeting that has CIN26-1 before it."""
    begin_board(workspace)
    mode = MeetingMode(workspace)
    qtbot.addWidget(mode)
    mode.show()
    qtbot.waitExposed(mode)
    mode.activateWindow()
    mode.begin()
    workspace.do(take_up, "CIN26-1")
    yield Secretary(mode, workspace)
    mode.close()


def test_extend_takes_a_key_a_date_a_reason_and_enter(secretary: Secretary) -> None:
    secretary.press("E", "30/9", "Tab", "works run late", "Enter")
    [sentence] = secretary.decided
    assert "extended the deadline of CIN26-1 to 30 September 2026" in sentence
    assert "works run late" in sentence
    assert secretary.pressed == len("E30/9") + 1 + len("works run late") + 1


def test_a_name_is_completed_and_enter_takes_it(secretary: Secretary) -> None:
    secretary.workspace.do(take_up, "CIN26-2")
    secretary.press("A", "ACC", "Tab", "Sup", "Tab", "Cus", "Enter")
    found = secretary.workspace.ask(detail, "CIN26-2").summary
    assert (found.chief_officer, found.delivery_lead, found.group) == ("ACC Custody", LEAD, GROUP)


def test_what_cannot_be_closed_says_why_and_what_to_do(secretary: Secretary) -> None:
    secretary.press("C")
    assert "1 of 2 clauses has no sufficient evidence: (b)" in secretary.mode.message
    assert secretary.mode.message.endswith("waive it with W, or return with R.")
    assert secretary.decided == []


def test_waived_and_closed_in_five_keys_and_a_reason(secretary: Secretary) -> None:
    secretary.press("W", "the national system shows it", "Enter", "C", "Enter")
    found = secretary.workspace.ask(detail, "CIN26-1").summary
    assert found.force_status is ForceStatus.CLOSED
    assert len(secretary.decided) == 2


def test_evidence_is_offered_and_judged_for_the_open_clause(secretary: Secretary) -> None:
    secretary.press("V", "Forty more records", "Enter")
    secretary.press("J", "Tab", "s", "Tab", "Head of", "Enter")
    assert all(view.is_met for view in secretary.workspace.ask(detail, "CIN26-1").clauses)


def test_a_note_needs_no_words(secretary: Secretary) -> None:
    secretary.press("M", "Enter")
    assert secretary.decided == ["The Board noted the position on CIN26-1."]
    assert secretary.pressed == 2


def test_an_action_has_its_owner_filled_in(secretary: Secretary) -> None:
    secretary.press("N", "Brief the night teams", "Enter")
    [action] = secretary.workspace.ask(detail, "CIN26-1").actions
    assert (action.action.text, action.owner) == ("Brief the night teams", LEAD)


def test_an_update_is_reported_by_the_delivery_lead(secretary: Secretary) -> None:
    secretary.press("U", "Rooms are ready", "Enter")
    shown = secretary.workspace.ask(detail, "CIN26-1").updates
    assert ("Rooms are ready", LEAD) in [(one.update.text, one.by) for one in shown]


def test_returned_and_deferred_are_decisions_with_their_reasons(secretary: Secretary) -> None:
    secretary.press("R", "the sample is too small", "Enter", "D", "the lead is away", "Enter")
    returned, deferred = secretary.decided
    assert "the sample is too small" in returned
    assert "the lead is away" in deferred


def test_letters_typed_into_the_discussion_are_words_not_decisions(secretary: Secretary) -> None:
    secretary.press("Enter", "CAREN ruled on it", "Esc")
    assert secretary.mode.before is not None
    assert secretary.mode.before.line.item.discussion == "CAREN ruled on it"
    assert secretary.decided == []


def test_one_visit_to_the_discussion_is_one_entry(secretary: Secretary) -> None:
    secretary.press("Enter", "First. Second.", "Esc")
    assert secretary.workspace.next_undo == "Note the discussion of CIN26-1"
    secretary.workspace.undo()
    assert secretary.mode.before is not None
    assert secretary.mode.before.line.item.discussion == ""


def test_escape_gives_up_and_the_words_come_back(secretary: Secretary) -> None:
    secretary.press("E", "30/9", "Tab", "works run late", "Esc")
    assert secretary.decided == []
    secretary.press("E", "Enter")
    assert "works run late" in secretary.decided[0]


def test_a_refused_form_keeps_its_words_and_says_what_is_missing(secretary: Secretary) -> None:
    secretary.press("E", "soon", "Enter")
    assert "“soon” is no date" in secretary.mode.problem
    form = secretary.mode.open_form("E")
    assert form is not None
    assert form.words()["toEdit"] == "soon"
    assert secretary.decided == []


def test_a_second_extension_is_warned_of(secretary: Secretary) -> None:
    secretary.press("E", "30/9", "Tab", "works run late", "Enter", "E")
    assert "extended once already" in secretary.mode.warning


def test_taking_back_brings_the_item_and_the_former_state(secretary: Secretary) -> None:
    secretary.press("E", "30/9", "Tab", "works run late", "Enter", "Right")
    secretary.take_back()
    assert secretary.mode.before is not None
    assert secretary.mode.before.ref == "CIN26-1"
    assert secretary.workspace.ask(detail, "CIN26-1").summary.extensions == 0


def test_arrows_move_and_give_the_item_its_outcome(secretary: Secretary) -> None:
    secretary.press("M", "Enter", "Right", "Left", "Left")
    view = secretary.workspace.ask(meeting, MEETING)
    [line] = [line for line in view.lines if line.ref == "CIN26-1"]
    assert line.item.state is AgendaState.CONSIDERED
    assert view.current is not None
    assert view.current.ref == "CIN26-3"


def test_go_to_takes_up_what_is_not_on_the_agenda(secretary: Secretary) -> None:
    secretary.press("G", "cin26-3", "Enter")
    assert secretary.mode.before is not None
    assert secretary.mode.before.ref == "CIN26-3"


def test_go_to_finds_a_line_by_a_few_of_its_words(secretary: Secretary) -> None:
    secretary.press("G", "escalate", "Enter")
    assert secretary.mode.before is not None
    assert secretary.mode.before.line.item.title == "Risks to escalate"


def test_attendance_is_taken_name_after_name(secretary: Secretary) -> None:
    secretary.press("T", "DCC Northmoor", "Enter", "ACC Crime", "Enter", "Esc")
    shown = secretary.workspace.ask(meeting, MEETING).attendance
    assert [(one.name, one.attendance.presence) for one in shown] == [
        ("DCC Northmoor", Presence.PRESENT),
        ("ACC Crime", Presence.PRESENT),
    ]


def test_the_meeting_ends_and_says_so(secretary: Secretary, qtbot: QtBot) -> None:
    with qtbot.waitSignal(secretary.mode.finished) as ended:
        secretary.press("F", "16/4", "Enter")
    assert ended.args == [MEETING]
    one = secretary.workspace.ask(meeting, MEETING).meeting
    assert one.state is MeetingState.MINUTES_DRAFT
    assert one.next_on is not None


def test_a_line_about_no_recommendation_says_what_to_do(secretary: Secretary) -> None:
    secretary.press("G", "Action log", "Enter", "C")
    assert "about no recommendation" in secretary.mode.message


def test_after_a_crash_the_item_and_the_words_are_there(secretary: Secretary, qtbot: QtBot) -> None:
    secretary.press("Enter", "half a sent")
    qtbot.wait(1500)
    again = MeetingMode(secretary.workspace)
    qtbot.addWidget(again)
    assert again.before is not None
    assert again.before.ref == "CIN26-1"
    assert again.discussion == "half a sent"


def test_the_projector_shows_the_item_without_the_notes(secretary: Secretary) -> None:
    secretary.press("Enter", "for our eyes only", "Esc", "P")
    shown = secretary.mode.projector
    assert shown is not None
    assert shown.isVisible()
    assert "rest period" in shown.words
    assert "for our eyes only" not in shown.words


def test_closing_the_register_records_the_discussion_first(
    secretary: Secretary, workspace: Workspace
) -> None:
    path = workspace.register.path
    secretary.press("Enter", "and then the power")
    workspace.close()
    assert workspace.open(path)
    [line] = [line for line in workspace.ask(meeting, MEETING).lines if line.ref == "CIN26-1"]
    assert line.item.discussion == "and then the power"


def test_the_same_leads_again_are_two_keys(secretary: Secretary) -> None:
    secretary.workspace.do(take_up, "CIN26-2")
    secretary.press("A", "ACC", "Tab", "Sup", "Tab", "Cus", "Enter")
    secretary.workspace.do(take_up, "CIN26-3")
    before = secretary.pressed
    secretary.press("A", "Enter")
    assert secretary.pressed - before == 2
    assert secretary.workspace.ask(detail, "CIN26-3").summary.delivery_lead == LEAD


def test_what_was_taken_back_is_done_again(secretary: Secretary) -> None:
    secretary.press("M", "Enter")
    secretary.take_back()
    assert secretary.decided == []
    secretary.do_again()
    assert len(secretary.decided) == 1


def test_with_nothing_decided_there_is_no_going_back_through_the_items(
    secretary: Secretary,
) -> None:
    secretary.press("Right", "Right")
    before = secretary.mode.before
    entries = secretary.workspace.register.journal.head()
    secretary.take_back()
    assert secretary.mode.message == "Nothing has been decided in this meeting yet."
    assert secretary.mode.before == before
    assert secretary.workspace.register.journal.head() == entries


def test_a_form_never_outlives_its_item(secretary: Secretary) -> None:
    secretary.press("E", "30/9", "Tab", "works run late")
    view = secretary.workspace.ask(meeting, MEETING)
    [other] = [line for line in view.lines if line.ref == "CIN26-2"]
    secretary.mode.take_up(other.item.id)
    assert secretary.mode.record_form() is None
    assert secretary.workspace.ask(detail, "CIN26-1").summary.extensions == 0


def test_escape_leaves_the_full_screen_and_never_the_meeting(secretary: Secretary) -> None:
    secretary.mode.showFullScreen()
    secretary.press("Esc")
    assert not secretary.mode.isFullScreen()
    secretary.press("Esc")
    assert secretary.mode.isVisible()
    assert "The meeting goes on" in secretary.mode.message


def test_the_keys_name_what_they_take_back_and_do_again(secretary: Secretary) -> None:
    secretary.press("R", "Nothing new", "Enter")
    tips = {act.text(): act for act in secretary.mode.actions()}
    assert tips["Take back"].toolTip() == "Take back: Return CIN26-1 for more evidence"
    secretary.take_back()
    assert tips["Do again"].toolTip() == "Do again: Return CIN26-1 for more evidence"


def test_a_form_opened_again_is_listened_to_once(secretary: Secretary) -> None:
    for _ in range(3):
        secretary.press("U", "Esc")
    [area] = secretary.mode.findChildren(QPlainTextEdit, "textEdit")
    secretary.press("U")
    assert area.receivers("2textChanged()") == 1


def test_what_is_typed_to_go_to_a_line_is_not_kept(secretary: Secretary) -> None:
    secretary.press("G", "CIN", "Esc", "G")
    form = secretary.mode._form.panel.shown
    assert form is not None
    assert form.words() == {"refEdit": ""}
    assert "kept" not in secretary.mode._form.panel._form.hintLabel.text()


def test_a_meeting_gone_on_with_says_which_form_keeps_words(
    secretary: Secretary, workspace: Workspace, qtbot: QtBot
) -> None:
    secretary.press("U", "Half an upd", "Esc")
    secretary.mode.close()
    again = MeetingMode(workspace)
    qtbot.addWidget(again)
    again.show()
    again.begin()
    assert again.message == "Words are kept of an update on CIN26-1. U brings them back."


def test_an_item_says_which_forms_keep_words_when_it_is_taken_up(secretary: Secretary) -> None:
    secretary.press("U", "Half an upd", "Esc", "D", "not today", "Esc", "Right")
    assert secretary.mode.message == ""
    secretary.press("Left")
    assert "U and D bring them back" in secretary.mode.message


def test_a_form_says_that_its_words_are_left_from_before(secretary: Secretary) -> None:
    secretary.press("U", "Half an upd", "Esc", "U")
    assert secretary.mode._form.panel._form.hintLabel.text().startswith("Typed earlier")


def test_a_clause_too_long_for_its_list_ends_with_an_ellipsis(secretary: Secretary) -> None:
    form = secretary.mode.open_form("W")
    assert form is not None
    combo = form.findChild(WordsCombo, "clauseCombo")
    assert combo is not None
    assert combo.shown_words == combo.currentText()
    combo.setItemText(combo.currentIndex(), "(b) give the registrar the authority " * 5)
    assert combo.shown_words.endswith("…")
    assert combo.shown_words.startswith("(b) give the registrar the authority")
