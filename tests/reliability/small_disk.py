"""A real file system of a few hundred kilobytes, in memory, that can be filled up."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NO_DISK = "mounting a small file system needs root's rights; run this as root to see it"


def can_mount(scratch: Path) -> bool:
    """Tell whether a file system can be mounted here."""
    if os.getuid() != 0:
        return False
    try:
        with small_disk(scratch / "probe", 64):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a file system of this size, and take it away at the end."""
    place.mkdir(parents=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Let the file system be read only meanwhile."""
    _run("mount", "-o", "remount,ro", str(place))
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", str(place))


def fill(place: Path, leave: int) -> Path:
    """Fill a disk but for so many bytes, and return the file that does it."""
    filler = place / "filler"
    free = os.statvfs(place)
    room = free.f_bavail * free.f_frsize - leave
    with filler.open("wb") as file, suppress(OSError):
        file.write(bytes(max(0, room)))
    return filler


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
