"""Registers of schemas that were released, as they were written then."""

import gzip
from pathlib import Path

_KEPT = Path(__file__).parents[1] / "data"


def schema_1(folder: Path) -> Path:
    """Lay a register of the first schema into a folder: 3 reports, 508 journal entries."""
    return _laid(1, folder)


def schema_2(folder: Path) -> Path:
    """Lay a register of the second schema into a folder: one report, 2 journal entries."""
    return _laid(2, folder)


def _laid(schema: int, folder: Path) -> Path:
    path = folder / "old.gainboard"
    path.write_bytes(gzip.decompress((_KEPT / f"schema-{schema}.gainboard.gz").read_bytes()))
    return path
