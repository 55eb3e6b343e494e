"""What intake found in a document, before anybody has accepted it: plain values, nothing stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# In a rule: counted from the report that a response answers, not from the response.
OF_ANSWERED = "of the report answered"


class Basis(StrEnum):
    """Say what a deadline is counted from (domain rules, section 4)."""

    STATED_DAY = "stated_day"
    STATED_MONTH = "stated_month"
    STATED_YEAR = "stated_year"
    STATED_SEASON = "stated_season"
    RELATIVE_TO_PUBLICATION = "relative_to_publication"
    RELATIVE_TO_RECOMMENDATION = "relative_to_recommendation"
    RELATIVE_TO_EVENT = "relative_to_event"
    IMMEDIATE = "immediate"
    FOLLOWS_PARENT = "follows_parent"
    NONE = "none"


class Kind(StrEnum):
    """Name the kinds of item a report can make, as the contract of `extract --json` spells them."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    CAUSE_OF_CONCERN = "cause_of_concern"
    COMPLIANCE_ISSUE = "compliance_issue"
    AUDIT_FINDING = "audit_finding"
    LEARNING = "learning"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDeadline:
    """Keep a deadline's words as written beside the date they resolve to and the rule used.

    `due` is None where the words or the facts at hand give no day; `rule` then says why.
    `clause` is the label of the clause it belongs to, "clauses" where it covers them all,
    or None for the whole item.
    """

    text: str
    basis: Basis
    due: date | None
    rule: str
    assumption: bool = False
    depends_on: str | None = None
    period_count: int | None = None
    period_unit: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClause:
    """Hold one testable limb of an item, labelled in reading order: a, b, …"""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """Hold one recommendation or finding; `span` is half-open in the draft's source."""

    number: str | None
    kind: Kind
    text: str
    clauses: tuple[DraftClause, ...] = ()
    deadlines: tuple[DraftDeadline, ...] = ()
    addressees: tuple[str, ...] = ()
    span: tuple[int, int]
    heading: str | None = None
    doubts: tuple[str, ...] = ()
    rating: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Hold the five boxes of a response form; None where the tick cannot be read."""

    force_specific: bool | None = None
    national: bool | None = None
    follow_up: bool | None = None
    thematic: bool | None = None
    partner: bool | None = None

    def boxes(self) -> dict[str, bool | None]:
        """Give the five boxes by name, in the order of the form."""
        return {name: getattr(self, name) for name in self.__slots__}

    def ticked(self) -> tuple[str, ...]:
        """Name the boxes that are known to be ticked."""
        return tuple(name for name, tick in self.boxes().items() if tick)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """Hold what the document says about the report itself."""

    title: str | None = None
    published: date | None = None
    bodies: tuple[str, ...] = ()
    scope: Scope = Scope()
    force_quoted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold everything found in one document; item spans index into `source`."""

    report: DraftReport
    items: tuple[DraftItem, ...]
    warnings: tuple[str, ...]
    source: str
