"""One recommendation whose words are known already: its clauses, and the deadlines in them."""

from datetime import date

from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import DraftClause, DraftDeadline
from gainboard.intake.blocks import read_blocks
from gainboard.intake.clauses import Wording, read_wording
from gainboard.intake.source import from_text
from gainboard.intake.timing import Counting, read_deadlines


def clauses_of(text: str) -> tuple[DraftClause, ...]:
    """Return the clauses of a recommendation's words; none where it has no parts."""
    return _wording(text).clauses


def deadlines_of(
    text: str, published: date | None, month_rule: MonthRule
) -> tuple[DraftDeadline, ...]:
    """Return the deadlines in a recommendation's words."""
    counting = Counting(published=published, month_rule=month_rule)
    return read_deadlines(_wording(text), None, counting)


def _wording(text: str) -> Wording:
    return read_wording(read_blocks(from_text(text)))
