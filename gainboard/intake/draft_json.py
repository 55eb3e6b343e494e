"""A draft as the JSON document that `extract --json` prints."""

from typing import Any

from gainboard.domain.draft import Draft, DraftDeadline, DraftItem, DraftReport

_MONTHS_IN = {"months": 1, "years": 12}


def to_json(draft: Draft) -> dict[str, Any]:
    """Give the contract's document: plain dicts, lists and ISO dates."""
    return {
        "report": _report(draft.report),
        "items": [_item(item) for item in draft.items],
        "warnings": list(draft.warnings),
    }


def _report(report: DraftReport) -> dict[str, Any]:
    return {
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "bodies": list(report.bodies),
        "scope": list(report.scope.ticked()),
        "scope_boxes": report.scope.boxes(),
        "force_quoted": report.force_quoted,
    }


def _item(item: DraftItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "kind": item.kind.value,
        "text": item.text,
        "clauses": [{"label": clause.label, "text": clause.text} for clause in item.clauses],
        "deadlines": [_deadline(deadline) for deadline in item.deadlines],
        "addressees": list(item.addressees),
        "span": list(item.span),
        "heading": item.heading,
        "rating": item.rating,
        "doubts": list(item.doubts),
    }


def _deadline(deadline: DraftDeadline) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "text": deadline.text,
        "basis": deadline.basis.value,
        "due": deadline.due.isoformat() if deadline.due else None,
        "depends_on": deadline.depends_on,
        "rule": deadline.rule,
        "assumption": deadline.assumption,
        "clause": deadline.clause,
    }
    if deadline.period_count is not None and deadline.period_unit is not None:
        shown["period"] = {"count": deadline.period_count, "unit": deadline.period_unit}
        if deadline.period_unit in _MONTHS_IN:
            shown["months"] = deadline.period_count * _MONTHS_IN[deadline.period_unit]
    return shown
