"""Registers of schemas that were released, as they were written then."""

import gzip
from pathlib import Path

_KEPT = Path(__file__).parents[1] / "data"


def schema_1(folder: Path) -> Path:
    """Lay a register of the first schema into a folder: 3 reports, 508 journal entries."""
    path = folder / "old.gainboard"
    path.write_bytes(gzip.decompress((_KEPT / "schema-1.gainboard.gz").read_bytes()))
    return path
