"""A draft in parts small enough to be written and read one by one, and whole again."""

from collections.abc import Iterable, Iterator
from typing import Any

from gainboard.domain.draft import Draft, DraftItem, DraftReport
from gainboard.domain.plain_values import from_plain, to_plain

LETTERS = 65_536


def parts_of(draft: Draft) -> Iterator[dict[str, Any]]:
    """Yield the draft as JSON can hold it: its head, its text in pieces, each item."""
    yield {"report": to_plain(draft.report), "warnings": list(draft.warnings)}
    for start in range(0, len(draft.source), LETTERS):
        yield {"source": draft.source[start : start + LETTERS]}
    for item in draft.items:
        yield {"item": to_plain(item)}


def draft_from(parts: Iterable[Any]) -> Draft:
    """Put a draft together; raises ValueError or KeyError where a part is not what it should be."""
    head, *others = parts
    words = (part["source"] for part in others if "source" in part)
    return Draft(
        report=from_plain(DraftReport, head["report"]),
        items=tuple(from_plain(DraftItem, part["item"]) for part in others if "item" in part),
        warnings=tuple(str(warning) for warning in head["warnings"]),
        source="".join(words),
    )
