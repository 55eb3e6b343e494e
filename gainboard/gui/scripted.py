"""Scripted operations through the real window: forms filled and recorded as a hand would."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gainboard.domain.changes import Changes
from gainboard.domain.references import split_clause_ref
from gainboard.domain.states import Presence, Rag, Verdict
from gainboard.errors import GainboardError
from gainboard.gui.crash import note_only, pass_on
from gainboard.gui.meeting_floor_forms import PRESENCE_WORDS
from gainboard.gui.meeting_forms import rag_words
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.run import start_application
from gainboard.gui.workspace import Workspace
from gainboard.services.registers import Register
from gainboard.services.running import Outcome, run
from gainboard.services.script import Line, perform
from gainboard.services.views import in_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form's key, what it is about, the words of its fields, and the clauses ticked in it."""

    key: str
    about: str = ""
    words: dict[str, str] = field(default_factory=dict)
    clauses: tuple[str, ...] | None = None


def run_script_in_window(path: Path, script: str, folder: Path) -> Iterator[Outcome]:
    """Run a script through the meeting's window; raises GainboardError if it cannot be opened.

    Each outcome comes right after its commit has returned, before the next line begins.
    """
    start_application()
    former = qInstallMessageHandler(pass_on)
    workspace = Workspace(holder="command")
    hands = _Hands(workspace)
    former_hook, sys.excepthook = sys.excepthook, note_only
    try:
        if not workspace.open(path):
            raise hands.refusals[-1]
        hands.sit_down()
        yield from run(workspace.register, script, folder, hands.do)
    finally:
        hands.get_up()
        workspace.close()
        sys.excepthook = former_hook
        qInstallMessageHandler(former)


class _Hands:
    """Works the window. What it has no form for goes through the workspace, as a menu would."""

    def __init__(self, workspace: Workspace) -> None:
        self.refusals: list[GainboardError] = []
        self._workspace = workspace
        self._mode: MeetingMode | None = None
        workspace.refused.connect(self.refusals.append)

    def do(self, register: Register, line: Line) -> Changes:  # noqa: ARG002
        """Do one line; raises what refused it."""
        self.refusals.clear()
        done = self._by_form(line) if self._mode is not None else None
        if done is None and not self.refusals:
            done = self._workspace.do(perform, line)
        if done is None:
            raise self.refusals[-1]
        self.sit_down()
        QApplication.processEvents()
        # What a page let go of goes now: no event loop comes back to take it away.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return done

    def sit_down(self) -> None:
        """Have the meeting's window open while a meeting is in session, and only then."""
        sitting = self._workspace.ask(in_session) is not None
        if sitting and self._mode is None:
            self._mode = MeetingMode(self._workspace)
            self._mode.form_refused.connect(self.refusals.append)
            self._mode.show()
        elif not sitting:
            self.get_up()

    def get_up(self) -> None:
        """Close the meeting's window."""
        if self._mode is not None:
            self._mode.close()
            self._mode.deleteLater()
            self._mode = None

    def _by_form(self, line: Line) -> Changes | None:
        """Do a line by its form; None where there is none, or it cannot hold the words."""
        assert self._mode is not None
        if self._mode.before is None or self._mode.before.view.current is None:
            return None
        if line.do == "note":
            return self._discuss(line)
        fill = FILLS.get(line.do)
        if fill is None:
            return None
        filled = fill(line)
        # Another item's decision would first have to be gone to: a step nobody asked for.
        if filled.about and filled.about.casefold() != self._mode.before.ref.casefold():
            return None
        return self._mode.fill_and_record(filled.key, filled.words, filled.clauses)

    def _discuss(self, line: Line) -> Changes | None:
        assert self._mode is not None
        assert self._mode.before is not None
        words = line.text("text").strip()
        said = self._mode.before.line.item.discussion
        joined = f"{said}\n{words}" if said else words
        return self._mode.type_discussion(joined) if words else None


Fill = Callable[[Line], Filled]


def _allocate(line: Line) -> Filled:
    words = {
        "chiefEdit": line.text("chief_officer"),
        "leadEdit": line.text("delivery_lead"),
        "groupEdit": line.text("group"),
    }
    return Filled(key="A", about=line.text("ref"), words=words)


def _update(line: Line) -> Filled:
    rag = line.one_of_or_none("rag", Rag)
    words = {
        "textEdit": line.text("text"),
        "byEdit": line.text("by"),
        "ragCombo": rag_words(rag),
        "forecastEdit": _typed(line.day_or_none("forecast")),
    }
    return Filled(key="U", about=line.text("ref"), words=words)


def _extend(line: Line) -> Filled:
    words = {"toEdit": _typed(line.day("to")), "reasonEdit": line.text("reason", "")}
    return Filled(key="E", about=line.text("ref"), words=words)


def _action(line: Line) -> Filled:
    words = {
        "textEdit": line.text("text"),
        "ownerEdit": line.text("owner", ""),
        "dueEdit": _typed(line.day_or_none("due")),
    }
    return Filled(key="N", about=line.text("ref"), words=words)


def _waive(line: Line) -> Filled:
    parent, label = split_clause_ref(line.text("ref"))
    words = {"reasonEdit": line.text("reason", "")}
    return Filled(key="W", about=parent, words=words, clauses=(label,))


def _judge(line: Line) -> Filled:
    words = {
        "verdictCombo": line.one_of("verdict", Verdict).value,
        "byEdit": line.text("by"),
        "reasonEdit": line.text("reason", ""),
    }
    clauses = tuple(line.texts("clauses"))
    return Filled(key="J", about=line.text("ref"), words=words, clauses=clauses)


def _evidence(line: Line) -> Filled:
    if line.values.get("file"):
        return Filled(key="V", about="a file has no field in the form")
    words = {
        "textEdit": line.text("text"),
        "datedEdit": _typed(line.day_or_none("dated")),
        "heldEdit": line.text("held_at", ""),
    }
    clauses = tuple(line.texts("clauses"))
    return Filled(key="V", about=line.text("ref"), words=words, clauses=clauses)


def _attendance(line: Line) -> Filled:
    presence = line.one_of("as", Presence)
    words = {
        "nameEdit": line.text("name"),
        "presenceCombo": PRESENCE_WORDS[presence],
        "deputyEdit": line.text("for", ""),
    }
    return Filled(key="T", words=words)


def _words(key: str, name: str) -> Fill:
    return lambda line: Filled(
        key=key, about=line.text("ref"), words={"wordsEdit": line.text(name, "")}
    )


def _typed(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


FILLS: dict[str, Fill] = {
    "allocate": _allocate,
    "update": _update,
    "extend": _extend,
    "close": _words("C", "sentence"),
    "return": _words("R", "reason"),
    "note_position": _words("M", "text"),
    "defer": _words("D", "reason"),
    "action": _action,
    "waive": _waive,
    "judge": _judge,
    "evidence": _evidence,
    "attendance": _attendance,
    "take_up": lambda line: Filled(key="G", words={"refEdit": line.text("ref")}),
    "finish_meeting": lambda line: Filled(
        key="F", words={"nextEdit": _typed(line.day_or_none("next"))}
    ),
}
