"""Frozen pictures of the register that windows, commands and papers show; no one writes them."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.meeting import AgendaItem, Attendance, Decision, Meeting
from gainboard.domain.recommendation import (
    Action,
    Clause,
    Evidence,
    EvidenceClause,
    Extension,
    Recommendation,
    StatusEntry,
    Update,
)
from gainboard.domain.report import Finding, Report
from gainboard.domain.states import Applicability, ForceStatus, Rag


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """A deadline as shown: `due` is known, `projected` only reckoned from another's date."""

    words: str
    basis: str
    rule: str
    due: date | None
    projected: date | None
    assumed: bool
    on_clauses: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One recommendation as a row of a list.

    `current_date` is what the board works to: the agreed date, else the first due or projected
    one. `rag` is as shown: blue when closed, grey when not ours, red once past the date.
    `missing` says in words what closing still needs; empty when nothing or when it is closed.
    `is_ready` tells that evidence has been judged and every clause is met.
    """

    id: int
    ref: str
    report_code: str
    report_title: str
    source_kind: str
    published: date | None
    number: str
    kind: str
    rating: str
    text: str
    clauses: tuple[Clause, ...]
    addressees: tuple[str, ...]
    applicability: Applicability
    force_status: ForceStatus
    inspectorate_status: str
    rag: Rag | None
    forecast: Rag | None
    chief_officer: str
    delivery_lead: str
    group: str
    paf_area: str
    deadlines: tuple[DeadlineView, ...]
    current_date: date | None
    is_projected: bool
    extensions: int
    days_late: int
    is_stale: bool
    recheck_on: date | None
    latest_update: str
    previous_update: str
    last_decision: str
    evidence_held: str
    open_actions: str
    missing: str
    is_ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """An update with the name of who made it."""

    update: Update
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A piece of evidence, what it is offered for, and the judges' names by clause id."""

    evidence: Evidence
    for_clauses: tuple[EvidenceClause, ...]
    judges: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A clause with where it stands: `is_met`, and `state` in words ("sufficient, E3")."""

    clause: Clause
    ref: str
    is_met: bool
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """An action with its owner's name, its parent's reference and the meeting's."""

    action: Action
    owner: str
    parent: str
    parent_text: str
    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One recommendation with everything that hangs on it, newest first where dated."""

    summary: Summary
    recommendation: Recommendation
    report: Report
    finding: Finding | None
    clauses: tuple[ClauseView, ...]
    updates: tuple[UpdateView, ...]
    evidence: tuple[EvidenceView, ...]
    actions: tuple[ActionView, ...]
    extensions: tuple[Extension, ...]
    decisions: tuple[Decision, ...]
    statuses: tuple[StatusEntry, ...]
    depends_on: tuple[str, ...]
    depended_on_by: tuple[str, ...]
    joint_with: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report with who made it, its clock and its counts."""

    report: Report
    bodies: tuple[str, ...]
    clocks: tuple["ClockView", ...]
    recommendations: int
    for_force: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """A statutory clock: its law, last day, and what is left, in words ("12 days left")."""

    name: str
    act: str
    last_day: date
    rule: str
    assumption: bool
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceView:
    """One person's attendance with the name."""

    attendance: Attendance
    name: str
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One line of the agenda as shown; `ref` is empty for a line about no recommendation."""

    item: AgendaItem
    number: str
    ref: str
    rag: Rag | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """A meeting as its screen shows it; `current` is the line being taken, or None."""

    meeting: Meeting
    lines: tuple[AgendaLine, ...]
    attendance: tuple[AttendanceView, ...]
    current: AgendaLine | None
    quorum: str

    @property
    def without_outcome(self) -> tuple[AgendaLine, ...]:
        """Return the lines that wait for an outcome still."""
        return tuple(line for line in self.lines if line.item.state in ("waiting", "current"))
