"""What an item of the meeting says of forms that were begun on it and not recorded."""

from gainboard.gui.left_words import title_of_form
from gainboard.gui.meeting_decisions import KEYS
from gainboard.gui.meeting_form import Before
from gainboard.gui.workspace import Workspace


def kept_words(workspace: Workspace, before: Before) -> str:
    """Say which forms keep words for this line, and their keys; empty where none does."""
    about = before.ref or before.line.item.title
    found = [
        (key, title_of_form(name, about))
        for key, name in ((key, getattr(make, "__name__", "")) for key, _, make in KEYS)
        if workspace.words.read(f"form/{before.line.item.id}/{name}") is not None
    ]
    if not found:
        return ""
    keys = " and ".join(key for key, _ in found)
    titles = "; ".join(title for _, title in found)
    return f"Words are kept of {titles}. {keys} bring{'s' if len(found) == 1 else ''} them back."
