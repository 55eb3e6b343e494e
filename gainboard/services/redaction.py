"""What minutes keep of a disposed report: each number and reference in its place, and no word."""

import json
from dataclasses import dataclass, field
from typing import Any

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.meeting import AgendaItem, Meeting
from gainboard.domain.report import Report
from gainboard.domain.retention import ERASED
from gainboard.domain.states import MeetingState
from gainboard.services.agendas import NONE_DUE, on_agenda
from gainboard.services.minutes import numbered
from gainboard.store.pointers import pointing
from gainboard.store.register import Register

_SENTENCE = f"{ERASED}."


@dataclass(slots=True, kw_only=True)
class Mentions:
    """What stands in meetings about a report. `planned` lines no meeting has come to yet.

    `standing` lines list it among others, by its `code`.
    """

    code: str
    lines: set[int]
    planned: set[int]
    decisions: set[int]
    standing: set[int] = field(default_factory=set)
    minutes: set[int] = field(default_factory=set)
    addenda: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)


def mentions(register: Register, report: Report, gone: dict[str, set[int]]) -> Mentions:
    """Return what stands in meetings about a report; `gone` are its rows by table."""
    tables, db = register.tables, register.db
    lines = pointing(db, "agenda_item", "report_id", gone["report"])
    lines |= pointing(db, "agenda_item", "recommendation_id", gone.get("recommendation", ()))
    lines |= _lines_naming(register, report)
    decisions = pointing(db, "decision", "recommendation_id", gone.get("recommendation", ()))
    decisions |= pointing(db, "decision", "action_id", gone.get("action", ()))
    planned = {one.id for one in tables.meetings.where("state = ?", MeetingState.PLANNED)}
    standing = _standing_naming(register, report)
    of = {key: tables.agenda.get(key).meeting_id for key in lines | standing}
    found = Mentions(
        code=report.code,
        standing=standing,
        lines={key for key in lines if of[key] not in planned},
        planned={key for key in lines if of[key] in planned},
        decisions=decisions,
    )
    held = {tables.decisions.get(key).meeting_id for key in decisions}
    found.meetings = {one for one in {*held, *of.values()} if one is not None} - planned
    found.minutes = pointing(db, "approved_minutes", "meeting_id", found.meetings)
    found.addenda = {
        key
        for meeting in found.meetings
        for key in _addenda(register, tables.meetings.get(meeting), found, report)
    }
    return found


def redact(register: Register, found: Mentions, gone: dict[str, set[int]]) -> None:
    """Take the words out of what stands in meetings, inside the running disposal."""
    tables = register.tables
    for key in found.minutes:
        kept = tables.approved_minutes.get(key)
        body = _Redactor(register, tables.meetings.get(kept.meeting_id), found, gone)
        tables.approved_minutes.change(kept, body=body.redact(kept.body))
    for key in found.lines:
        tables.agenda.change(
            tables.agenda.get(key),
            title=ERASED,
            recommendation_id=None,
            report_id=None,
            why="",
            before_board="",
            discussion="",
        )
    for key in found.standing:
        line = tables.agenda.get(key)
        tables.agenda.change(line, why=_without(line.why, found.code) or NONE_DUE)
    for key in found.decisions:
        tables.decisions.change(
            tables.decisions.get(key),
            recommendation_id=None,
            action_id=None,
            sentence=_SENTENCE,
            mover_id=None,
        )
    for key in found.addenda:
        addendum = tables.addenda.get(key)
        meeting = tables.meetings.get(addendum.meeting_id)
        is_ref = addendum.corrects in _numbers(register, meeting, found, standing=False)
        corrects = addendum.corrects if is_ref else ERASED
        tables.addenda.change(addendum, corrects=corrects, text=_SENTENCE)


class _Redactor:
    """Take the words about a report out of one meeting's approved minutes."""

    def __init__(
        self, register: Register, meeting: Meeting, found: Mentions, gone: dict[str, set[int]]
    ) -> None:
        tables = register.tables
        self._code = found.code
        agenda = numbered(on_agenda(register, meeting))
        self._numbers = {number for number, line in agenda if line.id in found.lines}
        self._refs = {tables.recommendations.get(key).ref for key in gone.get("recommendation", ())}
        self._decisions = {tables.decisions.get(key).ref for key in found.decisions}
        self._actions = {tables.actions.get(key).ref for key in gone.get("action", ())}

    def redact(self, body: str) -> str:
        """Return the JSON of the minutes without the words."""
        minutes: dict[str, Any] = json.loads(body)
        minutes["items"] = [self._item(item) for item in minutes["items"]]
        self._lists(minutes)
        return json.dumps(minutes, ensure_ascii=False)

    def _item(self, item: dict[str, Any]) -> dict[str, Any]:
        self._lists(item)
        if item["ref"] not in self._refs and item["number"] not in self._numbers:
            return {**item, "before_board": _without(item["before_board"], self._code)}
        empty = dict.fromkeys(("ref", "text", "discussion"), "")
        return {**item, **empty, "title": ERASED, "before_board": _SENTENCE}

    def _lists(self, of: dict[str, Any]) -> None:
        of["decisions"] = [
            {**one, "about": "", "sentence": _SENTENCE}
            if one["ref"] in self._decisions or one["about"] in self._refs
            else one
            for one in of["decisions"]
        ]
        of["actions"] = [
            {**one, "about": "", "text": _SENTENCE, "owner": "", "due": None}
            if one["ref"] in self._actions or one["about"] in self._refs
            else one
            for one in of["actions"]
        ]


def _lines_naming(register: Register, report: Report) -> set[int]:
    """Return the lines of the secretary's own that quote the report's title."""
    own = register.tables.agenda.where("recommendation_id IS NULL AND report_id IS NULL")
    return {
        line.id
        for line in own
        if line.title != SECTIONS[line.section] and _quotes(line, report.title)
    }


def _standing_naming(register: Register, report: Report) -> set[int]:
    """Return the standing lines that list what is due for the report."""
    begins = f"%{report.code}: %"
    listed = register.tables.agenda.where("why LIKE ?", begins)
    return {line.id for line in listed if _without(line.why, report.code) != line.why}


def _without(words: str, code: str) -> str:
    """Return words without the lines of text that begin with a report's code."""
    return "\n".join(one for one in words.split("\n") if not one.startswith(f"{code}: "))


def _quotes(line: AgendaItem, title: str) -> bool:
    words = f"{line.title}\n{line.why}\n{line.before_board}\n{line.discussion}"
    return title.casefold() in words.casefold()


def _addenda(register: Register, meeting: Meeting, found: Mentions, report: Report) -> set[int]:
    """Return the addenda that are not plainly about something else in these minutes."""
    others = {one.casefold() for one in _numbers(register, meeting, found, standing=True)}
    return {
        one.id
        for one in register.tables.addenda.where("meeting_id = ?", meeting.id)
        if one.corrects.casefold().removeprefix("item ") not in others
        or _names(f"{one.corrects} {one.text}", report)
    }


def _names(words: str, report: Report) -> bool:
    told = words.casefold()
    return report.code.casefold() in told or report.title.casefold() in told


def _numbers(register: Register, meeting: Meeting, found: Mentions, *, standing: bool) -> set[str]:
    """Return what lines, decisions and actions of a meeting are called: those that stay, or go."""
    tables = register.tables
    called = set()
    for number, line in numbered(on_agenda(register, meeting)):
        if (line.id not in found.lines) is standing:
            called.add(number)
    for one in tables.decisions.where("meeting_id = ?", meeting.id):
        if (one.id not in found.decisions) is standing:
            called |= {one.ref, f"D{one.ref.rpartition('-D')[2]}"}
    return called
