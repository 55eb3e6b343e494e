"""The keys of the meeting and the forms they open."""

from collections.abc import Callable

from gainboard.gui.meeting_evidence_forms import EvidenceForm, JudgeForm, WaiveForm
from gainboard.gui.meeting_floor_forms import AttendForm, FinishForm, GoToForm
from gainboard.gui.meeting_form import Before, DecisionForm
from gainboard.gui.meeting_forms import ActionForm, AllocateForm, ExtendForm, UpdateForm
from gainboard.gui.meeting_other_forms import CompleteForm, OtherForm
from gainboard.gui.meeting_words_forms import (
    CloseForm,
    DeferForm,
    NoteForm,
    ReturnForm,
    RewordForm,
)
from gainboard.gui.workspace import Workspace

# Key, word on the key bar, form.
KEYS: tuple[tuple[str, str, Callable[[Workspace], DecisionForm]], ...] = (
    ("A", "Allocate", AllocateForm),
    ("U", "Update", UpdateForm),
    ("E", "Extend", ExtendForm),
    ("C", "Close", CloseForm),
    ("R", "Return", ReturnForm),
    ("N", "New action", ActionForm),
    ("M", "Note", NoteForm),
    ("D", "Defer", DeferForm),
    ("W", "Waive", WaiveForm),
    ("J", "Judge", JudgeForm),
    ("V", "Evidence", EvidenceForm),
    ("K", "Complete action", CompleteForm),
    ("O", "Other decision", OtherForm),
    ("S", "Reword", RewordForm),
    ("G", "Go to", GoToForm),
    ("T", "Attendance", AttendForm),
    ("F", "Finish", FinishForm),
)


def why_not(key: str, form: DecisionForm, before: Before) -> str:
    """Say why a key has no form to open now and what to do instead; empty where it has."""
    if form.about_recommendation and before.detail is None:
        word = next(word for letter, word, _ in KEYS if letter == key)
        return (
            f"{word}: this line is about no recommendation. Go to one with G, or type the "
            "discussion with Enter."
        )
    return form.why_not(before)
