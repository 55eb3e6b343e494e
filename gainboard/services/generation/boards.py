"""The board's meetings: an agenda by the rules, decisions under it, minutes approved after it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from gainboard.domain.agenda import SECTIONS, STANDING, Place, place
from gainboard.domain.meeting import AgendaItem, ApprovedMinutes, Attendance, Meeting
from gainboard.domain.rag import shown
from gainboard.domain.references import meeting_ref
from gainboard.domain.states import AgendaState, ForceStatus, MeetingState, Presence, Rag
from gainboard.services.generation import cast
from gainboard.services.generation.floor import Floor, Line
from gainboard.services.generation.story import Item, Story
from gainboard.services.minutes import minutes
from gainboard.store.register import Register

_PLACES = ("Conference Room 2, Force Headquarters", "The Ledger Room, Quayside", "By video")
_STALE_DAYS = 60
_MOST = {6: 25, 8: 25}


def plan(story: Story, on: date, last: Meeting | None) -> tuple[Meeting, list[Line]]:
    """Plan a meeting; its agenda is what the domain's rules bring before it."""
    ref = meeting_ref("GAIN", on, story.number(f"GAIN {on.year}"))
    with story.bulk.operation(f"Plan {ref}"):
        meeting = story.bulk.add(
            Meeting(
                ref=ref, held_on=on, chair=cast.CHAIR, place=story.rng.choice(_PLACES), quorum=5
            )
        )
        lines = [
            Line(story.bulk.add(replace(line.agenda, position=position)), line.item)
            for position, line in _numbered(_agenda(story, meeting, last))
        ]
    return meeting, lines


def hold(story: Story, meeting: Meeting, lines: list[Line]) -> Meeting:
    """Hold a planned meeting from its opening to its draft minutes."""
    story.clock.go_to(meeting.held_on, 60)
    with story.bulk.operation(f"Open {meeting.ref}", meeting=meeting.ref):
        meeting = story.bulk.change(
            meeting,
            state=MeetingState.IN_SESSION,
            opened_at=story.clock().isoformat(timespec="seconds"),
        )
    _attend(story, meeting)
    floor = Floor(story, meeting, lines)
    reached = _reached(story, lines)
    for nth, line in enumerate(reached):
        story.clock.go_to(meeting.held_on, 70 + nth * 240 // len(reached))
        floor.take(line)
    story.clock.go_to(meeting.held_on, 320)
    with story.bulk.operation(f"Finish {meeting.ref}", meeting=meeting.ref):
        floor.leave()
        meeting = story.bulk.change(
            meeting,
            state=MeetingState.MINUTES_DRAFT,
            finished_at=story.clock().isoformat(timespec="seconds"),
            next_on=meeting.held_on + timedelta(days=28),
        )
    _carry(floor.lines, meeting)
    story.new_reports.clear()
    return meeting


def approve(story: Story, register: Register, meeting: Meeting) -> None:
    """Approve the minutes of a finished meeting, whole, as the board's own verb keeps them."""
    body = json.dumps(asdict(minutes(register, meeting.ref)), default=str, ensure_ascii=False)
    with story.bulk.operation(f"Approve the minutes of {meeting.ref}", meeting=meeting.ref):
        story.bulk.add(
            ApprovedMinutes(meeting_id=meeting.id, body=body, approved_on=story.clock.today)
        )
        story.bulk.change(meeting, state=MeetingState.MINUTES_APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What the rules of the agenda ask of a recommendation, and nothing else."""

    force_status: ForceStatus
    current_date: date | None
    is_projected: bool
    recheck_on: date | None
    is_ready: bool
    is_stale: bool
    kind: str
    source_kind: str
    rag: Rag | None


def _agenda(story: Story, meeting: Meeting, last: Meeting | None) -> list[Line]:
    lines = [
        Line(
            AgendaItem(
                meeting_id=meeting.id,
                section=section,
                position=1,
                title=SECTIONS[section],
                why=f"minutes of {last.ref}" if section == 2 and last else "standing item",
            )
        )
        for section in STANDING
    ]
    lines += [
        Line(
            AgendaItem(
                meeting_id=meeting.id,
                section=4,
                position=1,
                title=f"{report.code} {report.title}",
                report_id=report.id,
                why="new report",
            )
        )
        for report in story.new_reports
    ]
    for item in story.live:
        where = _place(story, item, meeting.held_on)
        if where is not None:
            lines.append(_line(meeting, item, where))
    return sorted(lines, key=lambda line: line.agenda.section)


def _place(story: Story, item: Item, on: date) -> Place | None:
    """Ask the domain's rule where the item stands on the agenda."""
    record, due = item.record, item.due
    quiet = item.last_update is None or (on - item.last_update).days > _STALE_DAYS
    standing = _Standing(
        force_status=record.force_status,
        current_date=due,
        is_projected=False,
        recheck_on=record.recheck_on,
        is_ready=item.is_ready,
        is_stale=record.force_status is ForceStatus.IN_PROGRESS and quiet,
        kind=record.kind,
        source_kind=story.sources[record.report_id],
        rag=shown(record.force_status, record.rag, due, story.clock.today),
    )
    asked = item.asked is not None
    return place(standing, on, extension_asked=asked, carried=item.carried)


def _line(meeting: Meeting, item: Item, where: Place) -> Line:
    return Line(
        AgendaItem(
            meeting_id=meeting.id,
            section=where.section,
            position=1,
            title=item.ref,
            recommendation_id=item.record.id,
            why=where.why,
        ),
        item,
    )


def _numbered(lines: Iterable[Line]) -> Iterable[tuple[int, Line]]:
    """Number the lines within their sections."""
    counts = dict.fromkeys(SECTIONS, 0)
    for line in lines:
        counts[line.agenda.section] += 1
        yield counts[line.agenda.section], line


def _reached(story: Story, lines: list[Line]) -> list[Line]:
    """Choose what a board gets through in an afternoon: of the long sections only a part."""
    chosen: set[int] = set()
    for section in SECTIONS:
        there = [line.agenda.id for line in lines if line.agenda.section == section]
        chosen.update(story.rng.sample(there, min(len(there), _MOST.get(section, len(there)))))
    return [line for line in lines if line.agenda.id in chosen]


def _attend(story: Story, meeting: Meeting) -> None:
    leads = story.rng.sample(cast.DELIVERY_LEADS, 5)
    for nth, name in enumerate((cast.CHAIR, *cast.CHIEF_OFFICERS, *leads, cast.SECRETARY)):
        away = nth and story.chance(0.12)
        presence = Presence.APOLOGIES if away else Presence.PRESENT
        with story.bulk.operation(f"Record an attendance: {presence}", meeting=meeting.ref):
            story.bulk.add(
                Attendance(meeting_id=meeting.id, person_id=story.people[name], presence=presence)
            )


def _carry(lines: Iterable[Line], meeting: Meeting) -> None:
    """Remember what was not reached or put off, and what was considered."""
    words = {AgendaState.DEFERRED: "deferred at", AgendaState.WAITING: "not reached at"}
    for line in lines:
        if line.item is None:
            continue
        state = line.agenda.state
        line.item.carried = f"{words[state]} {meeting.ref}" if state in words else ""
        if state is not AgendaState.WAITING:
            line.item.considered_at = meeting.ref
