"""Where a row's recommendation stands and whose it is, by what its tracker says.

Nothing is closed here: what the tracker calls closed was closed before this register began, and
is recorded as that, in the tracker's own words and without a decision of the board.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from gainboard.domain import rag as rules
from gainboard.domain.incoming.entry import Entry
from gainboard.domain.incoming.meanings import OPEN
from gainboard.domain.own_names import speaks_of_force
from gainboard.domain.stated_dates import written
from gainboard.domain.states import SETTLED_STATUSES, Applicability, ForceStatus, Rag

_S, _A = ForceStatus, Applicability
_BEFORE = {
    _S.CLOSED: "Closed",
    _S.SUPERSEDED: "Superseded",
    _S.NOT_ACCEPTED: "Not accepted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Hold status, applicability and rating, each with its reason; `unrated` is a rating refused.

    A rating is refused where it says what only the status can say.
    """

    status: ForceStatus
    status_reason: str
    applicability: Applicability
    applicability_reason: str
    completed_on: date | None
    rag: Rag | None
    unrated: Rag | None = None


def standing(entry: Entry, addressees: Sequence[str], own: Container[str]) -> Standing:
    """Decide by the tracker's words; `own` are the plain names of the force."""
    status = _status(entry)
    whose, why = _whose(entry, status, addressees, own)
    status = _agreeing(entry, status, whose)
    rag = Rag.BLUE if status is _S.CLOSED else entry.rag
    refused = rag is not None and rules.says_another_thing(rag, status)
    return Standing(
        status=status,
        status_reason=_reason(entry, status),
        applicability=whose,
        applicability_reason=why,
        completed_on=entry.closed_on if status is _S.CLOSED else None,
        rag=None if refused else rag,
        unrated=rag if refused else None,
    )


def _status(entry: Entry) -> ForceStatus:
    if entry.status and entry.status != OPEN:
        return ForceStatus(entry.status)
    if not entry.status and not entry.status_words and entry.closed_on:
        return _S.CLOSED
    led = entry.delivery_lead or entry.chief_officer or entry.group
    return _S.IN_PROGRESS if led else _S.AWAITING_ALLOCATION


def _agreeing(entry: Entry, status: ForceStatus, whose: Applicability) -> ForceStatus:
    """Let what is not for the force be no work of it, unless the tracker says it is settled."""
    if status in SETTLED_STATUSES or not entry.applicability:
        return status
    if whose is _A.NOT_APPLICABLE:
        return _S.NOT_FOR_US
    if whose is _A.WATCH:
        return _S.WATCH
    return _S.AWAITING_ALLOCATION if status in (_S.WATCH, _S.NOT_FOR_US) else status


def _whose(
    entry: Entry, status: ForceStatus, addressees: Sequence[str], own: Container[str]
) -> tuple[Applicability, str]:
    if entry.applicability:
        return _A(entry.applicability), "as the tracker says"
    if status is _S.WATCH:
        return _A.WATCH, f"the tracker says “{entry.status_words}”"
    if status is _S.NOT_FOR_US:
        return _A.NOT_APPLICABLE, f"the tracker says “{entry.status_words}”"
    named = " and ".join(addressees)
    if any(speaks_of_force(name, own) for name in addressees):
        return _A.FOR_FORCE, f"it is addressed to {named}"
    if entry.delivery_lead or entry.chief_officer or entry.group:
        return _A.FOR_FORCE, "the tracker names who leads on it"
    if not addressees:
        return _A.FOR_FORCE, "it stands in the tracker that the force kept"
    return _A.UNDECIDED, f"to be decided: it is addressed to {named}"


def _reason(entry: Entry, status: ForceStatus) -> str:
    if status not in _BEFORE:
        return ""
    words = f": “{entry.status_words}”" if entry.status_words else ""
    day = f", on {written(entry.closed_on)}" if entry.closed_on else ", with no date given"
    return f"{_BEFORE[status]} before this register began, as the tracker says{words}{day}."
