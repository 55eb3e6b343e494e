"""Going back to where words were typed: the form, the meeting or the review they belong to."""

from typing import TYPE_CHECKING

from gainboard.gui.intake_kept import read_review
from gainboard.gui.left_words import LeftWords
from gainboard.gui.meeting_decisions import KEYS
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.prompts import prompts
from gainboard.gui.recording import FORMS
from gainboard.gui.workspace import Workspace

if TYPE_CHECKING:
    from gainboard.gui.openings import Openings


def open_left_words(openings: "Openings", workspace: Workspace, left: LeftWords) -> None:
    """Open the place of words that were left, with the words in it."""
    if left.kind == "record":
        _open_form(openings, workspace, left)
    elif left.kind == "intake":
        _open_review(openings, workspace, left)
    elif left.kind == "tracker":
        openings.trackers.resume(left)
    elif left.kind == "retention":
        openings.mending.show_retention_of(left.ref)
    elif left.kind in ("form", "discussion"):
        _open_meeting(openings, left)
    else:
        _open_meetings(openings, left)


def _open_form(openings: "Openings", workspace: Workspace, left: LeftWords) -> None:
    openings.stage.go_to(left.ref)
    for _, form in FORMS.values():
        if getattr(form, "__name__", "") == left.form:
            prompts().run(form(workspace, left.ref))


def _open_review(openings: "Openings", workspace: Workspace, left: LeftWords) -> None:
    kept = workspace.register.drafts.read(left.places[0])
    review = read_review(kept) if kept else None
    if review is not None:
        openings.review_page().resume(review)


def _open_meeting(openings: "Openings", left: LeftWords) -> None:
    """Resume the meeting on the line the words belong to, in the form they were typed in."""
    openings.meet()
    meetings = openings.stage.pages["Meetings"]
    mode = meetings.mode if isinstance(meetings, MeetingsPage) else None
    if mode is None:
        return
    if mode.before is None or mode.before.line.item.id != left.item:
        mode.take_up(left.item)
    for key, _, make in KEYS:
        if getattr(make, "__name__", "") == left.form:
            mode.open_form(key)


def _open_meetings(openings: "Openings", left: LeftWords) -> None:
    openings.stage.show_page("Meetings")
    meetings = openings.stage.pages["Meetings"]
    assert isinstance(meetings, MeetingsPage)
    if left.kind == "plan":
        meetings.begin_plan()
    elif meetings.go_to(left.ref):
        meetings.begin_line()
