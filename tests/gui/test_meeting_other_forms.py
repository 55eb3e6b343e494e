"""The rarer decisions of the meeting, and actions done."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gainboard.domain.states import ActionStatus, ForceStatus, Rag
from gainboard.domain.views import Detail
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.meeting_other_forms import OTHERS
from gainboard.gui.workspace import Workspace
from gainboard.services.actions import raise_action
from gainboard.services.meetings import take_up
from gainboard.services.views import detail
from tests.gui.northmoor import LEAD, begin_board


@pytest.fixture
def mode(workspace: Workspace, qtbot: QtBot) -> Iterator[MeetingMode]:
    begin_board(workspace)
    window = MeetingMode(workspace)
    qtbot.addWidget(window)
    window.show()
    workspace.do(take_up, "CIN26-1")
    yield window
    window.close()


def decide(mode: MeetingMode, name: str, fact: str = "", reason: str = "") -> list[str]:
    """Make one of the other decisions; return the sentences on the item."""
    words = {"kindCombo": name, "factEdit": fact, "reasonEdit": reason}
    mode.fill_and_record("O", words)
    assert mode.before is not None
    return [decision.sentence for decision in mode.before.line.decisions]


def shown(mode: MeetingMode) -> Detail:
    assert mode.before is not None
    assert mode.before.detail is not None
    return mode.before.detail


def test_every_other_decision_has_a_name_of_its_own() -> None:
    assert len({other.name for other in OTHERS}) == len(OTHERS)


def test_a_risk_is_escalated_with_its_reason(mode: MeetingMode) -> None:
    [sentence] = decide(mode, "Escalate as a risk", reason="no rooms before winter")
    assert "no rooms before winter" in sentence


def test_an_extension_is_refused_and_the_date_stands(mode: MeetingMode) -> None:
    before = shown(mode).summary.current_date
    assert decide(mode, "Refuse an extension", "30/9", "there is time enough")
    assert shown(mode).summary.current_date == before


def test_a_demonstration_period_brings_it_back_by_itself(mode: MeetingMode) -> None:
    for clause in ("a", "b"):
        mode.fill_and_record("V", {"textEdit": "Sample", "heldEdit": "Archive"}, (clause,))
        judged = {"verdictCombo": "sufficient", "byEdit": "Assurance", "reasonEdit": ""}
        mode.fill_and_record("J", judged, (clause,))
    decide(mode, "Demonstration period", "30/9/2026", "to be seen in practice")
    assert shown(mode).summary.force_status is ForceStatus.PENDING_SIGN_OFF


def test_no_verdict_is_there_for_enter_to_take(mode: MeetingMode) -> None:
    mode.fill_and_record("V", {"textEdit": "Sample", "heldEdit": "Archive"}, ("a",))
    form = mode.open_form("J")
    assert form is not None
    form.restore({"byEdit": "Assurance"})
    assert mode.record_form() is None
    assert mode.problem == "✗ Choose the verdict; nothing was recorded."


def test_it_is_rated_in_words_and_shown_so(mode: MeetingMode) -> None:
    decide(mode, "Rate RED off track", reason="no rooms")
    assert shown(mode).summary.rag is Rag.RED


def test_one_superseded_says_by_which(mode: MeetingMode) -> None:
    [sentence] = decide(mode, "Supersede", "CIN26-2", "the later one covers it")
    assert "CIN26-2" in sentence


def test_a_fact_that_is_missing_is_asked_for(mode: MeetingMode) -> None:
    assert decide(mode, "Demonstration period", reason="to be seen") == []


def test_no_update_waits_and_it_is_said_so(mode: MeetingMode, qtbot: QtBot) -> None:
    with qtbot.waitSignal(mode.form_refused) as refused:
        assert decide(mode, "Accept the update") == []
    assert refused.args is not None
    assert refused.args[0].id == "E-NO-UPDATE"


def test_an_action_is_recorded_as_done(mode: MeetingMode, workspace: Workspace) -> None:
    assert mode.open_form("K") is None
    assert "no action is open on CIN26-1" in mode.message
    workspace.do(raise_action, "CIN26-1", text="Tell the night teams", owner=LEAD)
    mode.open_form("K")
    mode.record_form()
    [action] = workspace.ask(detail, "CIN26-1").actions
    assert action.action.status is ActionStatus.COMPLETE
