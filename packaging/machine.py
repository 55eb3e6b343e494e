"""What this machine lacks before Qt can be loaded or an environment made.

Standard library only, and readable by an old Python, which must be able to say that it is old.
A missing library makes Qt abort the process, which no code can catch: so look first.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterable, Mapping  # noqa: UP035 - an old Python has to get past this line

OLDEST_PYTHON = (3, 11)
MEGABYTES_NEEDED = 1200

# What Qt loads even without a screen: shared library, and the Debian package that holds it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}

# In a process of its own: a broken library may end whoever loads it.
_PROBE = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


class Stop(Exception):
    """One sentence for the person at the terminal."""


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window could be seen."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def libraries_needed(environment: Mapping[str, str], *, window: bool) -> dict[str, str]:
    """Return the system libraries Qt will load, each with its Debian package."""
    needed = dict(QT_LIBRARIES)
    if window and environment.get("DISPLAY"):
        needed.update(X_LIBRARIES)
    elif window and environment.get("WAYLAND_DISPLAY"):
        needed.update(WAYLAND_LIBRARIES)
    return needed


def missing_libraries(names: Iterable[str]) -> list[str]:
    """Return those of the shared libraries that cannot be loaded here."""
    if not sys.platform.startswith("linux"):
        return []
    probe = [sys.executable, "-c", _PROBE, *names]
    return subprocess.run(probe, stdout=subprocess.PIPE, check=False).stdout.decode().split()


def missing_packages(*, window: bool) -> list[str]:
    """Return the Debian packages that would make this machine ready."""
    needed = libraries_needed(os.environ, window=window)
    return _venv_packages() + [needed[name] for name in missing_libraries(needed)]


def check_libraries(*, window: bool) -> None:
    """Stop, naming the libraries and the line that brings them, if Qt could not load."""
    needed = libraries_needed(os.environ, window=window)
    missing = missing_libraries(needed)
    if missing:
        # venv in the same line, or a bare machine would be sent away twice.
        packages = _venv_packages() + [needed[name] for name in missing]
        raise Stop(libraries_sentence(missing, packages))


def libraries_sentence(missing: list[str], packages: list[str]) -> str:
    """Say which system libraries Qt misses and how they come."""
    return (
        f"Qt needs system libraries that this machine does not have: {', '.join(missing)}. "
        "Nothing was started. On Debian or Ubuntu type this line, then try again:\n"
        f"    {apt_line(packages)}"
    )


def apt_line(packages: list[str]) -> str:
    """Return the line to type for these Debian packages."""
    return "sudo apt-get install " + " ".join(packages)


def check_python(version: tuple[int, ...] = sys.version_info[:3]) -> None:
    """Stop if this Python is too old, naming a newer one where the machine has it."""
    if version >= OLDEST_PYTHON:
        return
    newer = next((name for name in _newer_pythons() if shutil.which(name)), None)
    advice = (
        f"This machine has a newer one: type {newer} packaging/bootstrap.py"
        if newer
        else "Install Python 3.11 or later and start this with it"
    )
    said = ".".join(map(str, version))
    raise Stop(f"Python {said} is too old for GAIN Board. Nothing was changed. {advice}.")


def check_venv() -> None:
    """Stop if this Python cannot make environments, as on a bare Debian."""
    packages = _venv_packages()
    if packages:
        raise Stop(
            "This Python cannot make environments, because its venv part is not installed. "
            f"Nothing was changed. Type this line, then try again:\n    {apt_line(packages)}"
        )


def check_disk(folder: Path, needed: int = MEGABYTES_NEEDED) -> None:
    """Stop if the disk has no room for the environment."""
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < needed:
        raise Stop(
            f"The disk of {folder} has {free} MB free, and {needed} MB are needed. "
            "Nothing was changed. Make room and try again."
        )


def _venv_packages() -> list[str]:
    here = all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))
    return [] if here else [f"python3.{sys.version_info[1]}-venv"]


def _newer_pythons() -> list[str]:
    return [f"python3.{minor}" for minor in (13, 12, 11)]


if __name__ == "__main__":
    print(" ".join(missing_packages(window=False)))
