"""The agenda that builds itself from the register, and the secretary's hand on it."""

from dataclasses import replace

from gainboard.domain.agenda import SECTIONS, STANDING, Place, place
from gainboard.domain.changes import Changes
from gainboard.domain.meeting import AgendaItem, Meeting
from gainboard.domain.report import Report
from gainboard.domain.retention import ERASED
from gainboard.domain.states import AgendaState, DecisionKind, ExtensionVerdict, MeetingState
from gainboard.domain.views import Summary
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.clock_views import responses_due
from gainboard.services.sittings import operation
from gainboard.services.summaries import summaries
from gainboard.store.register import Register

_UNDONE = "state NOT IN ('considered', 'dropped')"
_LEFT = {AgendaState.DEFERRED: "deferred at", AgendaState.PARKED: "parked at"}
NONE_DUE = "no response is due"


def on_agenda(register: Register, meeting: Meeting) -> list[AgendaItem]:
    """Return the lines of an agenda in order, without those the secretary dropped."""
    return register.tables.agenda.where(
        "meeting_id = ? AND state <> ?",
        meeting.id,
        AgendaState.DROPPED,
        order="section, position, id",
    )


def build_agenda(register: Register, meeting: Meeting) -> None:
    """Add inside the running operation what the rules bring before this meeting.

    What a planned agenda has already stays as it is, and what was dropped from it stays dropped.
    """
    planned = register.tables.agenda.where("meeting_id = ?", meeting.id)
    known = {_about(line) for line in planned}
    last = {section: _last_position(planned, section) for section in SECTIONS}
    for section, added in _by_the_rules(register, meeting).items():
        fresh = [item for item in added if _about(item) not in known]
        for position, item in enumerate(fresh, last[section] + 1):
            register.tables.agenda.add(replace(item, position=position))


def _by_the_rules(register: Register, meeting: Meeting) -> dict[int, list[AgendaItem]]:
    lines: dict[int, list[AgendaItem]] = {section: [] for section in SECTIONS}
    for section in sorted(STANDING):
        lines[section].append(_standing(register, meeting, section))
    for section, own in _own_lines_left(register, meeting):
        lines[section].append(own)
    for report in _new_reports(register, meeting):
        lines[4].append(_report_line(meeting, report))
    for one, where in _due(register, meeting):
        lines[where.section].append(_line(meeting, one, where))
    return lines


def _about(item: AgendaItem) -> tuple[object, ...]:
    """Return what a line is about: one recommendation, one report, or a title in a section."""
    if item.recommendation_id or item.report_id:
        return item.recommendation_id, item.report_id
    return item.section, item.title


def _last_position(lines: list[AgendaItem], section: int) -> int:
    return max((item.position for item in lines if item.section == section), default=0)


def move_line(register: Register, item_id: int, *, by: int) -> Changes:
    """Move a line up (negative) or down within its section."""
    item = _changeable(register, item_id)
    agenda = register.tables.agenda
    meeting = register.tables.meetings.get(item.meeting_id)
    section = [one for one in on_agenda(register, meeting) if one.section == item.section]
    at = [other.id for other in section].index(item.id)
    section.insert(max(0, min(len(section) - 1, at + by)), section.pop(at))
    with operation(register, f"Move {named(register, item)} on the agenda") as change:
        for position, moved in enumerate(section, 1):
            agenda.change(moved, position=position)
    return change.done


def drop_line(register: Register, item_id: int) -> Changes:
    """Take a line off the agenda; one with a decision under it stays."""
    item = _changeable(register, item_id)
    if register.tables.decisions.first("agenda_item_id = ?", item.id):
        raise Refused(
            "E-HAS-DECISIONS",
            f"“{item.title}” has decisions under it and stays; nothing was changed. Park it.",
        )
    with operation(register, f"Drop {named(register, item)} from the agenda") as change:
        register.tables.agenda.change(item, state=AgendaState.DROPPED)
    return change.done


def park_line(register: Register, item_id: int) -> Changes:
    """Put a line aside; by rule it returns to the next agenda while its reason holds."""
    item = _changeable(register, item_id)
    with operation(register, f"Park {named(register, item)}") as change:
        register.tables.agenda.change(item, state=AgendaState.PARKED)
    return change.done


def add_line(register: Register, meeting_ref: str, *, section: int, title: str) -> Changes:
    """Add a line of one's own; a recommendation's reference as title brings its item."""
    meeting = lookup.meeting(register, meeting_ref)
    refuse_approved(meeting)
    words = lookup.required(clean_name(title), "The title of the line")
    if section not in SECTIONS:
        raise lookup.unknown(str(section), "section of the agenda")
    agenda, tables = register.tables.agenda, register.tables
    one = tables.recommendations.first("ref = ?", words)
    last = agenda.first(
        "meeting_id = ? AND section = ?", meeting.id, section, order="position DESC"
    )
    name = one.ref if one else _of_section(section)
    with operation(register, f"Add {name} to the agenda of {meeting.ref}") as change:
        agenda.add(
            AgendaItem(
                meeting_id=meeting.id,
                section=section,
                position=last.position + 1 if last else 1,
                title=one.ref if one else words,
                recommendation_id=one.id if one else None,
                why="added by the secretary",
            )
        )
    return change.done


def set_confidential(register: Register, item_id: int, value: bool) -> Changes:
    """Mark a line as confidential, or no longer; it can be left out of a copy of the minutes."""
    item = _changeable(register, item_id)
    label = "Mark" if value else "Unmark"
    with operation(register, f"{label} {named(register, item)} as confidential") as change:
        register.tables.agenda.change(item, confidential=value)
    return change.done


def refuse_approved(meeting: Meeting) -> None:
    """Raise Refused where the meeting's minutes are approved."""
    if meeting.state is MeetingState.MINUTES_APPROVED:
        raise Refused(
            "E-MINUTES-APPROVED",
            f"The minutes of {meeting.ref} are approved and never change; nothing was changed. "
            "Record a correction as an addendum.",
        )


def line(register: Register, item_id: int) -> AgendaItem:
    """Return a line by its id; raises E-UNKNOWN-REFERENCE."""
    found = register.tables.agenda.first("id = ?", item_id)
    if found is None:
        raise lookup.unknown(str(item_id), "agenda line")
    return found


def named(register: Register, item: AgendaItem) -> str:
    """Name a line by references and standing titles alone: the journal's labels stay for ever."""
    tables = register.tables
    if item.recommendation_id is not None:
        return tables.recommendations.get(item.recommendation_id).ref
    if item.report_id is not None:
        return f"report {tables.reports.get(item.report_id).code}"
    standing = SECTIONS[item.section]
    return standing if item.title == standing else _of_section(item.section)


def _of_section(section: int) -> str:
    return f"a line of section {section}"


def _changeable(register: Register, item_id: int) -> AgendaItem:
    item = line(register, item_id)
    refuse_approved(register.tables.meetings.get(item.meeting_id))
    return item


def _due(register: Register, meeting: Meeting) -> list[tuple[Summary, Place]]:
    asked = {
        extension.recommendation_id
        for extension in register.tables.extensions.where("verdict = ?", ExtensionVerdict.REQUESTED)
    }
    carried, escalated = _carried(register, meeting), _escalated(register, meeting)
    found = []
    for one in summaries(register):
        where = place(
            one,
            meeting.held_on,
            extension_asked=one.id in asked,
            escalated=escalated.get(one.id, ""),
            carried=carried.get(one.id, ""),
        )
        if where is not None:
            found.append((one, where))
    return found


def _escalated(register: Register, meeting: Meeting) -> dict[int, str]:
    """Return what the last meeting escalated as a risk, in words."""
    last = _last_before(register, meeting)
    if last is None:
        return {}
    raised = register.tables.decisions.where(
        "meeting_id = ? AND kind = ?", last.id, DecisionKind.ESCALATE
    )
    return {
        decision.recommendation_id: f"escalated at {last.ref}"
        for decision in raised
        if decision.recommendation_id is not None
    }


def _carried(register: Register, meeting: Meeting) -> dict[int, str]:
    """Return what the last meeting deferred, parked or did not reach, in words."""
    last = _last_before(register, meeting)
    if last is None:
        return {}
    left = register.tables.agenda.where(
        f"meeting_id = ? AND recommendation_id IS NOT NULL AND {_UNDONE}", last.id
    )
    return {
        item.recommendation_id: _left_at(item, last)
        for item in left
        if item.recommendation_id is not None
    }


def _last_before(register: Register, meeting: Meeting) -> Meeting | None:
    return register.tables.meetings.first(
        "id <> ? AND held_on <= ? AND state IN ('minutes_draft', 'minutes_approved')",
        meeting.id,
        meeting.held_on.isoformat(),
        order="held_on DESC, id DESC",
    )


def _standing(register: Register, meeting: Meeting, section: int) -> AgendaItem:
    why = "standing item"
    if section == 2:
        last = _last_before(register, meeting)
        why = f"minutes of {last.ref}" if last else "no earlier meeting in this register"
    if section == 3:
        why = _action_log(register, meeting)
    if section == 10:
        why = "\n".join(responses_due(register, meeting.held_on)) or NONE_DUE
    return AgendaItem(
        meeting_id=meeting.id, section=section, position=1, title=SECTIONS[section], why=why
    )


def _action_log(register: Register, meeting: Meeting) -> str:
    still = register.tables.actions.where("status = 'open'")
    late = sum(1 for action in still if action.due and action.due < meeting.held_on)
    return f"{len(still)} open, {late} past the date" if still else "no open actions"


def _new_reports(register: Register, meeting: Meeting) -> list[Report]:
    """Return the reports that no meeting has considered and that still need one.

    That is while a recommendation awaits allocation, or while no board has met since it came. One
    that came in with an older tracker, on a day nobody knows, is not new.
    """
    return register.tables.reports.where(
        "id NOT IN (SELECT report_id FROM agenda_item WHERE report_id IS NOT NULL "
        "AND state = 'considered') AND (EXISTS (SELECT 1 FROM recommendation "
        "WHERE report_id = report.id AND force_status = 'awaiting_allocation') "
        "OR received IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.id <> ? "
        "AND state IN ('minutes_draft', 'minutes_approved') AND held_on >= received))",
        meeting.id,
    )


def _own_lines_left(register: Register, meeting: Meeting) -> list[tuple[int, AgendaItem]]:
    """Return again the lines of the secretary's own that the last meeting left."""
    last = _last_before(register, meeting)
    if last is None:
        return []
    left = register.tables.agenda.where(
        f"meeting_id = ? AND recommendation_id IS NULL AND report_id IS NULL AND {_UNDONE}",
        last.id,
        order="section, position, id",
    )
    return [
        (
            item.section,
            AgendaItem(
                meeting_id=meeting.id,
                section=item.section,
                position=1,
                title=item.title,
                why=_left_at(item, last),
                confidential=item.confidential,
            ),
        )
        for item in left
        if item.title not in (SECTIONS[item.section], ERASED)
    ]


def _left_at(item: AgendaItem, last: Meeting) -> str:
    return f"{_LEFT.get(item.state, 'not reached at')} {last.ref}"


def _report_line(meeting: Meeting, report: Report) -> AgendaItem:
    return AgendaItem(
        meeting_id=meeting.id,
        section=4,
        position=1,
        title=f"{report.code} {report.title}",
        report_id=report.id,
        why="new report",
    )


def _line(meeting: Meeting, one: Summary, where: Place) -> AgendaItem:
    return AgendaItem(
        meeting_id=meeting.id,
        section=where.section,
        position=1,
        title=one.ref,
        recommendation_id=one.id,
        why=where.why,
    )
