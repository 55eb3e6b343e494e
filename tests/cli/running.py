"""Running the program's commands inside the test's own process, windows and all."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from gainboard.app import desk
from gainboard.cli.main import commands

REPORT = """\
RESPONSE BY THE COMMISSIONER TO AN INSPECTION

Title of Inspection - Missing people: how forces and councils find them

Date Inspection Published - 4 February 2026

Recommendations

This report sets out 3 recommendations.

Recommendation 1

By September 2026, police forces should have in place:

· a named lead for missing people

· a plan for each person who goes missing often.

Recommendation 2

By June 2026, the National Missing Persons Board should publish a standard for return interviews.

Recommendation 3

Within six months of the completion of recommendation 2, police forces should train every \
supervisor in that standard.
"""


def run(*words: object) -> Result:
    """Run one command and return its exit code, standard output and standard error."""
    return CliRunner().invoke(commands, [str(word) for word in words], obj=desk())


def answer(*words: object) -> Any:
    """Run a command with --json and return the document it printed."""
    return json.loads(run(*words, "--json").stdout)


def script(register: Path, *operations: dict[str, Any]) -> Result:
    """Run these operations as a script against a register."""
    lines = register.with_suffix(".jsonl")
    lines.write_text("\n".join(json.dumps(one) for one in operations), "utf-8")
    return run("script", register, lines)
