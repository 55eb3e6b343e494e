"""A document's text to a draft: what the secretariat is shown before it accepts anything."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gainboard.domain.deadlines import MonthRule
from gainboard.domain.draft import Draft, DraftItem, DraftReport
from gainboard.domain.due_words import due_in
from gainboard.domain.stated_dates import written
from gainboard.intake.documents import read_document
from gainboard.intake.front import front_matter
from gainboard.intake.front.answered import read_answered
from gainboard.intake.front.bands import bands_of
from gainboard.intake.front.scope import read_force_quoted, read_scope
from gainboard.intake.items import find_items
from gainboard.intake.layout.block import Block
from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.source import Source, from_text
from gainboard.intake.structure.found import RawItem
from gainboard.intake.wording.addressees import addressees_of
from gainboard.intake.wording.clauses import read_wording
from gainboard.intake.wording.timing import Counting, date_doubts, read_deadlines


def extract_document(
    path: Path, published: date | None = None, month_rule: MonthRule = "last_day"
) -> Draft:
    """Read a document and draft what it holds; raises GainboardError as read_document does."""
    return draft_of(read_document(path), published, month_rule)


def extract(text: str, published: date | None = None, month_rule: MonthRule = "last_day") -> Draft:
    """Draft what a plain text holds, of which nothing is known but its lines."""
    return draft_of(from_text(text), published, month_rule)


def draft_of(
    document: Source, published: date | None = None, month_rule: MonthRule = "last_day"
) -> Draft:
    """Draft what a document holds; a given publication date goes before one found in it."""
    source = document.text
    blocks = read_blocks(document)
    report, warnings = _report(source, blocks, published)
    found = find_items(source, blocks)
    counting = Counting(
        published=report.published,
        month_rule=month_rule,
        answered=read_answered(blocks),
        bands=bands_of(blocks),
    )
    items = tuple(_item(raw, counting) for raw in found)
    return Draft(
        report=report,
        items=items,
        warnings=(*document.warnings, *warnings, *_warnings_about(items)),
        source=source,
    )


def _report(
    source: str, blocks: Sequence[Block], given: date | None
) -> tuple[DraftReport, list[str]]:
    front = front_matter.front_of(blocks)
    title, titled = front_matter.read_title(front)
    stated, doubt = front_matter.read_published(front)
    scope, has_form = read_scope(source)
    warnings = _date_warnings(given, stated, doubt)
    if title is None:
        warnings.append("No title was found: give the report one.")
    elif not titled:
        warnings.append("No title is named as such; the first heading was taken for it.")
    if has_form and not any(tick is not None for tick in scope.boxes().values()):
        warnings.append("The ticks of the scope boxes are lost in this text: set them by hand.")
    report = DraftReport(
        title=title,
        published=given or stated,
        bodies=front_matter.read_bodies(front),
        scope=scope,
        force_quoted=read_force_quoted(source),
    )
    return report, warnings


def _date_warnings(given: date | None, stated: date | None, doubt: str | None) -> list[str]:
    if given and stated and given != stated:
        return [
            f"The document says it was published on {written(stated)}; {written(given)} is used."
        ]
    if given is None and doubt:
        return [f"{doubt[0].upper()}{doubt[1:]}."]
    if given is None and stated is None:
        return ["No publication date was found: deadlines counted from it have no date yet."]
    return []


def _item(raw: RawItem, counting: Counting) -> DraftItem:
    wording = read_wording(raw.blocks)
    deadlines = read_deadlines(wording, raw.due_words or due_in(raw.addressee), counting)
    return DraftItem(
        number=raw.number,
        kind=raw.kind,
        text=wording.text,
        clauses=wording.clauses,
        deadlines=deadlines,
        addressees=addressees_of(
            wording.lead.strip() or wording.text,
            raw.addressee,
            [wording.text[part.start : part.end] for part in wording.parts],
        ),
        span=(min(b.start for b in raw.blocks), max(b.end for b in raw.blocks)),
        heading=raw.heading,
        doubts=(*raw.doubts, *date_doubts(deadlines, counting.answered)),
        rating=raw.rating,
    )


def _warnings_about(items: Sequence[DraftItem]) -> list[str]:
    if not items:
        return ["No recommendation was found in this document."]
    numbers = {item.number for item in items if item.number}
    warnings = []
    for item in items:
        for deadline in item.deadlines:
            if deadline.depends_on and deadline.depends_on not in numbers:
                warnings.append(
                    f"Item {item.number or '(no number)'} waits for recommendation"
                    f" {deadline.depends_on}, which was not found in this document."
                )
    return warnings
