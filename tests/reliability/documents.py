"""Hurt and crafted files through every reader: no crash, no hang, one clear sentence each.

    python -m tests.reliability.documents [--mutated 3000] [--commands 60] [--keep FOLDER]
                                          [--sound FOLDER]

All are read in child processes as the program reads them, workbooks as trackers; some go through
`extract` and `intake` on a register, which a refusal has to leave as it was. Files on which a
reader failed are kept in FOLDER. With --sound the files of a folder are hurt, one of each suffix.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import click

from tests.reliability.commands import run
from tests.reliability.crafted_files import crafted_files, odd_places
from tests.reliability.crafted_zips import crafted_zips
from tests.reliability.mutations import mutated
from tests.reliability.reading import Read, read_apart, read_by_command, table


def read_mutated(
    folder: Path, numbers: Sequence[int], files: Mapping[str, bytes] | None = None
) -> Iterator[Read]:
    """Read files hurt at random; the numbers choose what is done to which."""
    for number in numbers:
        what, path = _written(folder, number, files)
        yield read_apart(what, path)
        _forget(path)


def read_crafted(folder: Path, names: Sequence[str] = ()) -> Iterator[Read]:
    """Read the crafted files, or those named."""
    for what, suffix, content, expected in (*crafted_zips(), *crafted_files()):
        if not names or what in names:
            path = folder / f"crafted.{suffix}"
            path.write_bytes(content())
            yield read_apart(what, path, expected)
            path.unlink(missing_ok=True)
    if not names:
        for what, path in odd_places(folder):
            yield read_apart(what, path)


def read_by_commands(folder: Path, numbers: Sequence[int], places: int = 99) -> Iterator[Read]:
    """Read what is no file, and hurt files, by the real commands beside a register."""
    register = folder / "board.gainboard"
    run("new", register, "--force", "Northmoor Police")
    for what, path in islice(odd_places(folder), places):
        yield read_by_command(what, path, register)
    for number in numbers:
        what, path = _written(folder, number)
        yield read_by_command(what, path, register)


def _written(
    folder: Path, number: int, files: Mapping[str, bytes] | None = None
) -> tuple[str, Path]:
    suffix, what, content = mutated(number, files)
    path = folder / f"report-{number}.{suffix}"
    path.write_bytes(content)
    return f"{number} {suffix}: {what}", path


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


@click.command()
@click.option("--mutated", "count", default=3000, help="How many files to hurt.")
@click.option("--first", default=0, help="The number of the first of them.")
@click.option("--crafted/--no-crafted", default=True, help="Whether to read the crafted files.")
@click.option("--commands", default=60, help="How many go through the real commands as well.")
@click.option("--keep", type=click.Path(path_type=Path), help="Where to keep what broke a reader.")
@click.option("--sound", type=click.Path(path_type=Path), help="A folder of files to hurt.")
def main(
    count: int, first: int, crafted: bool, commands: int, keep: Path | None, sound: Path | None
) -> None:
    """Print how the readings ended; exit 1 if one ended badly."""
    wrong = False
    files = (
        {path.suffix[1:]: path.read_bytes() for path in sorted(sound.iterdir())} if sound else None
    )
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        numbers = range(first, first + count)
        shares = [numbers[0::2], numbers[1::2]]
        with ThreadPoolExecutor(2) as pool:
            done = [
                pool.submit(_told, read_mutated(folder, share, files), keep) for share in shares
            ]
            tried = {"mutated": [one for share in done for one in share.result()]}
        if crafted:
            tried["crafted"] = _told(read_crafted(folder), keep)
        (folder / "commands").mkdir()
        by_commands = read_by_commands(folder / "commands", numbers[:commands])
        tried["by the commands"] = _told(by_commands, keep)
        for name, reads in tried.items():
            click.echo(f"\n{name}: {len(reads)}\n{table(reads)}")
            wrong = wrong or any(one.wrong for one in reads)
    sys.exit(wrong)


def _told(reads: Iterator[Read], keep: Path | None) -> list[Read]:
    """Go through the readings, and tell at once of each that is wrong or broke its reader."""
    found = []
    for one in reads:
        found.append(one)
        if one.wrong or one.broke:
            click.echo(f"{one.what} ({one.seconds:.1f}s): {one.wrong or one.says}")
            if keep is not None and one.path.is_file():
                keep.mkdir(parents=True, exist_ok=True)
                name = "".join(letter if letter.isalnum() else "-" for letter in one.what)
                shutil.copy(one.path, keep / f"{name[:60]}{one.path.suffix}")
    return found


if __name__ == "__main__":
    main()
