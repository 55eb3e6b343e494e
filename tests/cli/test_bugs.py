"""A fault of the program itself ends a command with one sentence, and is in the log."""

import errno
import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from gainboard.cli.main import Commands
from gainboard.errors import GainboardError
from gainboard.logs import noting

CANARY = "Zibelthorpe"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Close the log after each test."""
    yield
    noting.close()


def run(fault: BaseException, *words: str) -> Result:
    """Run a command that falls."""

    @click.command()
    @click.option("--json", "as_json", is_flag=True)
    def fall(as_json: bool) -> None:  # noqa: ARG001
        raise fault

    group = Commands(name="gainboard", commands={"fall": fall})
    return CliRunner().invoke(group, ["fall", *words])


def test_a_bug_is_said_in_one_sentence_and_noted() -> None:
    ended = run(KeyError(CANARY))
    assert ended.exit_code == 1
    assert ended.stderr.startswith("The program itself went wrong (KeyError at test_bugs.py:")
    assert ended.stderr.endswith("(E-BUG)\n")
    assert "fault E-BUG\nKeyError" in noting.newest()
    assert CANARY not in ended.output + noting.newest()


def test_a_bug_is_said_as_json_where_that_was_asked() -> None:
    said = json.loads(run(ZeroDivisionError(), "--json").stdout)
    assert (said["ok"], said["id"]) == (False, "E-BUG")


def test_a_fault_of_the_disk_that_nobody_told_is_a_bug() -> None:
    assert "OSError 5 at" in run(OSError(errno.EIO, "Input/output error")).stderr


def test_what_the_user_can_act_on_is_no_bug() -> None:
    assert "(E-NOT-FOUND)" in run(GainboardError("E-NOT-FOUND", "There is no file.")).stderr
    assert "Usage" in run(click.UsageError("No such option.")).stderr


def test_a_reader_that_has_gone_away_is_no_bug(data_folder: Path) -> None:
    assert run(BrokenPipeError(errno.EPIPE, "Broken pipe")).exit_code == 1
    assert not (data_folder / "logs").exists()
