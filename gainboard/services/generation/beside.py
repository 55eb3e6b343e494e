"""A register under construction stands beside its place and takes its name when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gainboard.services.founding import refuse_existing
from gainboard.store.durable import sync_folder


@contextmanager
def built_beside(path: Path) -> Iterator[Path]:
    """Yield where to build; what was built is renamed to `path`, or cleared away on any error.

    Raises GainboardError E-EXISTS where there is a file of that name, before or after.
    """
    refuse_existing(path)
    unfinished = path.with_name(f".{path.name}.making")
    _clear(unfinished)
    try:
        yield unfinished
        refuse_existing(path)
        unfinished.rename(path)
        sync_folder(path.parent)
    finally:
        _clear(unfinished)


def _clear(unfinished: Path) -> None:
    for suffix in ("", "-journal", "-lock"):
        unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
