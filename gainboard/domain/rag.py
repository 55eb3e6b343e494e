"""Which RAG is shown, and what a forecast says of the date (domain rules, section 3)."""

from datetime import date

from gainboard.domain.states import ForceStatus, Rag

_NOT_OURS = frozenset(
    {
        ForceStatus.WATCH,
        ForceStatus.NOT_FOR_US,
        ForceStatus.NOT_ACCEPTED,
        ForceStatus.SUPERSEDED,
    }
)


def shown(
    status: ForceStatus, reported: Rag | None, current: date | None, today: date
) -> Rag | None:
    """Return the RAG to show: blue when closed, grey when not ours, red past the current date."""
    if status is ForceStatus.CLOSED:
        return Rag.BLUE
    if status in _NOT_OURS:
        return Rag.GREY
    if current is not None and current < today:
        return Rag.RED
    return reported


def says_another_thing(rag: Rag, status: ForceStatus) -> bool:
    """Tell whether a rating says of a recommendation what only its status can say."""
    if rag is Rag.BLUE:
        return status is not ForceStatus.CLOSED
    return rag is Rag.GREY and status not in _NOT_OURS


def forecast(expected: date, current: date | None) -> Rag:
    """Return what a forecast date says of the current date: red where it is missed."""
    return Rag.RED if current is not None and expected > current else Rag.GREEN
