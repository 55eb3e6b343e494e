"""The direction of the arrows: who may import whom, and which library."""

from pathlib import Path

import pytest

from tests.imports import ARROWS, imports, offences

INTAKE_ROOMS = "checks signs lines pdf readers tables layout front wording structure".split()
INTAKE_ROOMS += ["finding", "second_look"]
ALLOWED = [
    ("gainboard/gui/page.py", "from gainboard.services.deadlines import extend"),
    ("gainboard/gui/page.py", "from PySide6.QtWidgets import QWidget"),
    ("gainboard/cli.py", "from gainboard import __version__, services"),
    ("gainboard/services/minutes.py", "from gainboard.exports import word"),
    ("gainboard/store/opening.py", "import sqlite3\nfrom . import journal"),
    ("gainboard/intake/web.py", "from urllib.parse import urlsplit"),
    ("gainboard/__main__.py", "from gainboard.app import main"),
    ("gainboard/app.py", "from gainboard import cli, gui, store"),
]
PLANTED = [
    ("gainboard/domain/clock.py", "from gainboard.store import journal", "gainboard.store.journal"),
    ("gainboard/domain/clock.py", "from ..store import journal", "gainboard.store.journal"),
    ("gainboard/store/rows.py", "from gainboard import services", "gainboard.services"),
    ("gainboard/services/undo.py", "import gainboard.gui.page", "gainboard.gui.page"),
    ("gainboard/gui/page.py", "from gainboard.store.rows import Row", "gainboard.store.rows.Row"),
    ("gainboard/exports/word.py", "from gainboard.services import x", "gainboard.services.x"),
    ("gainboard/cli.py", "from gainboard.app import main", "gainboard.app.main"),
    ("gainboard/cli.py", "from PySide6 import QtCore", "PySide6.QtCore"),
    ("gainboard/services/find.py", "def f():\n    import sqlite3", "sqlite3"),
    ("gainboard/services/send.py", "import openpyxl.styles", "openpyxl.styles"),
    ("gainboard/exports/pdf.py", "import pypdfium2", "pypdfium2"),
    ("gainboard/intake/web.py", "from urllib import request", "urllib.request"),
    ("gainboard/app.py", "from PySide6.QtNetwork import QTcpSocket", "PySide6.QtNetwork"),
    ("gainboard/app.py", "import importlib\nimportlib.import_module('socket')", "socket"),
]


def test_every_import_follows_the_arrows(root: Path) -> None:
    files = sorted((root / "gainboard").rglob("*.py"))
    found = [
        offence
        for file in files
        for offence in offences(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(["imports against the architecture:", *found])


def test_every_part_of_the_program_has_its_arrows(root: Path) -> None:
    parts = {
        path.stem
        for path in (root / "gainboard").iterdir()
        if path.suffix == ".py" or any(path.glob("*.py"))
    }
    assert parts <= set(ARROWS) | {"app"}


@pytest.mark.parametrize(("file", "source"), ALLOWED)
def test_an_import_along_the_arrows_is_let_through(file: str, source: str) -> None:
    assert offences(file, source) == []


@pytest.mark.parametrize(("file", "source", "named"), PLANTED)
def test_a_planted_import_is_caught_and_named(file: str, source: str, named: str) -> None:
    [offence] = offences(file, source)
    assert f"{file}:" in offence
    assert f"imports {named}" in offence


def test_the_rooms_of_intake_know_only_those_above_them(root: Path) -> None:
    against = [
        f"{file.relative_to(root)}: {found.module}"
        for file in sorted((root / "gainboard" / "intake").rglob("*.py"))
        for found in imports(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
        if (room := _place(file.parent.name)) is not None
        and (other := _place((found.module.split(".") + [""] * 3)[2])) is not None
        and other > room
    ]
    assert not against, "\n".join(against)


def _place(room: str) -> int | None:
    return INTAKE_ROOMS.index(room) if room in INTAKE_ROOMS else None
