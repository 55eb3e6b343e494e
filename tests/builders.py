"""Registers of a force that does not exist, and reports in the forms real ones come in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from gainboard.domain.deadlines import find_deadlines
from gainboard.domain.draft import (
    Basis,
    Draft,
    DraftClause,
    DraftDeadline,
    DraftItem,
    DraftReport,
    Kind,
    Scope,
)
from gainboard.domain.states import Verdict
from gainboard.services.allocation import allocate
from gainboard.services.evidence import judge, offer
from gainboard.services.founding import found
from gainboard.services.meetings import open_meeting
from gainboard.services.taking_in import take_in
from gainboard.store.journal import Clock
from gainboard.store.register import Register, open_register
from gainboard.store.tables import RECORDS

FORCE = "Northmoor Police"
PUBLISHED = date(2025, 7, 10)
TODAY = date(2026, 3, 12)
CODE = "CCP25"


class StoppedClock:
    """Tell one time until it is put forward."""

    def __init__(self, at: datetime = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, days: int) -> None:
        """Let days go by."""
        self.at += timedelta(days=days)


def a_register(folder: Path, *, clock: Clock | None = None, name: str = "north") -> Register:
    """Found and open an empty register of Northmoor Police in a folder."""
    path = folder / f"{name}.gainboard"
    ticking = clock or StoppedClock()
    found(path, force=FORCE, clock=ticking)
    return open_register(path, clock=ticking)


@contextmanager
def a_year(folder: Path, *, clock: Clock | None = None) -> Iterator[Register]:
    """Open a register that holds the whole of `a_draft` under the code CCP25."""
    with a_register(folder, clock=clock) as register:
        take_in(register, a_draft(), document_name="care.txt", code=CODE)
        yield register


def an_item(
    number: str | None, text: str, *, parts: tuple[str, ...] = (), **more: Any
) -> DraftItem:
    """Return an item as a document would give it; its deadlines are read from the text."""
    return DraftItem(
        number=number,
        kind=more.pop("kind", Kind.RECOMMENDATION),
        text=text,
        clauses=tuple(
            DraftClause(label=chr(ord("a") + nth), text=part) for nth, part in enumerate(parts)
        ),
        deadlines=more.pop("deadlines", find_deadlines(text, PUBLISHED)),
        addressees=more.pop("addressees", ("police forces",)),
        span=(0, len(text)),
        **more,
    )


def after(number: str, months: int) -> DraftDeadline:
    """Return a deadline that waits for another recommendation."""
    return DraftDeadline(
        text=f"Within {months} months of the completion of recommendation {number}",
        basis=Basis.RELATIVE_TO_RECOMMENDATION,
        due=None,
        rule=f"{months} months after the completion of recommendation {number}",
        depends_on=number,
        period_count=months,
        period_unit="months",
    )


def a_draft(*items: DraftItem, title: str = "Care in custody and the prisoner's day") -> Draft:
    """Return a joint report of two fictional inspectorates; six items unless others are given."""
    return Draft(
        report=DraftReport(
            title=title,
            published=PUBLISHED,
            bodies=("Inspectorate of Cells", "Inspectorate of Courts"),
            scope=Scope(national=True, thematic=True),
        ),
        items=items or tuple(_usual_items()),
        warnings=(),
        source="Care in custody.\n\nWords of the report, as read.",
    )


def _usual_items() -> Iterator[DraftItem]:
    yield an_item(
        "1",
        "By 30 September 2026, chief constables should make sure that custody records:\n"
        "- hold the time an appropriate adult was asked for;\n- hold the time one came; and\n"
        "- are dip sampled every month.",
        parts=("hold the time asked for", "hold the time one came", "are dip sampled"),
        addressees=("chief constables",),
    )
    yield an_item(
        "2",
        "By July 2026, the National Custody Board should publish one form for the handover.",
        addressees=("the National Custody Board",),
    )
    text = "Within 12 months of the completion of recommendation 2, police forces should use it."
    yield an_item("3", text, deadlines=(after("2", 12),))
    yield an_item(
        "4",
        "With immediate effect, police forces should stop holding children in adult cells.",
        kind=Kind.CAUSE_OF_CONCERN,
    )
    yield an_item(
        None,
        "The force does not always tell people held why force was used on them.",
        kind=Kind.COMPLIANCE_ISSUE,
        addressees=(),
    )
    yield an_item("5", "Police forces should agree with courts when a prisoner's day begins.")


LEADS = {
    "chief_officer": "ACC Justice",
    "delivery_lead": "Ch Insp Custody",
    "group": "Criminal Justice Delivery Group",
}
MEETING = "GAIN 2026/03"


def allocated(register: Register, ref: str = "CCP25-1") -> str:
    """Allocate a recommendation to the usual leads and return its reference."""
    allocate(register, ref, **LEADS)
    return ref


def proven(register: Register, ref: str = "CCP25-1", *clauses: str) -> str:
    """Offer evidence for clauses of a recommendation and have it judged sufficient."""
    offer(register, ref, clauses=clauses, text="Dip sample of February")
    judge(register, ref, clauses=clauses, verdict=Verdict.SUFFICIENT, by="Head of Assurance")
    return ref


def in_meeting(register: Register, ref: str = MEETING, on: date = TODAY) -> str:
    """Open a meeting and return its reference."""
    open_meeting(register, ref, on=on, chair="Deputy Chief Constable")
    return ref


def sentence_of(register: Register) -> str:
    """Return the newest decision's sentence."""
    return register.tables.decisions.all()[-1].sentence


def dump(register: Register) -> dict[str, list[Any]]:
    """Return every row of every record table."""
    return {
        name: register.db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
        for name in RECORDS
    }
