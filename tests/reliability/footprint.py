"""What a folder holds, to the last byte, so that a look that changed something is seen."""

import hashlib
import os
import stat
from pathlib import Path

Footprint = dict[str, tuple[object, ...]]


def footprint(folder: Path) -> Footprint:
    """Return kind, mode, size, time and content of a folder and of everything in it."""
    return {
        str(path.relative_to(folder)): _one(path) for path in [folder, *sorted(folder.rglob("*"))]
    }


def differences(before: Footprint, after: Footprint) -> list[str]:
    """Name what came, went or changed."""
    return sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )


def _one(path: Path) -> tuple[object, ...]:
    told = path.lstat()
    return (told.st_mode, told.st_size, told.st_mtime_ns, told.st_ino, _content(path, told))


def _content(path: Path, told: os.stat_result) -> str:
    if stat.S_ISLNK(told.st_mode):
        return os.readlink(path)  # noqa: PTH115
    if not stat.S_ISREG(told.st_mode):
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()
