"""The minutes of a meeting as a frozen report: from the register, or as they were approved."""

import json
from dataclasses import replace

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.frozen import thaw
from gainboard.domain.meeting import AgendaItem, Decision, Meeting
from gainboard.domain.minutes import (
    MinuteAction,
    MinuteAttendance,
    MinuteDecision,
    MinuteItem,
    Minutes,
)
from gainboard.domain.recommendation import Action
from gainboard.domain.sentences import in_short
from gainboard.domain.states import AgendaState, MeetingState, Presence
from gainboard.services import lookup
from gainboard.services.agendas import on_agenda
from gainboard.services.imprints import imprint
from gainboard.store.register import Register

_OUTCOMES = {
    AgendaState.WAITING: "not reached",
    AgendaState.CURRENT: "being considered",
    AgendaState.CONSIDERED: "considered",
    AgendaState.DEFERRED: "deferred",
    AgendaState.PARKED: "parked",
    AgendaState.DROPPED: "dropped",
}
LEFT_OUT = "This item is confidential and is left out of this copy."


def minutes(register: Register, meeting_ref: str, *, without_confidential: bool = False) -> Minutes:
    """Return the minutes of a meeting; approved ones word for word as they were approved."""
    meeting = lookup.meeting(register, meeting_ref)
    whole = _approved(register, meeting) or _Writer(register, meeting).write()
    return _without_confidential(whole) if without_confidential else whole


def _approved(register: Register, meeting: Meeting) -> Minutes | None:
    kept = register.tables.approved_minutes.first("meeting_id = ?", meeting.id)
    if kept is None:
        return None
    addenda = register.tables.addenda.where("meeting_id = ?", meeting.id)
    return replace(
        thaw(Minutes, json.loads(kept.body)),
        imprint=imprint(register),
        state=f"approved on {in_short(kept.approved_on)}",
        addenda=tuple(f"{a.corrects}: {a.text} ({in_short(a.made_on)})" for a in addenda),
    )


class _Writer:
    """Put the minutes of one meeting together from what stands in the register."""

    def __init__(self, register: Register, meeting: Meeting) -> None:
        self._register = register
        self._tables = register.tables
        self._meeting = meeting
        self._people = {person.id: person for person in self._tables.people.all()}
        self._actions = self._tables.actions.where("meeting_id = ?", meeting.id)
        self._decisions = self._tables.decisions.where("meeting_id = ?", meeting.id)

    def write(self) -> Minutes:
        """Return the whole minutes."""
        meeting = self._meeting
        agenda = on_agenda(self._register, meeting)
        attendance = self._attendance()
        return Minutes(
            imprint=imprint(self._register),
            ref=meeting.ref,
            held_on=meeting.held_on,
            place=meeting.place,
            chair=meeting.chair,
            state="draft" if meeting.state is not MeetingState.PLANNED else "agenda",
            quorum=self.quorum(),
            attendance=attendance,
            items=tuple(self._item(line, number) for number, line in numbered(agenda)),
            decisions=tuple(self._decision(one) for one in self._decisions),
            actions=tuple(self._action(one) for one in self._actions),
            next_on=meeting.next_on,
            left_out=0,
        )

    def quorum(self) -> str:
        """Say whether the meeting was quorate, or nothing where no quorum is set."""
        needed = self._meeting.quorum
        if needed is None:
            return ""
        there = self._tables.attendance.count(
            "meeting_id = ? AND presence <> ?", self._meeting.id, Presence.APOLOGIES
        )
        said = "quorate" if there >= needed else "not quorate"
        return f"{there} present, quorum {needed}: {said}"

    def _attendance(self) -> tuple[MinuteAttendance, ...]:
        lines = self._tables.attendance.where("meeting_id = ?", self._meeting.id)
        return tuple(
            MinuteAttendance(
                name=self._people[line.person_id].name,
                post=self._people[line.person_id].post,
                presence=f"deputy for {line.deputy_for}"
                if line.presence is Presence.DEPUTY and line.deputy_for
                else line.presence,
            )
            for line in lines
        )

    def _item(self, line: AgendaItem, number: str) -> MinuteItem:
        decisions = [one for one in self._decisions if one.agenda_item_id == line.id]
        raised = {one.action_id for one in decisions if one.kind == "raise_action"}
        about = line.recommendation_id
        one = self._tables.recommendations.get(about) if about else None
        report = self._tables.reports.get(one.report_id) if one else None
        return MinuteItem(
            section=line.section,
            number=number,
            title=f"{report.title}, {_called(one.kind, one.number)}"
            if one and report
            else line.title,
            ref=one.ref if one else "",
            text=one.text if one else "",
            before_board=line.before_board or _standing_fact(line),
            discussion=line.discussion,
            outcome=_outcome(line),
            confidential=line.confidential,
            decisions=tuple(self._decision(one) for one in decisions),
            actions=tuple(self._action(one) for one in self._actions if one.id in raised),
        )

    def _decision(self, one: Decision) -> MinuteDecision:
        return MinuteDecision(
            number=f"D{one.ref.rpartition('-D')[2]}",
            ref=one.ref,
            about=self._about(one.recommendation_id),
            sentence=one.sentence,
        )

    def _action(self, one: Action) -> MinuteAction:
        return MinuteAction(
            number=f"A{one.ref.rpartition('-A')[2]}",
            ref=one.ref,
            about=self._about(one.recommendation_id),
            text=one.text,
            owner=self._people[one.owner_id].name if one.owner_id else "",
            due=one.due,
        )

    def _about(self, recommendation_id: int | None) -> str:
        if recommendation_id is None:
            return ""
        return self._tables.recommendations.get(recommendation_id).ref


def numbered(agenda: list[AgendaItem]) -> list[tuple[str, AgendaItem]]:
    """Number agenda lines: the section alone, or `4.2` where a section has several."""
    sections = [line.section for line in agenda]
    seen = dict.fromkeys(SECTIONS, 0)
    found = []
    for line in agenda:
        seen[line.section] += 1
        alone = sections.count(line.section) == 1
        nth = seen[line.section]
        found.append((str(line.section) if alone else f"{line.section}.{nth}", line))
    return found


def _standing_fact(line: AgendaItem) -> str:
    """Return what a standing item brings by rule, such as the responses due."""
    standing = line.recommendation_id is None and line.report_id is None
    return line.why if standing and line.section in (2, 3, 10) else ""


def _outcome(line: AgendaItem) -> str:
    """Say what became of a line; a standing item is passed over, not left unreached."""
    standing = line.recommendation_id is None and line.report_id is None
    if standing and line.state is AgendaState.WAITING:
        return "nothing recorded"
    return _OUTCOMES[line.state]


def _called(kind: str, number: str) -> str:
    return f"{kind.replace('_', ' ')} {number}".strip()


def _without_confidential(whole: Minutes) -> Minutes:
    """Return a copy that keeps the place of each confidential item and nothing it says."""
    secret = [item for item in whole.items if item.confidential]
    hidden_decisions = {one.ref for item in secret for one in item.decisions}
    hidden_actions = {one.ref for item in secret for one in item.actions}
    return replace(
        whole,
        items=tuple(_blank(item) if item.confidential else item for item in whole.items),
        decisions=tuple(d for d in whole.decisions if d.ref not in hidden_decisions),
        actions=tuple(a for a in whole.actions if a.ref not in hidden_actions),
        left_out=len(secret),
    )


def _blank(item: MinuteItem) -> MinuteItem:
    return replace(
        item,
        title="Confidential item",
        ref="",
        text="",
        before_board=LEFT_OUT,
        discussion="",
        outcome="",
        decisions=(),
        actions=(),
    )
