"""Taking in the tracker a force kept before: only looking, or making what it holds."""

from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply
from gainboard.cli.kinds import FILE
from gainboard.cli.opening import opened
from gainboard.domain.changes import Changes
from gainboard.domain.incoming.account import gathered_lines
from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan
from gainboard.domain.incoming.workbook import Workbook, column_letters
from gainboard.domain.words import shorten
from gainboard.services import incoming
from gainboard.services.registers import Register


def add_to(commands: click.Group) -> None:
    """Add this command to the group."""
    commands.add_command(intake_tracker)


@click.command("intake-tracker")
@click.argument("file", type=FILE)
@click.argument("workbook", type=FILE)
@click.option("--sheet", default="", help="The sheet to read, where the choice is not right.")
@click.option("--mapping", type=FILE, default=None, help="A mapping saved before, as JSON.")
@click.option("--save-mapping", type=FILE, default=None, help="Save the mapping used, as JSON.")
@click.option("--preview", is_flag=True, help="Only show what would be made; change nothing.")
@click.option(
    "--account", type=FILE, default=None, help="Save what was not understood (.xlsx, .txt)."
)
@AS_JSON
def intake_tracker(
    file: Path,
    workbook: Path,
    sheet: str,
    mapping: Path | None,
    save_mapping: Path | None,
    preview: bool,
    account: Path | None,
    as_json: bool,
) -> None:
    """Take the tracker WORKBOOK (.xlsx, .xls, .xlsb, .ods, .csv) into the register FILE.

    What its columns and words mean is proposed from them, as was chosen before, or as --mapping
    says. Each row is made a recommendation, or named with the reason why not. All of it is one
    operation, which `undo` takes back; look at it first with --preview.
    """
    with opened(file) as register:
        book = incoming.read_tracker(workbook)
        chosen = _mapping(register, book, sheet, mapping)
        if save_mapping is not None:
            incoming.save_mapping(chosen, save_mapping)
        plan = incoming.plan_tracker(register, book, chosen)
        changes = None if preview else incoming.take_in_tracker(register, plan)
        if account is not None:
            incoming.save_account(register, plan, account)
    answer = _answer(chosen, plan, changes)
    Reply(as_json).give(answer, "\n".join(_lines(chosen, plan, changes)))


def _mapping(register: Register, book: Workbook, sheet: str, given: Path | None) -> Mapping:
    if given is None:
        return incoming.propose(register, book, sheet)
    former = incoming.load_mapping(given)
    return incoming.with_choices_of(book, incoming.propose_mapping(book, sheet), former)


def _answer(mapping: Mapping, plan: Plan, changes: Changes | None) -> dict[str, Any]:
    return {
        "ok": True,
        "workbook": plan.name,
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
