"""A tracker the force kept before, where `extract` and `intake` are given one."""

from datetime import date
from pathlib import Path
from typing import Any

from gainboard.cli.answers import Reply
from gainboard.cli.registers import item
from gainboard.cli.tracker_options import Choices
from gainboard.domain.changes import Changes
from gainboard.domain.incoming.account import gathered_lines
from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan
from gainboard.domain.incoming.workbook import Workbook, column_letters
from gainboard.domain.words import shorten
from gainboard.services import incoming, views
from gainboard.services.documents import draft_document
from gainboard.services.registers import Register


def show(workbook: Path, chosen: Choices, reply: Reply) -> None:
    """Say what a tracker holds, without a register."""
    book = incoming.read_tracker(workbook)
    mapping = _mapping(book, incoming.propose_mapping(book, chosen.sheet), chosen)
    plan = incoming.plan_on(incoming.nothing_known(), book, mapping)
    drafted = draft_document(incoming.draft_of_plan(plan))
    answer = {**drafted, "tracker": _answer(mapping, plan, None)}
    reply.give(answer, "\n".join(_lines(mapping, plan, None)))


def take(
    register: Register,
    workbook: Path,
    chosen: Choices,
    code: str,
    published: date | None,
    reply: Reply,
) -> None:
    """Take a tracker into a register, or with `preview` only say what would be made."""
    book = incoming.read_tracker(workbook)
    mapping = _mapping(book, incoming.propose(register, book, chosen.sheet), chosen)
    given = incoming.Given(code=code, published=published)
    plan = incoming.plan_tracker(register, book, mapping, given)
    changes = None if chosen.preview else incoming.take_in_tracker(register, plan)
    if chosen.account is not None:
        incoming.save_account(register, plan, chosen.account)
    made = {one.ref for one in plan.items} if changes else set()
    found = [one for one in views.summaries(register) if one.ref in made]
    answer = {**_answer(mapping, plan, changes), "items": [item(one) for one in found]}
    reply.give(answer, "\n".join(_lines(mapping, plan, changes)))


def _mapping(book: Workbook, proposed: Mapping, chosen: Choices) -> Mapping:
    if chosen.mapping is not None:
        former = incoming.load_mapping(chosen.mapping)
        proposed = incoming.with_choices_of(book, proposed, former)
    if chosen.save_mapping is not None:
        incoming.save_mapping(proposed, chosen.save_mapping)
    return proposed


def _answer(mapping: Mapping, plan: Plan, changes: Changes | None) -> dict[str, Any]:
    only = plan.reports[0] if len(plan.reports) == 1 else None
    return {
        "ok": True,
        "workbook": plan.name,
        "code": only.code if only else None,
        "title": only.title if only else plan.name,
        "published": only.published.isoformat() if only and only.published else None,
        "applied": changes is not None,
        "seq": changes.seq if changes else None,
        "hash": changes.hash if changes else None,
        "made": len(plan.items),
        "skipped": plan.count(Outcome.SKIPPED),
        "not_made": plan.count(Outcome.NOT_MADE),
        **_mapping_answer(mapping),
        "reports": [
            {
                "code": one.code,
                "title": one.title,
                "published": one.published.isoformat() if one.published else None,
                "new": one.known_id is None,
                "rows": one.rows,
            }
            for one in plan.reports
        ],
        "people": list(plan.people),
        "groups": list(plan.groups),
        "bodies": list(plan.bodies),
        "rows": [
            {
                "sheet": one.sheet,
                "row": one.row + 1,
                "outcome": str(one.outcome),
                "ref": one.ref,
                "says": one.says,
                "words": one.words,
            }
            for one in plan.rows
        ],
        "problems": [
            {"sheet": one.sheet, "cell": one.cell, "words": one.words, "says": one.says}
            for one in plan.remarks
        ],
        "warnings": list(plan.warnings),
    }


def _mapping_answer(mapping: Mapping) -> dict[str, Any]:
    return {
        "sheets": [
            {
                "name": one.name,
                "read": one.read,
                "why": one.why,
                "header_row": None if one.header_bottom is None else one.header_bottom + 1,
            }
            for one in mapping.sheets
        ],
        "columns": [
            {
                "column": column_letters(one.place),
                "name": one.name,
                "field": str(one.field),
                "sureness": str(one.sureness),
                "why": one.why,
            }
            for one in mapping.columns
        ],
        "values": [
            {
                "field": str(one.field),
                "words": one.words,
                "count": one.count,
                "means": one.means or None,
            }
            for one in mapping.values
        ],
    }


def _lines(mapping: Mapping, plan: Plan, changes: Changes | None) -> list[str]:
    done = "Would make" if changes is None else "Made"
    lines = [f"{done} {plan.headline}"]
    lines += [f"Note: {warning}" for warning in plan.warnings]
    for sheet in mapping.sheets:
        lines.append(f"  sheet {sheet.name}: {'read' if sheet.read else 'not read'}, {sheet.why}")
    for one in mapping.columns:
        lines.append(f"  column {one.name}: {one.field.words} ({one.sureness}: {one.why})")
    for value in mapping.values:
        means = value.means or "to be chosen"
        lines.append(f"  {value.field.words} “{value.words}” ({value.count}): {means}")
    lines += [f"  {says}" for says in gathered_lines(plan)]
    for row in plan.rows:
        if row.outcome in (Outcome.NOT_MADE, Outcome.SKIPPED):
            words = f" | {shorten(row.words, 60)}" if row.words else ""
            lines.append(f"  {row.place}: {row.says}{words}")
    return lines
