"""What will be made of a tracker, for the secretary to see before anything is."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.draft import DraftClause, DraftDeadline
from gainboard.domain.incoming.entry import Entry, Outcome, Remark
from gainboard.domain.states import Applicability, ForceStatus, Rag


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReport:
    """Hold a report that rows belong to; `known_id` is set where the register has it already."""

    code: str
    title: str
    source_kind: str
    published: date | None = None
    bodies: tuple[str, ...] = ()
    known_id: int | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """Hold a recommendation as it will stand in the register."""

    entry: Entry
    code: str
    ref: str
    number: str
    kind: str
    status: ForceStatus
    status_reason: str
    applicability: Applicability
    applicability_reason: str
    completed_on: date | None
    rag: Rag | None
    addressees: tuple[str, ...]
    clauses: tuple[DraftClause, ...]
    deadlines: tuple[DraftDeadline, ...]
    agreed_date: date | None
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """Say what becomes of one filled row; rows are counted from 0.

    `words` is what stands in a row that nothing is made of; `ref` what is made, or there already.
    """

    sheet: str
    row: int
    outcome: Outcome
    says: str = ""
    ref: str = ""
    words: str = ""

    @property
    def place(self) -> str:
        """Return where it is: `Recommendations row 812`."""
        return f"{self.sheet} row {self.row + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Hold the whole of it; `seq` is the register's newest entry when it was made.

    `people`, `groups` and `bodies` are the names that the register does not have yet.
    """

    name: str
    seq: int
    reports: tuple[PlannedReport, ...]
    items: tuple[PlannedItem, ...]
    rows: tuple[PlannedRow, ...]
    remarks: tuple[Remark, ...]
    people: tuple[str, ...]
    groups: tuple[str, ...]
    bodies: tuple[str, ...]
    unread: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many rows come to this."""
        return sum(1 for row in self.rows if row.outcome is outcome)

    @property
    def updates(self) -> int:
        """Return how many updates will be made."""
        return sum(len(one.entry.updates) for one in self.items)

    @property
    def new_reports(self) -> tuple[PlannedReport, ...]:
        """Return the reports that the register does not have yet."""
        return tuple(one for one in self.reports if one.known_id is None)

    @property
    def there(self) -> int:
        """Return how many rows are in the register already, or go on with another row."""
        return self.count(Outcome.SKIPPED) + self.count(Outcome.JOINED)

    @property
    def left(self) -> int:
        """Return how many rows make nothing: headings, totals, notes, those without words."""
        return self.count(Outcome.NOT_MADE) + self.count(Outcome.HEADING)

    @property
    def headline(self) -> str:
        """Say in a sentence what becomes of the rows: numbers that come to all of them."""
        made = counted(len(self.items), "recommendation")
        of = counted(len({one.code for one in self.items}), "report")
        told = [f"{made} of {of}" if self.items else made]
        if self.there:
            told.append(f"{counted(self.there, 'row')} there already or kept with another")
        if self.left:
            told.append(f"{counted(self.left, 'row')} not taken in")
        whole = f": {counted(len(self.rows), 'row')} in all" if len(told) > 1 else ""
        doubts = f" {counted(len(self.remarks), 'cell')} remarked on." if self.remarks else ""
        return f"{'; '.join(told)}{whole}.{doubts}"


def counted(count: int, noun: str) -> str:
    """Say how many: "1 row", "2,192 rows"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
