"""What the window notes in the log: its beginning and end, each entry, each refusal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from gainboard.domain.changes import Changes
from gainboard.gui.banner import Banners
from gainboard.gui.crash import support_details
from gainboard.gui.fault_trace import FaultTrace
from gainboard.gui.workspace import Workspace
from gainboard.logs import noting

BROKE_OFF = (
    "The program ended unexpectedly last time; nothing that was saved is lost. "
    "The details can be copied here, or later from Help > Copy details for support."
)
COPIED = (
    "The details are copied: versions, times and places in the program, and no word of a record."
)


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


def tell_that_it_broke_off(banners: Banners, tell: Callable[[str], None]) -> None:
    """Say above the pages that the last run broke off, until it is dismissed."""
    acts = {"Copy the details": partial(copy_details, tell)}
    banners.say("broke off", BROKE_OFF, acts, bad=False)


def copy_details(tell: Callable[[str], None]) -> None:
    """Copy what can be handed on to whoever looks after the program, and tell that it is done."""
    QGuiApplication.clipboard().setText(support_details())
    tell(COPIED)


def keep_log(workspace: Workspace) -> None:
    """Note every entry that is written and every refusal, by number and id."""
    workspace.changed.connect(_note_entry)
    workspace.refused.connect(noting.note)


def _note_entry(changes: Changes) -> None:
    noting.note_entry(changes.seq)
