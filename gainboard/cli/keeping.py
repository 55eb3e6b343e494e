"""How long records are kept, and disposing of them when that time is over."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from gainboard.cli.answers import AS_JSON, Reply, tell
from gainboard.cli.kinds import DATE, FILE
from gainboard.cli.opening import opened
from gainboard.domain.changes import Changes
from gainboard.domain.retention import Kept
from gainboard.domain.sentences import in_short
from gainboard.domain.words import shorten
from gainboard.errors import Refused
from gainboard.services import disposal, retention
from gainboard.services.after_disposal import Aftermath, clear_copies
from gainboard.services.registers import Register


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    for command in (retention_, dispose):
        commands.add_command(command)


@click.command("retention")
@click.argument("file", type=FILE)
@click.argument("ref", default="")
@click.option("--class", "class_name", metavar="NAME", help="Put REF in this class.")
@click.option("--review", "review_on", type=DATE, help="The review date, if not the class's own.")
@click.option("--hold", "hold_reason", metavar="REASON", help="Keep REF, whatever its date.")
@click.option("--release", is_flag=True, help="Lift the hold on REF.")
@click.option("--years", type=int, help="How long NAME is kept: a change of the schedule itself.")
@AS_JSON
def retention_(
    file: Path,
    ref: str,
    class_name: str | None,
    review_on: date | None,
    hold_reason: str | None,
    release: bool,
    years: int | None,
    as_json: bool,
) -> None:
    """List how long reports and meetings are kept, or settle it for REF."""
    with opened(file) as register:
        if years is not None:
            retention.keep_class(register, class_name or "", years)
        if class_name is not None and ref:
            retention.set_retention(register, ref, class_name=class_name, review_on=review_on)
        elif review_on is not None:
            retention.set_review(register, ref, review_on)
        if hold_reason is not None:
            retention.hold(register, ref, hold_reason)
        if release:
            retention.release(register, ref)
        listed = _listed(register, ref)
    words = "\n".join(_line(one) for one in listed) or "There is no report and no meeting yet."
    Reply(as_json).give({"retention": [_item(one) for one in listed]}, words)


@click.command()
@click.argument("file", type=FILE)
@click.argument("ref")
@click.option("--reason", default="", metavar="TEXT", help="Why; it stays in the history for good.")
@click.option("--second", type=FILE, help="The second place of the backups, to be renewed as well.")
@AS_JSON
@click.pass_context
def dispose(
    ctx: click.Context, file: Path, ref: str, reason: str, second: Path | None, as_json: bool
) -> None:
    """Erase the report or meeting REF from FILE for good, with all that hangs on it.

    It cannot be taken back. Backups that hold it are replaced by a fresh one.
    """
    tell(f"Erasing {ref} …")
    with opened(file) as register:
        erased = disposal.what_disposal_erases(register, ref)
        done = disposal.dispose(register, ref, reason=reason)
        after = clear_copies(register, second=second)
    Reply(as_json).give(_disposed(done, erased, after), _disposed_words(done, erased, after))
    if not after.done:
        ctx.exit(Refused.exit_code)


def _listed(register: Register, ref: str) -> list[Kept]:
    every = retention.retentions(register)
    if not ref:
        return every
    wanted = retention.subject(register, ref).ref
    return [one for one in every if one.ref == wanted]


def _item(one: Kept) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "kind": one.kind,
        "title": one.title,
        "class": one.class_name,
        "review_on": one.review_on.isoformat() if one.review_on else None,
        "hold": one.hold,
        "hold_reason": one.hold_reason,
        "due": one.due,
    }


def _line(one: Kept) -> str:
    day = f"review {in_short(one.review_on)}" if one.review_on else "no review date"
    state = f"on hold: {one.hold_reason}" if one.hold else "due" if one.due else ""
    words = f"{one.ref:<13} {one.class_name or 'no class':<32} {day:<21} {state}".rstrip()
    return f"{words}  {shorten(one.title, 60)}"


def _disposed(done: Changes, erased: tuple[str, ...], after: Aftermath) -> dict[str, Any]:
    return {
        "ok": after.done,
        "seq": done.seq,
        "hash": done.hash,
        "label": done.label,
        "erased": list(erased),
        "says": after.says,
    }


def _disposed_words(done: Changes, erased: tuple[str, ...], after: Aftermath) -> str:
    lines = [f"{done.label}: done, as entry {done.seq}; it cannot be taken back. Erased:"]
    return "\n".join([*lines, *(f"  {line}." for line in erased), after.says])
