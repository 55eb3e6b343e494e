"""Reading documents: only looking, or taking in."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply
from gainboard.cli.kinds import FILE, PUBLISHED, the_day
from gainboard.cli.opening import opened
from gainboard.cli.registers import item
from gainboard.cli.tracker_options import Choices, is_workbook, of_tracker
from gainboard.domain.draft import Draft, DraftItem
from gainboard.domain.sentences import in_short
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.services import views
from gainboard.services.documents import (
    Reading,
    draft_document,
    read_draft,
    take_in_document,
)

_WIDTH = 40


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    commands.add_command(extract)
    commands.add_command(intake)


@click.command()
@click.argument("document", type=FILE)
@click.option("--published", type=PUBLISHED, default=None, help="When the report was published.")
@of_tracker
@AS_JSON
def extract(document: Path, published: date | str | None, as_json: bool, **asked: Any) -> None:
    """Read DOCUMENT, a report or a tracker (.xlsx, .csv …), and show what it holds.

    Nothing is changed.
    """
    day = the_day(published)
    try:
        _show(document, day, Reply(as_json))
    except GainboardError as refusal:
        if not is_workbook(refusal):
            raise
        _trackers().show(document, Choices(**asked), Reply(as_json))


@click.command()
@click.argument("file", type=FILE)
@click.argument("document", type=FILE)
@click.option("--code", default="", help="The report's short code, made from its title if none.")
@click.option("--published", type=PUBLISHED, default=None, help="When the report was published.")
@click.option("--preview", is_flag=True, help="Only show what is found; change nothing.")
@of_tracker
@click.option("--account", type=FILE, help="Of a tracker: save what was not understood.")
@AS_JSON
def intake(
    file: Path,
    document: Path,
    code: str,
    published: date | str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Read DOCUMENT and take all it holds into the register FILE.

    A workbook or a table is taken for the tracker that the force has kept: what its columns and
    words mean is proposed from them, as was chosen before, or as --mapping says. Each row becomes
    a recommendation, or is named with the reason why not. All of it is one step of `undo`.
    """
    with opened(file) as register:
        day = the_day(published)
        try:
            if asked["preview"]:
                _show(document, day, Reply(as_json))
                return
            with _watched() as reading:
                changes = take_in_document(
                    register, document, code=code, published=day, reading=reading
                )
        except GainboardError as refusal:
            if not is_workbook(refusal):
                raise
            chosen = Choices(**asked)
            _trackers().take(register, document, chosen, code, day, Reply(as_json))
            return
        key = max(changes.touched("report"))
        report = register.tables.reports.get(key)
        found = views.summaries(register, f'report:"{report.code}"')
        found = [one for one in found if one.report_code == report.code]
    answer: dict[str, Any] = {
        "ok": True,
        "code": report.code,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "seq": changes.seq,
        "hash": changes.hash,
        "items": [item(one) for one in found],
    }
    lines = [f"{changes.label}: {len(found)} items."]
    lines += [f"  {one.ref:<14} {one.applicability.words}" for one in found]
    Reply(as_json).give(answer, "\n".join(lines))


def _trackers() -> ModuleType:
    """Load what takes its time to load, and most commands never need."""
    from gainboard.cli import trackers

    return trackers


def _show(document: Path, published: date | None, reply: Reply) -> None:
    with _watched() as reading:
        draft = read_draft(document, published, reading=reading)
    reply.give(draft_document(draft), _told(draft))


@contextmanager
def _watched() -> Iterator[Reading]:
    """Tell of the pages read on standard error, only where somebody watches a terminal."""
    if not sys.stderr.isatty():
        yield Reading()
        return
    try:
        yield Reading(lambda done, of: _overwrite(f"Reading page {done} of {of}…"))
    finally:
        _overwrite("")


def _overwrite(words: str) -> None:
    click.echo(f"\r{words:<{_WIDTH}}\r{words}", err=True, nl=False)


def _told(draft: Draft) -> str:
    report = draft.report
    lines = [
        report.title or "No title was found.",
        f"Published {in_short(report.published)}." if report.published else "Not dated.",
        f"{len(draft.items)} items.",
        *(line for one in draft.items for line in _item_lines(one)),
        *(f"Note: {warning}" for warning in draft.warnings),
    ]
    return "\n".join(lines)


def _item_lines(one: DraftItem) -> list[str]:
    kind = one.kind.replace("_", " ")
    lines = [f"\n{kind} {one.number or '(no number)'}: {shorten(one.text, 90)}"]
    lines += [f"  ({clause.label}) {shorten(clause.text, 84)}" for clause in one.clauses]
    for deadline in one.deadlines:
        due = f"{in_short(deadline.due)}" if deadline.due else "no date"
        lines.append(f"  “{deadline.text}” → {due}: {deadline.rule}")
    if one.addressees:
        lines.append(f"  to {'; '.join(one.addressees)}")
    return lines + [f"  uncertain: {doubt}" for doubt in one.doubts]
