"""A review as words a register can keep, and back."""

import json

from gainboard.domain.plain_values import from_plain, to_plain
from gainboard.gui.intake_review import Review

FORM = 1


def write_review(review: Review) -> str:
    """Return a review as JSON."""
    return json.dumps({"form": FORM, **to_plain(review)}, ensure_ascii=False)


def read_review(words: str) -> Review | None:
    """Return the review kept as JSON; None where it is of another form."""
    try:
        kept = json.loads(words)
        return from_plain(Review, kept) if kept.pop("form") == FORM else None
    except (ValueError, KeyError, TypeError, AttributeError):
        # A draft of an older or newer program: the document itself is still there to be read.
        return None
