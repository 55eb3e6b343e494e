"""Making a register, listing what is in it, its history, taking back the newest step."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply
from gainboard.cli.kinds import FILE
from gainboard.cli.opening import opened
from gainboard.domain.changes import Entry
from gainboard.domain.sentences import in_short
from gainboard.domain.views import Summary
from gainboard.domain.words import shorten
from gainboard.services import views
from gainboard.services.founding import found
from gainboard.services.history import history, undo


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    for command in (new, list_, history_, undo_):
        commands.add_command(command)


@click.command()
@click.argument("file", type=FILE)
@click.option("--force", required=True, metavar="NAME", help="The force's name.")
@click.option("--board", default="GAIN Board", metavar="NAME", help="The board's name.")
def new(file: Path, force: str, board: str) -> None:
    """Make an empty register FILE.

    An existing file is left as it is.
    """
    found(file, force=force, board=board)
    click.echo(f"Made an empty register for {force} in {file}.")


@click.command("list")
@click.argument("file", type=FILE)
@click.option("--query", "-q", default="", help="The words of the search box.")
@AS_JSON
def list_(file: Path, query: str, as_json: bool) -> None:
    """List the recommendations a query finds."""
    with opened(file) as register:
        found_ = views.summaries(register, query)
    words = "\n".join(_line(one) for one in found_) or "No recommendation is found."
    Reply(as_json).give({"items": [item(one) for one in found_]}, words)


@click.command("history")
@click.argument("file", type=FILE)
@click.option("--ref", default="", help="Only what touched this record.")
@AS_JSON
def history_(file: Path, ref: str, as_json: bool) -> None:
    """Show the journal, newest last."""
    with opened(file) as register:
        entries = history(register, ref)
    words = "\n".join(_entry_line(entry) for entry in entries) or "Nothing has happened yet."
    Reply(as_json).give({"entries": [_entry(entry) for entry in entries]}, words)


@click.command("undo")
@click.argument("file", type=FILE)
@AS_JSON
def undo_(file: Path, as_json: bool) -> None:
    """Take back the newest operation."""
    with opened(file) as register:
        changes = undo(register)
    document = {"ok": True, "seq": changes.seq, "hash": changes.hash, "label": changes.label}
    Reply(as_json).give(document, f"{changes.label}.")


def item(one: Summary) -> dict[str, Any]:
    """Return a recommendation as `list --json` gives it."""
    return {
        "ref": one.ref,
        "report": one.report_code,
        "number": one.number,
        "kind": one.kind,
        "text": one.text,
        "clauses": [{"label": c.label, "text": c.text} for c in one.clauses if c.label],
        "addressees": list(one.addressees),
        "applicability": one.applicability,
        "force_status": one.force_status,
        "inspectorate_status": one.inspectorate_status,
        "rag": one.rag,
        "forecast": one.forecast,
        "chief_officer": one.chief_officer,
        "delivery_lead": one.delivery_lead,
        "group": one.group,
        "deadlines": [
            {
                "text": view.words,
                "basis": view.basis,
                "due": _iso(view.due),
                "projected": _iso(view.projected),
                "rule": view.rule,
            }
            for view in one.deadlines
        ],
        "current_date": _iso(one.current_date),
        "extensions": one.extensions,
        "latest_update": one.latest_update,
        "missing": one.missing,
    }


def _line(one: Summary) -> str:
    rag = f"{one.rag.upper()} {one.rag.words}" if one.rag else "not rated"
    due = f"{in_short(one.current_date)}" if one.current_date else "no date"
    due += " (projected)" if one.is_projected else ""
    return f"{one.ref:<14} {one.force_status.words:<26} {rag:<24} {due:<24} {shorten(one.text, 70)}"


def _entry_line(entry: Entry) -> str:
    at = datetime.fromisoformat(entry.at)
    undone = f"  (taken back by {entry.undone_by})" if entry.undone_by else ""
    return f"{entry.seq:>6}  {entry.hash[:12]}  {at:%Y-%m-%d %H:%M:%S}  {entry.label}{undone}"


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "hash": entry.hash,
        "at": entry.at,
        "by": entry.by,
        "meeting": entry.meeting or None,
        "label": entry.label,
        "undone_by": entry.undone_by,
        "changes": [change for row in entry.rows for change in _cells(row)],
    }


def _cells(row: Any) -> list[dict[str, Any]]:
    before, after = row.before or {}, row.after or {}
    return [
        {
            "table": row.table,
            "id": row.id,
            "column": column,
            "before": before.get(column),
            "after": after.get(column),
        }
        for column in {**before, **after}
    ]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
