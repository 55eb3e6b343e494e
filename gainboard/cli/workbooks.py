"""Papers as files."""

from pathlib import Path

import click

from gainboard.cli.kinds import FILE
from gainboard.cli.opening import opened
from gainboard.services.exporting import export_minutes, export_tracker


def add_to(commands: click.Group) -> None:
    """Add these commands to the group."""
    commands.add_command(export)


@click.group()
def export() -> None:
    """Write a paper of the register as a file."""


@export.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--query", "-q", default="", help="The words of the search box.")
@click.option("--marking", default="", help="OFFICIAL or OFFICIAL-SENSITIVE; else the board's.")
def tracker(file: Path, out: Path, query: str, marking: str) -> None:
    """Write the tracker to OUT.xlsx."""
    with opened(file) as register:
        export_tracker(register, out, query=query, marking=marking)
    click.echo(f"Wrote the tracker to {out}.")


@export.command()
@click.argument("file", type=FILE)
@click.argument("meeting")
@click.argument("out", type=FILE)
@click.option("--without-confidential", is_flag=True, help="Leave confidential items out.")
def minutes(file: Path, meeting: str, out: Path, without_confidential: bool) -> None:
    """Write the minutes of MEETING to OUT.xlsx."""
    with opened(file) as register:
        export_minutes(register, meeting, out, without_confidential=without_confidential)
    click.echo(f"Wrote the minutes of {meeting} to {out}.")
