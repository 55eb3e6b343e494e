"""Forge registers by the sqlite3 shell's means; `check` has to name table, row and column of each.

python -m tests.reliability.forgeries
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tests.reliability.commands import Told, entries, run_here
from tests.reliability.forged import ANY, FORGERIES, Forgery, Place
from tests.reliability.material import a_sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What `check` said of one forgery, and what is wrong with that."""

    forgery: str
    found: tuple[str, ...]
    wrong: str


def judge(forgery: Forgery, model: Path, folder: Path) -> Judged:
    """Forge a copy of the model register and have it checked."""
    shutil.copytree(model.parent, folder)
    path = folder / model.name
    seq, digest = max(entries(path).items())
    forgery.forge(path)
    anchor = ("--anchor", f"{seq}:{digest[:12]}") if forgery.anchored else ()
    told = run_here("check", path, "--json", *anchor)
    return Judged(forgery=forgery.name, found=_found(told), wrong=_wrong(forgery, told, seq))


def _found(told: Told) -> tuple[str, ...]:
    faults = told.document.get("faults", [])
    return tuple(f"{one['table']}/{one['id']}/{one['column']}: {one['says']}" for one in faults)


def _wrong(forgery: Forgery, told: Told, newest: int) -> str:
    if told.crashed:
        return f"crashed: {told.err[-300:]}"
    if forgery.may_refuse and told.code == 1:
        return ""
    if told.code != 3:
        return f"exit {told.code}: not found"
    faults: list[dict[str, Any]] = told.document["faults"]
    if forgery.anchored:
        return "" if any(one["where"] == {"entry": newest} for one in faults) else "not named"
    missing = [place for place in forgery.names if not _named(place, faults)]
    return f"not named: {missing}; named: {_found(told)[:3]}" if missing else ""


def _named(place: Place, faults: Sequence[dict[str, Any]]) -> bool:
    told = [(one["table"], one["id"], one["column"]) for one in faults]
    return place in told or (place[2] == ANY and place[:2] in [one[:2] for one in told])


def false_alarms(model: Path) -> tuple[str, ...]:
    """Return what `check` finds in a sound register."""
    return _found(run_here("check", model, "--json"))


@click.command()
def main() -> None:
    """Show every forgery with what `check` named; exit 1 if one went by."""
    with tempfile.TemporaryDirectory() as scratch:
        model = a_sitting(Path(scratch) / "model")
        alarms = false_alarms(model)
        judged = [judge(one, model, Path(scratch) / str(nth)) for nth, one in enumerate(FORGERIES)]
    for one in judged:
        click.echo(f"{one.forgery:42} {one.wrong or 'named: ' + ' '.join(one.found)[:90]}")
    wrong = [one for one in judged if one.wrong]
    click.echo(f"{len(judged)} forgeries, {len(wrong)} not named, {len(alarms)} false alarms")
    sys.exit(bool(wrong or alarms))


if __name__ == "__main__":
    main()
