"""Pictures of every screen, the demonstration, and registers full of plausible material."""

from pathlib import Path

import click

from gainboard.cli.answers import tell
from gainboard.cli.desk import Desk
from gainboard.cli.kinds import FILE
from gainboard.errors import GainboardError
from gainboard.services.registers import now

SIZES = click.Choice(["small", "year", "twenty-years"])


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    for command in (demo, generate, screenshots):
        commands.add_command(command)


@click.command()
@click.argument("folder", type=FILE, metavar="DIR")
@click.option("--size", type=SIZES, default=None, help="Fill the register first.")
@click.pass_obj
def demo(desk: Desk, folder: Path, size: str | None) -> None:
    """Do the main job from end to end in DIR.

    What was written is printed; what an earlier run wrote there is replaced.
    """
    from gainboard.services.demo import demonstrate

    for line in demonstrate(folder, size=size, take_pictures=desk.take_pictures):
        click.echo(line)


@click.command()
@click.argument("file", type=FILE)
@click.option("--size", type=SIZES, default="small", help="How much of it.")
@click.option("--seed", type=int, default=1, help="Another number, another story.")
def generate(file: Path, size: str, seed: int) -> None:
    """Make a register FILE full of plausible material.

    It is the same for the same size and seed.
    """
    from gainboard.services.generating import generate as generate_register

    counts = generate_register(file, size=size, seed=seed, clock=now, progress=_tell)
    click.echo(f"Made {file}: {counts}.")


@click.command()
@click.argument("file", type=FILE)
@click.argument("folder", type=FILE, metavar="DIR")
@click.pass_obj
def screenshots(desk: Desk, file: Path, folder: Path) -> None:
    """Save a PNG of every screen, on the register FILE, in DIR."""
    if next(place for place in (folder, *folder.parents) if place.exists()).is_file():
        raise GainboardError(
            "E-NOT-A-FOLDER",
            f"{folder} is a file or lies in one; nothing was changed. Name a folder.",
        )
    for picture in desk.take_pictures(file, folder):
        click.echo(f"Wrote {picture}")


def _tell(done: int, total: int) -> None:
    tell(f"{done} of {total}")
