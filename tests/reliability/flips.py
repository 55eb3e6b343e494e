"""Flip single bits anywhere in a register: no change of content may go unseen, nothing may crash.

    python -m tests.reliability.flips [--flips 2000] [--outside 40]

What SQLite alone reads of the hurt file says whether its content changed. Some go through the
real command line.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click

from tests.reliability.commands import Told, run, run_here
from tests.reliability.hurt import Hurt, content_of, judged, summary
from tests.reliability.material import a_sitting

Ask = Callable[..., Told]


def flip_many(scratch: Path, flips: Sequence[int], *, ask: Ask = run_here) -> list[Hurt]:
    """Flip bits of a register one by one, each time of the sound one; numbers choose the bits."""
    path = a_sitting(scratch / f"flips {flips[0]}")
    sound, before = path.read_bytes(), content_of(path)
    assert before is not None
    found = []
    for number in flips:
        bit = random.Random(number).randrange(len(sound) * 8)
        hurt = bytearray(sound)
        hurt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(hurt)
        after, told = content_of(path), {"triage": ask("triage", path, "--json")}
        touched = path.read_bytes() != hurt
        told |= {name: ask(name, path, "--json") for name in ("check", "list", "history")}
        one = judged(f"bit {bit % 8} of byte {bit // 8}", before, after, told)
        found.append(one if not touched else _touched(one))
        _tidy(path)
    return found


def _touched(one: Hurt) -> Hurt:
    return Hurt(what=one.what, changed=one.changed, noticed=one.noticed, wrong="triage wrote")


def _tidy(path: Path) -> None:
    for left in path.parent.glob(f"{path.name}-[!a]*"):
        left.unlink()


@click.command()
@click.option("--flips", default=2000, help="How many bits to flip.")
@click.option("--outside", default=40, help="How many through the real command line.")
def main(flips: int, outside: int) -> None:
    """Print how many flips were noticed; exit 1 if one changed the content unseen."""
    numbers = range(flips + outside)
    shares = [numbers[:outside], numbers[outside::2], numbers[outside + 1 :: 2]]
    with tempfile.TemporaryDirectory() as scratch, ProcessPoolExecutor(2) as pool:
        asks = (run, run_here, run_here)
        done = [
            pool.submit(partial(flip_many, Path(scratch), share, ask=ask))
            for share, ask in zip(shares, asks, strict=True)
            if share
        ]
        hurts = [one for share in done for one in share.result()]
    for one in hurts:
        if one.wrong:
            click.echo(f"{one.what}: {one.wrong}")
    click.echo(summary("flips", hurts))
    sys.exit(any(one.wrong for one in hurts))


if __name__ == "__main__":
    main()
