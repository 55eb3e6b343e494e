"""The words of the search box: `rag:red lead:"ACC Crime" due<2026-08 is:overdue`, plain words."""

import re
from collections.abc import Callable
from datetime import date

from gainboard.domain.states import OPEN_STATUSES, OURS, ForceStatus
from gainboard.domain.views import Summary
from gainboard.errors import GainboardError

Test = Callable[[Summary], bool]

_TERM = re.compile(
    r'(?P<not>-)?(?:(?P<field>[A-Za-z]+)(?P<sign>:|<=|>=|<|>|=))?(?:"(?P<quoted>[^"]*)"?|(?P<word>\S+))'
)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TEXTS: dict[str, Callable[[Summary], tuple[str, ...]]] = {
    "rag": lambda one: (one.rag or "",),
    "forecast": lambda one: (one.forecast or "",),
    "status": lambda one: (one.force_status, one.force_status.words),
    "applies": lambda one: (one.applicability, one.applicability.words),
    "inspectorate": lambda one: (one.inspectorate_status,),
    "kind": lambda one: (one.kind, one.kind.replace("_", " ")),
    "report": lambda one: (one.report_code, one.report_title),
    "source": lambda one: (one.source_kind,),
    "ref": lambda one: (one.ref,),
    "number": lambda one: (one.number,),
    "lead": lambda one: (one.chief_officer, one.delivery_lead),
    "chief": lambda one: (one.chief_officer,),
    "delivery": lambda one: (one.delivery_lead,),
    "group": lambda one: (one.group,),
    "paf": lambda one: (one.paf_area,),
    "to": lambda one: one.addressees,
}
_EXACT = frozenset({"rag", "forecast", "ref", "number"})
_IS: dict[str, Test] = {
    "open": lambda one: one.force_status in OPEN_STATUSES,
    "closed": lambda one: one.force_status is ForceStatus.CLOSED,
    "overdue": lambda one: one.days_late > 0,
    "stale": lambda one: one.is_stale,
    "ready": lambda one: one.is_ready,
    "ours": lambda one: one.applicability in OURS,
    "watch": lambda one: one.force_status is ForceStatus.WATCH,
    "unallocated": lambda one: one.force_status is ForceStatus.AWAITING_ALLOCATION,
    "projected": lambda one: one.is_projected,
    "extended": lambda one: one.extensions > 0,
}


def matching(query: str, today: date) -> Test:
    """Return a test for the rows a query wants: every term must hold.

    Raises GainboardError E-BAD-QUERY naming the term that is not understood.
    """
    tests = [_term(found, today) for found in _TERM.finditer(query)]
    return lambda one: all(test(one) for test in tests)


def _term(found: re.Match[str], today: date) -> Test:
    value = found["quoted"] if found["quoted"] is not None else found["word"]
    test = _plain(value) if not found["field"] else _field(found, value.casefold(), today)
    return (lambda one: not test(one)) if found["not"] else test


def _plain(value: str) -> Test:
    words = value.casefold()
    return lambda one: words in _everything(one)


def _field(found: re.Match[str], value: str, today: date) -> Test:
    field, sign = found["field"].lower(), found["sign"]
    if field == "due":
        return _due(sign, value, today)
    if field == "is" and value in _IS:
        return _IS[value]
    if field not in _TEXTS or sign not in (":", "="):
        raise _not_understood(found[0])
    texts = _TEXTS[field]
    if field in _EXACT:
        return lambda one: value in (text.casefold() for text in texts(one))
    return lambda one: any(value in text.casefold() for text in texts(one))


def _due(sign: str, value: str, today: date) -> Test:
    """Compare dates as ISO text, so that `due<2026-08` means before August."""
    value = today.isoformat() if value == "today" else value
    if value == "none":
        return lambda one: one.current_date is None
    if not _DAY.fullmatch(value):
        raise _not_understood(f"due{sign}{value}")
    return lambda one: (
        one.current_date is not None
        and _compare(one.current_date.isoformat()[: len(value)], sign, value)
    )


def _compare(day: str, sign: str, value: str) -> bool:
    return {
        "<": day < value,
        ">": day > value,
        "<=": day <= value,
        ">=": day >= value,
        "=": day == value,
        ":": day == value,
    }[sign]


def _everything(one: Summary) -> str:
    parts = (one.ref, one.text, one.report_title, one.chief_officer, one.delivery_lead, one.group)
    return "\n".join((*parts, one.latest_update, *one.addressees)).casefold()


def _not_understood(term: str) -> GainboardError:
    fields = ", ".join(sorted([*_TEXTS, "due", "is"]))
    return GainboardError(
        "E-BAD-QUERY",
        f"The search does not understand “{term}”; nothing was changed. "
        f"It knows these words before the colon: {fields}.",
    )
