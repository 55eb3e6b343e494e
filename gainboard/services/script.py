"""Scripted operations: one JSON object a line, each done through the service of its verb."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from gainboard.domain.changes import Changes
from gainboard.domain.states import Applicability, Presence, Rag, Verdict
from gainboard.errors import GainboardError, Refused
from gainboard.services import (
    actions,
    after_disposal,
    allocation,
    applicability,
    closing,
    disposal,
    evidence,
    extensions,
    history,
    meetings,
    progress,
    retention,
)
from gainboard.store.register import Register

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """One scripted operation; its values are read by name, each checked for its kind."""

    number: int
    values: Mapping[str, Any]
    folder: Path

    @property
    def do(self) -> str:
        """Return the verb."""
        return self.text("do")

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text; raises E-MISSING where there is none and no default."""
        value = self.values.get(name, default)
        if value is None:
            raise Refused("E-MISSING", f"“{name}” is missing from the line; nothing was changed.")
        if not isinstance(value, str):
            raise _wrong(name, value, "a text")
        return value

    def day(self, name: str) -> date:
        """Return an ISO date; raises E-BAD-DATE."""
        return iso_date(self.text(name))

    def day_or_none(self, name: str) -> date | None:
        """Return an ISO date, or None where none is given."""
        return self.day(name) if self.values.get(name) not in (None, "") else None

    def one_of(self, name: str, kind: type[E]) -> E:
        """Return one of the words of `kind`; raises E-BAD-VALUE."""
        value = self.text(name)
        try:
            return kind(value)
        except ValueError:
            raise _wrong(name, value, "one of " + ", ".join(kind)) from None

    def one_of_or_none(self, name: str, kind: type[E]) -> E | None:
        """Return one of the words of `kind`, or None where none is given."""
        return self.one_of(name, kind) if self.values.get(name) not in (None, "") else None

    def texts(self, name: str) -> list[str]:
        """Return a list of texts, empty where none is given."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise _wrong(name, value, "a list of texts")
        return value

    def path(self, name: str) -> Path:
        """Return a file, looked for beside the script first."""
        given = Path(self.text(name))
        beside = self.folder / given
        return beside if beside.exists() else given


Verb = Callable[[Register, Line], Changes]


def lines(script: str, folder: Path) -> Iterator[tuple[int, Line | GainboardError]]:
    """Yield the operations of a script by line; what is none comes as the error that says so."""
    for number, text in enumerate(script.split("\n"), 1):
        if not text.strip():
            continue
        try:
            yield number, Line(number, _object(text), folder)
        except GainboardError as fault:
            yield number, fault


def perform(register: Register, line: Line) -> Changes:
    """Do one scripted operation; raises GainboardError where it is refused."""
    verb = VERBS.get(line.do)
    if verb is None:
        known = ", ".join(VERBS)
        raise Refused(
            "E-UNKNOWN-OPERATION",
            f"The script knows no operation “{line.do}”; nothing was changed. It knows: {known}.",
        )
    return verb(register, line)


def iso_date(text: str) -> date:
    """Return the date of an ISO text; raises E-BAD-DATE."""
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise GainboardError(
        "E-BAD-DATE",
        f"“{text}” is no date; nothing was changed. Write it as year-month-day, 2026-03-12.",
    )


_ISO_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Refused("E-BAD-LINE", "The line is no JSON object; nothing was changed by it.")
    return value


def _wrong(name: str, value: object, wanted: str) -> Refused:
    shown = json.dumps(value, ensure_ascii=False)[:60]
    return Refused("E-BAD-VALUE", f"“{name}” is {shown}, not {wanted}; nothing was changed.")


def _intake(register: Register, line: Line) -> Changes:
    # It is loaded when something comes in: every command loads this module.
    from gainboard.services.incoming import take_in_file

    return take_in_file(
        register,
        line.path("document"),
        code=line.text("code", ""),
        published=line.day_or_none("published"),
    )


def _applicability(register: Register, line: Line) -> Changes:
    return applicability.decide_applicability(
        register,
        line.text("ref"),
        line.one_of("value", Applicability),
        reason=line.text("reason", ""),
        joint_with=line.text("with", ""),
    )


def _open_meeting(register: Register, line: Line) -> Changes:
    return meetings.open_meeting(
        register, line.text("ref"), on=line.day("on"), chair=line.text("chair", "")
    )


def _plan_meeting(register: Register, line: Line) -> Changes:
    return meetings.plan_meeting(
        register, line.text("ref"), on=line.day("on"), chair=line.text("chair", "")
    )


def _attendance(register: Register, line: Line) -> Changes:
    return meetings.attend(
        register,
        line.text("name"),
        presence=line.one_of("as", Presence),
        deputy_for=line.text("for", ""),
    )


def _allocate(register: Register, line: Line) -> Changes:
    return allocation.allocate(
        register,
        line.text("ref"),
        chief_officer=line.text("chief_officer"),
        delivery_lead=line.text("delivery_lead"),
        group=line.text("group"),
    )


def _update(register: Register, line: Line) -> Changes:
    return progress.record_update(
        register,
        line.text("ref"),
        text=line.text("text"),
        by=line.text("by"),
        rag=line.one_of_or_none("rag", Rag),
        forecast=line.day_or_none("forecast"),
    )


def _set_rag(register: Register, line: Line) -> Changes:
    return progress.set_rag(
        register,
        line.text("ref"),
        rag=line.one_of("rag", Rag),
        forecast=line.one_of_or_none("forecast", Rag),
        reason=line.text("reason", ""),
    )


def _evidence(register: Register, line: Line) -> Changes:
    return evidence.offer(
        register,
        line.text("ref"),
        clauses=line.texts("clauses"),
        text=line.text("text"),
        dated=line.day_or_none("dated"),
        file=line.path("file") if line.values.get("file") else None,
        held_at=line.text("held_at", ""),
    )


def _judge(register: Register, line: Line) -> Changes:
    return evidence.judge(
        register,
        line.text("ref"),
        clauses=line.texts("clauses"),
        verdict=line.one_of("verdict", Verdict),
        by=line.text("by"),
        reason=line.text("reason", ""),
    )


def _action(register: Register, line: Line) -> Changes:
    return actions.raise_action(
        register,
        line.text("ref"),
        text=line.text("text"),
        owner=line.text("owner", ""),
        due=line.day_or_none("due"),
    )


def _retain(register: Register, line: Line) -> Changes:
    return retention.set_retention(
        register,
        line.text("ref"),
        class_name=line.text("class"),
        review_on=line.day_or_none("review"),
    )


def _dispose(register: Register, line: Line) -> Changes:
    done = disposal.dispose(register, line.text("ref"), reason=line.text("reason", ""))
    after_disposal.clear_copies(register)
    return done


VERBS: dict[str, Verb] = {
    "intake": _intake,
    "applicability": _applicability,
    "plan_meeting": _plan_meeting,
    "open_meeting": _open_meeting,
    "attendance": _attendance,
    "take_up": lambda r, line: meetings.take_up(r, line.text("ref")),
    "allocate": _allocate,
    "update": _update,
    "set_rag": _set_rag,
    "inspectorate_status": lambda r, line: progress.set_inspectorate_status(
        r, line.text("ref"), status=line.text("status"), note=line.text("note", "")
    ),
    "extend": lambda r, line: extensions.extend(
        r, line.text("ref"), to=line.day("to"), reason=line.text("reason", "")
    ),
    "refuse_extension": lambda r, line: extensions.refuse_extension(
        r, line.text("ref"), to=line.day("to"), reason=line.text("reason", "")
    ),
    "request_extension": lambda r, line: extensions.request_extension(
        r,
        line.text("ref"),
        to=line.day("to"),
        reason=line.text("reason", ""),
        by=line.text("by", ""),
    ),
    "evidence": _evidence,
    "judge": _judge,
    "waive": lambda r, line: evidence.waive(r, line.text("ref"), reason=line.text("reason", "")),
    "action": _action,
    "complete_action": lambda r, line: actions.complete_action(r, line.text("ref")),
    "complete": lambda r, line: closing.complete(r, line.text("ref"), on=line.day("on")),
    "close": lambda r, line: closing.close(r, line.text("ref")),
    "return": lambda r, line: closing.return_for_evidence(
        r, line.text("ref"), reason=line.text("reason", "")
    ),
    "submit": lambda r, line: closing.submit(r, line.text("ref")),
    "demonstrate": lambda r, line: closing.demonstrate(
        r, line.text("ref"), recheck_on=line.day("until"), reason=line.text("reason", "")
    ),
    "not_accept": lambda r, line: closing.not_accept(
        r, line.text("ref"), reason=line.text("reason", "")
    ),
    "supersede": lambda r, line: closing.supersede(
        r, line.text("ref"), by_ref=line.text("by"), reason=line.text("reason", "")
    ),
    "reopen": lambda r, line: closing.reopen(r, line.text("ref"), reason=line.text("reason", "")),
    "note": lambda r, line: meetings.discuss(r, line.text("text")),
    "note_position": lambda r, line: meetings.note_position(
        r, line.text("ref"), text=line.text("text", "")
    ),
    "defer": lambda r, line: meetings.defer(r, line.text("ref"), reason=line.text("reason", "")),
    "escalate": lambda r, line: meetings.escalate(
        r, line.text("ref"), reason=line.text("reason", "")
    ),
    "finish_meeting": lambda r, line: meetings.finish_meeting(r, next_on=line.day_or_none("next")),
    "approve_minutes": lambda r, line: meetings.approve_minutes(r, line.text("ref")),
    "correct_minutes": lambda r, line: meetings.correct_minutes(
        r, line.text("ref"), corrects=line.text("corrects"), text=line.text("text")
    ),
    "retain": _retain,
    "hold": lambda r, line: retention.hold(r, line.text("ref"), line.text("reason", "")),
    "release": lambda r, line: retention.release(r, line.text("ref")),
    "dispose": _dispose,
    "undo": lambda r, _: history.undo(r),
    "redo": lambda r, _: history.redo(r),
}
