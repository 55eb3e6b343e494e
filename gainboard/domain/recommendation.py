"""A recommendation and what hangs on it: clauses, deadlines, updates, evidence, extensions."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.record import Record
from gainboard.domain.states import (
    ActionStatus,
    Applicability,
    ExtensionVerdict,
    ForceStatus,
    Rag,
    UpdateState,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """One recommendation, verbatim, with its two statuses and its leads.

    `agreed_date` is the current date the board has agreed; None until it changed the first one.
    `ref` is printed everywhere, e.g. `JCB25-5`. `span` of the text in the report is half-open.
    """

    report_id: int
    finding_id: int | None = None
    position: int
    number: str = ""
    ref: str
    kind: str
    rating: str = ""
    text: str
    span_start: int | None = None
    span_end: int | None = None
    applicability: Applicability = Applicability.UNDECIDED
    applicability_reason: str = ""
    joint_with_id: int | None = None
    chief_officer_id: int | None = None
    delivery_lead_id: int | None = None
    delivery_group_id: int | None = None
    paf_area: str = ""
    force_status: ForceStatus = ForceStatus.AWAITING_ALLOCATION
    status_reason: str = ""
    superseded_by_id: int | None = None
    inspectorate_status: str = ""
    rag: Rag | None = None
    forecast_rag: Rag | None = None
    agreed_date: date | None = None
    recheck_on: date | None = None
    completed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Record):
    """One testable limb. A recommendation without parts has one, with an empty label."""

    recommendation_id: int
    position: int
    label: str = ""
    text: str
    waived_on: date | None = None
    waiver_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Record):
    """The words as written, with the date they come to and the rule that gave it.

    `due` is None while unknown; `on_clauses` says that the words stand over the clauses and not
    over the whole. `basis` is a value of `gainboard.domain.deadlines.Basis`.
    """

    recommendation_id: int
    position: int
    words: str
    basis: str
    rule: str = ""
    due: date | None = None
    assumed: bool = False
    depends_on_id: int | None = None
    period_count: int | None = None
    period_unit: str | None = None
    on_clauses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee(Record):
    """Whom a recommendation speaks to, in its own words, and the body we know them as."""

    recommendation_id: int
    position: int
    name: str
    body_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A word the board files a recommendation under."""

    recommendation_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry(Record):
    """One line of the inspectorate status's dated log."""

    recommendation_id: int
    status: str
    set_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Improvement activity under its recommendation."""

    ref: str
    recommendation_id: int
    text: str
    owner_id: int | None = None
    due: date | None = None
    original_due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    paf_plan: str = ""
    meeting_id: int | None = None
    completed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Record):
    """A dated progress record; never overwritten."""

    recommendation_id: int
    made_on: date
    text: str
    by_id: int | None = None
    entered_by: str = ""
    rag: Rag | None = None
    forecast_on: date | None = None
    state: UpdateState = UpdateState.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What is offered to show that clauses are met; `dated` is the day it speaks of."""

    recommendation_id: int
    position: int
    text: str
    dated: date | None = None
    added_on: date
    attachment_id: int | None = None
    held_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClause(Record):
    """One clause a piece of evidence is offered for, and what its judge found."""

    evidence_id: int
    clause_id: int
    verdict: Verdict | None = None
    judged_by_id: int | None = None
    judged_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension(Record):
    """A later date asked for, and the board's answer; granted ones are counted."""

    recommendation_id: int
    requested_to: date
    reason: str = ""
    requested_by_id: int | None = None
    requested_on: date
    former_date: date | None = None
    verdict: ExtensionVerdict = ExtensionVerdict.REQUESTED
    decided_on: date | None = None
    decision_id: int | None = None
