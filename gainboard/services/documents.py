"""From a document on disk into the register; `drafting.py` reads it."""

from datetime import date
from pathlib import Path

from gainboard.domain.changes import Changes
from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import DraftItem
from gainboard.intake.apart.parent import Reading
from gainboard.intake.wording.one_item import item_of
from gainboard.services.drafting import PASTED, draft_document, read_draft, read_pasted_draft
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
