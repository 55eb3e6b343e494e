"""What the window notes in the log: its beginning and end, each entry, each refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import qVersion

from gainboard.domain.changes import Changes
from gainboard.gui.fault_trace import FaultTrace
from gainboard.gui.workspace import Workspace
from gainboard.logs import noting

BROKE_OFF = (
    "The program ended unexpectedly last time; nothing that was saved is lost. "
    "Details can be copied from Help > Copy details for support."
)
COPIED = "The details are copied: versions, times and places in the program, no word of a record."


@contextmanager
def logged_run() -> Iterator[bool]:
    """Keep the log and the fault handler's trace; gives True where the last run broke off."""
    trace = FaultTrace()
    broke_off = trace.begin()
    noting.note_start(qt=qVersion())
    try:
        yield broke_off
    finally:
        trace.end()
        noting.note_end()
        noting.close()


def keep_log(workspace: Workspace) -> None:
    """Note every entry that is written and every refusal, by number and id."""
    workspace.changed.connect(_note_entry)
    workspace.refused.connect(noting.note)


def _note_entry(changes: Changes) -> None:
    noting.note_entry(changes.seq)
