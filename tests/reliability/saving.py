"""Measure what saving costs beside a bare SQLite commit of the same rows, and how it grows.

    python -m tests.reliability.saving [--saves 400] [--twenty FILE]

The same operations go through the services to an empty register and to one of twenty years, and
their rows by plain SQL into a copy of each, with the same pragmas on the same disk, turn by turn.
Wanted: p95 within 3 times the bare commit, twenty years within 1.3 times an empty register; the
check and a verified backup of twenty years each under 10 seconds. Nothing here is asserted in the
suite, for it is the machine that is measured as well.
"""

import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from gainboard.domain.changes import Changes
from gainboard.domain.states import Rag
from gainboard.services.actions import raise_action
from gainboard.services.backups import back_up
from gainboard.services.evidence import offer
from gainboard.services.progress import record_update, set_rag
from gainboard.services.registers import check_register
from gainboard.store import register as opening
from gainboard.store.register import Register, open_register
from tests.builders import a_year
from tests.reliability.commands import run

_WORDS = "The dip sample of March shows that custody records hold the time asked for. " * 3


@dataclass(slots=True)
class Bench:
    """A register with the bare copy beside it, and the times measured on both.

    `work` is the processor's own time for a save, which another program's load does not stretch.
    """

    register: Register
    bare: sqlite3.Connection
    refs: Sequence[str]
    saves: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def turn(self, dice: random.Random) -> None:
        """Save once through the services, then the same rows bare."""
        ref, kind = dice.choice(self.refs), dice.randrange(4)
        begun, worked = time.perf_counter(), time.process_time()
        changes = _operate(self.register, ref, kind, f"{_WORDS} {dice.random()}")
        self.saves.append(time.perf_counter() - begun)
        self.work.append(time.process_time() - worked)
        statements = [*_rows(self.register, changes)]
        begun = time.perf_counter()
        self.bare.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            self.bare.execute(sql, values)
        self.bare.execute("COMMIT")
        self.floor.append(time.perf_counter() - begun)


Statement = tuple[str, tuple[object, ...]]


def open_bench(path: Path) -> Bench:
    """Open a register and a bare copy of it; triggers are no part of a bare commit."""
    beside = Path(shutil.copyfile(path, path.with_name("bare.db")))
    bare = sqlite3.connect(beside, isolation_level=None)
    for pragma in opening._PRAGMAS:
        bare.execute(f"PRAGMA {pragma}").fetchall()
    names = bare.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        bare.execute(f"DROP TRIGGER {name}")
    register = open_register(path)
    sql = "SELECT ref FROM recommendation WHERE force_status <> 'closed' ORDER BY id DESC LIMIT 200"
    refs = [str(row[0]) for row in register.db.execute(sql).fetchall()]
    return Bench(register=register, bare=bare, refs=refs)


def _operate(register: Register, ref: str, kind: int, words: str) -> Changes:
    if kind == 0:
        return raise_action(register, ref, text=words, owner="ACC Justice")
    if kind == 1:
        return offer(register, ref, text=words)
    if kind == 2:
        rag = Rag.RED if register.journal.head()[0] % 2 else Rag.AMBER
        return set_rag(register, ref, rag=rag, reason=words)
    return record_update(register, ref, text=words, by="ACC Justice")


def _rows(register: Register, changes: Changes) -> Sequence[Statement]:
    """Return the SQL that writes the rows of an operation and of its journal entry."""
    made: list[Statement] = []
    for row in changes.rows:
        if row.before is None and row.after is not None:
            made.append(_insert(row.table, {"id": row.id, **row.after}))
        elif row.after is not None:
            names = ", ".join(f"{name} = ?" for name in row.after)
            sql = f"UPDATE {row.table} SET {names} WHERE id = ?"
            made.append((sql, (*row.after.values(), row.id)))
    for table in ("journal_entry", "journal_payload"):
        [told] = register.db.query(f"SELECT * FROM {table} WHERE seq = ?", [changes.seq])
        made.append(_insert(table, told))
    return made


def _insert(table: str, row: dict[str, object]) -> Statement:
    marks = ", ".join("?" for _ in row)
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())


def p50_p95(times: Sequence[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    cut = statistics.quantiles(times, n=20)
    return cut[9] * 1000, cut[18] * 1000


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


@click.command()
@click.option("--saves", default=400, help="Saves on each register.")
@click.option("--twenty", type=click.Path(path_type=Path), help="A register of twenty years.")
@click.option("--at", type=click.Path(path_type=Path), help="On which disk; a folder.")
def main(saves: int, twenty: Path | None, at: Path | None) -> None:
    """Print times, ratios and growth."""
    with tempfile.TemporaryDirectory(dir=at) as scratch:
        small, large = _registers(Path(scratch), twenty)
        benches = {"empty": open_bench(small), "twenty years": open_bench(large)}
        sizes = {name: _size(bench) for name, bench in benches.items()}
        dice = random.Random(1)
        for _ in range(saves):
            for bench in benches.values():
                bench.turn(dice)
        _show(benches, sizes, saves)
        _whole(benches["twenty years"].register, large)


def _registers(scratch: Path, twenty: Path | None) -> tuple[Path, Path]:
    (scratch / "small").mkdir()
    (scratch / "large").mkdir()
    large = scratch / "large" / "twenty.gainboard"
    with a_year(scratch / "small") as register:
        small = register.path
    if twenty is None:
        run("generate", large, "--size", "twenty-years", patience=600)
    else:
        shutil.copyfile(twenty, large)
    return small, large


def _size(bench: Bench) -> int:
    return bench.register.path.stat().st_size


def _show(benches: dict[str, Bench], sizes: dict[str, int], saves: int) -> None:
    click.echo(
        f"{'':14}{'save p50':>10}{'p95':>8}{'bare p50':>10}{'p95':>8}"
        f"{'ratio':>7}{'work p50':>11}{'growth':>13}"
    )
    for name, one in benches.items():
        (mid, high), (bare_mid, bare_high) = p50_p95(one.saves), p50_p95(one.floor)
        grown = (_size(one) - sizes[name]) / saves
        click.echo(
            f"{name:14}{mid:7.1f} ms{high:5.1f} ms{bare_mid:7.1f} ms{bare_high:5.1f} ms"
            f"{high / bare_high:7.2f}{p50_p95(one.work)[0]:8.1f} ms{grown:8.0f} bytes"
        )
    empty, full = (p50_p95(one.saves)[1] for one in benches.values())
    click.echo(f"twenty years beside empty, p95: {full / empty:.2f}")


def _whole(register: Register, path: Path) -> None:
    backed_up = timed(lambda: back_up(register))
    register.close()
    click.echo(f"verified backup of twenty years: {backed_up:.1f} s")
    click.echo(f"check of twenty years: {timed(lambda: check_register(path)):.1f} s")
    click.echo(f"opening twenty years: {timed(lambda: open_register(path).close()):.1f} s")


if __name__ == "__main__":
    main()
