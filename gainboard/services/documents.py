"""From a document on disk to a draft, and from there into the register.

What a document holds is read in a child process, for documents are not trusted.
"""

from datetime import date
from pathlib import Path
from typing import Any

from gainboard.domain.changes import Changes
from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import Draft, DraftItem
from gainboard.intake.apart import Reading, apart, unreadable
from gainboard.intake.documents import shown_name
from gainboard.intake.draft_json import to_json
from gainboard.intake.draft_parts import draft_from
from gainboard.intake.one_item import item_of
from gainboard.services.settings import board_settings
from gainboard.services.taking_in import take_in
from gainboard.store.register import Register

__all__ = [
    "PASTED",
    "Reading",
    "board_month_rule",
    "draft_document",
    "drafted_item",
    "read_draft",
    "read_pasted_draft",
    "take_in_document",
]

PASTED = "Pasted text"


def read_draft(
    path: Path,
    published: date | None = None,
    month_rule: MonthRule = "last_day",
    reading: Reading | None = None,
) -> Draft:
    """Read a document and return what was found; nothing is stored.

    Raises GainboardError where it cannot be read. `published` stands over the date in the text.
    """
    asked = {"path": str(path), **_rules(published, month_rule)}
    return _drafted("document", asked, shown_name(path), reading)


def read_pasted_draft(
    text: str,
    html: str,
    published: date | None = None,
    month_rule: MonthRule = "last_day",
    reading: Reading | None = None,
) -> Draft:
    """Read what was pasted, by its HTML where the clipboard had any ("" if none)."""
    asked = {"text": text, "html": html or None, **_rules(published, month_rule)}
    return _drafted("pasted", asked, PASTED, reading)


def _rules(published: date | None, month_rule: MonthRule) -> dict[str, str | None]:
    return {
        "published": published.isoformat() if published else None,
        "month_rule": month_rule,
    }


def _drafted(work: str, asked: dict[str, Any], name: str, reading: Reading | None) -> Draft:
    parts = apart(work, asked, name=name, reading=reading)
    try:
        return draft_from(parts)
    except (ValueError, KeyError, TypeError) as fault:
        raise unreadable(name, f"its reader gave no draft: {type(fault).__name__}") from None


def board_month_rule(register: Register) -> MonthRule:
    """Return which day of a stated month the board works to."""
    return "first_day" if board_settings(register).month_rule == "first_day" else "last_day"


def take_in_document(
    register: Register,
    path: Path,
    *,
    code: str = "",
    published: date | None = None,
    reading: Reading | None = None,
) -> Changes:
    """Read a document and accept everything found in it as one operation."""
    draft = read_draft(path, published, board_month_rule(register), reading)
    return take_in(register, draft, document_name=path.name, code=code, published=published)


def drafted_item(text: str, published: date | None, month_rule: MonthRule) -> DraftItem:
    """Read words that a person has selected as one item; its span is theirs."""
    return item_of(text, published, month_rule)


def draft_document(draft: Draft) -> dict[str, Any]:
    """Return a draft as the JSON document `extract --json` gives."""
    return to_json(draft)
