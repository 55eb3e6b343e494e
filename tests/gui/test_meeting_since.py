"""What is typed for a day, and what happened since the last board."""

from datetime import date

import pytest

from gainboard.errors import Refused
from gainboard.gui.meeting_dates import read_day, show_day
from gainboard.gui.meeting_since import since_last_board
from gainboard.gui.workspace import Workspace
from gainboard.services.actions import complete_action, raise_action
from gainboard.services.extensions import extend
from gainboard.services.meetings import finish_meeting
from gainboard.services.views import detail
from tests.gui.northmoor import HELD, LEAD, begin_board

TODAY = date(2026, 3, 12)
LATER = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30/9", date(2026, 9, 30)),
        ("1/2", date(2027, 2, 1)),
        ("12/3", TODAY),
        ("30 Sep", date(2026, 9, 30)),
        ("29/2", date(2028, 2, 29)),
        ("30/09/2026", date(2026, 9, 30)),
        ("30.9.26", date(2026, 9, 30)),
        ("2026-09-30", date(2026, 9, 30)),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["soon", "31/9", "0/0", "2026/27", "30 Sept ember"])
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match="is no date"):
        read_day(typed, TODAY)


def test_a_day_that_is_needed_is_asked_for() -> None:
    with pytest.raises(Refused, match="A date is needed"):
        read_day("", TODAY, needed=True)
    assert show_day(None) == ""


def test_what_happened_between_two_boards_is_counted(workspace: Workspace) -> None:
    begin_board(workspace)
    workspace.do(finish_meeting)
    workspace.do(extend, "CIN26-1", to=date(2026, 9, 30), reason="the rooms open late")
    workspace.do(raise_action, "CIN26-1", text="Tell the suites", owner=LEAD)
    [action] = workspace.ask(detail, "CIN26-1").actions
    workspace.do(complete_action, action.action.ref)
    told = since_last_board(workspace.ask(detail, "CIN26-1"), HELD, LATER)
    assert told.startswith("due date extended once; 1 action done")


def test_a_first_board_is_called_so(workspace: Workspace) -> None:
    begin_board(workspace)
    found = workspace.ask(detail, "CIN26-2")
    assert since_last_board(found, None, LATER) == "first board that considers it"
    assert since_last_board(found, date(2099, 1, 1), LATER) == "nothing has changed"
