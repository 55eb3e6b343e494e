"""One row of a tracker as it was understood, and what of it was not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gainboard.domain.incoming.days import Day
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.workbook import cell_name
from gainboard.domain.states import Rag


class Outcome(StrEnum):
    """Say what becomes of a row."""

    MADE = "made"
    JOINED = "joined"
    SKIPPED = "skipped"
    HEADING = "heading"
    NOT_MADE = "not_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Name a cell whose words were not understood, or a doubt about them; and what was done."""

    sheet: str
    cell: str
    words: str
    says: str

    @property
    def place(self) -> str:
        """Return where it is: `Recommendations!F812`."""
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Hold one update: its words, its day and who gave it, as far as the tracker says so."""

    text: str
    on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold one recommendation of a tracker; empty text where the tracker says nothing.

    `status` is what its words were chosen to mean (a ForceStatus, or OPEN); `notes` are the cells
    that stand in no field of ours, and those that were not understood, each with its column's
    name; `cells` is every cell that is taken in, for the record; `places` is where fields stand.
    """

    sheet: str
    row: int
    text: str
    ref: str = ""
    number: str = ""
    report: str = ""
    published: date | None = None
    source_kind: str = ""
    bodies: tuple[str, ...] = ()
    kind: str = ""
    rating: str = ""
    addressee: str = ""
    applicability: str = ""
    themes: tuple[str, ...] = ()
    paf_area: str = ""
    chief_officer: str = ""
    delivery_lead: str = ""
    group: str = ""
    deadline_words: str = ""
    due: Day | None = None
    current_date: date | None = None
    status: str = ""
    status_words: str = ""
    closed_on: date | None = None
    inspectorate_status: str = ""
    rag: Rag | None = None
    forecast: Rag | None = None
    updates: tuple[Told, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    places: Mapping[Field, tuple[int, ...]] = field(default_factory=dict, compare=False)

    def remark(self, of: Field, says: str, words: str = "") -> Remark:
        """Return a remark on the cell of a field; on the row's first cell where it has none."""
        column = next(iter(self.places.get(of, ())), 0)
        return Remark(sheet=self.sheet, cell=cell_name(self.row, column), words=words, says=says)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """Say what a row was taken for, and why where no recommendation was made of it."""

    sheet: str
    row: int
    outcome: Outcome
    says: str = ""
    entry: Entry | None = None
    words: str = ""

    @property
    def place(self) -> str:
        """Return where it is: `Recommendations row 812`."""
        return f"{self.sheet} row {self.row + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackerRead:
    """Hold every filled row below the headers, and every remark, in reading order."""

    rows: tuple[RowRead, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
