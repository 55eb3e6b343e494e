"""Kill the program at random moments of a script, until enough was acknowledged.

    python -m tests.reliability.kill [--kills 300] [--acks 10000] [--no-window]

After each kill `check` must be clean and every acknowledged entry there; the next start comes
without a question, for nobody is there to answer one. Drafts of words being typed are killed too.
"""

import random
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click

from gainboard.store.register import open_register
from tests.reliability.commands import lost, run, write_script
from tests.reliability.killing import kill_drafts, kill_script
from tests.reliability.material import a_sitting, operations

_JOBS = 2
_RENEWED = 50
"""After so many kills a new register is begun, lest one item have thousands of updates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Kills, those in mid-run, acknowledgements, those lost, and what else went wrong."""

    kills: int = 0
    in_mid_run: int = 0
    acks: int = 0
    lost: int = 0
    drafts: int = 0
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            kills=self.kills + other.kills,
            in_mid_run=self.in_mid_run + other.in_mid_run,
            acks=self.acks + other.acks,
            lost=self.lost + other.lost,
            drafts=self.drafts + other.drafts,
            wrong=self.wrong + other.wrong,
        )


def kill_many(scratch: Path, kills: int, acks: int, seed: int, *, window: bool) -> Tally:
    """Kill a script so often, spread over so many acknowledgements; then drafts."""
    dice, tally = random.Random(seed), Tally()
    while tally.kills < kills or tally.acks < acks:
        path = a_sitting(scratch / f"{seed}-{tally.kills}")
        seen: list[tuple[int, str]] = []
        for _ in range(min(_RENEWED, max(kills - tally.kills, 1))):
            moment = dice.randint(0, max(2 * (acks // kills) + 6, 1))
            tally += _kill_once(path, moment, dice, seen, window=window)
            if tally.kills % 10 == 0:
                tally += _kill_draft(path, dice)
    return tally


def _kill_once(
    path: Path, moment: int, dice: random.Random, seen: list[tuple[int, str]], *, window: bool
) -> Tally:
    """Kill one run; `seen` grows by what it acknowledged."""
    script = write_script(path.parent / "script.jsonl", operations(moment + 200, dice.random()))
    killed = kill_script(path, script, moment, dice, window)
    seen += killed.acks
    checked = run("check", path)
    wrong = []
    if checked.code != 0:
        wrong.append(f"check after a kill: {checked.code} {checked.out[:200]} {checked.err[:200]}")
    if killed.err:
        wrong.append(f"the run said: {killed.err[-300:]}")
    if not killed.in_mid_run:
        wrong.append("the run ended before it was killed")
    return Tally(
        kills=1,
        in_mid_run=killed.in_mid_run,
        acks=len(killed.acks),
        lost=len(lost(path, seen)),
        wrong=tuple(wrong),
    )


def _kill_draft(path: Path, dice: random.Random) -> Tally:
    kept, err = kill_drafts(path, dice.randint(1, 40), dice)
    with open_register(path) as register:
        words = register.drafts.read("discussion/1") or ""
    # One more may have been committed before its line was written.
    held = {f"words typed {nth} " * (nth % 40 + 1) for nth in (kept, kept + 1)}
    wrong = [f"the draft is {words[:40]!r} after {kept}"] if words not in held else []
    wrong += [f"keeping drafts said: {err[-300:]}"] if err else []
    return Tally(drafts=1, wrong=tuple(wrong))


def _share(scratch: Path, kills: int, acks: int, seed: int, window: bool) -> Tally:
    return kill_many(scratch, kills, acks, seed, window=window)


def total(tallies: Iterable[Tally]) -> Tally:
    """Add up what each process counted."""
    whole = Tally()
    for tally in tallies:
        whole += tally
    return whole


@click.command()
@click.option("--kills", default=300, help="How often to kill.")
@click.option("--acks", default=10_000, help="How many acknowledgements to reach.")
@click.option("--window/--no-window", default=True, help="Go through the real window.")
@click.option("--seed", default=1, help="Another seed, other moments.")
def main(kills: int, acks: int, window: bool, seed: int) -> None:
    """Print what came of the kills; exit 1 if anything was lost or hurt."""
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(_JOBS) as pool:
        shares = [
            pool.submit(_share, Path(scratch), -(-kills // _JOBS), acks // _JOBS, seed + n, window)
            for n in range(_JOBS)
        ]
        tally = total(share.result() for share in shares)
    click.echo(
        f"{tally.kills} kills ({tally.in_mid_run} in mid-run, {tally.drafts} more in a draft), "
        f"{tally.acks} operations acknowledged, {tally.lost} lost, {len(tally.wrong)} faults"
    )
    for told in tally.wrong[:20]:
        click.echo(f"    {told}")
    sys.exit(bool(tally.lost or tally.wrong))


if __name__ == "__main__":
    main()
