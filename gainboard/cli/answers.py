"""How a command answers: words or one JSON document, and one sentence where it cannot."""

import json
import sys
from dataclasses import dataclass
from typing import Any

import click

from gainboard.errors import GainboardError

AS_JSON = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document instead of words."
)


@dataclass(frozen=True, slots=True)
class Reply:
    """Where a command's answer goes: JSON on standard output, or words."""

    as_json: bool

    def give(self, document: Any, words: str) -> None:
        """Print the document as JSON, or the words."""
        if self.as_json:
            click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        else:
            click.echo(words)


def say_fault(fault: GainboardError, *, as_json: bool) -> None:
    """Say the one sentence on standard error, and as JSON on standard output if asked."""
    if as_json:
        click.echo(
            json.dumps({"ok": False, "id": fault.id, "says": fault.says}, ensure_ascii=False)
        )
    click.echo(str(fault), err=True)


def tell(words: str) -> None:
    """Tell of progress on standard error, only where somebody watches a terminal."""
    if sys.stderr.isatty():
        click.echo(words, err=True)
