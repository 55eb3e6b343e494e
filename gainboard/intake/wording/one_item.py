"""One recommendation whose words are known already: what a person selected, or a tracker's cell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import DraftClause, DraftDeadline, DraftItem, Kind
from gainboard.intake.layout.block import Block
from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.signs.headings import read_label
from gainboard.intake.source import from_text
from gainboard.intake.wording.addressees import addressees_of
from gainboard.intake.wording.clauses import read_wording
from gainboard.intake.wording.timing import Counting, read_deadlines


def item_of(text: str, published: date | None, month_rule: MonthRule) -> DraftItem:
    """Read a text as one item: its label and number are taken off its front, its span is whole."""
    blocks = read_blocks(from_text(text))
    first = blocks[0] if blocks else None
    label = read_label(first.text) if first and first.mark is None else None
    number = label.number if label else None
    if first and label:
        rest = [replace(first, text=label.rest)] if label.rest else []
        blocks = (*rest, *blocks[1:]) or blocks
    elif first and first.mark and first.mark.value is not None:
        number = first.mark.number
        blocks = (replace(first, mark=None), *blocks[1:])
    item = _read(blocks, published, month_rule)
    return replace(
        item,
        number=number,
        kind=label.kind if label else Kind.RECOMMENDATION,
        text=item.text or text.strip(),
        span=(0, len(text)),
    )


def clauses_of(text: str) -> tuple[DraftClause, ...]:
    """Return the clauses of a recommendation's words; none where it has no parts."""
    return read_wording(read_blocks(from_text(text))).clauses


def deadlines_of(
    text: str, published: date | None, month_rule: MonthRule
) -> tuple[DraftDeadline, ...]:
    """Return the deadlines in a recommendation's words."""
    return _read(read_blocks(from_text(text)), published, month_rule).deadlines


def _read(blocks: Sequence[Block], published: date | None, month_rule: MonthRule) -> DraftItem:
    wording = read_wording(blocks)
    counting = Counting(published=published, month_rule=month_rule)
    return DraftItem(
        number=None,
        kind=Kind.RECOMMENDATION,
        text=wording.text,
        clauses=wording.clauses,
        deadlines=read_deadlines(wording, None, counting),
        addressees=addressees_of(wording.lead.strip() or wording.text, None),
        span=(0, 0),
    )
