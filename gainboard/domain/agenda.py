"""The agenda that builds itself: the board's standing sections, and what returns by rule."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gainboard.domain.states import OPEN_STATUSES, ForceStatus, Rag

SECTIONS: dict[int, str] = {
    1: "Welcome, attendance and declarations",
    2: "Minutes of the last meeting",
    3: "Action log",
    4: "New reports and allocation",
    5: "Causes of concern",
    6: "Overdue and extension requests",
    7: "Submitted for closure",
    8: "Exceptions by delivery group",
    9: "Other sources",
    10: "Forthcoming inspections and statutory responses due",
    11: "Risks to escalate",
    12: "Any other business and next meeting",
}
INSPECTIONS = frozenset({"inspection", "joint inspection"})
STANDING = frozenset({1, 2, 3, 9, 10, 11, 12})


class Standing(Protocol):
    """What the rules of the agenda ask of a recommendation, and nothing else."""

    @property
    def force_status(self) -> ForceStatus: ...
    @property
    def current_date(self) -> date | None: ...
    @property
    def is_projected(self) -> bool: ...
    @property
    def recheck_on(self) -> date | None: ...
    @property
    def is_ready(self) -> bool: ...
    @property
    def is_stale(self) -> bool: ...
    @property
    def kind(self) -> str: ...
    @property
    def source_kind(self) -> str: ...
    @property
    def rag(self) -> Rag | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a recommendation stands on an agenda, and by which rule."""

    section: int
    why: str


def place(
    item: Standing,
    on: date,
    *,
    extension_asked: bool = False,
    escalated: str = "",
    carried: str = "",
) -> Place | None:
    """Return the section a recommendation comes under on that day, or None.

    What is watched comes only where an earlier meeting left it; what is settled never.

    The first rule that holds decides: closure, allocation, lateness, concern, escalation,
    exception, and last what an earlier meeting deferred or did not reach. `escalated` and
    `carried` say at which. Exceptions of no inspection come under other sources.
    """
    if item.force_status is ForceStatus.WATCH:
        return Place(section=8, why=carried) if carried else None
    if item.force_status not in OPEN_STATUSES:
        return None
    for section, why in _reasons(item, on, extension_asked, escalated):
        return Place(section=section, why=_with_carried(why, carried))
    return Place(section=8, why=carried) if carried else None


def _reasons(
    item: Standing, on: date, extension_asked: bool, escalated: str
) -> list[tuple[int, str]]:
    exception = 8 if item.source_kind in INSPECTIONS else 9
    late = (on - item.current_date).days if item.current_date and not item.is_projected else 0
    recheck = item.recheck_on is not None and item.recheck_on <= on
    awaiting = item.force_status is ForceStatus.AWAITING_ALLOCATION
    pending = item.force_status is ForceStatus.PENDING_SIGN_OFF
    found = [
        (7, "re-check date reached", pending and recheck),
        (7, "pending sign-off", pending and item.recheck_on is None),
        (4, "awaiting allocation", awaiting),
        (7, "every clause has sufficient evidence", not awaiting and not pending and item.is_ready),
        (6, "extension requested", extension_asked),
        (6, f"{late} day{'' if late == 1 else 's'} past its date", late > 0 and not pending),
        (5, "cause of concern", item.kind == "cause_of_concern"),
        (11, escalated, bool(escalated)),
        (exception, "off track", item.rag is Rag.RED),
        (exception, "at risk", item.rag is Rag.AMBER),
        (exception, "no recent update", item.is_stale),
    ]
    return [(section, why) for section, why, holds in found if holds]


def _with_carried(why: str, carried: str) -> str:
    return f"{why}; {carried}" if carried else why
