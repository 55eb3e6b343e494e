"""Reading a document only to look at what it holds."""

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
from gainboard.cli.tracker_options import Choices, is_workbook, of_tracker
from gainboard.domain.draft import Draft, DraftItem
from gainboard.domain.sentences import in_short
from gainboard.domain.words import shorten
from gainboard.errors import GainboardError
from gainboard.services.drafting import Reading, draft_document, read_draft

_WIDTH = 40


def add_to(commands: click.Group) -> None:
    """Add this command to the group."""
    commands.add_command(extract)


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
        show(document, day, Reply(as_json))
    except GainboardError as refusal:
        if not is_workbook(refusal):
            raise
        trackers().show(document, Choices(**asked), Reply(as_json))


def show(document: Path, published: date | None, reply: Reply) -> None:
    """Read a document and answer with what it holds."""
    with watched() as reading:
        draft = read_draft(document, published, reading=reading)
    reply.give(draft_document(draft), _told(draft))


def trackers() -> ModuleType:
    """Load what takes its time to load, and most commands never need."""
    from gainboard.cli import trackers

    return trackers


@contextmanager
def watched() -> Iterator[Reading]:
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
