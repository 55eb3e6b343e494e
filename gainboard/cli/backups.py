"""A verified copy of a register, and back."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply, tell
from gainboard.cli.kinds import FILE
from gainboard.domain.sentences import in_short
from gainboard.services import backups as service
from gainboard.services.backups import Backup, Done, Loss, Restored
from gainboard.services.registers import open_register

FAULTS_FOUND = 3


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    for command in (backup, restore):
        commands.add_command(command)


@click.command()
@click.argument("file", type=FILE)
@click.option("--to", "out", type=FILE, metavar="OUT", help="One file that needs no other.")
@AS_JSON
@click.pass_context
def backup(ctx: click.Context, file: Path, out: Path | None, as_json: bool) -> None:
    """Make a verified copy of FILE, in the folder of its backups or at OUT.

    A damaged register is not backed up; the backups there are then stay as they are.
    """
    tell(f"Copying {file.name} and checking the copy …")
    # The copy is checked in full, so the look at the pages that opening takes adds nothing.
    with open_register(file, look=False) as register:
        done = service.back_up(register, to=out)
    Reply(as_json).give(_document(done), _words(file, done))
    if done.findings.faults:
        ctx.exit(FAULTS_FOUND)


@click.command()
@click.argument("backup", type=FILE)
@click.argument("file", type=FILE)
@AS_JSON
@click.pass_context
def restore(ctx: click.Context, backup: Path, file: Path, as_json: bool) -> None:
    """Put BACKUP in the place of FILE, which is kept aside whole.

    Nothing is asked; what is not in the backup is told. Where an attachment is found nowhere the
    exit code is 3, though all the rest is restored.
    """
    chosen = service.read_backup(backup)
    lost = service.loss(file, chosen)
    tell(f"Reading {backup.name} and checking it …")
    restored = service.restore(backup, file)
    Reply(as_json).give(
        _restored(chosen, file, restored, lost), _restored_words(chosen, file, restored, lost)
    )
    if restored.missing:
        ctx.exit(FAULTS_FOUND)


def _document(done: Done) -> dict[str, Any]:
    return {
        "ok": not done.findings.faults,
        "backup": str(done.backup.path),
        **_made(done.backup),
        "size": done.backup.size,
        "missing_attachments": [fault.attachment for fault in done.findings.attachments],
    }


def _made(made: Backup) -> dict[str, Any]:
    return {
        "made_at": made.made_at.isoformat(timespec="seconds"),
        "reason": made.reason,
        "seq": made.seq,
        "hash": made.hash,
        "schema": made.schema,
    }


def _words(file: Path, done: Done) -> str:
    made = done.backup
    lines = [f"Backed up {file.name}, checked, to {made.path}", f"  {_when(made)}."]
    lines += [
        f"  Attachment {fault.attachment}: {fault.says}." for fault in done.findings.attachments
    ]
    return "\n".join(lines)


def _when(made: Backup) -> str:
    entry = f"up to entry {made.seq}, “{made.label}”" if made.seq else "with nothing in it yet"
    return f"Made {_at(made.made_at)}, {entry}"


def _at(at: datetime) -> str:
    local = at.astimezone()
    return f"{in_short(local.date())} {local:%H:%M}"


def _restored(chosen: Backup, file: Path, restored: Restored, lost: Loss) -> dict[str, Any]:
    return {
        "ok": not restored.missing,
        "file": str(file),
        "backup": str(chosen.path),
        **_made(chosen),
        "seq": restored.seq,
        "hash": restored.hash,
        "replaced": str(restored.aside) if restored.aside else None,
        "lost": len(lost.entries) if lost.known else None,
        "missing_attachments": [sha256[:12] for sha256 in restored.missing],
    }


def _restored_words(chosen: Backup, file: Path, restored: Restored, lost: Loss) -> str:
    lines = [f"Restored {file.name} from {chosen.path.name}", f"  {_when(chosen)}."]
    if restored.aside is None:
        return "\n".join([*lines, *_missing(restored)])
    lines += [
        f"  {_lost(lost)}",
        f"  The register as it was is kept in {restored.aside}.",
        *_missing(restored),
    ]
    return "\n".join(lines)


def _lost(lost: Loss) -> str:
    if not lost.known:
        return "What was changed since is not known, for the register as it was does not tell."
    number = len(lost.entries)
    if not number:
        return "Nothing was changed since."
    if number == 1:
        return "1 change made since is not in it."
    return f"{number} changes made since are not in it."


def _missing(restored: Restored) -> list[str]:
    return [f"  Attachment {sha256[:12]} was found nowhere." for sha256 in restored.missing]
