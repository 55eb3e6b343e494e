"""The tracker as a frozen report, in the sections a committee decides on."""

from collections.abc import Callable
from datetime import date

from gainboard.domain.paper import Marking
from gainboard.domain.recommendation import Action
from gainboard.domain.references import clause_ref
from gainboard.domain.sentences import in_short
from gainboard.domain.states import (
    OPEN_STATUSES,
    ActionStatus,
    ExtensionVerdict,
    ForceStatus,
    MeetingState,
)
from gainboard.domain.tracker import ActionRow, ReportRow, Tracker, TrackerRow, TrackerSection
from gainboard.domain.views import Summary
from gainboard.domain.words import shorten
from gainboard.services.imprints import imprint
from gainboard.services.summaries import summaries
from gainboard.services.views import reports
from gainboard.store.register import Register

Belongs = Callable[[Summary], bool]


def tracker(register: Register, *, query: str = "", marking: Marking | None = None) -> Tracker:
    """Return the tracker of what a query finds; each recommendation stands in its sections."""
    stamp = imprint(register, marking)
    found = summaries(register, query)
    rows = {one.id: _row(one, stamp.marking) for one in found}
    return Tracker(
        imprint=stamp,
        sections=tuple(
            TrackerSection(
                title=title,
                says=says,
                rows=tuple(rows[one.id] for one in found if belongs(one)),
            )
            for title, says, belongs in _sections(register)
        ),
        actions=_actions(register, {one.id: one for one in found}),
        reports=_reports(register, {one.report_code for one in found}),
    )


def _sections(register: Register) -> list[tuple[str, str, Belongs]]:
    since, asked = _last_meeting(register), _asked(register)
    done = _closed_since(register, since)
    told = f" since {in_short(since)}" if since else ""
    settled = (ForceStatus.NOT_FOR_US, ForceStatus.NOT_ACCEPTED, ForceStatus.SUPERSEDED)
    return [
        (
            "A Live",
            "Recommendations for the force that are being worked on or await sign-off.",
            lambda one: one.force_status in (ForceStatus.IN_PROGRESS, ForceStatus.PENDING_SIGN_OFF),
        ),
        ("B Completed", f"Recommendations closed{told}.", lambda one: one.id in done),
        (
            "C Extension requested",
            "Recommendations for which a later date is asked for.",
            lambda one: one.id in asked and _is_open(one),
        ),
        (
            "D Overdue",
            "Recommendations past their current date with no extension requested.",
            lambda one: one.days_late > 0 and one.id not in asked,
        ),
        (
            "E Awaiting allocation",
            "Recommendations without leads.",
            lambda one: one.force_status is ForceStatus.AWAITING_ALLOCATION,
        ),
        (
            "Watch list",
            "Somebody else's recommendations that ours depend on.",
            lambda one: one.force_status is ForceStatus.WATCH,
        ),
        (
            "Not for the force",
            "Recommendations that are not ours, are not accepted, or are superseded.",
            lambda one: one.force_status in settled,
        ),
    ]


def _last_meeting(register: Register) -> date | None:
    """Return the day of the meeting before the newest one held; "since the last meeting"."""
    held = register.tables.meetings.where(
        "state <> ?", MeetingState.PLANNED, order="held_on DESC, id DESC LIMIT 2"
    )
    return held[-1].held_on if len(held) == 2 else None


def _closed_since(register: Register, since: date | None) -> set[int]:
    closed = register.tables.recommendations.where("force_status = ?", ForceStatus.CLOSED)
    return {
        one.id
        for one in closed
        if since is None or (one.completed_on is not None and one.completed_on > since)
    }


def _asked(register: Register) -> set[int]:
    waiting = register.tables.extensions.where("verdict = ?", ExtensionVerdict.REQUESTED)
    return {extension.recommendation_id for extension in waiting}


def _row(one: Summary, marking: Marking) -> TrackerRow:
    first = one.deadlines[0] if one.deadlines else None
    return TrackerRow(
        ref=one.ref,
        source=one.source_kind,
        report=one.report_title,
        published=one.published,
        kind=one.kind.replace("_", " "),
        number=one.number,
        clause=" ".join(clause_ref("", c.label) for c in one.clauses if c.label),
        text=one.text,
        addressees="; ".join(one.addressees),
        applicability=one.applicability.words,
        paf_area=one.paf_area,
        chief_officer=one.chief_officer,
        delivery_lead=one.delivery_lead,
        group=one.group,
        deadline_words="; ".join(view.words for view in one.deadlines if view.words),
        deadline_date=first.due if first else None,
        basis=_basis(one),
        current_date=one.current_date,
        extensions=one.extensions,
        force_status=one.force_status.words,
        inspectorate_status=one.inspectorate_status,
        rag=one.rag,
        forecast=one.forecast,
        latest_update=one.latest_update,
        previous_update=one.previous_update,
        evidence_held=one.evidence_held,
        last_decision=one.last_decision,
        open_actions=one.open_actions,
        next_review=one.recheck_on or (one.current_date if _is_open(one) else None),
        marking=marking.words,
        is_overdue=one.days_late > 0,
    )


def _basis(one: Summary) -> str:
    """Return the rules the dates came by; a date that is only projected is never shown as more."""
    rules = [view.rule for view in one.deadlines if view.rule]
    return "; ".join([*rules, "current date projected"] if one.is_projected else rules)


def _is_open(one: Summary) -> bool:
    return one.force_status in OPEN_STATUSES


def _reports(register: Register, codes: set[str]) -> tuple[ReportRow, ...]:
    return tuple(
        ReportRow(
            code=view.report.code,
            title=view.report.title,
            source=view.report.source_kind,
            published=view.report.published,
            response_due=view.clocks[0].last_day if view.clocks else None,
            rule=f"{view.clocks[0].act}: {view.clocks[0].rule}" if view.clocks else "",
            items=view.recommendations,
            for_force=view.for_force,
            open=view.open,
        )
        for view in reports(register)
        if view.report.code in codes
    )


def _actions(register: Register, found: dict[int, Summary]) -> tuple[ActionRow, ...]:
    people = {person.id: person.name for person in register.tables.people.all()}
    meetings = {meeting.id: meeting.ref for meeting in register.tables.meetings.all()}
    return tuple(
        _action(action, found[action.recommendation_id], people, meetings)
        for action in register.tables.actions.all()
        if action.recommendation_id in found
    )


def _action(
    action: Action, parent: Summary, people: dict[int, str], meetings: dict[int, str]
) -> ActionRow:
    return ActionRow(
        ref=action.ref,
        parent=parent.ref,
        parent_text=shorten(parent.text, 200),
        text=action.text,
        owner=people[action.owner_id] if action.owner_id else "",
        original_due=action.original_due,
        due=action.due,
        status="complete" if action.status is ActionStatus.COMPLETE else "open",
        raised_at=meetings[action.meeting_id] if action.meeting_id else "",
        completed_on=action.completed_on,
    )
