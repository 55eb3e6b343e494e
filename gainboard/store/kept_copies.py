"""Attachments in a folder by their hash: found sound, and brought from wherever they are sound."""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO

from gainboard.store.backup_file import CHUNK
from gainboard.store.durable import sync_folder

Source = Callable[[str], AbstractContextManager[IO[bytes] | None]]
UNFINISHED = ".part"
_HASH = re.compile(r"[0-9a-f]{64}")


def place_of(folder: Path, sha256: str) -> Path:
    """Return where a folder keeps the file of this hash."""
    return folder / sha256[:2] / sha256


def is_sound(folder: Path, sha256: str) -> bool:
    """Tell whether a folder holds this file, every byte as it was."""
    if not _HASH.fullmatch(sha256):
        return False
    try:
        with place_of(folder, sha256).open("rb") as file:
            return _copy(file, None) == sha256
    except FileNotFoundError:
        return False


def there(folder: Path, hashes: Iterable[str]) -> list[Path]:
    """Return the files a folder holds under these hashes, whatever is in them."""
    found = [place_of(folder, sha256) for sha256 in hashes if _HASH.fullmatch(sha256)]
    return [file for file in found if file.is_file()]


def is_whole(folder: Path, sha256: str, size: int) -> bool:
    """Tell whether a folder holds a file under this hash and of this size, without reading it."""
    try:
        return place_of(folder, sha256).stat().st_size == size
    except OSError:
        return False


def from_folder(folder: Path) -> Source:
    """Return how to read a file kept in a folder by its hash."""

    @contextmanager
    def read(sha256: str) -> Iterator[IO[bytes] | None]:
        try:
            file = place_of(folder, sha256).open("rb")
        except OSError:
            # Another source may hold it; what none holds is told by whoever asked.
            yield None
            return
        with file:
            yield file

    return read


def bring(folder: Path, sha256: str, sources: Iterable[Source]) -> bool:
    """Put a file into a folder from the first source that holds it as it was.

    Its content is synced, its name by `settle`. False where no source does; what the folder held
    is then as it was.
    """
    if not _HASH.fullmatch(sha256):
        return False
    target = place_of(folder, sha256)
    for source in sources:
        with source(sha256) as file:
            if file is not None and _put(target, sha256, file):
                return True
    return False


def settle(folder: Path, hashes: Iterable[str]) -> None:
    """Make the names of these files outlast a power cut, those also that were there before."""
    parts = {place_of(folder, sha256).parent for sha256 in hashes if _HASH.fullmatch(sha256)}
    for part in sorted(parts):
        if part.is_dir():
            sync_folder(part)
    for made in (folder, folder.parent):
        if made.is_dir():
            sync_folder(made)


def clear_interrupted(folder: Path) -> None:
    """Take away what an interrupted copy has left."""
    for left in folder.glob(f"*/*{UNFINISHED}"):
        left.unlink(missing_ok=True)


def clear_unlisted(folder: Path, listed: Collection[str]) -> None:
    """Take away the files that nobody lists, and what an interrupted copy has left."""
    for file in folder.glob("*/*"):
        if file.name not in listed:
            file.unlink(missing_ok=True)
    for part in folder.glob("*"):
        # One that is not empty stays.
        with suppress(OSError):
            part.rmdir()


def _put(target: Path, sha256: str, file: IO[bytes]) -> bool:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{sha256}-{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with unfinished.open("xb") as out:
            if _copy(file, out) != sha256:
                return False
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(target)
        return True
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: IO[bytes], out: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        if out is not None:
            out.write(chunk)
    return digest.hexdigest()
