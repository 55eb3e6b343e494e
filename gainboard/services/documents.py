"""From a document on disk to a draft, and from there into the register."""

from datetime import date
from pathlib import Path
from typing import Any

from gainboard.domain.changes import Changes
from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import Draft
from gainboard.intake.draft_json import to_json
from gainboard.intake.extract import extract_document
from gainboard.services.settings import board_settings
from gainboard.services.taking_in import take_in
from gainboard.store.register import Register


def read_draft(
    path: Path, published: date | None = None, month_rule: MonthRule = "last_day"
) -> Draft:
    """Read a document and return what was found; nothing is stored.

    Raises GainboardError where it cannot be read. `published` stands over the date in the text.
    """
    return extract_document(path, published, month_rule)


def board_month_rule(register: Register) -> MonthRule:
    """Return which day of a stated month the board works to."""
    return "first_day" if board_settings(register).month_rule == "first_day" else "last_day"


def take_in_document(
    register: Register, path: Path, *, code: str = "", published: date | None = None
) -> Changes:
    """Read a document and accept everything found in it as one operation."""
    draft = read_draft(path, published, board_month_rule(register))
    return take_in(register, draft, document_name=path.name, code=code, published=published)


def draft_document(draft: Draft) -> dict[str, Any]:
    """Return a draft as the JSON document `extract --json` gives."""
    return to_json(draft)
