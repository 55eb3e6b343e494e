"""The clocks an Act starts when a report is published, and the board's own target beside them."""

from dataclasses import dataclass
from datetime import date, timedelta

STATUTORY_DAYS = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Hold the last day for a response and the rule it was counted by."""

    name: str
    act: str
    last_day: date
    rule: str
    assumption: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Hold a duty that an Act sets beside the clock, in plain words."""

    act: str
    says: str


INSPECTION_DUTIES = (
    Duty(
        act="Police Act 1996 s.55(4)",
        says="The local policing body invites the chief officer's comments by a date it sets.",
    ),
    Duty(
        act="Police Act 1996 s.55(5B)",
        says="The response explains, for each recommendation, the action taken or proposed,"
        " or why none has been or will be taken.",
    ),
    Duty(
        act="Police Act 1996 s.55(6)",
        says="Copies of what is published go to the inspectors of constabulary and to the"
        " Secretary of State.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Statute:
    name: str
    act: str
    counted_from: str
    assumption: bool


_INSPECTION = _Statute(
    "Statutory response", "Police Act 1996 s.55(5A)", "the day of publication", False
)
_STATUTES = {
    "inspection": _INSPECTION,
    "joint inspection": _INSPECTION,
    "iopc learning": _Statute(
        "Response to learning recommendations",
        "Police Reform Act 2002 Sch 3 para 28B",
        "the day of the recommendation",
        False,
    ),
    "prevention-of-future-deaths report": _Statute(
        "Response to the coroner",
        "Coroners (Investigations) Regulations 2013 reg 29",
        "the date of the report",
        True,
    ),
}


def statutory_last_day(first_day: date) -> date:
    """Give the last of 56 days that begin with `first_day` (Police Act 1996 s.55(5A))."""
    return first_day + timedelta(days=STATUTORY_DAYS - 1)


def clocks_for(
    source_kind: str, published: date | None, internal_target_days: int | None = None
) -> tuple[Clock, ...]:
    """List the clocks a report starts; none where its publication date is not known."""
    if published is None:
        return ()
    clocks = []
    statute = _STATUTES.get(source_kind.strip().lower())
    if statute is not None:
        clocks.append(_statutory(statute, published))
    if internal_target_days is not None:
        clocks.append(_internal(published, internal_target_days))
    return tuple(clocks)


def duties_for(source_kind: str) -> tuple[Duty, ...]:
    """List the duties beside the clock (Police Act 1996 s.55(4), (5B), (6))."""
    return INSPECTION_DUTIES if _STATUTES.get(source_kind.strip().lower()) is _INSPECTION else ()


def _statutory(statute: _Statute, published: date) -> Clock:
    if statute.assumption:  # the Regulations say "of the date", not "beginning with"
        last, rule = published + timedelta(days=STATUTORY_DAYS), "56 days from"
    else:
        last, rule = statutory_last_day(published), "56 days beginning with"
    note = " (assumption)" if statute.assumption else ""
    return Clock(
        name=statute.name,
        act=statute.act,
        last_day=last,
        rule=f"{rule} {statute.counted_from}{note}",
        assumption=statute.assumption,
    )


def _internal(published: date, days: int) -> Clock:
    return Clock(
        name="Internal target",
        act="the board's own setting",
        last_day=published + timedelta(days=days),
        rule=f"{days} days after the day of publication",
    )
