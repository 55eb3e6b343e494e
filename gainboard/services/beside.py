"""A register under construction stands beside its place and takes its name when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.store.durable import sync_folder
from gainboard.store.faults import cannot_write, explain_os, is_there


@contextmanager
def built_beside(path: Path) -> Iterator[Path]:
    """Yield where to build; what was built is renamed to `path`, or cleared away on any error.

    Raises GainboardError E-EXISTS where there is a file of that name, before or after.
    """
    _refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        _clear(unfinished)
    except OSError as fault:
        raise explain_os(fault, path, "nothing was made") from fault
    try:
        yield unfinished
        _refuse_existing(path)
        _put_in_place(unfinished, path)
    finally:
        # What cannot be taken away now is taken away by the next one that is built here.
        with suppress(OSError):
            _clear(unfinished)


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Give what was built its name; where that is not sure to last, nothing was made."""
    try:
        unfinished.rename(path)
        sync_folder(path.parent)
    except OSError as fault:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise explain_os(fault, path, "nothing was made") from fault


def _refuse_existing(path: Path) -> None:
    """Raise E-EXISTS where a file or folder has that name already, or what forbids writing."""
    refusal = cannot_write(path)
    if is_there(path) or path.is_symlink():
        raise GainboardError(
            "E-EXISTS",
            f"There is already a file {path.name} there; it was left as it is. "
            "Choose another name, or open it.",
        )
    if refusal is not None:
        raise refusal


def _clear(unfinished: Path) -> None:
    for suffix in ("", "-journal", "-lock"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
