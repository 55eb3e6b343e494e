"""The composition root: the one place that knows both the commands and the windows."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gainboard.cli.desk import Desk
from gainboard.cli.main import run
from gainboard.errors import GainboardError

if TYPE_CHECKING:
    from gainboard.services.running import Outcome


def main() -> None:
    """Run the program as the command line says; without a command it opens the window."""
    run(desk())


def desk() -> Desk:
    """Return the window's doors; Qt is imported only when one is opened."""
    return Desk(open_window=_open_window, take_pictures=_take_pictures, run_script=_run_script)


def _open_window(register: Path | None, sample: bool) -> int:
    if not _has_screen():
        raise GainboardError(
            "E-NO-SCREEN",
            "There is no screen here to open a window on; nothing was changed. "
            "Use the commands that `gainboard --help` names.",
        )
    from gainboard.gui.run import run_window

    return run_window(register, sample=sample)


def _take_pictures(register: Path, folder: Path) -> list[Path]:
    _need_no_screen()
    from gainboard.gui.screenshots import take_screenshots

    return take_screenshots(register, folder)


def _run_script(register: Path, script: str, folder: Path) -> "Iterable[Outcome]":
    _need_no_screen()
    from gainboard.gui.scripted import run_script_in_window

    return run_script_in_window(register, script, folder)


def _need_no_screen() -> None:
    """Let windows be drawn without a screen."""
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _has_screen() -> bool:
    """Tell whether Qt has somewhere to draw; without that it aborts and says nothing kind."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
