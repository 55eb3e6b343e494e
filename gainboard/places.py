"""Where the program keeps its data, and where it finds what was shipped with it."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_dir() -> Path:
    """Return the folder for registers and logs; it may not exist yet.

    Local and never roaming: a register on a profile that is copied at logoff gets damaged.
    """
    if chosen := os.environ.get("GAINBOARD_DATA_DIR"):
        return Path(chosen).expanduser().absolute()
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", Path.home() / "AppData" / "Local") / "GAIN Board"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "GAIN Board"
    return _from_environment("XDG_DATA_HOME", Path.home() / ".local" / "share") / "gainboard"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, such as `resource("icons", "undo.svg")`."""
    return _resources().joinpath(*parts)


def _resources() -> Path:
    installed = _PACKAGE / "resources"
    # In a checkout the folder is beside the package; a wheel holds it inside.
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def _from_environment(name: str, otherwise: Path) -> Path:
    value = os.environ.get(name, "")
    # The XDG specification has relative values ignored.
    return Path(value) if Path(value).is_absolute() else otherwise
