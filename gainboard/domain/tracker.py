"""The tracker as a frozen report: sections of rows in the order a committee reads them."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.paper import Imprint
from gainboard.domain.states import Rag


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerRow:
    """One recommendation (or clause of it) in the tracker's columns; empty text where nothing is.

    `clause` is the labels of its clauses, "(a) (b)"; `text` is whole and verbatim. `basis` is the
    rule the date came by, in words. `extensions` counts those granted. `is_overdue` is no column:
    the summary counts it, and a date that is only projected binds nobody.
    """

    ref: str
    source: str
    report: str
    published: date | None
    kind: str
    number: str
    clause: str
    text: str
    addressees: str
    applicability: str
    paf_area: str
    chief_officer: str
    delivery_lead: str
    group: str
    deadline_words: str
    deadline_date: date | None
    basis: str
    current_date: date | None
    extensions: int
    force_status: str
    inspectorate_status: str
    rag: Rag | None
    forecast: Rag | None
    latest_update: str
    previous_update: str
    evidence_held: str
    last_decision: str
    open_actions: str
    next_review: date | None
    marking: str
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action of the action log, always with its parent recommendation."""

    ref: str
    parent: str
    parent_text: str
    text: str
    owner: str
    original_due: date | None
    due: date | None
    status: str
    raised_at: str
    completed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report behind the tracker's rows; `response_due` is its statutory clock's last day."""

    code: str
    title: str
    source: str
    published: date | None
    response_due: date | None
    rule: str
    items: int
    for_force: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerSection:
    """One sheet of the tracker, e.g. "A Live"; `says` is what belongs there, in a sentence."""

    title: str
    says: str
    rows: tuple[TrackerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """The whole tracker: sections A to E and the watch list, the action log, the reports."""

    imprint: Imprint
    sections: tuple[TrackerSection, ...]
    actions: tuple[ActionRow, ...]
    reports: tuple[ReportRow, ...] = ()


COLUMNS: dict[str, str] = {
    "ref": "Ref",
    "source": "Source",
    "report": "Report",
    "published": "Published",
    "kind": "Kind",
    "number": "Rec no.",
    "clause": "Clause",
    "text": "Text",
    "addressees": "Addressees",
    "applicability": "Applicability",
    "paf_area": "PAF area",
    "chief_officer": "Chief officer lead",
    "delivery_lead": "Delivery lead",
    "group": "Delivery group",
    "deadline_words": "Deadline as written",
    "deadline_date": "Deadline date",
    "basis": "Basis",
    "current_date": "Current date",
    "extensions": "Extensions",
    "force_status": "Force status",
    "inspectorate_status": "Inspectorate status",
    "rag": "RAG",
    "forecast": "Forecast",
    "latest_update": "Latest update",
    "previous_update": "Previous update",
    "evidence_held": "Evidence held",
    "last_decision": "Last decision",
    "open_actions": "Open actions",
    "next_review": "Next review",
    "marking": "Marking",
}
