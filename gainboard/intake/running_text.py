"""Recommendations made in running text, for documents that list none under a heading."""

import re
from collections.abc import Sequence

from gainboard.domain.draft import Kind
from gainboard.intake import headings
from gainboard.intake.blocks import Block
from gainboard.intake.items import RawItem

_RECOMMENDS = re.compile(
    r"(?:^|[.!?]\s+)(?:we|i|it\s+is|the\s+\w{1,30}(?:\s+\w{1,30}){0,4})\s+(?:also\s+|therefore\s+"
    r"|further\s+)?recommend(?:s|ed)?\s+(?:that\b|the\b)",
    re.IGNORECASE,
)
_DOUBT = "found in running text, not under a heading"


def find_in_running_text(blocks: Sequence[Block]) -> tuple[RawItem, ...]:
    """Take the paragraphs that say "we recommend that …", each with its doubt."""
    return tuple(
        RawItem(
            kind=Kind.RECOMMENDATION,
            number=None,
            heading=None,
            blocks=(block,),
            doubts=(_DOUBT,),
        )
        for block in blocks
        if _RECOMMENDS.search(block.text) and not headings.is_contents(block.text)
    )
