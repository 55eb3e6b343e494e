"""The options that `extract` and `intake` have for a tracker."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from gainboard.cli.kinds import FILE
from gainboard.errors import GainboardError


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Hold what was asked for besides the file."""

    sheet: str = ""
    mapping: Path | None = None
    save_mapping: Path | None = None
    account: Path | None = None
    preview: bool = False


def of_tracker(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for reading a tracker."""
    for option in (
        click.option("--save-mapping", type=FILE, help="Of a tracker: save the mapping as .json."),
        click.option("--mapping", type=FILE, help="Of a tracker: a mapping saved before."),
        click.option("--sheet", default="", help="Of a tracker: the sheet to read."),
    ):
        command = option(command)
    return command


def is_workbook(refusal: GainboardError) -> bool:
    """Tell whether a file was refused as a report because it is a workbook or a table."""
    return refusal.id == "E-WORKBOOK"
