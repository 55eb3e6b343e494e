"""From what comes in to a draft of it, which a person looks at before anything is stored.

A document is read in a child process, for it is not trusted. Nothing of the register is loaded
here, so that the child can begin at once.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gainboard.domain.draft import Draft
from gainboard.intake.apart.draft_parts import draft_from
from gainboard.intake.apart.parent import Reading, apart, unreadable
from gainboard.intake.documents import shown_name
from gainboard.intake.draft_json import to_json

if TYPE_CHECKING:
    from gainboard.domain.deadlines import MonthRule

__all__ = ["PASTED", "Reading", "draft_document", "read_draft", "read_pasted_draft"]

PASTED = "Pasted text"


def read_draft(
    path: Path,
    published: date | None = None,
    month_rule: "MonthRule" = "last_day",
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
    month_rule: "MonthRule" = "last_day",
    reading: Reading | None = None,
) -> Draft:
    """Read what was pasted, by its HTML where the clipboard had any ("" if none)."""
    asked = {"text": text, "html": html or None, **_rules(published, month_rule)}
    return _drafted("pasted", asked, PASTED, reading)


def draft_document(draft: Draft) -> dict[str, Any]:
    """Return a draft as the JSON document `extract --json` gives."""
    return to_json(draft)


def _rules(published: date | None, month_rule: "MonthRule") -> dict[str, str | None]:
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
