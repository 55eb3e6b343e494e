"""A command loads what it needs: reading a document must not wait for the rest of the program."""

import subprocess
import sys
from importlib import import_module

import click
import pytest

from gainboard.cli.main import _PARTS

LOADED = "import sys, gainboard.app, gainboard.cli.extracting; print(*sorted(sys.modules))"


@pytest.mark.parametrize("part", _PARTS)
def test_a_part_adds_just_the_commands_it_is_loaded_for(part: str) -> None:
    group = click.Group()
    import_module(f"gainboard.cli.{part}").add_to(group)
    assert set(group.commands) == set(_PARTS[part])


def test_extract_loads_no_register_and_no_reader() -> None:
    line = [sys.executable, "-c", LOADED]
    loaded = subprocess.run(line, capture_output=True, text=True, check=True).stdout.split()
    assert "gainboard.intake.apart.parent" in loaded
    assert not [name for name in loaded if name.startswith(("gainboard.store", "sqlite"))]
    assert "gainboard.intake.layout.blocks" not in loaded
