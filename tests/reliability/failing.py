"""Let the Nth call to the register's folder fail, for every N, once and for good.

    python -m tests.reliability.failing [--operations 4] [--kinds writes|names|reads] [--window]

Each run must lose nothing acknowledged, name the cause in the program's own words, leave a sound
register, go on after a fault that came once, and end with 1 where it stays.
"""

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click

from gainboard.errors import GainboardError
from gainboard.services.registers import check_register
from tests.reliability.commands import Told, lost, write_script
from tests.reliability.faulty import (
    NAMES,
    READS,
    WRITES,
    Fault,
    answers,
    calls_of,
    faults_of,
    run_faulty,
)
from tests.reliability.material import a_sitting, operations
from tests.reliability.recording import MISSING, can_trace, record

KINDS = {"writes": WRITES, "names": NAMES, "reads": READS}
_CAUSES = {
    "ENOSPC": {"E-DISK-FULL", "E-DEVICE"},
    "EIO": {"E-DEVICE", "E-DAMAGED", "E-FILE-GONE"},
    "EROFS": {"E-READ-ONLY", "E-NO-PERMISSION", "E-DEVICE"},
}
_RAW = ("disk I/O error", "database or disk is full", "unable to open", "OperationalError", "Errno")


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A prepared register, the script, the calls a run without faults makes."""

    model: Path
    script: Path
    paths: tuple[str, ...]
    calls: tuple[str, ...]
    kinds: tuple[str, ...]
    window: bool
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one faulty run ended, and what is wrong with that."""

    fault: Fault
    came: bool
    ids: tuple[str, ...]
    wrong: str


def prepare(scratch: Path, count: int, kinds: Sequence[str], *, window: bool = False) -> Campaign:
    """Make the register and learn which calls its script makes."""
    model = a_sitting(scratch / "model")
    told = [*operations(count, 3)]
    paper = scratch / "paper.txt"
    paper.write_text("Dip sample of March\n" * 50, "utf-8")
    told.insert(1, {"do": "evidence", "ref": "CCP25-4", "text": "Sample", "file": str(paper)})
    script = write_script(scratch / "script.jsonl", told)
    folder = scratch / "learn" / "disk"
    shutil.copytree(model.parent, folder)
    words = _words(folder / model.name, script, window=window)
    steps = record(words, folder).steps
    # The last is how the program asks the disk what is wrong with it: it fails like the rest.
    probe = f"{folder}/.{model.name}.probe"
    named = {str(folder), probe, *(one.path for one in steps if hasattr(one, "path"))}
    paths = tuple(sorted(one.removeprefix(f"{folder}") for one in named))
    shutil.rmtree(folder)
    shutil.copytree(model.parent, folder)
    calls = calls_of(
        words, [Path(f"{folder}{one}") for one in paths], kinds, scratch / "calls.trace"
    )
    return Campaign(
        model=model,
        script=script,
        paths=paths,
        calls=tuple(calls),
        kinds=tuple(kinds),
        window=window,
        lines=len(told),
    )


def _words(register: Path, script: Path, *, window: bool) -> list[object]:
    return ["script", register, script, "--ack", 1, *(["--window"] if window else [])]


def suffer(campaign: Campaign, fault: Fault, scratch: Path) -> Outcome:
    """Run the script with one fault on a fresh copy of the register."""
    folder = scratch / f"{fault.error}-{fault.nth}-{fault.lasting}" / "disk"
    shutil.copytree(campaign.model.parent, folder)
    path = folder / campaign.model.name
    told, came = run_faulty(
        _words(path, campaign.script, window=campaign.window),
        [Path(f"{folder}{one}") for one in campaign.paths],
        fault,
        folder.parent / "faulty.trace",
    )
    wrong = crash(told) or _manners(campaign, fault, told, came=came) or _register(path, told)
    ids = () if crash(told) else tuple(_ids(told))
    shutil.rmtree(folder.parent)
    return Outcome(fault=fault, came=came, ids=ids, wrong=wrong)


def crash(told: Told) -> str:
    """Say how a command showed its insides or another program's words; or nothing."""
    if told.crashed or "Traceback" in told.out:
        return f"crashed with {told.code}: {told.err[-400:]}"
    raw = [words for words in _RAW if words in told.out + told.err]
    return f"raw words: {raw}" if raw else ""


def _manners(campaign: Campaign, fault: Fault, told: Told, *, came: bool) -> str:
    """Say where the answer is not the one promised for this fault."""
    acks, refusals = answers(told.out)
    named = set(_ids(told))
    # Of a journal that cannot be made SQLite tells nothing but that, and a fault goes by.
    may_be = _CAUSES[fault.error] | ({"E-READ-ONLY"} if fault.call == "openat" else set())
    if fault.lasting and fault.error == "ENOSPC" and campaign.kinds == WRITES:
        may_be = {"E-DISK-FULL"}
    if not named <= may_be:
        return f"names {sorted(named)}"
    if not fault.lasting and len(refusals) > 1:
        return f"{len(refusals)} lines refused after a fault that came once"
    # Where the last line is the one refused, nobody knows yet that the fault has gone.
    went_on = bool(acks) and all(one["line"] < campaign.lines for one in refusals)
    if not fault.lasting and went_on and told.code != 0:
        return f"exit {told.code} after a fault that came once: {told.err}"
    if fault.lasting and came and told.code == 0 and not went_on:
        return "exit 0 where the fault stays"
    return "" if told.code == 0 or told.err else f"exit {told.code} without a word"


def _ids(told: Told) -> Iterator[str]:
    yield from (one["refused"] for one in answers(told.out)[1])
    if told.err:
        yield told.err.rstrip().rpartition("(")[2].rstrip(")")


def _register(path: Path, told: Told) -> str:
    """Say what is wrong with the register afterwards, the disk being well again."""
    try:
        faults = check_register(path).faults
    except GainboardError as fault:
        return f"cannot be opened afterwards: {fault.id}"
    gone = lost(path, answers(told.out)[0])
    if gone:
        return f"lost: entries {gone}"
    return f"unsound: {faults[0]}" if faults else ""


def every_fault(campaign: Campaign, errors: Sequence[str]) -> list[Fault]:
    """Return each call's failing, in each way."""
    return [
        fault
        for error in errors
        for lasting in (False, True)
        for fault in faults_of(campaign.calls, campaign.kinds, error, lasting)
    ]


@click.command()
@click.option("--operations", "count", default=4, help="Operations in the script.")
@click.option("--kinds", type=click.Choice([*KINDS]), default="writes", help="Calls that fail.")
@click.option("--window", is_flag=True, help="Go through the real window.")
def main(count: int, kinds: str, window: bool) -> None:
    """Print what came of the faults; exit 1 if one was not borne well."""
    if not can_trace():
        raise click.ClickException(MISSING)
    errors = {"writes": ("ENOSPC", "EIO"), "names": ("ENOSPC", "EIO", "EROFS"), "reads": ("EIO",)}
    with tempfile.TemporaryDirectory() as scratch:
        campaign = prepare(Path(scratch), count, KINDS[kinds], window=window)
        faults = every_fault(campaign, errors[kinds])
        with ThreadPoolExecutor(2) as pool:
            suffered = [*pool.map(lambda one: suffer(campaign, one, Path(scratch)), faults)]
    wrong = [one for one in suffered if one.wrong]
    for one in wrong[:60]:
        click.echo(f"{one.fault}: {one.wrong}")
    _table(suffered, len(campaign.calls))
    sys.exit(bool(wrong))


def _table(suffered: Sequence[Outcome], calls: int) -> None:
    click.echo(f"{calls} calls failing in {len(suffered)} runs")
    groups = Counter((one.fault.error, one.fault.lasting) for one in suffered)
    for (error, lasting), count in groups.items():
        mine = [one for one in suffered if (one.fault.error, one.fault.lasting) == (error, lasting)]
        named = Counter(said for one in mine for said in set(one.ids))
        wrong = sum(bool(one.wrong) for one in mine)
        how = "for good" if lasting else "once"
        ids = ", ".join(f"{said} {number}" for said, number in sorted(named.items()))
        click.echo(f"{error:7}{how:9}{count:5} runs {wrong:4} wrong   {ids}")


if __name__ == "__main__":
    main()
