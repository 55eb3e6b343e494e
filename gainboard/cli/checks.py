"""The full check of a register, and what a file is at first sight."""

from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply
from gainboard.cli.kinds import ANCHOR, FILE
from gainboard.errors import GainboardError
from gainboard.services.registers import Fault, Findings, check_register, triage

FAULTS_FOUND = 3


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    commands.add_command(check)
    commands.add_command(triage_)


@click.command()
@click.argument("file", type=FILE)
@click.option("--anchor", "given", type=ANCHOR, multiple=True, help="A printed anchor.")
@click.option("--anchors", "listed", type=FILE, default=None, help="A file of anchors, one a line.")
@AS_JSON
@click.pass_context
def check(
    ctx: click.Context,
    file: Path,
    given: tuple[tuple[int, str], ...],
    listed: Path | None,
    as_json: bool,
) -> None:
    """Check FILE through and through.

    What is wrong is named by table, row and column; the exit code is then 3.
    """
    anchors = [*given, *(_read_anchors(listed) if listed else [])]
    found = check_register(file, anchors)
    Reply(as_json).give(_document(found), _words(file, found))
    if found.faults:
        ctx.exit(FAULTS_FOUND)


@click.command("triage")
@click.argument("file", type=FILE)
@AS_JSON
@click.pass_context
def triage_(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Say what FILE is, from reading only.

    A sound register gives 0; what is not ours or not to be opened 1; ours and hurt 3.
    """
    found = triage(file)
    document = {"ok": found.id is None, "id": found.id, "state": found.state, "says": found.says}
    if as_json or found.id is None:
        Reply(as_json).give(document, found.says)
    if found.id is not None:
        click.echo(f"{found.says} ({found.id})", err=True)
    ctx.exit(found.exit_code)


def _read_anchors(path: Path) -> list[tuple[int, str]]:
    try:
        # A pipe or a device may keep the program waiting for ever.
        if path.is_file():
            lines = path.read_text("utf-8-sig").split()
            return [ANCHOR.convert(line, None, None) for line in lines]
    except (OSError, ValueError, click.UsageError):
        pass
    raise GainboardError(
        "E-BAD-ANCHORS",
        f"{path.name} is no readable list of anchors; nothing was checked. "
        "Give a text file with one SEQ:HASH a line.",
    )


def _document(found: Findings) -> dict[str, Any]:
    return {
        "ok": not found.faults,
        "integrity": _state(found.integrity, "ok"),
        "journal": {"entries": found.entries, "chain": _state(found.chain, "ok")},
        "tables": _state(found.tables, "ok"),
        "attachments": _state(found.attachments, "ok"),
        "faults": [_fault(fault) for fault in found.faults],
    }


def _state(faults: tuple[Fault, ...], sound: str) -> str:
    return f"{len(faults)} fault{'' if len(faults) == 1 else 's'}" if faults else sound


def _fault(fault: Fault) -> dict[str, Any]:
    if fault.attachment is not None:
        where: dict[str, Any] = {"attachment": fault.attachment}
    elif fault.entry is not None:
        where = {"entry": fault.entry}
    else:
        where = {"table": fault.table, "id": fault.id, "column": fault.column}
    place = {"table": fault.table, "id": fault.id, "column": fault.column}
    return {"where": where, **place, "says": fault.says}


def _words(file: Path, found: Findings) -> str:
    if not found.faults:
        return f"{file.name} is sound: {found.entries} entries, every row as the journal tells it."
    lines = [f"{file.name} has {_state(found.faults, '')}; nothing was changed:"]
    return "\n".join(lines + [f"  {_place(fault)}: {fault.says}" for fault in found.faults])


def _place(fault: Fault) -> str:
    if fault.attachment is not None:
        return f"attachment {fault.attachment}"
    if fault.entry is not None:
        return f"journal entry {fault.entry}"
    if fault.table is None:
        return "the file"
    row = f", row {fault.id}" if fault.id is not None else ""
    return f"table {fault.table}{row}" + (f", column {fault.column}" if fault.column else "")
