"""Taking documents into a register."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply
from gainboard.cli.extracting import show, trackers, watched
from gainboard.cli.kinds import FILE, PUBLISHED, the_day
from gainboard.cli.opening import opened
from gainboard.cli.registers import item
from gainboard.cli.tracker_options import Choices, is_workbook, of_tracker
from gainboard.errors import GainboardError
from gainboard.services import views
from gainboard.services.documents import take_in_document


def add_to(commands: click.Group) -> None:
    """Add this command to the group."""
    commands.add_command(intake)


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
                show(document, day, Reply(as_json))
                return
            with watched() as reading:
                changes = take_in_document(
                    register, document, code=code, published=day, reading=reading
                )
        except GainboardError as refusal:
            if not is_workbook(refusal):
                raise
            chosen = Choices(**asked)
            trackers().take(register, document, chosen, code, day, Reply(as_json))
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
