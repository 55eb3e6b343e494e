"""What is before the board on a line that is about no recommendation, and since when."""

from datetime import date

from gainboard.domain.states import AgendaState, MeetingState
from gainboard.domain.views import AgendaLine, Detail, MeetingView
from gainboard.errors import GainboardError
from gainboard.gui.meeting_dates import show_day
from gainboard.gui.meeting_floor_forms import attendance_words
from gainboard.gui.meeting_form import Before
from gainboard.gui.meeting_other_forms import action_words
from gainboard.gui.meeting_since import since_last_board
from gainboard.gui.workspace import Workspace
from gainboard.services.action_log import open_actions
from gainboard.services.views import detail, in_session, meeting, meetings, report

_HELD = (MeetingState.MINUTES_DRAFT, MeetingState.MINUTES_APPROVED)


def read_before(workspace: Workspace, last: int | None = None) -> Before | None:
    """Return what is before the board in the meeting in session, or None where there is none.

    Where no line is being taken it is the `last` one, just deferred, or the first that waits.
    """
    sitting = workspace.ask(in_session)
    if sitting is None:
        return None
    view = workspace.ask(meeting, sitting.ref)
    line = view.current or _line_of(view, last)
    if line is None:
        return None
    return Before(view=view, line=line, detail=_detail(workspace, line))


def since_words(workspace: Workspace, before: Before) -> str:
    """Say what changed on the recommendation since the board last met."""
    if before.detail is None:
        return ""
    last = _last_board(workspace, before.view)
    return since_last_board(before.detail, last, before.view.meeting.held_on)


def line_text(workspace: Workspace, before: Before) -> str:
    """Return the text of a line that is about no recommendation."""
    section = before.line.item.section
    if before.line.item.report_id is not None:
        return _report_text(workspace, before.line.item.title.split(" ", 1)[0])
    if section == 1:
        return f"Attendance: {attendance_words(before.view)}"
    if section == 3:
        actions = [action_words(view) for view in workspace.ask(open_actions)]
        return "\n".join(actions) or "No action is open."
    return ""


def _line_of(view: MeetingView, last: int | None) -> AgendaLine | None:
    found = [line for line in view.lines if line.item.id == last]
    waiting = [line for line in view.lines if line.item.state is AgendaState.WAITING]
    return next(iter([*found, *waiting, *view.lines]), None)


def _detail(workspace: Workspace, line: AgendaLine) -> Detail | None:
    return workspace.ask(detail, line.ref) if line.ref else None


def _last_board(workspace: Workspace, view: MeetingView) -> date | None:
    held = [
        other.held_on
        for other in workspace.ask(meetings)
        if other.id != view.meeting.id
        and other.state in _HELD
        and other.held_on <= view.meeting.held_on
    ]
    return max(held, default=None)


def _report_text(workspace: Workspace, code: str) -> str:
    """Say what a report holds; its line of the agenda begins with its code."""
    try:
        shown = workspace.ask(report, code)
    except GainboardError:
        return ""
    published = show_day(shown.report.published) or "a day not known"
    return (
        f"Published {published} by {'; '.join(shown.bodies) or 'a body not named'}. "
        f"{shown.recommendations} recommendations, {shown.for_force} for the force, "
        f"{shown.open} open."
    )
