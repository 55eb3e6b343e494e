"""Scripted operations, for automation and for the tests of reliability."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import say_fault
from gainboard.cli.desk import Desk
from gainboard.cli.kinds import FILE
from gainboard.cli.opening import opened
from gainboard.errors import GainboardError
from gainboard.services.running import Outcome, read_script, run

FAILED = 1
DISK_FAULTS = frozenset(
    {"E-DISK-FULL", "E-READ-ONLY", "E-LOCKED", "E-FILE-GONE", "E-DEVICE", "E-DAMAGED"}
)


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    commands.add_command(script)


@click.command()
@click.argument("file", type=FILE)
@click.argument("script", type=FILE)
@click.option("--ack", type=int, default=None, metavar="FD", help="Acknowledge commits there.")
@click.option("--window", is_flag=True, help="Go through the real window.")
@click.option("--strict", is_flag=True, help="Stop at the first line that is refused.")
@click.pass_context
def script(
    ctx: click.Context, file: Path, script: Path, ack: int | None, window: bool, strict: bool
) -> None:
    """Run the operations of SCRIPT against FILE.

    SCRIPT holds one JSON object a line; a line that is refused is told and the rest goes on.
    """
    text = read_script(script)
    if ack is not None:
        _refuse_closed(ack)
    desk: Desk = ctx.obj
    if window:
        failed = _follow(desk.run_script(file, text, script.parent), ack, strict=strict)
    else:
        with opened(file) as register:
            failed = _follow(run(register, text, script.parent), ack, strict=strict)
    if failed is not None:
        say_fault(failed, as_json=False)
        ctx.exit(FAILED)


def _follow(outcomes: Iterable[Outcome], ack: int | None, *, strict: bool) -> GainboardError | None:
    """Tell what became of each line as it happens; return what the script failed by, or None.

    It has failed where a refusal stopped it, or where nothing was saved since the disk failed.
    """
    failing: GainboardError | None = None
    for outcome in outcomes:
        if outcome.refused is None:
            failing = None if outcome.committed else failing
            _acknowledge(outcome, ack)
            continue
        if strict or outcome.refused.id in DISK_FAULTS:
            failing = outcome.refused
        click.echo(json.dumps(_refusal(outcome, outcome.refused), ensure_ascii=False))
        if strict:
            break
    return failing


def _acknowledge(outcome: Outcome, ack: int | None) -> None:
    """Write one line in one unbuffered write, after the commit and before the next operation."""
    if outcome.changes is None or not outcome.committed:
        return
    line = {"seq": outcome.seq, "hash": outcome.changes.hash, "do": outcome.do}
    if ack is not None:
        _write(ack, (json.dumps(line) + "\n").encode())
    else:
        click.echo(json.dumps(line))


def _refusal(outcome: Outcome, fault: GainboardError) -> dict[str, Any]:
    return {
        "seq": outcome.seq,
        "line": outcome.number,
        "do": outcome.do,
        "refused": fault.id,
        "says": fault.says,
    }


def _write(descriptor: int, line: bytes) -> None:
    try:
        os.write(descriptor, line)
    except OSError:
        raise GainboardError(
            "E-NOT-ACKNOWLEDGED",
            f"Descriptor {descriptor} takes no more, so the script stopped; what was committed "
            "is kept, the last step without an acknowledgement. Compare with the history.",
        ) from None


def _refuse_closed(descriptor: int) -> None:
    """Refuse a descriptor that cannot be written before anything is done."""
    try:
        os.write(descriptor, b"")
    except (OSError, OverflowError):
        raise GainboardError(
            "E-BAD-DESCRIPTOR",
            f"Descriptor {descriptor} cannot be written, so nothing could be acknowledged; "
            "nothing was changed.",
        ) from None
