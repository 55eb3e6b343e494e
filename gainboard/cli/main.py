"""The group of commands, its default, and how faults leave the program."""

import errno
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from gainboard import __version__
from gainboard.cli.answers import say_fault
from gainboard.cli.desk import Desk
from gainboard.cli.kinds import FILE
from gainboard.errors import GainboardError
from gainboard.logs import noting
from gainboard.logs.faults import as_refusal

_UNSAID = GainboardError(
    "E-DISK-FULL",
    "The answer could not be written, for the disk it goes to is full; what was done is kept. "
    "Free some space, then ask again.",
)


# What each part of the command line adds. A part is loaded when one of its commands is given, for
# all of them together take longer to load than most documents to read.
_PARTS = {
    "registers": ("new", "list", "history", "undo"),
    "extracting": ("extract",),
    "documents": ("intake",),
    "workbooks": ("export",),
    "checks": ("check", "triage"),
    "backups": ("backup", "restore"),
    "keeping": ("retention", "dispose"),
    "scripts": ("script",),
    "pictures": ("demo", "generate", "screenshots"),
}
_PART_OF = {command: part for part, commands in _PARTS.items() for command in commands}

# These end a command as click means them to: a wrong option, an exit code, a reader gone away.
_FOR_CLICK = (click.ClickException, click.exceptions.Exit, click.Abort, EOFError)


class Commands(click.Group):
    """A group that opens the window where no command is named, on a file if one is given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before what is no command."""
        ctx.meta["as_json"] = "--json" in args
        if not args or _opens(args[0]):
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, loaded or not."""
        return sorted({*_PART_OF, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, and load the part it is in."""
        if cmd_name in _PART_OF and cmd_name not in self.commands:
            import_module(f"gainboard.cli.{_PART_OF[cmd_name]}").add_to(self)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a fault the user can act on ends it with one sentence."""
        try:
            return super().invoke(ctx)
        except GainboardError as fault:
            say_fault(fault, as_json=ctx.meta["as_json"])
            ctx.exit(fault.exit_code)
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise
            if fault.errno != errno.ENOSPC:
                _end_with_bug(ctx, fault)
            say_fault(_UNSAID, as_json=False)
            ctx.exit(_UNSAID.exit_code)
        except _FOR_CLICK:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever else it is, is a bug, and said so
            _end_with_bug(ctx, fault)


def run(desk: Desk, args: list[str] | None = None) -> None:
    """Run the command line; it ends by leaving the process with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    commands(args=args, obj=desk, prog_name="gainboard")


@click.group(cls=Commands, context_settings={"max_content_width": 100})
@click.version_option(__version__)
def commands() -> None:
    """Keep a force's register of inspection recommendations, and run its board."""


@commands.command("open", hidden=True)
@click.argument("file", type=FILE, required=False)
@click.option("--sample", is_flag=True, help="Open the window on a sample board.")
@click.pass_obj
def open_(desk: Desk, file: Path | None, sample: bool) -> None:
    """Open the desktop program, on FILE or on the last register."""
    raise SystemExit(desk.open_window(file, sample))


def _end_with_bug(ctx: click.Context, fault: Exception) -> NoReturn:
    """End with one sentence and the place of the fault, which the log has in full."""
    noting.note_fault(fault)
    refusal = as_refusal(fault)
    say_fault(refusal, as_json=ctx.meta["as_json"])
    ctx.exit(refusal.exit_code)


def _opens(first: str) -> bool:
    """Tell whether the first word means a register to open and not a command mistyped."""
    if first in _PART_OF or first in ("open", "--help", "--version"):
        return False
    path = Path(first)
    return first == "--sample" or path.suffix == ".gainboard" or path.exists()
