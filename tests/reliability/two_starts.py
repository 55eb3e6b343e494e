"""Start the program several times at once on one register: one has it, the others say who.

python -m tests.reliability.two_starts [--rounds 20]
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from tests.reliability.commands import (
    PROGRAM,
    Told,
    acknowledged,
    environment,
    lost,
    run_here,
    write_script,
)
from tests.reliability.material import a_sitting, operations

_STARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """How many starts got the register, how many were told so, and what was wrong.

    `unnamed` were told without a name: they came before the holder had left its note.
    """

    won: int
    told: int
    unnamed: int
    wrong: str


def race(path: Path, seed: int, *, window: bool = False) -> Race:
    """Start at once as often as set; what every winner acknowledged must be there."""
    before = _names(path.parent)
    script = write_script(path.parent.parent / "race.jsonl", operations(40, seed))
    words = ["script", str(path), str(script), "--ack", "1", *(["--window"] if window else [])]
    started = [_start(words) for _ in range(_STARTS)]
    ended = [_end(process) for process in started]
    winners = [one for one in ended if one.code == 0]
    acks = [ack for one in winners for ack in acknowledged(_acks_of(one))]
    wrong = _wrong(ended, winners) or _after(path, acks)
    left = _names(path.parent) - before
    wrong = wrong or (f"left over: {left}" if left else "")
    losers = [one for one in ended if one not in winners]
    unnamed = sum(not _names_holder(one) for one in losers)
    return Race(won=len(winners), told=len(losers), unnamed=unnamed, wrong=wrong)


def _start(words: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROGRAM, *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )


def _end(process: subprocess.Popen[str]) -> Told:
    out, err = process.communicate(timeout=100)
    return Told(code=process.returncode, out=out, err=err)


def _acks_of(told: Told) -> str:
    return "".join(line for line in told.out.splitlines(keepends=True) if '"hash"' in line)


def _wrong(ended: list[Told], winners: list[Told]) -> str:
    if not winners:
        return f"nobody got it: {ended[0].err}"
    for one in ended:
        if one not in winners and not _is_sent_away(one):
            return f"exit {one.code}: {one.out[:100]} {one.err[-300:]}"
    return ""


def _is_sent_away(told: Told) -> bool:
    """Tell whether a loser was sent away in one sentence, nothing done."""
    return told.code == 1 and "(E-LOCKED)" in told.err and not told.out


def _names_holder(told: Told) -> bool:
    """Tell whether the sentence names the holder's process."""
    return any(word.strip("().,;").isdigit() for word in told.err.split())


def _after(path: Path, acks: list[tuple[int, str]]) -> str:
    if not acks:
        return "nothing was acknowledged"
    if lost(path, acks):
        return f"lost: {lost(path, acks)}"
    checked = run_here("check", path)
    return "" if checked.code == 0 else f"check: {checked.out} {checked.err}"


def _names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@click.command()
@click.option("--rounds", default=20, help="How many races; every fourth through the window.")
def main(rounds: int) -> None:
    """Print who won and who was told; exit 1 if anything was lost or unclear."""
    with tempfile.TemporaryDirectory() as scratch:
        path = a_sitting(Path(scratch) / "race")
        races = [race(path, nth, window=nth % 4 == 3) for nth in range(rounds)]
    wrong = [one.wrong for one in races if one.wrong]
    click.echo(
        f"{len(races)} races of {_STARTS}: {sum(one.won for one in races)} starts had the "
        f"register, {sum(one.told for one in races)} were told who has it, "
        f"{sum(one.unnamed for one in races)} of them without a name, {len(wrong)} faults"
    )
    for told in wrong:
        click.echo(f"    {told}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
