"""A register of a fictional force with one report in it, made by the commands themselves."""

from pathlib import Path

import pytest

from tests.cli.running import REPORT, run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a published report as a text file."""
    path = tmp_path / "missing people.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def register(tmp_path: Path, report: Path) -> Path:
    """Return a register that holds the report under the code MP26."""
    path = tmp_path / "northmoor.gainboard"
    assert run("new", path, "--force", "Northmoor Police").exit_code == 0
    assert run("intake", path, report, "--code", "MP26").exit_code == 0
    return path
