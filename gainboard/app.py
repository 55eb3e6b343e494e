"""The composition root: the one place that knows both the commands and the windows."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from gainboard.cli.desk import Desk
from gainboard.cli.main import run
from gainboard.services.running import Outcome


def main() -> None:
    """Run the program as the command line says; without a command it opens the window."""
    run(desk())


def desk() -> Desk:
    """Return the window's doors; Qt is imported only when one is opened."""
    return Desk(open_window=_open_window, take_pictures=_take_pictures, run_script=_run_script)


def _open_window(register: Path | None, sample: bool) -> int:
    from gainboard.gui.run import run_window

    return run_window(register, sample=sample)


def _take_pictures(register: Path, folder: Path) -> list[Path]:
    _need_no_screen()
    from gainboard.gui.screenshots import take_screenshots

    return take_screenshots(register, folder)


def _run_script(register: Path, script: str, folder: Path) -> Iterable[Outcome]:
    _need_no_screen()
    from gainboard.gui.scripted import run_script_in_window

    return run_script_in_window(register, script, folder)


def _need_no_screen() -> None:
    """Let windows be drawn without a screen; Qt aborts, and says nothing kind, without one."""
    has_screen = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if sys.platform.startswith("linux") and not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
