"""A review as words a register can keep, and back."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from gainboard.domain.draft import (
    Basis,
    DraftClause,
    DraftDeadline,
    DraftItem,
    DraftReport,
    Kind,
    Scope,
)
from gainboard.domain.states import Applicability
from gainboard.gui.intake_review import Entry, Review

FORM = 1


def write_review(review: Review) -> str:
    """Return a review as JSON."""
    return json.dumps({"form": FORM, **asdict(review)}, default=str, ensure_ascii=False)


def read_review(words: str) -> Review | None:
    """Return the review kept as JSON; None where it is of another form."""
    try:
        kept = json.loads(words)
        return _review(kept) if kept.get("form") == FORM else None
    except (ValueError, KeyError, TypeError, AttributeError):
        # A draft of an older or newer program: the document itself is still there to be read.
        return None


def _review(kept: dict[str, Any]) -> Review:
    report = kept["report"]
    return Review(
        name=kept["name"],
        report=DraftReport(
            **{
                **report,
                "published": _day(report["published"]),
                "bodies": tuple(report["bodies"]),
                "scope": Scope(**report["scope"]),
            }
        ),
        entries=tuple(_entry(entry) for entry in kept["entries"]),
        source=kept["source"],
        warnings=tuple(kept["warnings"]),
        at=kept["at"],
        code=kept["code"],
        source_kind=kept["source_kind"],
        month_rule=kept["month_rule"],
    )


def _entry(kept: dict[str, Any]) -> Entry:
    chosen = kept["applicability"]
    return Entry(
        item=_item(kept["item"]),
        reviewed=kept["reviewed"],
        applicability=Applicability(chosen) if chosen else None,
    )


def _item(kept: dict[str, Any]) -> DraftItem:
    start, end = kept["span"]
    return DraftItem(
        number=kept["number"],
        kind=Kind(kept["kind"]),
        text=kept["text"],
        clauses=tuple(DraftClause(**clause) for clause in kept["clauses"]),
        deadlines=tuple(_deadline(deadline) for deadline in kept["deadlines"]),
        addressees=tuple(kept["addressees"]),
        span=(start, end),
        heading=kept["heading"],
        doubts=tuple(kept["doubts"]),
    )


def _deadline(kept: dict[str, Any]) -> DraftDeadline:
    return DraftDeadline(**{**kept, "basis": Basis(kept["basis"]), "due": _day(kept["due"])})


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
